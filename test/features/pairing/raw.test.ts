// Matchings of the largest weight for other programs: against trying everything, against graphs whose best matching is known beforehand, and the
// checker against certificates that were tampered with.
import { describe, expect, test } from '@jest/globals';
import { type Claim, prove } from '../../../src/features/pairing/matching/raw/proof.ts';
import { maximumWeight, type Proved } from '../../../src/features/pairing/matching/raw/raw.ts';
import { uncrossed } from '../../../src/features/pairing/matching/raw/uncrossed.ts';
import { bothWays, byTrying, faultIn, type Listed, type Pair, randomGraph, type Throw, WEIGHTS } from './raw-graphs.ts';
import { diceFrom } from './small-problems.ts';

const claimOf = ({ mate, y, blossoms }: Proved): Claim => ({
  mate: [...mate],
  twiceY: y.map((price) => 2n * price),
  blossoms: blossoms.map(({ children, z }) => ({ children, twiceZ: 2n * z })),
});
const spreadOf = ({ pairs }: Listed) => {
  const weights = pairs.map(([, , weight]) => weight);
  return weights.length === 0 ? 0 : Math.max(...weights) - Math.min(...weights);
};
function bestOf(listed: Listed, largest?: number): Proved[] {
  return bothWays(listed).map((graph) => {
    const outcome = maximumWeight(graph, largest === undefined ? {} : { largest });
    if ('obstacle' in outcome) throw new Error('there is an obstacle');
    expect(faultIn(listed, outcome)).toBeUndefined();
    expect(prove(graph, claimOf(outcome))).toEqual({ holds: true, weight: outcome.weight });
    return outcome;
  });
}

describe('small graphs, against trying everything', () => {
  test.each(Object.keys(WEIGHTS))('weights of the kind "%s"', (kind) => {
    const dice = diceFrom(kind.length);
    for (let at = 0; at < 150; at++) {
      const listed = randomGraph(dice, WEIGHTS[kind] as (dice: Throw) => number);
      const truth = byTrying(listed);
      for (const graph of bothWays(listed)) {
        const outcome = maximumWeight(graph, { seed: at });
        if ('obstacle' in outcome) {
          const { groups, partners } = outcome.obstacle;
          expect([truth, groups.length > partners.length, groups.every(({ length }) => length % 2 === 1)]).toEqual([undefined, true, true]);
        } else expect([outcome.weight, faultIn(listed, outcome), prove(graph, claimOf(outcome)).holds]).toEqual([truth, undefined, true]);
      }
    }
  });

  test('two digits find what one does, also where nearly everything is equal in the first', () => {
    const dice = diceFrom(3);
    for (let at = 0; at < 120; at++) {
      const listed = randomGraph(dice, WEIGHTS[at % 2 === 0 ? 'hundred' : 'few'] as (dice: Throw) => number);
      const truth = byTrying(listed);
      if (truth === undefined) continue;
      for (const parts of [2, 8, 64]) for (const { weight } of bestOf(listed, spreadOf(listed) / parts + 0.1)) expect(weight).toBe(truth);
    }
  });
});

/** A graph whose best matching is known: prices, odd sets with z around some vertices, and slack for all pairs but those of one matching. */
function planted(dice: Throw, size: number, largest: number): { listed: Listed; weight: bigint } {
  const number = (limit: number) => Math.floor(dice() * limit);
  const prices = Array.from({ length: size }, () => number(largest / 4));
  const groups = Math.floor(size / 6);
  const z = Array.from({ length: groups }, () => number(largest / 4));
  const mate = Array.from({ length: size }, (_, v) => v ^ 1);
  for (let at = 0; at < groups; at++)
    for (const [u, v] of [
      [0, 1],
      [2, 5],
      [3, 4],
    ] as const)
      [mate[6 * at + u], mate[6 * at + v]] = [6 * at + v, 6 * at + u];
  const setOf = (v: number) => (v < 6 * groups && v % 6 < 3 ? Math.floor(v / 6) : -1 - v);
  const pairs: Pair[] = [];
  for (let u = 0; u < size; u++)
    for (let v = 0; v < u; v++) {
      const most = (prices[u] as number) + (prices[v] as number) + (setOf(u) === setOf(v) ? (z[setOf(u)] as number) : 0);
      const slack = mate[u] === v || dice() < 0.05 ? 0 : number(dice() < 0.3 ? 4 : largest / 8);
      if (mate[u] === v || dice() < 0.8) pairs.push([u, v, Math.max(0, most - slack)]);
    }
  const weight = [...prices, ...z].reduce((sum, each) => sum + BigInt(each), 0n);
  return { listed: { size, pairs }, weight };
}

describe('larger graphs whose best matching is known', () => {
  test.each([1e3, 2 ** 31, 2 ** 45, 2 ** 53])('weights up to %d', (largest) => {
    const dice = diceFrom(11);
    for (const size of [30, 90]) {
      const { listed, weight } = planted(dice, size, largest);
      for (const proved of bestOf(listed)) expect(proved.weight).toBe(weight);
    }
  });

  test('a path and a long ladder, of which little can be chosen', () => {
    const path: Pair[] = Array.from({ length: 999 }, (_, v) => [v, v + 1, 2 ** 53 - v]);
    expect(bestOf({ size: 1000, pairs: path })[0]?.mate.every((v, u) => v === (u ^ 1))).toBe(true);
    const ladder: Pair[] = Array.from({ length: 500 }, (_, at): Pair[] => [
      [2 * at, 2 * at + 1, at % 3],
      [2 * at, (2 * at + 2) % 1000, 5],
      [2 * at + 1, (2 * at + 3) % 1000, 5],
    ]).flat();
    expect(bestOf({ size: 1000, pairs: ladder }).map(({ weight }) => weight)).toEqual([2500n, 2500n]);
  });
});

describe('where there is no perfect matching', () => {
  const obstacles = (size: number, ends: [number, number][]) =>
    bothWays({ size, pairs: ends.map(([u, v]): Pair => [u, v, 1]) }).map((graph) => {
      const outcome = maximumWeight(graph);
      if (!('obstacle' in outcome)) throw new Error('there is a matching');
      return { groups: outcome.obstacle.groups.map((group) => group.sort((u, v) => u - v)).sort(), partners: outcome.obstacle.partners };
    });

  test('a vertex without a pair', () => {
    for (const { groups, partners } of obstacles(4, [[0, 1]]))
      expect([[[[2]], [[3]]], partners]).toEqual([expect.arrayContaining([groups]), []]);
  });

  test('two triangles apart', () => {
    const triangles: [number, number][] = [
      [0, 1],
      [1, 2],
      [2, 0],
      [3, 4],
      [4, 5],
      [5, 3],
    ];
    for (const { groups, partners } of obstacles(6, triangles))
      expect([[[[0, 1, 2]], [[3, 4, 5]]], partners]).toEqual([expect.arrayContaining([groups]), []]);
  });

  test('three who all need the same one', () => {
    for (const { groups, partners } of obstacles(4, [
      [0, 1],
      [0, 2],
      [0, 3],
    ]))
      expect([groups.length > 1, partners]).toEqual([true, [0]]);
  });

  test('an odd number', () => {
    expect(
      obstacles(3, [
        [0, 1],
        [1, 2],
        [2, 0],
      ]).map(({ groups }) => groups),
    ).toEqual([[[0, 1, 2]], [[0, 1, 2]]]);
    expect(obstacles(1, []).map(({ groups }) => groups)).toEqual([[[0]], [[0]]]);
  });

  test('nobody at all is matched, for nothing', () => {
    expect(bestOf({ size: 0, pairs: [] })[0]).toMatchObject({ weight: 0n, y: [], blossoms: [] });
  });
});

describe('the checker', () => {
  /** Two heavy triangles with light pairs between them: without blossoms nothing proves the best matching. */
  const pairs: Pair[] = [
    [0, 1, 10],
    [1, 2, 10],
    [2, 0, 10],
    [3, 4, 10],
    [4, 5, 10],
    [5, 3, 10],
    [0, 3, 1],
    [1, 4, 2],
    [2, 5, 0],
  ];
  const listed = { size: 6, pairs };
  const [graph] = bothWays(listed) as [ReturnType<typeof bothWays>[0]];
  const [proved] = bestOf(listed) as [Proved];
  const claim = claimOf(proved);
  const refusal = (change: Partial<Claim>) => {
    const proof = prove(graph, { ...claim, ...change });
    return proof.holds ? 'holds' : proof.because;
  };
  const prices = (...changes: [number, bigint][]) => claim.twiceY.map((price, v) => price + (changes.find(([at]) => at === v)?.[1] ?? 0n));

  test('accepts what is right, with more than one blossom in it', () => {
    expect(claim.blossoms.length).toBeGreaterThan(0);
    expect(refusal({})).toBe('holds');
  });

  test('refuses mates that are none', () => {
    expect(refusal({ mate: [1, 0, 3, 2] })).toBe('there are 6 vertices and 4 mates');
    expect(refusal({ mate: [1, 0, 3, 2, 9, 5] })).toBe('the mate of vertex 4 is 9, which is no vertex');
    expect(refusal({ mate: [0, 1, 2, 3, 4, 5] })).toBe('vertex 0 is its own mate');
    expect(refusal({ mate: [1, 2, 0, 4, 5, 3] })).toBe('the mate of vertex 0 is 1, and the mate of vertex 1 is 2');
    expect(refusal({ mate: [4, 3, 5, 1, 0, 2] })).toContain('is matched, and is not listed');
  });

  test('refuses another matching', () => {
    expect(refusal({ mate: [3, 2, 1, 0, 5, 4] })).toContain('weighs less than its prices and blossoms allow');
  });

  test('refuses prices that were changed, up, down, and against each other', () => {
    expect(refusal({ twiceY: prices([0, -1n]) })).toMatch(/^the pair \d \d weighs more than its prices and blossoms allow, by 0\.5$/);
    expect(refusal({ twiceY: prices([0, 2n]) })).toContain('is matched, and is not listed or weighs less');
    expect(refusal({ twiceY: prices([1, 2n], [4, -2n]) })).toContain('weighs more');
    expect(refusal({ twiceY: claim.twiceY.slice(1) })).toBe('there are 6 vertices and 5 prices');
    expect(refusal({ twiceY: prices([0, 2n ** 100n]) })).toBe('the price of vertex 0 is larger than any that can be needed');
  });

  test('refuses blossoms that were changed', () => {
    const [first, ...rest] = claim.blossoms as [Claim['blossoms'][0]];
    const [, one = 0, other = 0] = first.children;
    const withFirst = (change: Partial<Claim['blossoms'][0]>) => refusal({ blossoms: [{ ...first, ...change }, ...rest] });
    expect(refusal({ blossoms: rest })).toContain('weighs more');
    expect(withFirst({ twiceZ: -first.twiceZ })).toBe('the z of blossom 0 is below 0');
    expect(withFirst({ twiceZ: first.twiceZ - 2n })).toContain('weighs more');
    expect(withFirst({ twiceZ: first.twiceZ + 2n })).toMatch(/weighs less|weighs \d+, and the prices/);
    expect(withFirst({ children: [one, other] })).toBe('blossom 0 holds 2 vertices, which is no odd number');
    expect(withFirst({ children: [one, other, 6] })).toBe('blossom 0 has the child 6, which is neither a vertex nor an earlier blossom');
    expect(withFirst({ children: [one, other, one] })).toBe(`vertex ${one} is a child twice`);
    expect(refusal({ blossoms: [...claim.blossoms, first] })).toMatch(/^vertex \d is a child twice$/);
  });

  test('refuses a blossom that is crossed three times, though every pair is right', () => {
    const star: Pair[] = [
      [0, 3, 5],
      [1, 4, 5],
      [2, 5, 5],
      [3, 4, 0],
      [4, 5, 0],
      [5, 3, 0],
      [0, 1, 0],
      [1, 2, 0],
      [2, 0, 0],
    ];
    const [own] = bothWays({ size: 6, pairs: star }) as [ReturnType<typeof bothWays>[0]];
    const claimed = { mate: [3, 4, 5, 0, 1, 2], twiceY: [5n, 5n, 5n, 5n, 5n, 5n], blossoms: [{ children: [0, 1, 2], twiceZ: 2n }] };
    expect(prove(own, { ...claimed, blossoms: [] })).toEqual({ holds: true, weight: 15n });
    expect(prove(own, claimed)).toEqual({ holds: false, because: 'the matching weighs 15, and the prices and blossoms allow 16' });
  });
});

test('odd sets that cross are replaced by some that do not, and prove no less', () => {
  const dice = diceFrom(8);
  for (let at = 0; at < 150; at++) {
    const size = 4 + Math.floor(dice() * 8);
    const sets = Array.from({ length: 1 + Math.floor(dice() * 6) }, () => {
      const members = Array.from({ length: size }, (_, v) => v).filter(() => dice() < 0.5);
      return { members: Int32Array.from(members.length % 2 === 1 ? members : members.slice(1)), z: BigInt(1 + Math.floor(dice() * 9)) };
    }).filter(({ members }) => members.length >= 3);
    const given = sets.map((set) => ({ ...set, members: new Set(set.members) }));
    const twice = Array.from({ length: size }, () => 0n);
    const tidy = uncrossed(sets, twice).map((set) => ({ ...set, members: new Set(set.members) }));
    const around = (all: typeof given, u: number, v: number) =>
      all.reduce((sum, { members, z }) => (members.has(u) && members.has(v) ? sum + z : sum), 0n);
    const bound = (all: typeof given) => all.reduce((sum, { members, z }) => sum + z * BigInt(members.size - 1), 0n);
    for (let u = 0; u < size; u++)
      for (let v = 0; v < u; v++) {
        const gained = ((twice[u] as bigint) + (twice[v] as bigint)) / 2n;
        expect(around(tidy, u, v) + gained >= around(given, u, v)).toBe(true);
      }
    expect(bound(tidy) + twice.reduce((sum, each) => sum + each, 0n)).toBe(bound(given));
    for (const one of tidy)
      for (const other of tidy) {
        const common = [...one.members].filter((v) => other.members.has(v)).length;
        expect([0, one.members.size, other.members.size]).toContain(common);
      }
    expect(tidy.every(({ members, z }) => members.size % 2 === 1 && z > 0n)).toBe(true);
  }
});
