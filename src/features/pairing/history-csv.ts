// Earlier rounds as a file: who was with whom, in the round that began on which day, and whether they met. Pure.
import { Temporal } from 'temporal-polyfill';
import type { RosterFault } from '../joining/rosters/roster-faults.ts';
import { addressesIn, fileLines, isAddress } from './file-lines.ts';
import type { PastPair } from './plan.ts';

export type HistoryRead = { ok: true; history: readonly PastPair[] } | { ok: false; faults: readonly RosterFault[] };

const MET: ReadonlyMap<string, boolean | undefined> = new Map([
  ['', undefined],
  ...['yes', 'true', '1'].map((word) => [word, true] as const),
  ...['no', 'false', '0'].map((word) => [word, false] as const),
]);

interface Row {
  line: number;
  day: string;
  leaders: string[];
  met: string;
}

/** The pairs in `text`, by address; the latest day on which a round began is the round before this one. */
export function readHistory(text: string): HistoryRead {
  const read = fileLines(text, ['round_began_on', 'leaders'], ['met']);
  if (!read.ok) return read;
  const rows = read.lines.map(({ line, value }): Row => {
    return { line, day: value('round_began_on'), leaders: addressesIn(value('leaders')), met: value('met').toLowerCase() };
  });
  const faults = [...rows.flatMap(faultsIn), ...twiceInARound(rows)].sort((a, b) => a.line - b.line);
  if (faults.length > 0) return { ok: false, faults };
  const days = [...new Set(rows.map(({ day }) => day))].sort().reverse();
  const roundsAgo = new Map(days.map((day, at) => [day, at + 1]));
  const history = rows.map(({ day, leaders, met }): PastPair => {
    const pair = { roundsAgo: roundsAgo.get(day) as number, leaders };
    const isMet = MET.get(met);
    return isMet === undefined ? pair : { ...pair, met: isMet };
  });
  return { ok: true, history };
}

function faultsIn({ line, day, leaders, met }: Row): RosterFault[] {
  const different = new Set(leaders).size;
  const strange = leaders.filter((each) => !isAddress(each));
  return [
    ...(isDay(day) ? [] : [{ line, column: 'round_began_on', id: 'pairing.file.day', blanks: { typed: day.slice(0, 40) } }]),
    ...(leaders.length === different && (different === 2 || different === 3)
      ? []
      : [{ line, column: 'leaders', id: 'pairing.file.group', blanks: { x: different } }]),
    ...strange.map((typed) => ({ line, column: 'leaders', id: 'pairing.file.address', blanks: { typed: typed.slice(0, 60) } })),
    ...(MET.has(met) ? [] : [{ line, column: 'met', id: 'pairing.file.met', blanks: { typed: met.slice(0, 40) } }]),
  ];
}

/** Nobody is in two pairs of one round. */
function twiceInARound(rows: readonly Row[]): RosterFault[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ line, day, leaders }) =>
    [...new Set(leaders)].flatMap((typed) => {
      const key = `${day} ${typed}`;
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, line);
      return earlier === undefined
        ? []
        : [{ line, column: 'leaders', id: 'pairing.file.twice', blanks: { typed: typed.slice(0, 60), line: earlier } }];
    }),
  );
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}
