// What organisers and leaders ask for, as a file: pairs that stay, pairs that are ruled out, who sits out, and wishes. Pure.
import type { RosterFault } from '../joining/rosters/roster-faults.ts';
import { addressesIn, fileLines } from './file-lines.ts';

/** By address. */
export interface AskedRules {
  fixed: readonly (readonly string[])[];
  forbidden: readonly (readonly [string, string])[];
  leftOut: ReadonlySet<string>;
  /** Whom somebody would welcome, and whom they would rather not be with. */
  welcomes: ReadonlyMap<string, readonly string[]>;
  avoids: ReadonlyMap<string, readonly string[]>;
}

export const NO_RULES: AskedRules = { fixed: [], forbidden: [], leftOut: new Set(), welcomes: new Map(), avoids: new Map() };

export type RulesRead = { ok: true; rules: AskedRules } | { ok: false; faults: readonly RosterFault[] };

/** How many addresses each rule takes. */
const RULES: ReadonlyMap<string, readonly [least: number, most: number]> = new Map([
  ['fix', [2, 3]],
  ['forbid', [2, 2]],
  ['leave-out', [1, 1]],
  ['welcome', [2, 4]],
  ['avoid', [2, 100]],
]);

/** The rules in `text`; everyone they name must be `known`, by address. */
export function readRules(text: string, known: ReadonlySet<string>): RulesRead {
  const read = fileLines(text, ['rule', 'leaders']);
  if (!read.ok) return read;
  const faults: RosterFault[] = [];
  const rows = read.lines.map(({ line, value }) => {
    const rule = value('rule').toLowerCase();
    const leaders = addressesIn(value('leaders'));
    const [least, most] = RULES.get(rule) ?? [];
    if (least === undefined || most === undefined)
      faults.push({
        line,
        column: 'rule',
        id: 'pairing.file.rule',
        blanks: { typed: rule.slice(0, 40), rules: [...RULES.keys()].join(', ') },
      });
    else if (leaders.length < least || leaders.length > most || new Set(leaders).size < leaders.length)
      faults.push({ line, column: 'leaders', id: 'pairing.file.count', blanks: { rule, least, most, x: leaders.length } });
    for (const typed of leaders.filter((leader) => !known.has(leader)))
      faults.push({ line, column: 'leaders', id: 'pairing.file.stranger', blanks: { typed: typed.slice(0, 60) } });
    return { rule, leaders };
  });
  if (faults.length > 0) return { ok: false, faults };
  const of = (rule: string) => rows.filter((row) => row.rule === rule).map(({ leaders }) => leaders);
  return {
    ok: true,
    rules: {
      fixed: of('fix'),
      forbidden: of('forbid').map(([a = '', b = '']) => [a, b]),
      leftOut: new Set(of('leave-out').flat()),
      welcomes: byFirst(of('welcome')),
      avoids: byFirst(of('avoid')),
    },
  };
}

/** The first names the others; several rows of one person add up. */
function byFirst(rows: readonly string[][]): Map<string, string[]> {
  const named = new Map<string, string[]>();
  for (const [first = '', ...others] of rows) named.set(first, [...(named.get(first) ?? []), ...others]);
  return named;
}
