// The next dates that concern a leader, gathered from the rooms that know them: questions to come, the next rounds, the end of a pause.
import type { Temporal } from 'temporal-polyfill';
import { dayOf } from '../../platform/clock.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Place } from '../coaching/places.ts';
import { hoursOf, usualOf } from '../coaching/places.ts';
import { comingOpeners } from '../coaching/plan.ts';
import { inOrder, type StatusDate, sayDates, statusDates } from '../joining/status.ts';

/** So many dates are told at once. */
const DATES = 3;

/** The next three dates in words, soonest first. */
export async function datesAhead(tools: Pick<Tools, 'db' | 'content'>, place: Place, now: Temporal.Instant): Promise<string[]> {
  const known = await statusDates(tools, place.programme, place.leader, now);
  return sayDates(tools, inOrder([...questions(place, now), ...known]).slice(0, DATES));
}

function questions({ programme, leader, match }: Place, now: Temporal.Instant): StatusDate[] {
  if (!match) return [];
  const reached = { hours: hoursOf(leader, match.calendar), usual: usualOf(leader, programme) };
  const openers = comingOpeners(match.calendar, reached, now, DATES);
  return openers.map(({ due }) => ({ on: dayOf(due, leader.timeZone), id: 'home.date.question' }));
}
