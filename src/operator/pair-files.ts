// The files of `coachingpairs pair`, read whole or refused whole: every fault is told with its line and column.
import { readFileSync } from 'node:fs';
import { type RosterRead, readRoster } from '../features/joining/rosters/roster-csv.ts';
import type { RosterFault } from '../features/joining/rosters/roster-faults.ts';
import { readHistory } from '../features/pairing/history-csv.ts';
import type { Files } from '../features/pairing/roster-facts.ts';
import { NO_RULES, readRules } from '../features/pairing/rules-csv.ts';
import type { Content } from '../platform/content/load.ts';
import { decode } from '../platform/text-encoding.ts';
import { Failed, say } from './command-line.ts';

/** More faults than this have one cause, and nobody reads them. */
const MOST_TOLD = 40;

export interface Named {
  roster: string;
  history: string | undefined;
  rules: string | undefined;
}

/** What the files say; `undefined` when the faults of one of them have been told. Throws `Failed` where one cannot be read. */
export function readPairFiles(content: Content, named: Named): Files | undefined {
  const roster = rosterIn(content, named.roster);
  if (!roster.ok) return tell(content, named.roster, roster.faults);
  const history = named.history === undefined ? { ok: true as const, history: [] } : readHistory(textOf(named.history));
  if (!history.ok) return tell(content, named.history ?? '', history.faults);
  const known = new Set(roster.rows.map(({ email }) => email));
  const rules = named.rules === undefined ? { ok: true as const, rules: NO_RULES } : readRules(textOf(named.rules), known);
  if (!rules.ok) return tell(content, named.rules ?? '', rules.faults);
  const strangers = new Set(history.history.flatMap(({ leaders }) => leaders).filter((leader) => !known.has(leader)));
  if (strangers.size > 0) say(`${strangers.size} of the people in ${named.history} are not on the roster; their pairs do not count.`);
  return { roster: roster.rows, history: history.history, rules: rules.rules };
}

/** A manager's post may be vacant: that nobody on the list has the address is told, and no reason to refuse the list. */
function rosterIn(content: Content, path: string): RosterRead {
  const text = textOf(path);
  const strict = readRoster(text);
  if (strict.ok || strict.faults.some(({ id }) => id !== 'joining.csv.manager.unknown')) return strict;
  say(`${path}: nothing is known above ${strict.faults.length === 1 ? 'one manager' : `${strict.faults.length} managers`}.`);
  for (const fault of strict.faults) say(told(content, fault));
  return readRoster(text, { known: new Set(text.toLowerCase().match(/[^\s,;"]+@[^\s,;"]+/g)) });
}

function textOf(path: string): string {
  try {
    return decode(readFileSync(path)).text;
  } catch (fault) {
    throw new Failed(`${path} cannot be read: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}

function tell(content: Content, path: string, faults: readonly RosterFault[]): undefined {
  say(`${path} cannot be used yet. To put right (${faults.length}):`);
  for (const fault of faults.slice(0, MOST_TOLD)) say(told(content, fault));
  if (faults.length > MOST_TOLD) say(`  and ${faults.length - MOST_TOLD} more.`);
}

function told(content: Content, { line, column, id, blanks }: RosterFault): string {
  return `  line ${line}${column === '' ? '' : `, ${column}`}: ${content.plain(id, blanks)}`;
}
