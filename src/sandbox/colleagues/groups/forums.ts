// Forums before their hour: somebody offers a date now and then, people save a place, say that they may bring a question, and some give it back.
import { Temporal } from 'temporal-polyfill';
import { fillIn } from '../../act/fill.ts';
import { submit } from '../../act/modal.ts';
import { topModal } from '../../views.ts';
import { plan } from '../company.ts';
import type { Received } from '../transcript.ts';
import { workingMinutesAfter } from '../working-time.ts';
import { closeAll, pressOn, pressWithin, says, tick } from './at-hand.ts';
import { likes, oneOf } from './chance.ts';
import type { Groups } from './groups.ts';

const WEEK = 7 * 86_400_000;
/** One forum for so many people each time. */
const PEOPLE_FOR_ONE = 30;
const HOURS = ['10:00', '11:30', '14:00', '15:30'];
const SIX_SEATS = ['6', '8', '8'];
/** So many would come to each; more than there are places, now and then. */
const COMERS = 8;
const BRINGS = 0.4;
const GIVES_BACK = 0.1;
const DAYS_AHEAD = { least: 7, more: 8 };
const OFFERER_SITS = 0.7;

/** Somebody offers a date; with many people, some do. `again` is told when it is time for the next. */
export function offerNow(groups: Groups, again: (at: number) => void): void {
  const { company, dice, forumEvery } = groups;
  const now = company.house.clock.ms();
  const willing = [...company.characters].filter(([, { temperament }]) => ['prompt', 'late', 'asking'].includes(temperament));
  for (let count = Math.ceil(company.characters.size / PEOPLE_FOR_ONE); count > 0; count -= 1) {
    const [user] = oneOf(willing, dice) ?? [];
    if (user === undefined) continue;
    const at = workingMinutesAfter(now, dice() * 900, zoneOf(groups, user));
    plan(company, { at, user, act: () => offer(groups, user) });
  }
  again(now + Math.round((0.6 + dice() * 0.8) * forumEvery * WEEK));
}

async function offer({ company: { house }, dice }: Groups, user: string): Promise<number> {
  const { slack, answered } = house;
  await says(house, user, '/coachingpairs forum');
  if (!(await pressWithin(house, user, 'forums.offer'))) return closed(house, user, 1);
  const day = aWorkday(house.now(), zoneIn(house, user), DAYS_AHEAD.least + Math.floor(dice() * DAYS_AHEAD.more));
  const filled = { Day: day, 'Begins at': oneOf(HOURS, dice) ?? '14:00', Places: oneOf(SIX_SEATS, dice) ?? '8' };
  await fillIn(slack, user, filled);
  const errors = await submit(slack, user);
  await answered();
  if (Object.keys(errors).length > 0) return closed(house, user, 3);
  if (dice() < OFFERER_SITS) await pressWithin(house, user, 'forums.save');
  return closed(house, user, 4);
}

/** One who reads of it in the channel. */
export function answerInvitation(groups: Groups, { line, channel, ts }: Received): void {
  const { company, dice } = groups;
  const character = company.characters.get(line.to);
  if (!character || !likes(character.temperament, Math.min(0.6, COMERS / company.characters.size), dice)) return;
  const at = workingMinutesAfter(Temporal.Instant.from(line.at).epochMilliseconds, 5 + dice() * 1400, line.timeZone);
  plan(company, { at, user: line.to, act: () => savePlace(groups, line.to, { channel, ts }) });
}

async function savePlace(groups: Groups, user: string, at: { channel: string; ts: string }): Promise<number> {
  const { company, dice } = groups;
  const { house } = company;
  if (!(await pressOn(house, user, at, 'forums.save'))) return 0;
  const forum = String(topModal(house.slack, user)?.view.private_metadata ?? '');
  const brings = dice() < BRINGS && (await tick(house, user, 'forums.brings', 'I may bring a question'));
  if (dice() < GIVES_BACK && forum !== '') {
    const then = workingMinutesAfter(house.clock.ms(), 200 + dice() * 1800, zoneOf(groups, user));
    plan(company, { at: then, user, act: () => giveBack(groups, user) });
  }
  return closed(house, user, brings ? 2 : 1);
}

/** Something has come up: the first place they have goes back. */
async function giveBack({ company: { house } }: Groups, user: string): Promise<number> {
  await says(house, user, '/coachingpairs forum');
  const done = await pressWithin(house, user, 'forums.give-back');
  return closed(house, user, done ? 2 : 1);
}

async function closed(house: Groups['company']['house'], user: string, done: number): Promise<number> {
  await closeAll(house, user);
  return done;
}

/** Some days from now where they are, and not on a weekend: `YYYY-MM-DD`. */
function aWorkday(now: Temporal.Instant, zone: string, days: number): string {
  const day = now.toZonedDateTimeISO(zone).toPlainDate().add({ days });
  return day.add({ days: day.dayOfWeek > 5 ? 8 - day.dayOfWeek : 0 }).toString();
}

/** Later by so many days, for one that is moved. */
export function laterDay(now: Temporal.Instant, zone: string): string {
  return aWorkday(now, zone, DAYS_AHEAD.least);
}

export function zoneOf({ company: { house } }: Groups, user: string): string {
  return zoneIn(house, user);
}

function zoneIn({ slack }: Groups['company']['house'], user: string): string {
  return slack.world.people.get(user)?.timeZone ?? 'UTC';
}
