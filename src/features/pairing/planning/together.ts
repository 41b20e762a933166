// Who of a round stays together whatever the others do, and who is planned. Pure.
import type { Candidate, PairingFacts } from '../plan.ts';
import { shuffled } from './question.ts';

export interface Parts {
  /** Groups that are settled already: everyone else is planned without them. */
  fixed: readonly (readonly Candidate[])[];
  /** Three of them around whom everyone else is planned, and whoever has been left out of a round of many. */
  around: readonly Candidate[];
  beside: readonly Candidate[];
  /** Pairs that are planned with everyone else, and have nobody but each other. */
  kept: readonly (readonly Candidate[])[];
  /** Everyone who is planned, in an order that the seed shuffles. */
  people: readonly Candidate[];
}

/** Fewer people are planned several times over, and gain more by that. */
const MANY = 100;

/** As far as everyone in a group takes part. Three who are kept together cannot be planned as pairs are: they are settled. */
export function partsOf(facts: PairingFacts, seed: number): Parts {
  const asked = groupsAmong(facts.leaders, facts.kept ?? []);
  const [around = []] = groupsAmong(facts.leaders, facts.around ? [facts.around] : []);
  const settled = around.length > 0 ? [around] : [];
  const fixed = [...groupsAmong(facts.leaders, facts.fixed), ...asked.filter((group) => group.length !== 2), ...settled];
  const taken = new Set(fixed.flat());
  const people = facts.leaders.filter((leader) => !taken.has(leader));
  const leftOut = people.length > MANY ? (facts.leftOut ?? []) : [];
  return {
    fixed,
    around,
    beside: [...around, ...leftOut],
    kept: asked.filter((group) => group.length === 2),
    people: shuffled(people, seed),
  };
}

function groupsAmong(leaders: readonly Candidate[], groups: readonly (readonly string[])[]): Candidate[][] {
  const byId = new Map(leaders.map((leader) => [leader.id, leader]));
  return groups
    .filter((group) => group.every((id) => byId.has(id)))
    .map((group) => [...new Set(group)].map((id) => byId.get(id) as Candidate));
}

/** The places of the pairs among the people who are planned. */
export function placesOf({ people }: Pick<Parts, 'people'>, pairs: readonly (readonly { id: string }[])[]): (readonly [number, number])[] {
  const places = new Map(people.map(({ id }, at) => [id, at]));
  return pairs.flatMap(([one, other]) => {
    const [u, v] = [places.get(one?.id ?? ''), places.get(other?.id ?? '')];
    return u === undefined || v === undefined ? [] : [[u, v] as const];
  });
}
