// The facts of a round from files alone, without a database: a roster, earlier rounds, rules. Everybody goes by their address. Pure.
import type { Temporal } from 'temporal-polyfill';
import { linesOf } from '../joining/line.ts';
import type { RosterRow } from '../joining/rosters/roster-rows.ts';
import type { Candidate, PairingFacts, PastPair } from './plan.ts';
import { functionOf } from './planning/between.ts';
import { dutyOf, type Entry, ledgerOf } from './planning/ledger.ts';
import { workingWeeks } from './planning/working-week.ts';
import type { AskedRules } from './rules-csv.ts';

/** What a roster does not say is taken to be usual: Monday to Friday, nine to five. */
const USUAL = { workingDays: [1, 2, 3, 4, 5], workingFrom: '09:00', workingTo: '17:00' };

export interface Files {
  roster: readonly RosterRow[];
  history: readonly PastPair[];
  rules: AskedRules;
}

/** The facts for a round that begins in the week of `day`. Who has no time zone is taken to be where most of the others are. */
export function factsOf({ roster, history, rules }: Files, seed: string, day: Temporal.PlainDate): PairingFacts {
  const lines = linesOf(roster.map(reporting), []);
  const weekOf = workingWeeks(day);
  const zone = commonest(roster.flatMap(({ timeZone }) => timeZone ?? []));
  const leaders = roster
    .filter(({ email }) => !rules.leftOut.has(email))
    .map(({ email, name, function: own, level, timeZone }): Candidate => {
      const wishes = { welcomes: rules.welcomes.get(email) ?? [], avoids: rules.avoids.get(email) ?? [], workOn: '', helpWith: '' };
      const hours = weekOf({ ...USUAL, timeZone: timeZone ?? zone });
      return { id: email, name, function: own, level, line: lines.get(email) ?? [], hours, rhythm: 'steady', ...wishes };
    });
  const { fixed, forbidden } = rules;
  return { leaders, history, forbidden, fixed, duty: dutyOf(ledgerOf(history.map(entered(leaders)))), seed };
}

function reporting({ email, managerEmail }: RosterRow) {
  return { id: email, user: email, email, manager: null, managerEmail };
}

function commonest(zones: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const zone of zones) counts.set(zone, (counts.get(zone) ?? 0) + 1);
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), ['UTC', 0] as [string, number])[0];
}

/** Of an earlier pair a file tells no compromises; that two people were from one function can be seen. */
function entered(leaders: readonly Candidate[]): (pair: PastPair) => Entry {
  const functions = new Map(leaders.map((leader) => [leader.id, functionOf(leader)]));
  return (pair) => {
    const own = pair.leaders.map((id) => functions.get(id)).filter((each) => each !== undefined);
    return { leaders: pair.leaders, gaveUp: new Set(own).size < own.length ? ['function'] : [] };
  };
}
