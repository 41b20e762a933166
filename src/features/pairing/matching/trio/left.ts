// The trios that prices for everyone leave open. For one of their people, or for all three, everyone else is paired anew: that rules the trio
// out, or is a better plan.
import type { Standing } from '../again/again.ts';
import { inTurn, isBefore, type Value } from '../order/values.ts';
import { type Apart, type Prices, pairWithout } from './apart.ts';
import type { Trio, TrioCosts } from './costs.ts';
import { better, type Found, foundWith, joinedBy } from './plans.ts';
import { boundOf, type Sight, sightOf } from './sight.ts';

/** A trio with what a plan with it costs at least. */
export interface Bounded {
  trio: Trio;
  bound: Value;
}

interface Closing {
  costs: TrioCosts;
  standing: Standing;
  best: Found | undefined;
  /** What is known of pairing everyone but one. */
  apart: Map<number, Seen>;
  /** What is known of pairing everyone but three. */
  tried: ReadonlyMap<string, Apart>;
  /** The prices that ruled something out. */
  proof: Set<Prices>;
  /** In how many of the trios a person is. */
  often: Int32Array;
}

interface Seen extends Apart {
  sight: Sight;
}

/** Where the search begins: what has been tried already. */
export interface Begun {
  standing: Standing;
  best: Found | undefined;
  /** The others paired without a trio, by the trio: see `keyOf`. */
  tried: Map<string, Apart>;
}

/** Looks at these trios; returns the best plan, and prices that rule out the others. */
export function closedOff(costs: TrioCosts, begun: Begun, left: readonly Bounded[]): { best: Found | undefined; proof: Prices[] } {
  const often = new Int32Array(costs.question.size);
  for (const { trio } of left) for (const v of trio) often[v] = (often[v] as number) + 1;
  const closing: Closing = { costs, ...begun, apart: new Map(), proof: new Set(), often };
  for (const { trio, bound } of left.toSorted((one, other) => inTurn(one.bound, other.bound))) {
    if (closing.best && !isBefore(bound, closing.best.value)) break;
    if (!isRuledOutByOne(closing, trio)) tryOut(closing, trio);
  }
  return { best: closing.best, proof: [...closing.proof] };
}

/** Those for whom the others have been paired already come first; for somebody who is in no other trio it does not pay. */
function isRuledOutByOne(closing: Closing, trio: Trio): boolean {
  const known = trio.filter((v) => closing.apart.has(v));
  const fresh = trio.filter((v) => !closing.apart.has(v) && (closing.often[v] as number) > 1);
  return [...known, ...fresh].some((third) => {
    const { mate, prices, sight } = apartFrom(closing, third);
    const { costs, best } = closing;
    const rules = !mate || (best !== undefined && !isBefore(boundOf(costs, sight, trio), best.value));
    if (rules) closing.proof.add(prices());
    return rules;
  });
}

function apartFrom(closing: Closing, third: number): Seen {
  const { costs, standing, apart } = closing;
  const before = apart.get(third);
  if (before) return before;
  const known = pairWithout(costs, standing, [third]);
  const seen = { ...known, sight: sightOf(costs, known.prices().stages) };
  apart.set(third, seen);
  if (known.mate) closing.best = better(closing.best, joinedBy(costs, third, known.mate));
  return seen;
}

function tryOut(closing: Closing, trio: Trio): void {
  const { costs, standing, tried } = closing;
  const { prices, mate } = tried.get(keyOf(trio)) ?? pairWithout(costs, standing, trio);
  if (mate) closing.best = better(closing.best, foundWith(costs, trio, mate));
  closing.proof.add(prices());
}

/** The same for the same three in any order. */
export function keyOf(trio: Trio): string {
  return [...trio].sort((one, other) => one - other).join();
}
