// How the engine is asked to spread pairs over as many new bridges as it can. To count a bridge once, however many pairs join its two functions,
// it is entrusted to one person: nobody is in two pairs, so it counts once or not at all. Entrusting anew after a plan never loses a bridge,
// and may win one. Pure.
import { functionOf } from './between.ts';
import { couples } from './bridges.ts';
import { type Dice, shuffledPlaces } from './matching/dice.ts';
import type { Candidate } from './plan.ts';

/** Whether this pair builds a bridge that is entrusted to one of them. */
export type KeepsBridge = (a: Candidate, b: Candidate) => boolean;

export function bridgeKey(one: string, other: string): string {
  return one < other ? `${one}\n${other}` : `${other}\n${one}`;
}

interface Entrusting {
  people: readonly Candidate[];
  isBuilt: (one: string, other: string) => boolean;
  /** The groups of a plan whose bridges are to stay with those who built them. */
  groups?: readonly (readonly Candidate[])[];
  dice: Dice;
}

/** Entrusts each bridge that is not built yet, those between small functions first, to whoever has fewest so far. */
export function entrusted({ people, isBuilt, groups = [], dice }: Entrusting): KeepsBridge {
  const members = membersOf(people, dice);
  const keepers = new Map<string, string>();
  const loads = new Map<string, number>();
  const entrust = (key: string, keeper: string) => {
    keepers.set(key, keeper);
    loads.set(keeper, (loads.get(keeper) ?? 0) + 1);
  };
  const open = couples([...members.keys()]).filter(([one, other]) => !isBuilt(one, other));
  const wanted = new Set(open.map(([one, other]) => bridgeKey(one, other)));
  for (const [a, b] of groups.flatMap(couples)) {
    const key = bridgeKey(functionOf(a), functionOf(b));
    if (wanted.has(key) && !keepers.has(key)) entrust(key, a.id);
  }
  const sizeOf = ([one, other]: [string, string]) => Math.min(members.get(one)?.length ?? 0, members.get(other)?.length ?? 0);
  for (const [one, other] of open.sort((a, b) => sizeOf(a) - sizeOf(b))) {
    const key = bridgeKey(one, other);
    if (keepers.has(key)) continue;
    const able = [...(members.get(one) ?? []), ...(members.get(other) ?? [])];
    entrust(
      key,
      able.reduce((least, each) => ((loads.get(each) ?? 0) < (loads.get(least) ?? 0) ? each : least)),
    );
  }
  return lookUp(people, keepers);
}

/** Who keeps a bridge to which functions, so that no pair has to be put into words to be looked up. */
function lookUp(people: readonly Candidate[], keepers: ReadonlyMap<string, string>): KeepsBridge {
  const functions = new Map(people.map((each) => [each.id, functionOf(each)]));
  const kept = new Map<string, Set<string>>();
  for (const [key, keeper] of keepers) {
    const other = key.split('\n').find((own) => own !== functions.get(keeper)) ?? '';
    kept.set(keeper, (kept.get(keeper) ?? new Set()).add(other));
  }
  const keeps = (a: string, b: string) => kept.get(a)?.has(functions.get(b) ?? '') ?? false;
  return (a, b) => keeps(a.id, b.id) || keeps(b.id, a.id);
}

/** The people of each function, functions and people in an order that the dice choose. */
function membersOf(people: readonly Candidate[], dice: Dice): Map<string, string[]> {
  const members = new Map<string, string[]>();
  for (const at of shuffledPlaces(people.length, dice)) {
    const { id } = people[at] as Candidate;
    const own = functionOf(people[at] as Candidate);
    members.set(own, [...(members.get(own) ?? []), id]);
  }
  return members;
}
