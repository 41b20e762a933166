// The rules that are never broken: who may not be with whom, and because of which rule. Pure.
import type { Candidate, PairingFacts } from '../plan.ts';

/** Reasons why two people are kept apart, as bits: several can hold at once. */
export const LINE = 1;
export const ORGANISER = 2;
export const PRIVATE = 4;

export interface Rules {
  /** The bits that keep two people apart; 0 where they may be together. */
  apart: (a: Candidate, b: Candidate) => number;
  /** The ids of all with whom somebody may not be. */
  against: (a: Candidate) => string[];
  /** Those who lead everybody, and may be with someone on their line who has named them as welcome. */
  leadsAll: ReadonlySet<string>;
}

export function rulesOf(facts: PairingFacts): Rules {
  const kept = keptApart(facts);
  const byId = new Map(facts.leaders.map((leader) => [leader.id, leader]));
  const strict = (a: Candidate, b: Candidate) => kept.get(a.id)?.get(b.id) ?? 0;
  const hasNobody = ({ id }: Candidate) => (kept.get(id)?.size ?? 0) >= facts.leaders.length - 1;
  const nobody = facts.leaders.filter(
    (leader) => hasNobody(leader) && facts.leaders.every((other) => other === leader || strict(leader, other) !== 0),
  );
  const leadsAll = new Set(nobody.filter((leader) => facts.leaders.some((other) => strict(leader, other) === LINE)).map(({ id }) => id));
  const excused = (leader: Candidate, other: Candidate) => leadsAll.has(leader.id) && other.welcomes.includes(leader.id);
  const apart = (a: Candidate, b: Candidate) => {
    const bits = strict(a, b);
    return bits === LINE && (excused(a, b) || excused(b, a)) ? 0 : bits;
  };
  const against = (a: Candidate) => [...(kept.get(a.id)?.keys() ?? [])].filter((id) => apart(a, byId.get(id) ?? a) !== 0);
  return { leadsAll, apart, against };
}

/** For each leader, the others they are kept apart from, and the reasons. */
function keptApart({ leaders, forbidden }: PairingFacts): Map<string, Map<string, number>> {
  const kept = new Map(leaders.map(({ id }) => [id, new Map<string, number>()]));
  const note = (a: string, b: string, bit: number) => {
    const bits = kept.get(a);
    if (kept.has(b)) bits?.set(b, (bits.get(b) ?? 0) | bit);
  };
  const keepApart = (a: string, b: string, bit: number) => {
    note(a, b, bit);
    note(b, a, bit);
  };
  for (const { id, line, avoids } of leaders) {
    for (const other of line) keepApart(id, other, LINE);
    for (const other of avoids) keepApart(id, other, PRIVATE);
  }
  for (const [a, b] of forbidden) keepApart(a, b, ORGANISER);
  return kept;
}
