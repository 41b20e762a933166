// A forum's hour: somebody reads the words, somebody keeps it to questions, questions are brought, now and then somebody presses on, asks for more time
// or stops the clock; most tap at the end. And what is done where too few have signed up.
import { Temporal } from 'temporal-polyfill';
import { fillIn } from '../../act/fill.ts';
import { submit } from '../../act/modal.ts';
import { plan } from '../company.ts';
import type { Received } from '../transcript.ts';
import { workingMinutesAfter } from '../working-time.ts';
import { closeAll, formLabels, labelsIn, pressOn, pressWithin, type Spot } from './at-hand.ts';
import { drawn, oneOf, someOf, tapped } from './chance.ts';
import { laterDay, zoneOf } from './forums.ts';
import type { Groups } from './groups.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** What of ten forums sees each of these, and how many seconds after a line it is done, from and to. */
const PARTS: Readonly<Record<string, { of: number; from: number; to: number }>> = {
  'I will read the words': { of: 8, from: 15, to: 60 },
  'I will keep us asking': { of: 6, from: 70, to: 110 },
  'My question': { of: 9, from: 60, to: 150 },
  'Could it be a question?': { of: 2, from: 40, to: 150 },
  'More time': { of: 1, from: 60, to: 170 },
  Pause: { of: 0.4, from: 60, to: 110 },
  Next: { of: 1, from: 110, to: 200 },
};
const ONLY_THE_READER = new Set(['More time', 'Pause', 'Next']);
const PAUSES_FOR = 90 * SECOND;
const ANSWERS = 0.85;
const ANSWERS_LATER = 0.2;
const TAPS = 2;

/** What somebody who has a seat is told: the lines of the hour, and whether it is to go ahead with a few. Once for each message of the hour. */
export function sitThrough(groups: Groups, received: Received): void {
  const { line, channel, ts, blocks } = received;
  const labels = labelsIn(blocks);
  const at = Temporal.Instant.from(line.at).epochMilliseconds;
  if (labels.includes('Go ahead')) decide(groups, received, at);
  if (line.surface === 'dm' || labels.length === 0 || labels.includes('Go ahead')) return;
  const members = (groups.company.house.slack.world.conversations.get(channel)?.members ?? []).filter((one) =>
    groups.company.characters.has(one),
  );
  if (members[0] !== line.to) return;
  const spot = { channel, ts };
  if (labels.includes('Answer')) leaveTheRoom(groups, members, spot, at);
  else for (const label of labels) takePart(groups, { label, members, spot, at });
}

interface Moment {
  label: string;
  members: readonly string[];
  spot: Spot;
  /** When the line was said, in milliseconds. */
  at: number;
}

function takePart(groups: Groups, { label, members, spot, at }: Moment): void {
  const { company, dice, readers } = groups;
  const part = PARTS[label];
  if (!part || dice() * 10 >= part.of) return;
  const who = ONLY_THE_READER.has(label) ? readers.get(spot.channel) : oneOf(members, dice);
  if (who === undefined) return;
  if (label === 'I will read the words') readers.set(spot.channel, who);
  const then = at + Math.round((part.from + dice() * (part.to - part.from)) * SECOND);
  plan(company, { at: then, user: who, act: () => pressed(groups, who, spot, label) });
  if (label === 'Pause') plan(company, { at: then + PAUSES_FOR, user: who, act: () => pressed(groups, who, spot, 'Go on') });
}

async function pressed({ company: { house } }: Groups, user: string, at: Spot, label: string): Promise<number> {
  const done = await pressOn(house, user, at, label);
  await closeAll(house, user);
  return done ? 1 : 0;
}

/** Most answer on their way out; some in the next morning; some never. */
function leaveTheRoom(groups: Groups, members: readonly string[], spot: Spot, at: number): void {
  const { company, dice, readers } = groups;
  readers.delete(spot.channel);
  for (const user of someOf(members, members.length, dice)) {
    if (company.characters.get(user)?.temperament === 'silent' || dice() >= ANSWERS) continue;
    const soon = at + Math.round((0.3 + dice() * 4) * MINUTE);
    const then = dice() < ANSWERS_LATER ? workingMinutesAfter(at, 120 + dice() * 300, zoneOf(groups, user)) : soon;
    plan(company, { at: then, user, act: () => answer(groups, user, spot) });
  }
}

async function answer({ company: { house }, dice }: Groups, user: string, at: Spot): Promise<number> {
  if (!(await pressOn(house, user, at, 'Answer'))) return 0;
  let done = 1;
  for (let tap = 0; tap < TAPS; tap += 1) {
    const label = tapped(formLabels(house, user), dice);
    if (label === undefined || !(await pressWithin(house, user, label))) break;
    done += 1;
  }
  await closeAll(house, user);
  return done;
}

/** Too few have signed up: mostly it goes ahead as a small group, sometimes on another day, sometimes nobody says anything. */
function decide(groups: Groups, { line, channel, ts }: Received, at: number): void {
  const { company, dice } = groups;
  if (!company.characters.has(line.to)) return;
  const choice = drawn({ 'Go ahead': line.surface === 'dm' ? 3 : 5, 'Move it': 2, nothing: 3 }, dice);
  const then = at + Math.round((1 + dice() * 12) * MINUTE);
  if (choice === 'nothing') return;
  plan(company, {
    at: then,
    user: line.to,
    act: () => (choice === 'Move it' ? move(groups, line.to, { channel, ts }) : pressed(groups, line.to, { channel, ts }, choice)),
  });
}

async function move(groups: Groups, user: string, at: Spot): Promise<number> {
  const { house } = groups.company;
  if (!(await pressOn(house, user, at, 'Move it'))) return 0;
  if (formLabels(house, user).length > 0) return 1;
  await fillIn(house.slack, user, { Day: laterDay(house.now(), zoneOf(groups, user)) });
  await submit(house.slack, user);
  await house.answered();
  await closeAll(house, user);
  return 2;
}
