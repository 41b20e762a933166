// How aims are packed into numbers, in strict order and exactly; and how later groups are kept to what earlier ones have settled.
import { describe, expect, test } from '@jest/globals';
import { type Blossom, type Costs, costsOfPairs } from '../../../src/features/pairing/matching/costs.ts';
import { among, tightIn } from '../../../src/features/pairing/matching/order/allowed.ts';
import { check } from '../../../src/features/pairing/matching/order/certificate.ts';
import { settleInOrder } from '../../../src/features/pairing/matching/order/in-order.ts';
import { linked } from '../../../src/features/pairing/matching/order/links.ts';
import { tierOf } from '../../../src/features/pairing/matching/order/made.ts';
import { addShared, around, nestsOf } from '../../../src/features/pairing/matching/order/nests.ts';
import {
  type Group,
  groupsOf,
  LARGEST_COST,
  LARGEST_SUM,
  numbersOf,
  type Question,
  type Tier,
} from '../../../src/features/pairing/matching/order/tiers.ts';
import { crossingOnce } from '../../../src/features/pairing/matching/order/tolls.ts';
import { matchPerfectly } from '../../../src/features/pairing/matching/search/solve.ts';
import { comesFirst, diceFrom, inPairs, smallQuestion, worthOf } from './small-problems.ts';

const seeds = (count: number) => Array.from({ length: count }, (_, seed) => seed);
const none = new Uint8Array(0);

/** A tier of which nothing is known but how far it reaches, and how many people make a difference. */
function reaching(size: number, least: number, most: number, few?: number): Tier {
  const people = few === undefined ? {} : { few: Uint8Array.from({ length: size }, (_, v) => (v < few ? 1 : 0)) };
  return { name: 'reaching', row: () => undefined, reach: [least, most], ...people };
}

/** Random reaches: mostly a few units, sometimes as much as anything in the programme, sometimes far more. */
function someTiers(size: number, seed: number): Tier[] {
  const dice = diceFrom(seed);
  return Array.from({ length: 1 + Math.floor(dice() * 20) }, () => {
    const least = dice() < 0.5 ? 0 : Math.floor(dice() * 1000);
    const spread = Math.floor(dice() ** 3 * (dice() < 0.2 ? 2 ** 30 : 40));
    return reaching(size, least, least + spread, dice() < 0.3 ? Math.floor(dice() * size) : undefined);
  });
}

/** In how many pairs two plans can differ under a tier. */
const pairsOf = ({ size, tiers }: Question, tier: number) => Math.min(size / 2, tiers[tier]?.few?.reduce((sum, is) => sum + is, 0) ?? size);

const spreadOf = ({ tiers }: Question, tier: number) => {
  const [least, most] = tiers[tier]?.reach ?? [0, 0];
  return most - least;
};

function expectStrict(question: Question, groups: readonly Group[], largest: number): void {
  const uneven = question.tiers.flatMap((_, tier) => (spreadOf(question, tier) > 0 && pairsOf(question, tier) > 0 ? [tier] : []));
  expect(groups.flat().map(({ tier }) => tier)).toEqual(uneven);
  for (const group of groups) {
    let [below, cost] = [0n, 0n];
    for (const { tier, least, place } of group.toReversed()) {
      expect(least).toBe(question.tiers[tier]?.reach?.[0]);
      expect(below < BigInt(place)).toBe(true);
      below += BigInt(pairsOf(question, tier)) * BigInt(spreadOf(question, tier)) * BigInt(place);
      cost += BigInt(spreadOf(question, tier)) * BigInt(place);
    }
    if (group.length > 1) expect(cost <= BigInt(Math.ceil(largest))).toBe(true);
  }
}

describe('places', () => {
  test.each([2, 10, 36, 290, 2000, 10_000])(
    'no two plans of %i people differ by as much in lower aims as a unit of a higher one',
    (size) => {
      for (const seed of seeds(60)) {
        const question = { size, open: none, tiers: someTiers(size, seed) };
        expectStrict(question, groupsOf(question), (2 * LARGEST_SUM) / size);
        expectStrict(question, groupsOf(question, [], LARGEST_COST), LARGEST_COST);
      }
    },
  );

  test('an aim that does not fit any more begins the next group, and none is broken up or lost', () => {
    const size = 10_000;
    // What the programme's aims come to at most, with 10,000 people and everything at its cap.
    const mosts = [1, 2, 20, 1, 1, 1, 1, 200, 200, 1, 1, 6, 12, 2 ** 24 - 1];
    const question = { size, open: none, tiers: mosts.map((most) => reaching(size, 0, most)) };
    const groups = groupsOf(question, [], LARGEST_COST);
    expect(groups.map((group) => group.length).every((length) => length > 0)).toBe(true);
    expect(groups.length).toBeGreaterThan(2);
    expectStrict(question, groups, LARGEST_COST);
    for (const [at, group] of groups.entries()) {
      const next = groups[at + 1]?.[0];
      if (!next) continue;
      const together = [...group, next].toReversed().reduce(
        ([place, cost], { tier }) => {
          const spread = BigInt(spreadOf(question, tier));
          return [place * (BigInt(size / 2) * spread + 1n), cost + spread * place] as [bigint, bigint];
        },
        [1n, 0n] as [bigint, bigint],
      );
      expect(together[1] > BigInt(LARGEST_COST)).toBe(true);
    }
  });

  test('a proof is refused where the few whose pairs differ are not all', () => {
    const size = 12;
    const wished = (pairs: readonly (readonly [number, number])[]) =>
      linked(size, (u, say) => {
        for (const [a, b] of pairs) if (a === u || b === u) say(a === u ? b : a, -1);
      });
    const one = tierOf(size, { name: 'one', by: [], cost: () => 1, but: wished([[0, 1]]) });
    const many = tierOf(size, { name: 'many', by: [], cost: () => 1, but: wished([0, 1, 2, 3, 4].map((u) => [u, u + 5] as const)) });
    const open = Uint8Array.from({ length: size * size }, (_, at) => (at % (size + 1) === 0 ? 0 : 1));
    const question: Question = { size, open, tiers: [one, many] };
    const plan = inPairs(question, 1);
    expect(plan && [worthOf(question, plan.mate), check(question, plan.mate, plan.stages)]).toEqual([[5, 3], { holds: true }]);
    const claimed = { ...question, tiers: [one, { ...many, few: Uint8Array.from({ length: size }, (_, v) => (v === 0 ? 1 : 0)) }] };
    const bad = inPairs(claimed, 1);
    expect(bad && check(claimed, bad.mate, bad.stages)).toEqual({ holds: false, because: 'the digits of tier 0 overlap' });
  });
});

/** Sets inside one another or apart, of odd sizes. */
function someNests(size: number, dice: () => number): Blossom[] {
  const blossoms: Blossom[] = [];
  const divide = (members: number[]) => {
    for (let from = 0; from + 3 <= members.length; ) {
      const part = members.slice(from, from + 3 + 2 * Math.floor(dice() * 6));
      from += part.length + Math.floor(dice() * 3);
      if (part.length % 2 === 0) part.pop();
      if (part.length === members.length || part.length < 3) continue;
      blossoms.push({ members: Int32Array.from(part), z: 1 + Math.floor(dice() * 9) });
      divide(part);
    }
  };
  divide(Array.from({ length: size }, (_, v) => v).sort(() => dice() - 0.5));
  return blossoms;
}

describe('blossoms', () => {
  test('two vertices share the z of all blossoms that hold both, however they nest', () => {
    for (const seed of seeds(50)) {
      const dice = diceFrom(seed);
      const size = 4 + Math.floor(dice() * 60);
      const blossoms = someNests(size, dice);
      const nests = nestsOf(size, blossoms, ({ z }) => z);
      const holds = blossoms.map(({ members }) => new Set(members));
      const sum = (u: number, v: number) => blossoms.reduce((all, { z }, b) => all + (holds[b]?.has(u) && holds[b].has(v) ? z : 0), 0);
      for (let u = 0; u < size; u++) {
        const row = new Float64Array(size);
        addShared(nests, u, row, size);
        expect([...row]).toEqual(Array.from({ length: size }, (_, v) => sum(u, v)));
        expect(around(nests, u)).toBe(sum(u, u));
      }
    }
  });

  test('what can be gained by crossing one more often may be more than the first toll: then a higher one is taken', () => {
    const listed = (pairs: string) => pairs.split(', ').map((pair) => pair.split(' ').map(Number) as [number, number]);
    // Nine and eleven, who must be joined by one pair only. With three such pairs all others would be free; with one, all others cost the most.
    const joined = listed('0 9, 1 10, 2 11, 3 4, 5 6, 7 8, 12 13, 14 15, 16 17, 18 19');
    const dear = listed('1 3, 4 5, 6 7, 2 8, 10 12, 13 14, 15 16, 17 18, 11 19');
    const pairs = [...joined.map((pair) => ({ pair, cost: 0 })), ...dear.map((pair) => ({ pair, cost: 1000 }))];
    const costsOf = () =>
      costsOfPairs(20, {
        from: Int32Array.from(pairs, ({ pair }) => pair[0]),
        to: Int32Array.from(pairs, ({ pair }) => pair[1]),
        cost: Float64Array.from(pairs, ({ cost }) => cost),
      });
    const inRows: Costs = { size: 20, row: costsOf().row };
    const mate = new Int32Array(20);
    for (const [u, v] of [[0, 9] as const, ...dear]) {
      mate[u] = v;
      mate[v] = u;
    }
    const nine = { members: Int32Array.from({ length: 9 }, (_, v) => v), z: 1 };
    for (const costs of [costsOf(), inRows]) {
      const crossing = crossingOnce(costs, [[nine]], { mate, seed: 1 });
      expect([crossing.matched.mate, crossing.toll > 2001]).toEqual([mate, true]);
    }
    const joinedBy = Int32Array.from(
      { length: 20 },
      (_, v) => joined.flatMap(([a, b]) => (a === v ? [b] : b === v ? [a] : []))[0] as number,
    );
    expect(crossingOnce(inRows, [], { mate, seed: 1 }).matched.mate).toEqual(joinedBy);
  });

  test('deep blossoms and large numbers together stay exact', () => {
    for (const seed of seeds(6)) {
      const size = 60 + 2 * seed;
      const dice = diceFrom(seed);
      const square = Float64Array.from({ length: size * size }, () => Math.floor(dice() * 2 ** 46));
      const tier = (name: string, cost: (u: number, v: number) => number): Tier => ({
        name,
        row: (u, into) => {
          for (let v = 0; v < size; v++) into[v] = cost(u, v);
        },
      });
      const nested = tier('nested', (u, v) => Math.max(u, v) ** 2);
      const large = tier('large', (u, v) => square[Math.min(u, v) * size + Math.max(u, v)] as number);
      const open = Uint8Array.from({ length: size * size }, (_, at) => (at % (size + 1) === 0 ? 0 : 1));
      const question = { size, open, tiers: [nested, large] };
      const plan = inPairs(question, seed, groupsOf(question, [], LARGEST_COST));
      expect(plan && check(question, plan.mate, plan.stages)).toEqual({ holds: true });
    }
  });
});

describe('pairs that are left', () => {
  const costsFrom = (question: Question): Costs => numbersOf(question, groupsOf(question, [], LARGEST_COST)[0] ?? []);

  test('are those of no slack, whether they are marked or listed', () => {
    for (const seed of seeds(200)) {
      const question = smallQuestion(seed, 10);
      const plan = inPairs(question, seed);
      if (!plan) continue;
      const costs = among({ marks: question.open }, costsFrom(question));
      const matched = matchPerfectly(costs, { mate: plan.mate, seed });
      const left = tightIn(costs, matched);
      const again = among(left, costsFrom(question));
      const row = new Float64Array(10);
      const rowLeft = new Float64Array(10);
      for (let u = 0; u < 10; u++) {
        costs.row(u, row);
        again.row(u, rowLeft);
        for (let v = 0; v < 10; v++) {
          const z = matched.blossoms.reduce((sum, { members, z }) => sum + (members.includes(u) && members.includes(v) ? z : 0), 0);
          const tight = u !== v && (row[v] as number) + z === (matched.y[u] as number) + (matched.y[v] as number);
          if (u !== v) expect([u, v, rowLeft[v]]).toEqual([u, v, tight ? row[v] : Infinity]);
        }
      }
    }
  });

  test('hold every best plan: two groups, settled one after the other, come to what all plans say', () => {
    for (const seed of seeds(150)) {
      const question = smallQuestion(seed, 8);
      const apart: Group[] = question.tiers.map((tier, at) => [{ tier: at, least: Math.min(...costsOf(question, tier)), place: 1 }]);
      const together = inPairs(question, seed);
      const one = inPairs(question, seed, apart);
      if (!together || !one) continue;
      const [first, second] = [worthOf(question, together.mate), worthOf(question, one.mate)];
      expect([seed, comesFirst(first, second), comesFirst(second, first)]).toEqual([seed, false, false]);
      expect([seed, check(question, one.mate, one.stages)]).toEqual([seed, { holds: true }]);
    }
  });

  test('settling again from its own prices and partners changes nothing', () => {
    for (const seed of seeds(60)) {
      const question = smallQuestion(seed, 10);
      const groups = groupsOf(question);
      const plan = inPairs(question, seed, groups);
      if (!plan) continue;
      const bare = plan.stages.map(({ y, blossoms }) =>
        y.map((price, v) => blossoms.reduce((left, { members, z }) => (members.includes(v) ? left - z / 2 : left), price)),
      );
      const wish = { open: question.open, groups, numbers: (at: number) => numbersOf(question, groups[at] as Group), seed };
      const again = settleInOrder({ ...wish, mate: plan.mate, prices: bare, warm: bare.map(() => plan.mate) });
      expect(worthOf(question, again.mate)).toEqual(worthOf(question, plan.mate));
      expect(check(question, again.mate, again.stages)).toEqual({ holds: true });
    }
  });
});

function costsOf({ size, open }: Question, { row }: Tier): number[] {
  const costs = new Float64Array(size);
  return Array.from({ length: size }, (_, u) => {
    row(u, costs);
    return Array.from(costs).filter((_, v) => open[u * size + v] === 1);
  }).flat();
}
