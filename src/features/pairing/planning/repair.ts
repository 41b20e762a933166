// Decides who gets a new place when a partner has left, a match was refused, or somebody comes late, and who else has to move for it. Pure:
// facts in, the changed groups with their reasons out.

import { diceOf } from '../matching/dice.ts';
import { byFirst, type Candidate, type Cause, inOrder, type PairingTotals, type PlannedPair, planRound } from '../plan.ts';
import { type BestRepair, bestRepair } from './best-repair.ts';
import { builtWith } from './best-round.ts';
import { entrusted } from './bridge-keepers.ts';
import { wrongAmongFixed } from './causes.ts';
import { compromisesOf, wholeOf } from './compromises.ts';
import { groundOf, type Known, knownOf, questionOf, shuffled } from './question.ts';
import { because, reasonsFor } from './reasons.ts';
import { repaired } from './repair-compromises.ts';
import { type Happened, type Standing, standingOf } from './standing.ts';
import { totalsOf } from './totals.ts';

export interface RepairWish extends Omit<Happened, 'refused'> {
  refused?: Happened['refused'];
  /** How many of the groups that stand may change; missing where that does not matter. */
  limit?: number;
  /** `calm` (the default): as few groups change as can be, and of these ways the best. `best`: the best way within the limit. */
  prefer?: 'calm' | 'best';
  /** So many trios are no worse than fewer; more are made only where there is no other way. One, or as many as stand. */
  trios?: number;
  /** How many looks at people the search may take. */
  patience?: number;
}

export type Repair =
  | {
      possible: true;
      /** The new groups. Everyone else stays where they are. */
      made: readonly PlannedPair[];
      /** The groups that stood and are changed. */
      changed: readonly (readonly string[])[];
      /** All groups of the round from now on. */
      groups: readonly (readonly string[])[];
      /** What the groups that stood come to, and what those come to that stand from now on. */
      totals: { before: PairingTotals; after: PairingTotals };
      proof: Proof;
    }
  /** `needs` says how many groups would have to change, where the limit is what stands in the way. */
  | { possible: false; causes: readonly Cause[]; needs?: number; proof: Proof };

/** What is certain of an answer: all of it; or only that nothing better changes `upTo` groups or fewer, below nothing where nothing is certain. */
export type Proof = { whole: true } | { whole: false; upTo: number };

/** The repair of a round. The same facts, groups and wishes give the same repair, in whatever order they come. */
export function repairRound(wish: RepairWish): Repair {
  const standing = standingOf({ ...wish, refused: wish.refused ?? [] });
  const known = knownOf(standing.facts);
  const byId = new Map(standing.facts.leaders.map((leader) => [leader.id, leader]));
  const named = (groups: readonly (readonly string[])[]) => groups.map((group) => group.map((id) => byId.get(id) as Candidate));
  const fixed = named(standing.fixed);
  const wrong = wrongAmongFixed(known, fixed);
  if (wrong.length > 0) return { possible: false, causes: wrong, proof: { whole: true } };
  const limit = Math.min(wish.limit ?? Infinity, standing.groups.length);
  const { found, people } = search(known, standing, { ...wish, limit });
  const proof: Proof = found.proved >= limit ? { whole: true } : { whole: false, upTo: found.proved };
  if (!found.found) return { possible: false, ...inTheWay(standing, limit, found), proof };
  const inWords = (groups: readonly (readonly number[])[]) =>
    groups.map((group) => inOrder(group.map((at) => people[at] as Candidate))).sort(byFirst);
  const made = inWords(found.made);
  const changed = inWords(found.given);
  const before = [...fixed, ...named(standing.groups)];
  const moved = new Set(changed.flat());
  const after = [...before.filter((group) => !group.some((leader) => moved.has(leader))), ...made];
  const whole = wholeOf(known, after);
  const isSure = proof.whole || proof.upTo >= changed.length;
  return {
    possible: true,
    made: made.map((group) => ({
      leaders: idsOf(group),
      reasons: reasonsFor(group, known),
      compromises: compromisesOf(group, whole).map((each) => repaired(each, isSure)),
    })),
    changed: changed.map(idsOf),
    groups: after.map(inOrder).sort(byFirst).map(idsOf),
    totals: { before: totalsOf(before, known.between), after: totalsOf(after, known.between) },
    proof,
  };
}

/** The groups by numbers, the bridges being left with those who have built them. */
function search(
  known: Known,
  { fixed, groups, facts }: Standing,
  wish: RepairWish & { limit: number },
): { found: BestRepair; people: Candidate[] } {
  const taken = new Set(fixed.flat());
  const people = shuffled(
    facts.leaders.filter(({ id }) => !taken.has(id)),
    known.seed,
  );
  const places = new Map(people.map(({ id }, at) => [id, at]));
  const standing = groups.map((group) => group.map((id) => places.get(id) as number).sort((a, b) => a - b));
  standing.sort(([a = 0], [b = 0]) => a - b);
  const ground = groundOf(known, people);
  const fixedPeople = fixed.map((group) => facts.leaders.filter(({ id }) => group.includes(id)));
  const isBuilt = builtWith(known, ground.columns, fixedPeople);
  const keepers = entrusted(ground.columns, { isBuilt, groups: standing, dice: diceOf(known.seed) });
  const { limit, prefer = 'calm', patience } = wish;
  const trios = wish.trios ?? Math.max(1, standing.filter((group) => group.length === 3).length);
  const question = questionOf(ground, keepers, true);
  return { found: bestRepair({ question, standing, limit, prefer, trios, seed: known.seed, ...(patience && { patience }) }), people };
}

/** Why there is no repair: the limit, or what stands in the way of any round of these people. */
function inTheWay({ facts, loose }: Standing, limit: number, { needs }: { needs?: number }): { causes: readonly Cause[]; needs?: number } {
  const plan = planRound(facts);
  if (!plan.possible) return { causes: plan.causes };
  const which = needs === undefined ? 'unknown' : limit === 0 ? 'none' : limit === 1 ? 'one' : 'few';
  const why = because(`pairing.cause.repair.${which}`, needs === undefined ? {} : { limit, needs });
  return { causes: [{ leaders: [...loose].sort(), because: why }], ...(needs === undefined ? {} : { needs }) };
}

function idsOf(group: readonly Candidate[]): string[] {
  return group.map(({ id }) => id);
}
