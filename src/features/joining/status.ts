// What this room knows of where a leader stands, and of the dates ahead of them. Later rooms add their part.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, sayDay, sayTime } from '../../platform/clock.ts';
import type { Tools } from '../../platform/tools.ts';
import { comingRounds } from '../founding/plan.ts';
import type { Programme } from '../founding/programmes.ts';
import * as programmes from '../founding/programmes.ts';
import { sayWeekdays } from '../founding/words.ts';
import type { Leader } from './leaders.ts';

/** A day that matters to a leader, and the id of the words of `content/` that say what happens on it. */
export interface StatusDate {
  on: Temporal.PlainDate;
  id: string;
}

/** A sentence or two to a line, as mrkdwn. */
export function statusLines({ content }: Pick<Tools, 'content'>, programme: Programme, leader: Leader): string[] {
  if (leader.leftAt !== null) return [content.say('joining.status.left', { programme: programme.name })];
  const standing = { programme: programme.name, function: leader.function };
  const { workingDays, workingFrom, workingTo, timeZone: zone } = leader;
  return [
    leader.pausedUntil
      ? content.say('joining.status.paused', { ...standing, date: sayDay(leader.pausedUntil) })
      : content.say('joining.status.in', standing),
    content.say('joining.status.hours', { days: sayWeekdays(workingDays), from: sayTime(workingFrom), to: sayTime(workingTo), zone }),
  ];
}

/** The days ahead that this room knows of, soonest first: the end of a pause, and the next rounds. */
export async function statusDates(
  tools: Pick<Tools, 'db'>,
  programme: Programme,
  leader: Leader,
  now: Temporal.Instant,
): Promise<StatusDate[]> {
  const last = await programmes.lastRound(tools.db, programme.id);
  const back = leader.pausedUntil ? [{ on: leader.pausedUntil, id: 'joining.date.back' }] : [];
  const rounds = comingRounds(programme, last, dayOf(now, programme.timeZone), 3).map(({ on }) => ({ on, id: 'joining.date.round' }));
  return inOrder([...back, ...rounds]);
}

export function inOrder(dates: readonly StatusDate[]): StatusDate[] {
  return [...dates].sort((one, other) => one.on.toString().localeCompare(other.on.toString()));
}

/** `Tuesday 12 January 2027: a new round begins`, one to a line. */
export function sayDates({ content }: Pick<Tools, 'content'>, dates: readonly StatusDate[]): string[] {
  return dates.map(({ on, id }) => content.say('joining.date', { date: sayDay(on), what: content.say(id) }));
}
