// The rules that are never broken: who may not be with whom, and because of which rule. Pure.
import type { Candidate, PairingFacts } from './plan.ts';

/** Reasons why two people are kept apart, as bits: several can hold at once. */
export const LINE = 1;
export const ORGANISER = 2;
export const PRIVATE = 4;

export interface Rules {
  /** The bits that keep two people apart; 0 where they may be together. */
  apart: (a: Candidate, b: Candidate) => number;
  /** Those who lead everybody, and may be with someone on their line who has named them as welcome. */
  leadsAll: ReadonlySet<string>;
}

export function rulesOf(facts: PairingFacts): Rules {
  const strict = strictly(facts);
  const nobody = facts.leaders.filter((leader) => facts.leaders.every((other) => other === leader || strict(leader, other) !== 0));
  const leadsAll = new Set(nobody.filter((leader) => facts.leaders.some((other) => strict(leader, other) === LINE)).map(({ id }) => id));
  const excused = (leader: Candidate, other: Candidate) => leadsAll.has(leader.id) && other.welcomes.includes(leader.id);
  return {
    leadsAll,
    apart: (a, b) => {
      const bits = strict(a, b);
      return bits === LINE && (excused(a, b) || excused(b, a)) ? 0 : bits;
    },
  };
}

function strictly({ leaders, forbidden }: PairingFacts): (a: Candidate, b: Candidate) => number {
  const lines = setsOf(leaders, ({ line }) => line);
  const avoided = setsOf(leaders, ({ avoids }) => avoids);
  const banned = new Set(forbidden.flatMap(([a, b]) => [`${a}\n${b}`, `${b}\n${a}`]));
  const either = (sets: Map<string, Set<string>>, a: string, b: string) => (sets.get(a)?.has(b) ?? false) || (sets.get(b)?.has(a) ?? false);
  return (a, b) =>
    (either(lines, a.id, b.id) ? LINE : 0) |
    (banned.size > 0 && banned.has(`${a.id}\n${b.id}`) ? ORGANISER : 0) |
    (either(avoided, a.id, b.id) ? PRIVATE : 0);
}

function setsOf(leaders: readonly Candidate[], ids: (leader: Candidate) => readonly string[]): Map<string, Set<string>> {
  return new Map(leaders.map((leader) => [leader.id, new Set(ids(leader))]));
}
