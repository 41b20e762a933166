// The repair of groups that stand, proved as far as can be: found by going through the ways within the limit; where there are too many of them,
// from the best groups that the engine makes of everyone, for which a standing group given up is one more aim, or none. Pure.

import { type Question, restricted, type Tier } from '../matching/order/tiers.ts';
import { inTurn } from '../matching/order/values.ts';
import { boundsOf } from '../matching/repair/bounds.ts';
import { groundOf, withStanding } from '../matching/repair/ground.ts';
import { withoutPrices } from '../matching/repair/prices.ts';
import { type Mended, type Repaired, repair, type Wish } from '../matching/repair/repair.ts';
import { MOST_ENDS } from '../matching/repair/walks.ts';
import { costOf } from '../matching/repair/ways.ts';
import { bestGroups } from './best.ts';

type Changes = Omit<Mended, 'proved'>;
type Groups = readonly (readonly number[])[];

/** A repair; or, where there is none within the limit, how many groups would have to be given up, as far as that is known. */
export type BestRepair = (Mended & { found: true }) | { found: false; proved: number; needs?: number };

export function bestRepair(wish: Wish): BestRepair {
  const many = wish.question.size - wish.standing.flat().length > MOST_ENDS;
  const free = wish.prefer === 'best' && wish.limit >= wish.standing.length ? ofEveryone(wish) : undefined;
  const calm = wish.prefer === 'calm' && many ? calmest(wish) : undefined;
  const whole = free ?? calm;
  if (whole && whole.given.length <= wish.limit) return { found: true, ...whole, proved: wish.limit };
  const found = repair(wish);
  if (found.proved < wish.limit) return outOfPatience(wish, found);
  return found.found ? found : { ...found, ...needsOf(calmest(wish)) };
}

/** What the engine can say where there are too many ways to go through. */
function outOfPatience(wish: Wish, found: Repaired): BestRepair {
  const whole = wish.prefer === 'best' ? ofEveryone(wish) : undefined;
  if (whole && whole.given.length <= wish.limit) return { found: true, ...whole, proved: wish.limit };
  if (wish.prefer === 'best' && found.found && found.proved > 0) return found;
  const calm = calmest(wish);
  if (!calm || calm.given.length > wish.limit) return found.found ? found : { ...found, ...needsOf(calm) };
  if (wish.prefer === 'calm') return { found: true, ...calm, proved: wish.limit };
  // Nothing changes fewer groups than the calmest way, and of those that change as few it is the best.
  const proved = Math.max(found.proved, calm.given.length);
  return { found: true, ...(found.found ? better(wish, found, calm) : calm), proved };
}

/** The one with fewer trios, or the one that costs less. */
function better(wish: Wish, found: Changes, calm: Changes): Changes {
  const more = (way: Changes) => triosIn(way.made) - triosIn(way.given);
  if (more(found) !== more(calm)) return more(found) < more(calm) ? found : calm;
  return firstOf(wish, [found, calm]) ?? calm;
}

function triosIn(groups: Groups): number {
  return groups.filter((group) => group.length === 3).length;
}

function needsOf(calm: Changes | undefined): { needs?: number } {
  return calm ? { needs: calm.given.length } : {};
}

/** The best groups there are for everyone, whatever they change: in pairs, or with one trio. */
function ofEveryone(wish: Wish): Changes | undefined {
  const ways = waysOf(wish, { ...wish.question, tiers: [...wish.question.tiers, keeping(wish)] });
  return ways && firstOf(wish, ways);
}

/** The groups that change the fewest standing ones, and of these the best. Only where there may be one trio at most is that a matching. */
function calmest(wish: Wish): Changes | undefined {
  if (wish.trios > 1) return undefined;
  const ways = waysOf(wish, { ...wish.question, tiers: [keeping(wish), ...wish.question.tiers] });
  if (!ways) return undefined;
  const few = Math.min(...ways.map(({ given }) => given.length));
  return firstOf(
    wish,
    ways.filter(({ given }) => given.length === few),
  );
}

/** The best with each standing trio, and without: the engine does not know that a trio stands. Nothing where it takes a rule for broken that is not. */
function waysOf(wish: Wish, question: Question): Changes[] | undefined {
  const trios = wish.standing.filter((group) => group.length === 3);
  const ways = question.size % 2 === 0 ? [] : trios.map((trio) => besides(wish, question, trio));
  const best = bestGroups(withStanding(question, pairsOf(wish)), wish.seed);
  if (best.found && !best.groups.every((group) => isAllowed(wish, group))) return undefined;
  return [...ways.filter((way) => way !== undefined), ...(best.found ? [changesOf(wish, best.groups)] : [])];
}

/** The one that costs least; of equals, the one that changes least. */
function firstOf(wish: Wish, ways: readonly Changes[]): Changes | undefined {
  const ground = groundOf(wish.question, wish.standing);
  const bounds = boundsOf(ground, withoutPrices(ground));
  const [first] = ways
    .map((way) => ({ way, cost: costOf(ground, bounds, way.made) }))
    .sort((one, other) => inTurn(one.cost, other.cost) || one.way.given.length - other.way.given.length);
  return first?.way;
}

/** A standing trio stays, and everyone else is paired. */
function besides(wish: Wish, question: Question, trio: readonly number[]): Changes | undefined {
  const others = Int32Array.from({ length: question.size }, (_, v) => v).filter((v) => !trio.includes(v));
  const best = bestGroups(restricted(withStanding(question, pairsOf(wish)), others), wish.seed);
  return best.found ? changesOf(wish, [[...trio], ...best.groups.map((group) => group.map((at) => others[at] as number))]) : undefined;
}

/** Whoever stands together in a pair may go on doing so. */
function pairsOf({ standing }: Wish): Groups {
  return standing.filter((group) => group.length === 2);
}

/** Three may be together only where the rules say so, even if two of them stand together. */
function isAllowed({ question: { size, open } }: Wish, group: readonly number[]): boolean {
  return group.length === 2 || group.every((u) => group.every((v) => u === v || open[u * size + v] === 1));
}

/** The aim to give up no standing pair: one for each pair that does not stand, and for a trio. */
function keeping(wish: Wish): Tier {
  const { size } = wish.question;
  const partner = new Int32Array(size).fill(-1);
  for (const [a = 0, b = 0] of pairsOf(wish)) {
    partner[a] = b;
    partner[b] = a;
  }
  const row = (u: number, into: Float64Array) => {
    into.fill(1);
    if ((partner[u] as number) >= 0) into[partner[u] as number] = 0;
  };
  return { name: 'kept', row, flat: 1, reach: [0, 1] };
}

/** The new groups among all, and the standing ones that are not there any more. */
function changesOf({ standing }: Wish, groups: Groups): Changes {
  const key = (group: readonly number[]) => [...group].sort((a, b) => a - b).join();
  const stood = new Set(standing.map(key));
  const now = new Set(groups.map(key));
  return { made: groups.filter((group) => !stood.has(key(group))), given: standing.filter((group) => !now.has(key(group))) };
}
