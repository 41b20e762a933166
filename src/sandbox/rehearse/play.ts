// Plays a programme with people who behave like people, on a clock that jumps from one thing that happens to the next. Nothing of the bot is
// replaced; the same seed gives the same play.
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { Temporal } from 'temporal-polyfill';
import { say } from '../act/say.ts';
import { settle } from '../deliver.ts';
import { type Cast, rosterCast } from '../demo-cast.ts';
import { elementsOf } from '../describe/view.ts';
import { seededDice } from '../dice.ts';
import { type House, openHouse } from '../house.ts';
import { settleIn } from '../settle-in.ts';
import { type Diary, openDiary } from './diary.ts';
import { type Handling, handleMessage } from './handle.ts';
import { saying } from './sayings.ts';
import { scriptOf } from './scripts.ts';
import { type Character, drawCharacter, type Temperament } from './temperaments.ts';
import { type Line, openRecorder, type Received } from './transcript.ts';
import { workingMinutesAfter } from './working-time.ts';

const LATE_JOINERS = 0.02;

export interface PlaySettings {
  /** The people, as `roster --import` takes them. */
  roster: string;
  /** When the programme is founded. */
  from: Temporal.Instant;
  months: number;
  seed: number;
  /** Hears each line as it is received, and each day as it begins. */
  onLine: (line: Line) => void;
  onDay?: (day: Temporal.PlainDate) => void;
  /** Done to the house at the beginning of a day: an outage, for instance. */
  meddle?: (house: House, day: number) => Promise<void>;
}

export interface Played {
  house: House;
  characters: ReadonlyMap<string, Character>;
  /** How many things people did. */
  acts: number;
}

/** The house stays open: whoever asked for the play closes it. */
export async function play(settings: PlaySettings): Promise<Played> {
  const dice = seededDice(settings.seed);
  const whole = rosterCast(settings.roster);
  const { cast, late } = withLateJoiners(whole, dice);
  const house = await openHouse({
    people: whole.people,
    channels: [{ name: whole.channel }],
    now: settings.from.toString(),
    seed: settings.seed,
  });
  await settleIn(house, cast);
  const stage = openStage(house, { dice, late, organiser: whole.organiser });
  stage.plan(settings.from.epochMilliseconds);
  await run(stage, settings);
  return { house, characters: stage.characters, acts: stage.acts };
}

/** One in a hundred is not enrolled with the others; nobody whom somebody else reports to, for the list must hang together without them. */
function withLateJoiners(cast: Cast, dice: () => number): { cast: Cast; late: ReadonlySet<string> } {
  const rows = parse(cast.roster, { columns: true, bom: true, skip_empty_lines: true, trim: true }) as Record<string, string>[];
  const managers = new Set(rows.map((row) => row.manager_email));
  const late = new Set(rows.filter(({ email }) => dice() < LATE_JOINERS && !managers.has(email)).map(({ email }) => email ?? ''));
  const kept = rows.filter(({ email }) => !late.has(email ?? ''));
  return { cast: { ...cast, roster: stringify(kept, { header: true }) }, late };
}

interface Stage {
  house: House;
  diary: Diary;
  dice: () => number;
  characters: Map<string, Character>;
  recorder: ReturnType<typeof openRecorder>;
  /** What people will do by themselves, whatever they hear. */
  plan: (from: number) => void;
  acts: number;
}

function openStage(house: House, about: { dice: () => number; late: ReadonlySet<string>; organiser: string }): Stage {
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
    plan: (from) => {
      for (const [user, character] of characters)
        for (const { at, act } of scriptOf(house, { user, character, from, dice })) diary.add({ at, run: () => counted(stage, act) });
    },
  };
  return stage;
}

async function counted(stage: Stage, act: () => Promise<number>): Promise<void> {
  stage.acts += await act();
}

/** From one thing that happens to the next, until the months are over. */
async function run(stage: Stage, { from, months, onLine, onDay, meddle }: PlaySettings): Promise<void> {
  const { house, diary } = stage;
  const end = from.toZonedDateTimeISO('UTC').add({ months }).toInstant();
  let day = -1;
  for (;;) {
    const today = Math.floor((house.now().epochMilliseconds - from.epochMilliseconds) / 86_400_000);
    if (today > day) {
      day = today;
      onDay?.(house.now().toZonedDateTimeISO('UTC').toPlainDate());
      await meddle?.(house, day);
    }
    const next = await house.doDue();
    for (const received of await stage.recorder.record()) {
      onLine(received.line);
      react(stage, received);
    }
    const now = house.now();
    const acts = diary.due(now.epochMilliseconds);
    for (const { run: act } of acts) await act();
    if (acts.length > 0) continue;
    const soonest = Math.min(next?.epochMilliseconds ?? Number.POSITIVE_INFINITY, diary.next() ?? Number.POSITIVE_INFINITY);
    if (Math.min(soonest, end.epochMilliseconds) >= end.epochMilliseconds) return;
    const midnight = from.epochMilliseconds + (day + 1) * 86_400_000;
    const target = Math.max(Math.min(soonest, midnight), now.epochMilliseconds + 1000);
    house.clock.moveTo(Temporal.Instant.fromEpochMilliseconds(target));
  }
}

/** Plans what a person does about a message: after a while, in their working time, or never. */
function react(stage: Stage, { line, channel, ts, blocks }: Received): void {
  const { dice, diary } = stage;
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

async function writeBack({ house, dice }: Stage, user: string): Promise<number> {
  await say(house.slack, user, { text: saying(dice), where: undefined, file: undefined });
  await settle(house.slack);
  return 1;
}

function handlingOf({ house, dice }: Stage, user: string, { temperament }: Character): Handling {
  return { slack: house.slack, answered: house.answered, user, temperament, dice };
}
