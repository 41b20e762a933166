// The hour of a forum on paper: which line is said at which minute in each of its versions (programme.md §1.12), and in which order people speak. Pure;
// it can be read aloud to a circle that asks why.
import { diceOf, hashed, inDrawnOrder } from '../../pairing/matching/dice.ts';
import type { Version } from './forums.ts';

/** So many have a place at least; with fewer nothing begins by itself. */
export const ENOUGH = 4;
/** So long before its start whoever offered it is asked what to do with fewer. */
export const ASKED_AHEAD = { hours: 1 };
/** From so many on there is time for one question; below, for two. */
const MANY = 6;
/** A minute before its end is said of every round that is longer than this. */
const LONG_MINUTES = 4;

/** Who speaks in the order that is drawn for a line: everyone, everyone but the holder, or nobody in particular. */
export type Speaks = 'all' | 'circle' | 'nobody';

export interface ScriptStep {
  /** The id of its words. */
  line: string;
  /** When it is said, and how long it lasts, in minutes. */
  minute: number;
  minutes: number;
  speaks: Speaks;
  /** Whose question, or whose turn, it is about: the first, second or third holder. */
  holder?: 1 | 2 | 3;
  /** Its end is the end of a long round: a minute before it, that is said. */
  warns: boolean;
}

type Line = Pick<ScriptStep, 'line' | 'minutes' | 'speaks' | 'holder'>;
type Round = readonly Line[];

const said = (line: string, minutes: number, speaks: Speaks = 'nobody', holder?: 1 | 2 | 3): Line => {
  return { line, minutes, speaks, ...(holder && { holder }) };
};

/** From telling it to the last word: minutes of each of its parts, and whose question it is. */
function question(holder: 1 | 2, [tell, facts, ask, notice, last]: readonly [number, number, number, number, number]): Round[] {
  return [
    [said('f.tell', tell, 'nobody', holder)],
    [said('f.facts', facts, 'circle', holder)],
    [said('f.ask', ask / 2, 'circle', holder), said('f.ask2', ask / 2, 'circle', holder)],
    [said('f.notice', notice, 'circle', holder)],
    [said('f.holder', last, 'nobody', holder)],
  ];
}

/** A turn of a small group: to think and be asked, and to settle what comes next. */
function turn(holder: 1 | 2 | 3, think: number, settle: number): Round {
  return [said('forums.hour.turn', think, 'nobody', holder), said('forums.hour.settle', settle, 'circle', holder)];
}

function arriving(word: number): Round {
  return [said('f.open', 2), said('f.word', word, 'all')];
}

function leaving(take: number): Round[] {
  return [[said('f.take', take, 'all')], [said('f.close', 4)]];
}

const six = laid([arriving(4), [said('f.choose', 4, 'all')], ...question(1, [6, 5, 13, 8, 5]), ...leaving(9)]);
const four = laid([arriving(3), ...question(1, [4, 3, 8, 4, 3]), ...question(2, [4, 3, 8, 4, 3]), ...leaving(7)]);
const three = laid([arriving(3), turn(1, 11, 4), turn(2, 11, 4), turn(3, 11, 4), ...leaving(6)]);
const two = laid([arriving(3), turn(1, 17, 5), turn(2, 17, 5), ...leaving(7)]);

/** The lines of a version, in order; `turns` is how many take turns in a small group. */
export function scriptOf(version: Version, turns: 2 | 3 = 3): readonly ScriptStep[] {
  if (version === 'six') return six;
  if (version === 'four') return four;
  return turns === 2 ? two : three;
}

/** Which version so many people have time for; nothing where they are too few for any. */
export function versionFor(people: number): Version | undefined {
  if (people >= MANY) return 'six';
  if (people >= ENOUGH) return 'four';
  return people >= 2 ? 'few' : undefined;
}

function laid(rounds: readonly Round[]): ScriptStep[] {
  let minute = 0;
  return rounds.flatMap((round) => {
    const long = round.reduce((sum, { minutes }) => sum + minutes, 0) > LONG_MINUTES;
    return round.map((line, at) => {
      const step = { ...line, minute, warns: long && at === round.length - 1 };
      minute += line.minutes;
      return step;
    });
  });
}

/** Who speaks: the seed of the forum, its script, who is there, and whose questions it is about, as far as that is known. */
export interface Circle {
  seed: string;
  script: readonly ScriptStep[];
  /** Leaders by their own ids. */
  leaders: readonly string[];
  holders: readonly (string | null)[];
}

/**
 * In which order people speak at line `step` (the first is 1); nobody, where the line asks nobody in particular. Drawn by lot, but for who begins:
 * that goes round, so that over the hour each begins as often as the others. The holder is left out of their own question.
 */
export function orderOf({ seed, script, leaders, holders }: Circle, step: number): string[] {
  const begun = new Map(leaders.map((leader) => [leader, 0]));
  let order: string[] = [];
  for (const [at, { speaks, holder = 0 }] of script.slice(0, step).entries()) {
    order = [];
    if (speaks === 'nobody') continue;
    const left = speaks === 'circle' ? holders[holder - 1] : undefined;
    const drawn = shuffled(
      leaders.filter((leader) => leader !== left),
      `${seed}\n${at + 1}`,
    );
    const least = Math.min(...drawn.map((leader) => begun.get(leader) ?? 0));
    const first = drawn.find((leader) => begun.get(leader) === least);
    if (first === undefined) continue;
    begun.set(first, least + 1);
    order = [first, ...drawn.filter((leader) => leader !== first)];
  }
  return order;
}

/** The same lot whatever the order in which they came. */
export function shuffled(leaders: readonly string[], lot: string): string[] {
  const sorted = [...leaders].sort();
  return inDrawnOrder(sorted, diceOf(hashed(lot)));
}
