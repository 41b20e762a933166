// Reads pause weeks as an organiser writes them: `2026-12-21 to 2027-01-01`, one to a line. Pure.
import { Temporal } from 'temporal-polyfill';
import { readDay } from '../../platform/slack/days.ts';
import type { PauseWeek } from './pause-weeks.ts';
import type { Saying } from './words.ts';

const LINES_MOST = 30;
const REST_DAYS_MOST = 60;

type Wrong = (id: string, blanks?: Saying['blanks']) => void;

/** The pauses in `lines`, in order of time; `wrong` hears what is not right with them. */
export function restsIn(lines: readonly string[], today: Temporal.PlainDate, wrong: Wrong): PauseWeek[] {
  const read = lines.map((line) => ({ line, rest: restOf(line, today) }));
  const unread = read.find(({ rest }) => rest === undefined);
  if (unread) wrong('founding.wrong.rest', { line: unread.line.slice(0, 60) });
  const rests = read.flatMap(({ rest }) => (rest ? [rest] : [])).sort((a, b) => Temporal.PlainDate.compare(a.from, b.from));
  if (lines.length > LINES_MOST) wrong('founding.wrong.rests.many', { most: LINES_MOST });
  if (rests.some(({ from, to }) => from.until(to).days >= REST_DAYS_MOST)) wrong('founding.wrong.rest.long');
  if (rests.some(({ from }, at) => at > 0 && Temporal.PlainDate.compare(rests[at - 1]?.to ?? from, from) >= 0))
    wrong('founding.wrong.rests.overlap');
  return rests;
}

function restOf(line: string, today: Temporal.PlainDate): PauseWeek | undefined {
  const [first = '', last = first, ...more] = line.split(/\s+(?:to|until|till|-)\s+|\s*[–—]\s*/);
  const from = readDay(first, today);
  const to = readDay(last, from ?? today);
  return from && to && more.length === 0 && Temporal.PlainDate.compare(from, to) <= 0 ? { from, to } : undefined;
}
