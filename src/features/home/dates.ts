// The next dates that concern a leader: questions to come, the next rounds, the end of a pause.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, sayDay } from '../../platform/clock.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Place } from '../coaching/places.ts';
import { hoursOf, usualOf } from '../coaching/places.ts';
import { comingOpeners } from '../coaching/plan.ts';
import { comingRounds } from '../founding/plan.ts';
import * as programmes from '../founding/programmes.ts';
import { returnsAt } from '../joining/plan.ts';

/** So many dates are told at once; questions do not crowd out the day of the next round. */
const DATES = 3;
const QUESTIONS = 2;

interface Ahead {
  on: Temporal.PlainDate;
  what: 'question' | 'round' | 'back';
}

/** The next three dates in words, soonest first. */
export async function datesAhead({ db, content }: Pick<Tools, 'db' | 'content'>, place: Place, now: Temporal.Instant): Promise<string[]> {
  const { programme, leader } = place;
  const last = await programmes.lastRound(db, programme.id);
  const rounds = comingRounds(programme, last, dayOf(now, programme.timeZone), DATES).map(({ on }): Ahead => ({ on, what: 'round' }));
  const back: Ahead[] = place.away && leader.pausedUntil ? [{ on: leader.pausedUntil, what: 'back' }] : [];
  return [...questions(place, now), ...rounds, ...back]
    .sort((one, other) => one.on.toString().localeCompare(other.on.toString()))
    .slice(0, DATES)
    .map(({ on, what }) => content.say('home.date', { date: sayDay(on), what: content.say(`home.date.${what}`) }));
}

/** Nothing is sent to whoever sits out, so their questions begin again on the day they are back. */
function questions({ programme, leader, match, away }: Place, now: Temporal.Instant): Ahead[] {
  const back = away ? returnsAt(leader) : now;
  if (!match || !back) return [];
  const reached = { hours: hoursOf(leader, match.calendar), usual: usualOf(leader, programme) };
  return comingOpeners(match.calendar, reached, back, QUESTIONS).map(({ due }) => ({ on: dayOf(due, leader.timeZone), what: 'question' }));
}
