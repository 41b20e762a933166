// Where leaders choose each other: which of their choices make pairs. Two people who named each other and whom no hard rule keeps apart; where
// someone could be in several such pairs, the one they both put first. Pure.
import type { Candidate, PairingFacts } from '../plan.ts';

/** Pairs that come about by mutual choice, nobody in two of them. */
export function chosenByThemselves({ leaders, forbidden }: Pick<PairingFacts, 'leaders' | 'forbidden'>): [string, string][] {
  const byId = new Map(leaders.map((leader) => [leader.id, leader]));
  const apart = new Set(forbidden.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
  const couples = leaders.flatMap((one) =>
    one.welcomes.flatMap((id) => {
      const other = byId.get(id);
      const mutual = other && one.id < other.id && other.welcomes.includes(one.id) && !apart.has(`${one.id} ${other.id}`);
      return mutual && mayMeet(one, other) ? [{ pair: [one.id, other.id] as [string, string], rank: rankOf(one, other) }] : [];
    }),
  );
  const taken = new Set<string>();
  return couples
    .sort((a, b) => a.rank - b.rank || (a.pair.join() < b.pair.join() ? -1 : 1))
    .filter(({ pair }) => !pair.some((id) => taken.has(id)) && pair.every((id) => taken.add(id)))
    .map(({ pair }) => pair);
}

function mayMeet(one: Candidate, other: Candidate): boolean {
  return ![...one.line, ...one.avoids].includes(other.id) && ![...other.line, ...other.avoids].includes(one.id);
}

/** How far down each has the other; 0 where both put the other first. */
function rankOf(one: Candidate, other: Candidate): number {
  return one.welcomes.indexOf(other.id) + other.welcomes.indexOf(one.id);
}
