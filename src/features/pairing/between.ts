// What is known of each two people: everything that the matching weighs and the reasons tell, from one place. Pure.
import type { Candidate, PairingFacts } from './plan.ts';
import { ENOUGH_HOURS, sharedHours } from './shared-hours.ts';
import { fitOf, type Topics, topicsOf } from './topics.ts';

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

/** What is looked up once for each person. */
interface Own {
  function: string;
  level: string;
  week: number;
  welcomes: ReadonlySet<string>;
  topics: Topics;
  past: ReadonlyMap<string, Between['past']>;
}

/** Looks up what is known of two people of the facts. */
export function betweenOf(facts: PairingFacts): (a: Candidate, b: Candidate) => Between {
  const own = ownOf(facts);
  const built = builtOf(facts);
  const hours = hoursOf(facts.leaders, own);
  return (a, b) => {
    const one = own.get(a.id) as Own;
    const other = own.get(b.id) as Own;
    const sameFunction = one.function === other.function;
    return {
      sameFunction,
      past: one.past.get(b.id) ?? NEVER,
      welcomes: ((one.welcomes.has(b.id) ? 1 : 0) + (other.welcomes.has(a.id) ? 1 : 0)) as 0 | 1 | 2,
      hours: hours(one.week, other.week),
      built: sameFunction ? 0 : (built.get(one.function)?.get(other.function) ?? 0),
      sameLevel: one.level === other.level,
      topics: fitOf(one.topics, other.topics),
      sameRhythm: a.rhythm === b.rhythm,
    };
  };
}

const NEVER: Between['past'] = [];

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

function ownOf({ leaders, history }: PairingFacts): Map<string, Own> {
  const past = pastOf(history);
  const weeks = new Map<string, number>();
  const weekOf = (key: string) => weeks.get(key) ?? weeks.set(key, weeks.size).size - 1;
  return new Map(
    leaders.map((leader) => [
      leader.id,
      {
        function: functionOf(leader),
        level: plain(leader.level),
        week: weekOf(JSON.stringify(leader.hours)),
        welcomes: new Set(leader.welcomes),
        topics: topicsOf(leader),
        past: past.get(leader.id) ?? new Map(),
      },
    ]),
  );
}

/** For each person, everyone they have been with, and when; latest first. */
function pastOf(history: PairingFacts['history']): Map<string, Map<string, Between['past']>> {
  const past = new Map<string, Map<string, Between['past']>>();
  for (const { leaders, roundsAgo, met } of [...history].sort((a, b) => a.roundsAgo - b.roundsAgo)) {
    for (const one of leaders) {
      const others = past.get(one) ?? new Map<string, Between['past']>();
      for (const other of leaders) if (other !== one) others.set(other, [...(others.get(other) ?? []), { roundsAgo, met: met !== false }]);
      past.set(one, others);
    }
  }
  return past;
}

/** How often pairs have joined two functions, by either of them, as far as their people are known. */
export function builtOf({ leaders, history }: Pick<PairingFacts, 'leaders' | 'history'>): Map<string, Map<string, number>> {
  const functions = new Map(leaders.map((leader) => [leader.id, functionOf(leader)]));
  const built = new Map<string, Map<string, number>>();
  for (const pair of history) {
    const present = pair.leaders.map((id) => functions.get(id)).filter((each) => each !== undefined);
    present.forEach((one, at) => {
      const counts = built.get(one) ?? new Map<string, number>();
      present.forEach((other, place) => {
        if (place !== at && other !== one) counts.set(other, (counts.get(other) ?? 0) + 1);
      });
      built.set(one, counts);
    });
  }
  return built;
}

/** Many people keep the same hours: each two kinds of week are compared once. */
function hoursOf(leaders: readonly Candidate[], own: ReadonlyMap<string, Own>): (one: number, other: number) => number {
  const weeks: Candidate['hours'][] = [];
  for (const leader of leaders) weeks[own.get(leader.id)?.week ?? 0] = leader.hours;
  const known = new Float64Array(weeks.length ** 2).fill(-1);
  return (one, other) => {
    const at = one * weeks.length + other;
    if (known[at] === -1) known[at] = sharedHours(weeks[one] ?? [], weeks[other] ?? []);
    return known[at] as number;
  };
}
