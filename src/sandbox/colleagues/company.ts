// The people around the bot who act by themselves, in a rehearsal and in the demo: what each has in mind to do, and how they take what they receive.
import { Temporal } from 'temporal-polyfill';
import { say } from '../act/say.ts';
import { settle } from '../deliver.ts';
import { elementsOf } from '../describe/view.ts';
import type { House } from '../house.ts';
import { type Diary, openDiary } from './diary.ts';
import { type Handling, handleMessage } from './handle.ts';
import { scriptOf, sitOut } from './scripts.ts';
import { type Character, drawCharacter, PROMPT, type Temperament } from './temperaments.ts';
import type { Received } from './transcript.ts';
import type { Words } from './words.ts';
import { workingMinutesAfter } from './working-time.ts';

export interface CompanySettings {
  dice: () => number;
  words: Words;
  /** Email addresses of people who join late by themselves. */
  late: ReadonlySet<string>;
  /** Name of the organiser, who does what they do promptly. */
  organiser: string;
  /** What people have received since it was last asked. */
  listen: () => Promise<Received[]>;
  /** Whether somebody decides for themselves at this moment; everybody does when missing. */
  isFree?: (user: string) => boolean;
  /** Whether somebody is waited for: they answer promptly, whatever their character. */
  isAwaited?: (user: string) => boolean;
  /** How many buttons of one message somebody presses in one go at most. */
  mostSteps?: number;
}

const MOST_STEPS = 6;
/** What groups are told is for those who go along with groups. */
const OF_GROUPS = /^(?:forum|team|gathering)/;

export interface Company extends Required<Pick<CompanySettings, 'dice' | 'words' | 'listen' | 'isFree' | 'isAwaited' | 'mostSteps'>> {
  house: House;
  diary: Diary;
  characters: ReadonlyMap<string, Character>;
  /** How many things people did, and what they wanted to do and could not. */
  acts: number;
  stumbles: string[];
}

/** Who is in the workspace, each with a character drawn by the dice. Nobody has anything in mind yet. */
export function openCompany(house: House, settings: CompanySettings): Company {
  const { dice, words, listen, isFree = () => true, isAwaited = () => false, mostSteps = MOST_STEPS } = settings;
  const people = [...house.slack.world.people.values()].filter(({ kind }) => kind !== 'bot');
  const characters = new Map(
    people.map((person): [string, Character] => {
      const drawn = drawCharacter(dice);
      return [person.id, { ...drawn, temperament: temperamentOf(person, drawn.temperament, settings) }];
    }),
  );
  const manners = { dice, words, listen, isFree, isAwaited, mostSteps };
  return { house, diary: openDiary(), characters, ...manners, acts: 0, stumbles: [] };
}

function temperamentOf(
  { name, email }: { name: string; email: string },
  drawn: Temperament,
  { organiser, late }: CompanySettings,
): Temperament {
  if (name === organiser) return 'prompt';
  if (late.has(email)) return 'joining late';
  return drawn === 'joining late' ? 'prompt' : drawn;
}

/** Puts into the diary what people will do by themselves, whatever they hear; `from` in milliseconds since 1970. */
export function planScripts(company: Company, from: number): void {
  const { house, dice, words } = company;
  for (const [user, character] of company.characters)
    for (const { at, act } of scriptOf(house, { user, character, from, dice, words })) plan(company, { at, user, act });
}

interface Plan {
  at: number;
  user: string;
  /** Returns how many things were done. */
  act: () => Promise<number>;
}

/** Puts something into the diary that somebody does then, if it is theirs to decide by that time. */
export function plan(company: Company, { at, user, act }: Plan): void {
  company.diary.add({ at, run: async () => (company.isFree(user) ? counted(company, act) : undefined) });
}

async function counted(company: Company, act: () => Promise<number>): Promise<void> {
  try {
    company.acts += await act();
  } catch (fault) {
    company.stumbles.push(fault instanceof Error ? fault.message : String(fault));
  }
}

/** Lets people hear what was said since they last listened, and plan what they do about it. */
export async function hear(company: Company): Promise<void> {
  for (const received of await company.listen()) react(company, received);
}

/** Plans what a person does about a message: after a while, in their working time, or never. */
function react(company: Company, { line, channel, ts, blocks }: Received): void {
  const { dice } = company;
  if (line.kind === 'rotation-waiting') makeWay(company, line);
  const drawn = company.characters.get(line.to);
  if (!drawn || line.surface === 'channel' || OF_GROUPS.test(line.kind)) return;
  const character = company.isAwaited(line.to) ? { ...drawn, ...PROMPT } : drawn;
  const answers = dice() * 100 < character.answers;
  const [least, most] = character.delay;
  const minutes = least + dice() * (most - least);
  const writes = dice() < 0.25 && line.kind === 'opener';
  const asks = blocks.some((block) => elementsOf(block).some(({ type }) => type === 'button'));
  if (!answers || !(writes || asks)) return;
  const at = workingMinutesAfter(Temporal.Instant.from(line.at).epochMilliseconds, minutes, line.timeZone);
  const handling = handlingOf(company, line, character);
  plan(company, { at, user: line.to, act: () => (writes ? writeBack(company, line) : handleMessage(handling, { channel, ts })) });
}

/** Where a rule that is never broken keeps a round from going out, the organiser agrees with whoever it concerns that they sit this one out. */
function makeWay(company: Company, { at, text, timeZone }: Received['line']): void {
  const { house, characters } = company;
  const concerned = [...house.slack.world.people.values()].find(({ id, name }) => characters.has(id) && text.includes(` ${name} is `));
  if (!concerned) return;
  const then = workingMinutesAfter(Temporal.Instant.from(at).epochMilliseconds, 60, timeZone);
  plan(company, { at: then, user: concerned.id, act: () => sitOut(house, concerned.id) });
}

async function writeBack({ house, dice, words }: Company, { to, element }: Received['line']): Promise<number> {
  await say(house.slack, to, { text: words.reply(dice, element), where: undefined, file: undefined });
  await settle(house.slack);
  return 1;
}

function handlingOf({ house, dice, words, mostSteps }: Company, { to, element }: Received['line'], { temperament }: Character): Handling {
  return { slack: house.slack, answered: house.answered, user: to, temperament, dice, words, mostSteps, element };
}

/** Does what is due at this instant, lets people hear what was said, and lets those act whose time has come. `next` in milliseconds since 1970. */
export async function step(company: Company): Promise<{ acts: number; next: number }> {
  const { house, diary } = company;
  const due = await house.doDue();
  await hear(company);
  const acts = diary.due(house.clock.ms());
  for (const { run } of acts) await run();
  return {
    acts: acts.length,
    next: Math.min(due?.epochMilliseconds ?? Number.POSITIVE_INFINITY, diary.next() ?? Number.POSITIVE_INFINITY),
  };
}
