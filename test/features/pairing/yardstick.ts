// What a plan is worth, counted anew from `product.md` §5 and the facts alone: the order of importance as a list of numbers, fewer being better.
// Shares no line with the program, and so can tell whether the program counts what was meant.
import type { Candidate, PairingFacts } from '../../../src/features/pairing/plan.ts';

/** The aims that are counted, most important first. */
export const AIMS = [
  'sameFunction',
  'repeats',
  'newerRepeats',
  'notMutual',
  'notOneSided',
  'shortHours',
  'noNewBridge',
  'leastBuilt',
  'amongThemselves',
  'trioDuty',
  'pastCompromises',
] as const;

/** Partners of so many last rounds are repeats. */
const REMEMBERED = 4;
const ENOUGH_MINUTES = 120;
const WEEK = 7 * 24 * 60;

/** What two people come to under each aim. */
export type Twos = (a: string, b: string) => readonly number[];

export interface Yardstick {
  /** Whether two people may be together. */
  mayBe: (a: string, b: string) => boolean;
  /** What groups come to, aim by aim. */
  worth: (groups: readonly (readonly string[])[]) => number[];
  twos: Twos;
  /** How many bridges groups build that nobody has built, each counted once. */
  bridges: (groups: readonly (readonly string[])[]) => number;
}

export function yardstickOf(facts: PairingFacts): Yardstick {
  const people = new Map(facts.leaders.map((leader) => [leader.id, leader]));
  const person = (id: string) => people.get(id) as Candidate;
  const shared = hoursOf(facts.leaders);
  const past = pastOf(facts);
  const built = builtOf(facts, people);
  const carried = (id: string) => facts.duty[id]?.compromises ?? 0;
  const known = new Map<string, readonly number[]>();
  const count = (a: string, b: string) => {
    const [one, other] = [person(a), person(b)];
    const same = ownOf(one) === ownOf(other);
    const times = past.get(keyOf(a, b)) ?? [];
    const welcomes = Number(one.welcomes.includes(b)) + Number(other.welcomes.includes(a));
    const short = shared(one, other) < ENOUGH_MINUTES;
    const joined = same ? 0 : (built.get(keyOf(ownOf(one), ownOf(other))) ?? 0);
    return [
      Number(same),
      times.length === 0 ? 0 : times.some(({ met }) => met) ? 2 : 1,
      times.reduce((sum, { roundsAgo, met }) => sum + (REMEMBERED + 1 - roundsAgo) * (met ? 2 : 1), 0),
      Number(welcomes !== 2),
      Number(welcomes !== 1),
      Number(short),
      Number(same || joined > 0),
      Math.min(joined, 200),
      Number(same),
      0,
      same || times.length > 0 || short ? Math.min(carried(a), 100) + Math.min(carried(b), 100) : 0,
    ];
  };
  const twos: Twos = (a, b) => {
    const key = keyOf(a, b);
    const units = known.get(key) ?? count(a, b);
    known.set(key, units);
    return units;
  };
  return {
    mayBe: rulesOf(facts),
    twos,
    worth: (groups) => worthOf(groups, twos, (id) => Math.min(facts.duty[id]?.trios ?? 0, 100)),
    bridges: (groups) =>
      new Set(
        groups
          .flatMap(couplesIn)
          .map(([a, b]) => [ownOf(person(a)), ownOf(person(b))] as const)
          .filter(([a, b]) => a !== b && !built.has(keyOf(a, b)))
          .map(([a, b]) => keyOf(a, b)),
      ).size,
  };
}

/** Below nothing where the first list comes first, above it where the second does. */
export function compareWorth(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((each, place) => each !== other[place]);
  return at < 0 ? 0 : (one[at] as number) - (other[at] as number);
}

/** All three pairs of a trio count, but one trio is as good as another where pairs within a function among themselves are counted. */
function worthOf(groups: readonly (readonly string[])[], twos: Twos, trios: (id: string) => number): number[] {
  const sums = AIMS.map(() => 0);
  const [among, duty] = [AIMS.indexOf('amongThemselves'), AIMS.indexOf('trioDuty')];
  for (const group of groups) {
    for (const [a, b] of couplesIn(group))
      twos(a, b).forEach((units, at) => {
        if (group.length === 2 || at !== among) sums[at] = (sums[at] as number) + units;
      });
    if (group.length === 3) sums[duty] = (sums[duty] as number) + group.reduce((sum, id) => sum + trios(id), 0);
  }
  return sums;
}

export function couplesIn(group: readonly string[]): [string, string][] {
  return group.flatMap((a, at) => group.slice(at + 1).map((b): [string, string] => [a, b]));
}

function keyOf(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}

function ownOf({ function: own }: Candidate): string {
  return own.trim().replace(/\s+/g, ' ').toLowerCase();
}

function pastOf({ history }: PairingFacts): Map<string, { roundsAgo: number; met: boolean }[]> {
  const past = new Map<string, { roundsAgo: number; met: boolean }[]>();
  for (const { roundsAgo, leaders, met } of history)
    for (const [a, b] of couplesIn(leaders))
      if (roundsAgo <= REMEMBERED) past.set(keyOf(a, b), [...(past.get(keyOf(a, b)) ?? []), { roundsAgo, met: met !== false }]);
  return past;
}

function builtOf({ history }: PairingFacts, people: ReadonlyMap<string, Candidate>): Map<string, number> {
  const built = new Map<string, number>();
  for (const [a, b] of history.flatMap(({ leaders }) => couplesIn(leaders))) {
    const [one, other] = [people.get(a), people.get(b)];
    if (!one || !other || ownOf(one) === ownOf(other)) continue;
    const key = keyOf(ownOf(one), ownOf(other));
    built.set(key, (built.get(key) ?? 0) + 1);
  }
  return built;
}

/** Whoever leads everybody may be with someone on their line who names them as welcome. */
function rulesOf({ leaders, forbidden }: PairingFacts): (a: string, b: string) => boolean {
  const [lines, others] = [new Set<string>(), new Set<string>(forbidden.map(([a, b]) => keyOf(a, b)))];
  for (const { id, line, avoids } of leaders) {
    for (const other of line) lines.add(keyOf(id, other));
    for (const other of avoids) others.add(keyOf(id, other));
  }
  const apart = (a: string, b: string) => lines.has(keyOf(a, b)) || others.has(keyOf(a, b));
  const alone = new Set(leaders.filter(({ id }) => leaders.every((other) => other.id === id || apart(id, other.id))).map(({ id }) => id));
  const named = new Map(leaders.map(({ id, welcomes }) => [id, new Set(welcomes)]));
  const excused = (a: string, b: string) => alone.has(a) && named.get(b)?.has(a) === true;
  return (a, b) => !others.has(keyOf(a, b)) && (!lines.has(keyOf(a, b)) || excused(a, b) || excused(b, a));
}

/** The longest stretch in which both work, minute by minute around the week. */
function hoursOf(leaders: readonly Candidate[]): (a: Candidate, b: Candidate) => number {
  const weeks = new Map<string, Uint8Array>();
  const weekOf = ({ hours }: Candidate) => {
    const key = JSON.stringify(hours);
    const week = weeks.get(key) ?? new Uint8Array(WEEK);
    if (!weeks.has(key)) for (const [from, to] of hours) week.fill(1, from, to);
    weeks.set(key, week);
    return { key, week };
  };
  const own = new Map(leaders.map((leader) => [leader.id, weekOf(leader)]));
  const known = new Map<string, number>();
  return (a, b) => {
    const [one, other] = [own.get(a.id), own.get(b.id)] as [{ key: string; week: Uint8Array }, { key: string; week: Uint8Array }];
    const key = keyOf(one.key, other.key);
    const minutes = known.get(key) ?? longestIn(one.week, other.week);
    known.set(key, minutes);
    return minutes;
  };
}

function longestIn(one: Uint8Array, other: Uint8Array): number {
  let [longest, present] = [0, 0];
  for (let at = 0; at < 2 * WEEK; at++) {
    present = one[at % WEEK] === 1 && other[at % WEEK] === 1 ? present + 1 : 0;
    longest = Math.max(longest, present);
  }
  return Math.min(longest, WEEK);
}
