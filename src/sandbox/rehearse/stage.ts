// The people of a rehearsal while it runs: what each has in mind to do, and how they take what they receive.
import { Temporal } from 'temporal-polyfill';
import { say } from '../act/say.ts';
import { settle } from '../deliver.ts';
import { elementsOf } from '../describe/view.ts';
import type { House } from '../house.ts';
import { type Diary, openDiary } from './diary.ts';
import { type Handling, handleMessage } from './handle.ts';
import { saying } from './sayings.ts';
import { scriptOf, sitOut } from './scripts.ts';
import { type Character, drawCharacter, type Temperament } from './temperaments.ts';
import { openRecorder, type Received, type Recorder } from './transcript.ts';
import { workingMinutesAfter } from './working-time.ts';

export interface Stage {
  house: House;
  diary: Diary;
  dice: () => number;
  characters: Map<string, Character>;
  recorder: Recorder;
  /** What people will do by themselves, whatever they hear. */
  plan: (from: number) => void;
  /** How many things people did, and what they wanted to do and could not. */
  acts: number;
  stumbles: string[];
}

export function openStage(house: House, about: { dice: () => number; late: ReadonlySet<string>; organiser: string }): Stage {
  const { dice, late, organiser } = about;
  const characters = new Map<string, Character>();
  for (const person of house.slack.world.people.values()) {
    if (person.kind === 'bot') continue;
    const drawn = drawCharacter(dice);
    const temperament: Temperament =
      person.name === organiser
        ? 'prompt'
        : late.has(person.email)
          ? 'joining late'
          : drawn.temperament === 'joining late'
            ? 'prompt'
            : drawn.temperament;
    characters.set(person.id, { ...drawn, temperament });
  }
  const diary = openDiary();
  const stage: Stage = {
    house,
    diary,
    dice,
    characters,
    recorder: openRecorder(house.slack, () => house.tools),
    acts: 0,
    stumbles: [],
    plan: (from) => {
      for (const [user, character] of characters)
        for (const { at, act } of scriptOf(house, { user, character, from, dice })) diary.add({ at, run: () => counted(stage, act) });
    },
  };
  return stage;
}

async function counted(stage: Stage, act: () => Promise<number>): Promise<void> {
  try {
    stage.acts += await act();
  } catch (fault) {
    stage.stumbles.push(fault instanceof Error ? fault.message : String(fault));
  }
}

/** Plans what a person does about a message: after a while, in their working time, or never. */
export function react(stage: Stage, { line, channel, ts, blocks }: Received): void {
  const { dice, diary } = stage;
  if (line.kind === 'rotation-waiting') makeWay(stage, line);
  const character = stage.characters.get(line.to);
  if (!character || line.surface === 'channel') return;
  const answers = dice() * 100 < character.answers;
  const [least, most] = character.delay;
  const minutes = least + dice() * (most - least);
  const writes = dice() < 0.25 && line.kind === 'opener';
  const asks = blocks.some((block) => elementsOf(block).some(({ type }) => type === 'button'));
  if (!answers || !(writes || asks)) return;
  const at = workingMinutesAfter(Temporal.Instant.from(line.at).epochMilliseconds, minutes, line.timeZone);
  const act = () => (writes ? writeBack(stage, line.to) : handleMessage(handlingOf(stage, line.to, character), { channel, ts }));
  diary.add({ at, run: () => counted(stage, act) });
}

/** Where a rule that is never broken keeps a round from going out, the organiser agrees with whoever it concerns that they sit this one out. */
function makeWay(stage: Stage, { at, text, timeZone }: Received['line']): void {
  const { house, diary, characters } = stage;
  const concerned = [...house.slack.world.people.values()].find(({ id, name }) => characters.has(id) && text.includes(` ${name} is `));
  if (!concerned) return;
  const then = workingMinutesAfter(Temporal.Instant.from(at).epochMilliseconds, 60, timeZone);
  diary.add({ at: then, run: () => counted(stage, () => sitOut(house, concerned.id)) });
}

async function writeBack({ house, dice }: Stage, user: string): Promise<number> {
  await say(house.slack, user, { text: saying(dice), where: undefined, file: undefined });
  await settle(house.slack);
  return 1;
}

function handlingOf({ house, dice }: Stage, user: string, { temperament }: Character): Handling {
  return { slack: house.slack, answered: house.answered, user, temperament, dice };
}
