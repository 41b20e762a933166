// What is known of two people: everything that the reasons tell of a pair. The engine weighs the same things, but from columns, without asking
// for each pair (`columns.ts`); a test holds the two against each other. Pure.

import type { Candidate, PairingFacts } from '../plan.ts';
import type { Own } from './own.ts';
import { ENOUGH_HOURS, sharedHours } from './shared-hours.ts';
import { fitOf } from './topics.ts';

/** Partners of so many last rounds are repeats. */
export const ROUNDS_REMEMBERED = 4;

/** Each time two people were together, latest first. */
export type Past = readonly { roundsAgo: number; met: boolean }[];

export interface Between {
  sameFunction: boolean;
  past: Past;
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
export function betweenOf(facts: PairingFacts, own: ReadonlyMap<string, Own>): (a: Candidate, b: Candidate) => Between {
  const built = builtOf(facts);
  const hours = hoursBetween();
  return (a, b) => {
    const one = own.get(a.id) as Own;
    const other = own.get(b.id) as Own;
    const sameFunction = one.function === other.function;
    return {
      sameFunction,
      past: one.past.get(b.id) ?? NEVER,
      welcomes: ((one.welcomes.has(b.id) ? 1 : 0) + (other.welcomes.has(a.id) ? 1 : 0)) as 0 | 1 | 2,
      hours: hours([one.week, a.hours], [other.week, b.hours]),
      built: sameFunction ? 0 : (built.get(one.function)?.get(other.function) ?? 0),
      sameLevel: one.level === other.level,
      topics: fitOf(one.topics, other.topics),
      sameRhythm: a.rhythm === b.rhythm,
    };
  };
}

const NEVER: Past = [];

type Week = readonly [number: number, hours: Candidate['hours']];

/** Many people keep the same hours: each two weeks that are asked for are compared once. */
function hoursBetween(): (one: Week, other: Week) => number {
  const known = new Map<number, Map<number, number>>();
  return ([one, ours], [other, theirs]) => {
    const own = known.get(one) ?? new Map<number, number>();
    if (own.size === 0) known.set(one, own);
    const shared = own.get(other) ?? sharedHours(ours, theirs);
    own.set(other, shared);
    return shared;
  };
}

/** Whether they were partners in one of the rounds that are remembered. */
export function isRepeat({ past }: Pick<Between, 'past'>): boolean {
  return past.some(({ roundsAgo }) => roundsAgo <= ROUNDS_REMEMBERED);
}

export function isShort({ hours }: Pick<Between, 'hours'>): boolean {
  return hours < ENOUGH_HOURS;
}

/** Two functions that no pair has joined yet. */
export function isNewBridge({ sameFunction, built }: Pick<Between, 'sameFunction' | 'built'>): boolean {
  return !sameFunction && built === 0;
}

/** A function's name as it is compared. */
export function functionOf(leader: Pick<Candidate, 'function'>): string {
  return plain(leader.function);
}

/** A name as it is compared: case, forms of letters and spaces make no difference. */
export function plain(text: string): string {
  return text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
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
