// What is known of each two people: everything that the matching weighs and the reasons tell, from one place. Pure.
import type { Candidate, PairingFacts } from './plan.ts';
import { ENOUGH_HOURS, sharedHours } from './shared-hours.ts';
import { fitOf, topicsOf } from './topics.ts';

/** Partners of so many last rounds are repeats. */
export const ROUNDS_REMEMBERED = 4;

export interface Between {
  sameFunction: boolean;
  /** Each time they were together, latest first. */
  past: readonly { roundsAgo: number; met: boolean }[];
  /** How many of the two have named the other as welcome. */
  welcomes: 0 | 1 | 2;
  /** On the day on which they share most. */
  hours: number;
  /** How often pairs have joined their two functions; nothing where it is one function. */
  built: number;
  sameLevel: boolean;
  /** How many topics of one the other can help with. */
  topics: number;
  sameRhythm: boolean;
}

/** Looks up what is known of two people of the facts. */
export function betweenOf(facts: PairingFacts): (a: Candidate, b: Candidate) => Between {
  const past = pastOf(facts);
  const built = builtOf(facts);
  const hours = hoursOf(facts.leaders);
  const topics = new Map(facts.leaders.map((leader) => [leader.id, topicsOf(leader)]));
  const level = new Map(facts.leaders.map((leader) => [leader.id, plain(leader.level)]));
  return (a, b) => {
    const one = functionOf(a);
    const other = functionOf(b);
    return {
      sameFunction: one === other,
      past: past.get(keyOf(a.id, b.id)) ?? [],
      welcomes: ((a.welcomes.includes(b.id) ? 1 : 0) + (b.welcomes.includes(a.id) ? 1 : 0)) as 0 | 1 | 2,
      hours: hours(a, b),
      built: one === other ? 0 : (built.get(keyOf(one, other)) ?? 0),
      sameLevel: level.get(a.id) === level.get(b.id),
      topics: fitOf(topics.get(a.id), topics.get(b.id)),
      sameRhythm: a.rhythm === b.rhythm,
    };
  };
}

/** Whether they were partners in one of the rounds that are remembered. */
export function isRepeat({ past }: Between): boolean {
  return past.some(({ roundsAgo }) => roundsAgo <= ROUNDS_REMEMBERED);
}

export function isShort({ hours }: Between): boolean {
  return hours < ENOUGH_HOURS;
}

/** Whether a pair gives something up that the programme asks for. */
export function isCompromise(between: Between): boolean {
  return between.sameFunction || isRepeat(between) || isShort(between);
}

/** A function's name as it is compared. */
export function functionOf(leader: Pick<Candidate, 'function'>): string {
  return plain(leader.function);
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

function keyOf(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}

function couples<T>(group: readonly T[]): [T, T][] {
  return group.flatMap((one, at) => group.slice(at + 1).map((other): [T, T] => [one, other]));
}

function pastOf({ history }: PairingFacts): Map<string, { roundsAgo: number; met: boolean }[]> {
  const past = new Map<string, { roundsAgo: number; met: boolean }[]>();
  for (const { leaders, roundsAgo, met } of [...history].sort((a, b) => a.roundsAgo - b.roundsAgo)) {
    for (const [a, b] of couples(leaders)) {
      const key = keyOf(a, b);
      past.set(key, [...(past.get(key) ?? []), { roundsAgo, met: met !== false }]);
    }
  }
  return past;
}

function builtOf({ leaders, history }: PairingFacts): Map<string, number> {
  const functions = new Map(leaders.map((leader) => [leader.id, functionOf(leader)]));
  const built = new Map<string, number>();
  for (const [a, b] of history.flatMap((pair) => couples(pair.leaders))) {
    const one = functions.get(a);
    const other = functions.get(b);
    if (one === undefined || other === undefined || one === other) continue;
    built.set(keyOf(one, other), (built.get(keyOf(one, other)) ?? 0) + 1);
  }
  return built;
}

/** Many people keep the same hours: each two kinds of week are compared once. */
function hoursOf(leaders: readonly Candidate[]): (a: Candidate, b: Candidate) => number {
  const kinds = new Map(leaders.map((leader) => [leader.id, JSON.stringify(leader.hours)]));
  const known = new Map<string, number>();
  return (a, b) => {
    const key = keyOf(kinds.get(a.id) ?? '', kinds.get(b.id) ?? '');
    const hours = known.get(key) ?? sharedHours(a.hours, b.hours);
    known.set(key, hours);
    return hours;
  };
}
