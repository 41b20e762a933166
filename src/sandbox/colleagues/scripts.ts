// What colleagues do by themselves, whatever they hear: join late, sit out for a while, leave, look at their Home now and then.
import { openHome } from '../act/home.ts';
import { pressLike } from '../act/press.ts';
import { typeCommand } from '../act/type.ts';
import type { House } from '../house.ts';
import { handleForms } from './handle.ts';
import type { Character } from './temperaments.ts';
import type { Words } from './words.ts';
import { workingMinutesAfter } from './working-time.ts';

interface Scripted {
  at: number;
  act: () => Promise<number>;
}

interface Actor {
  user: string;
  character: Character;
  /** Milliseconds since 1970. */
  from: number;
  dice: () => number;
  words: Words;
}

/** Most people go by their messages. */
const LOOK_AT_HOME = 0.1;
const WEEK = 7 * 86_400_000;
const LINES: Partial<Record<Character['temperament'], readonly string[]>> = {
  pausing: ['/coachingpairs pause 2 weeks', 'Pause'],
  leaving: ['/coachingpairs leave', 'Leave'],
  'joining late': ['/coachingpairs join'],
};

export function scriptOf(house: House, actor: Actor): Scripted[] {
  const zone = house.slack.world.people.get(actor.user)?.timeZone ?? 'UTC';
  const some = (weeks: number) => workingMinutesAfter(actor.from + weeks * WEEK, actor.dice() * 900, zone);
  const lines = LINES[actor.character.temperament];
  const weeks = actor.dice() < LOOK_AT_HOME ? [2, 11, 22] : [];
  const looks = weeks.map((week): Scripted => ({ at: some(week), act: () => lookAtHome(house, actor) }));
  return lines ? [...looks, { at: some(actor.character.week), act: () => typeAndPress(house, actor, lines) }] : looks;
}

async function lookAtHome(house: House, { user }: Actor): Promise<number> {
  if (house.slack.world.people.get(user)?.kind !== 'member') return 0;
  openHome(house.slack, user);
  await house.answered();
  return 1;
}

/** Agrees to sit a round out. */
export async function sitOut(house: House, user: string): Promise<number> {
  await typeCommand(house.slack, user, '/coachingpairs pause 10 weeks', 'leadership');
  await house.answered();
  await pressLike(house.slack, user, 'Pause');
  await house.answered();
  return 2;
}

async function typeAndPress(house: House, actor: Actor, [line = '', button]: readonly string[]): Promise<number> {
  const { slack } = house;
  await typeCommand(slack, actor.user, line, 'leadership');
  await house.answered();
  if (button) await pressLike(slack, actor.user, button);
  await house.answered();
  const { temperament } = actor.character;
  const { user, dice, words } = actor;
  const handling = { slack, answered: house.answered, user, temperament, dice, words, mostSteps: 1, element: null };
  return 1 + (await handleForms(handling));
}
