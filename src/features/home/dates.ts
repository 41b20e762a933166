// The next dates that concern a leader: the meetings that are fixed, questions to come, forums and the gathering, the steps of a team, the next
// rounds, the end of a pause.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, instantOf, isBefore, sayDay, sayTime } from '../../platform/clock.ts';
import type { Tools } from '../../platform/tools.ts';
import * as meetings from '../coaching/meetings/meetings.ts';
import type { Place } from '../coaching/places.ts';
import { hoursOf, usualOf } from '../coaching/places.ts';
import { comingOpeners } from '../coaching/plan.ts';
import { comingRound } from '../founding/coming-round.ts';
import { roundsAfter } from '../founding/plan.ts';
import { returnsAt } from '../joining/plan.ts';
import { groupsAhead, whereTheyAre } from './group-dates.ts';

/** So many dates are told at once; questions do not crowd out the day of the next round. */
const DATES = 3;
const QUESTIONS = 2;

export interface Ahead {
  on: Temporal.PlainDate;
  what: 'meeting' | 'question' | 'round' | 'back' | 'forum' | 'gathering' | 'team-begins' | 'team-step' | 'team-taps';
  /** The time of day, where they are; for what has its hour. */
  time?: Temporal.PlainTime;
}

/** The next three dates in words, soonest first. */
export async function datesAhead({ db, content }: Pick<Tools, 'db' | 'content'>, place: Place, now: Temporal.Instant): Promise<string[]> {
  const { programme, leader } = place;
  const { number, on, inCalendar } = await comingRound(db, programme, now);
  const rounds = [{ on }, ...roundsAfter(programme, { number, on: inCalendar }, DATES - 1)].map(({ on }): Ahead => ({ on, what: 'round' }));
  const back: Ahead[] = place.away && leader.pausedUntil ? [{ on: leader.pausedUntil, what: 'back' }] : [];
  return [...(await meetingsAhead(db, place, now)), ...(await groupsAhead(db, place, now)), ...questions(place, now), ...rounds, ...back]
    .sort((one, other) => orderOf(one).localeCompare(orderOf(other)))
    .slice(0, DATES)
    .map(({ on, what, time }) => {
      const said = content.say(`home.date.${what}`, time && { time: sayTime(time.toString({ smallestUnit: 'minute' })) });
      return content.say('home.date', { date: sayDay(on), what: said });
    });
}

/** What has no hour stands before what has. */
function orderOf({ on, time }: Ahead): string {
  return `${on} ${time ?? ''}`;
}

async function meetingsAhead(db: Tools['db'], { leader, match }: Place, now: Temporal.Instant): Promise<Ahead[]> {
  const fixed = match ? await meetings.ofPair(db, match.pair.id) : [];
  return fixed.filter(meetings.isBooked).flatMap(({ startsAt, minutes }): Ahead[] => {
    const starts = instantOf(startsAt);
    if (isBefore(starts.add({ minutes }), now)) return [];
    return [{ what: 'meeting', ...whereTheyAre(starts, leader.timeZone) }];
  });
}

/** Nothing is sent to whoever sits out, so their questions begin again on the day they are back. */
function questions({ programme, leader, match, away }: Place, now: Temporal.Instant): Ahead[] {
  const back = away ? returnsAt(leader) : now;
  if (!match || !back) return [];
  const reached = { hours: hoursOf(leader, match.calendar), usual: usualOf(leader, programme) };
  return comingOpeners(match.calendar, reached, back, QUESTIONS).map(({ due }) => ({ on: dayOf(due, leader.timeZone), what: 'question' }));
}
