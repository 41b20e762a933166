// The gathering: whoever organises plans one when the end of a round is near, and takes the pack along shortly before; people say whether they come.
import { Temporal } from 'temporal-polyfill';
import { fillIn } from '../../act/fill.ts';
import { submit } from '../../act/modal.ts';
import { topModal } from '../../views.ts';
import { plan } from '../company.ts';
import type { Received } from '../transcript.ts';
import { workingMinutesAfter } from '../working-time.ts';
import { closeAll, formLabels, pressOn, pressWithin, says } from './at-hand.ts';
import { drawn, likes, oneOf } from './chance.ts';
import { zoneOf } from './forums.ts';
import type { Groups } from './groups.ts';

const PLACES = ['https://meet.example.org/gathering', 'The large room on the second floor', 'The room above the canteen'];
/** Of ten gatherings, so many name the next pairs. */
const REVEALS = 0.5;
const ANSWERS = 0.7;
/** A plan is due only in a round's last weeks: before that nobody asks. */
const NEAR_THE_END = { days: 40 };
const PACK_AHEAD = { days: 8 };

/** The organiser looks whether it is time for something. */
export async function lookAfterGathering(groups: Groups, again: () => void): Promise<void> {
  again();
  const { company, organiser } = groups;
  const { house } = company;
  const who = [...house.slack.world.people.values()].find(({ name }) => name === organiser);
  const due = who && (await whatIsDue(groups));
  if (!who || !due) return;
  const at = workingMinutesAfter(house.clock.ms(), groups.dice() * 400, zoneOf(groups, who.id));
  plan(company, { at, user: who.id, act: () => (due === 'plan' ? planIt(groups, who.id) : takePack(groups, who.id)) });
}

/** What the organiser has in her own diary: when the round ends, and when the gathering is. */
async function whatIsDue({ company: { house } }: Groups): Promise<'plan' | 'pack' | undefined> {
  const { db } = house.tools;
  const now = house.now();
  const round = await db
    .selectFrom('round')
    .select(['id', 'begins_on'])
    .where('undone_at', 'is', null)
    .where('closed_at', 'is', null)
    .orderBy('number', 'desc')
    .executeTakeFirst();
  if (!round) return undefined;
  const held = await db
    .selectFrom('gathering')
    .select('starts_at')
    .where('round', '=', round.id)
    .where('called_off_at', 'is', null)
    .executeTakeFirst();
  const today = now.toZonedDateTimeISO('UTC').toPlainDate();
  if (!held) {
    const end = Temporal.PlainDate.from(round.begins_on).add({ days: 26 * 7 });
    return Temporal.PlainDate.compare(today.add(NEAR_THE_END), end) >= 0 && Temporal.PlainDate.compare(today.add({ days: 7 }), end) < 0
      ? 'plan'
      : undefined;
  }
  const day = Temporal.Instant.from(held.starts_at).toZonedDateTimeISO('UTC').toPlainDate();
  return Temporal.PlainDate.compare(today, day) < 0 && Temporal.PlainDate.compare(today.add(PACK_AHEAD), day) >= 0 ? 'pack' : undefined;
}

async function planIt(groups: Groups, user: string): Promise<number> {
  const { company, dice } = groups;
  const { house } = company;
  const { slack, answered } = house;
  await says(house, user, '/coachingpairs gathering');
  if (!topModal(slack, user)?.view.submit) await pressWithin(house, user, 'together.plan-it');
  if (!topModal(slack, user)?.view.submit) return closed(house, user, 1);
  const reveals = dice() < REVEALS && formHas(groups, user, 'reveal');
  await fillIn(slack, user, { Where: oneOf(PLACES, dice) ?? '', ...(reveals && { reveal: ['reveals'] }) });
  await submit(slack, user);
  await answered();
  return closed(house, user, 3);
}

function formHas({ company: { house } }: Groups, user: string, field: string): boolean {
  return topModal(house.slack, user)?.view.blocks.some((block) => block.block_id === field) ?? false;
}

async function takePack({ company: { house } }: Groups, user: string): Promise<number> {
  await says(house, user, '/coachingpairs gathering');
  const done = formLabels(house, user).length > 0 && (await pressWithin(house, user, 'together.pack'));
  return closed(house, user, done ? 2 : 1);
}

async function closed(house: Groups['company']['house'], user: string, done: number): Promise<number> {
  await closeAll(house, user);
  return done;
}

/** One who reads of it in the channel. */
export function answerGathering(groups: Groups, { line, channel, ts }: Received): void {
  const { company, dice } = groups;
  const character = company.characters.get(line.to);
  if (!character || !likes(character.temperament, ANSWERS, dice)) return;
  const label = drawn({ Coming: 3, 'Not this time': 1 }, dice);
  const at = workingMinutesAfter(Temporal.Instant.from(line.at).epochMilliseconds, 5 + dice() * 2400, line.timeZone);
  plan(company, {
    at,
    user: line.to,
    act: async () => Number(await pressOn(company.house, line.to, { channel, ts }, label)),
  });
}
