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
  const kept = new Map(leaders.map(({ id }) => [id, new Map<string, number>()]));
  const keepApart = (a: string, b: string, bit: number) => {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const bits = kept.get(one);
      bits?.set(other, (bits.get(other) ?? 0) | bit);
    }
  };
  for (const { id, line, avoids } of leaders) {
    for (const other of line) keepApart(id, other, LINE);
    for (const other of avoids) keepApart(id, other, PRIVATE);
  }
  for (const [a, b] of forbidden) keepApart(a, b, ORGANISER);
  return (a, b) => kept.get(a.id)?.get(b.id) ?? 0;
}
