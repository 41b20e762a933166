// Earlier rounds as a file: who was with whom, in the round that began on which day, and whether they met. Pure.
import { Temporal } from 'temporal-polyfill';
import type { RosterFault } from '../joining/roster-faults.ts';
import { addressesIn, fileLines } from './file-lines.ts';
import type { PastPair } from './plan.ts';

export type HistoryRead = { ok: true; history: readonly PastPair[] } | { ok: false; faults: readonly RosterFault[] };

const MET: ReadonlyMap<string, boolean | undefined> = new Map([
  ['', undefined],
  ...['yes', 'true', '1'].map((word) => [word, true] as const),
  ...['no', 'false', '0'].map((word) => [word, false] as const),
]);

/** The pairs in `text`, by address; the latest day on which a round began is the round before this one. */
export function readHistory(text: string): HistoryRead {
  const read = fileLines(text, ['round_began_on', 'leaders'], ['met']);
  if (!read.ok) return read;
  const faults: RosterFault[] = [];
  const rows = read.lines.map(({ line, value }) => {
    const day = value('round_began_on');
    const leaders = addressesIn(value('leaders'));
    const met = value('met').toLowerCase();
    if (!isDay(day)) faults.push({ line, column: 'round_began_on', id: 'pairing.file.day', blanks: { typed: day.slice(0, 40) } });
    if (leaders.length < 2 || leaders.length > 3 || new Set(leaders).size < leaders.length)
      faults.push({ line, column: 'leaders', id: 'pairing.file.group', blanks: { x: leaders.length } });
    if (!MET.has(met)) faults.push({ line, column: 'met', id: 'pairing.file.met', blanks: { typed: met.slice(0, 40) } });
    return { day, leaders, met: MET.get(met) };
  });
  if (faults.length > 0) return { ok: false, faults };
  const days = [...new Set(rows.map(({ day }) => day))].sort().reverse();
  const history = rows.map(({ day, leaders, met }): PastPair => {
    const pair = { roundsAgo: days.indexOf(day) + 1, leaders };
    return met === undefined ? pair : { ...pair, met };
  });
  return { ok: true, history };
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}
