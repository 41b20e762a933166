// One matching at a time: every shape that has been hard, at sizes where a mistake has room, each answer proved by its prices.
import { describe, expect, test } from '@jest/globals';
import type { Matched } from '../../../src/features/pairing/matching/costs.ts';
import { matchPerfectly } from '../../../src/features/pairing/matching/search/solve.ts';
import { DENSE, denseGraph, type HardGraph, listedGraph, nestedGraph, sparseGraph } from './hard-graphs.ts';
import { proves } from './prices-proof.ts';
import { CLASSES, graphOf, SHAPES } from './roster-graphs.ts';
import { diceFrom } from './small-problems.ts';

function solved({ costs, mate }: HardGraph, seed = 1): Matched {
  const matched = matchPerfectly(costs, { mate, seed });
  expect(proves(costs, matched)).toBeUndefined();
  return matched;
}

/** All prices, less what blossoms take off: what the matching costs. */
function worth({ y, blossoms }: Matched): number {
  return y.reduce((sum, price) => sum + price, 0) - blossoms.reduce((sum, { members, z }) => sum + (z * (members.length - 1)) / 2, 0);
}

describe('a matching of least cost is found and proved', () => {
  test.each(Object.keys(DENSE))('where %s', (name) => {
    for (const [seed, size] of [30, 120, 340].entries()) solved(denseGraph(DENSE[name] as (typeof DENSE)[string], size, seed));
  });

  test.each([...CLASSES.filter((kind) => kind !== 'forbid'), ...SHAPES])('in rosters of kind %s', (kind) => {
    for (const size of [100, 420]) solved({ costs: graphOf(kind, size, 3), mate: Int32Array.from({ length: size }, (_, v) => v ^ 1) });
  });

  test('among a few of very many pairs', () => {
    for (const most of [1, 3, 1e6]) solved(sparseGraph(5000, 50_000, most));
  });

  test('where few pairs are left in a ring of thousands', () => {
    solved(sparseGraph(4000, 6000, 1e3));
  });
});

describe('how a problem is given', () => {
  test.each(Object.keys(DENSE))('makes no difference where %s', (name) => {
    const graph = denseGraph(DENSE[name] as (typeof DENSE)[string], 320, 5);
    const { size, row } = graph.costs;
    const costs = [graph, { ...graph, costs: { size, row } }, listedGraph(graph)].map((each) => worth(solved(each)));
    expect(new Set(costs).size).toBe(1);
  });

  test('the same seed gives the same pairs, and any seed the same cost', () => {
    const graph = denseGraph(DENSE['pairs cost one or two'] as (typeof DENSE)[string], 200, 1);
    expect(solved(graph, 4)).toEqual(solved(graph, 4));
    expect(worth(solved(graph, 5))).toBe(worth(solved(graph, 4)));
  });
});

describe('blossoms', () => {
  test('lie thousands deep in one another, innermost first in the list', () => {
    const size = 10_002;
    const { blossoms } = solved(nestedGraph(size));
    const depth = new Int32Array(size);
    const largest = new Int32Array(size);
    let outOfOrder = 0;
    for (const { members } of blossoms) {
      for (const v of members) {
        if ((largest[v] as number) >= members.length) outOfOrder++;
        largest[v] = members.length;
        depth[v] = (depth[v] as number) + 1;
      }
    }
    expect(outOfOrder).toBe(0);
    expect(Math.max(...depth)).toBe((size / 2 - 1) / 2);
  });
});

describe('numbers', () => {
  test('are exact where a plan costs nearly 2^46', () => {
    const size = 64;
    const most = 2 ** 46 / (size / 2);
    const graph = denseGraph((_u, _v, dice) => Math.floor(dice() * most), size, 2);
    const { mate } = solved(graph);
    const row = new Float64Array(size);
    const all = mate.reduce((sum, v, u) => {
      graph.costs.row(u, row);
      return sum + BigInt(row[v] as number);
    }, 0n);
    expect(BigInt(worth(solved(graph)))).toBe(all / 2n);
  });
});

describe('a search that begins with what is known', () => {
  const size = 300;
  const before = denseGraph(DENSE['groups of three'] as (typeof DENSE)[string], size, 8);

  test('keeps the pairs where nothing has changed', () => {
    const cold = solved(before);
    const warm = matchPerfectly(before.costs, { mate: before.mate, seed: 2, y: cold.y, warm: cold.mate });
    expect(proves(before.costs, warm)).toBeUndefined();
    expect(worth(warm)).toBe(worth(cold));
  });

  test('finds the best after changes, whatever it is told of prices and partners', () => {
    const dice = diceFrom(4);
    const cold = solved(before);
    for (let round = 0; round < 12; round++) {
      const [u, v] = [Math.floor(dice() * size), Math.floor(dice() * size)];
      const changed = (own: number, into: Float64Array) => {
        before.costs.row(own, into);
        if (own === u) into[v] = (into[v] as number) * Math.floor(dice() * 3);
        else if (own === v) into[u] = before.costs.size;
      };
      const costs = { size, row: symmetric(size, changed) };
      const y = round % 3 === 2 ? Float64Array.from({ length: size }, () => Math.floor(dice() * 4000) / 2 - 500) : cold.y;
      const warm = matchPerfectly(costs, { mate: before.mate, seed: round, y, ...(round % 2 === 0 && { warm: cold.mate }) });
      expect(proves(costs, warm)).toBeUndefined();
    }
  });
});

/** The rows written out, each pair as its later end has it. */
function symmetric(size: number, read: (u: number, into: Float64Array) => void): (u: number, into: Float64Array) => void {
  const square = new Float64Array(size * size);
  for (let u = 0; u < size; u++) read(u, square.subarray(u * size, (u + 1) * size));
  for (let u = 0; u < size; u++) for (let v = 0; v < u; v++) square[v * size + u] = square[u * size + v] as number;
  return (u, into) => into.set(square.subarray(u * size, (u + 1) * size));
}

describe('a proof is refused', () => {
  const graph = denseGraph(DENSE['groups of three'] as (typeof DENSE)[string], 60, 1);
  const good = matchPerfectly(graph.costs, { mate: graph.mate, seed: 1 });
  const refused = (changes: Partial<Matched>) => proves(graph.costs, { ...good, ...changes });

  test('when partners are exchanged', () => {
    const mate = good.mate.slice();
    const [a, b, c] = [0, good.mate[0] as number, mate.findIndex((v, u) => u !== 0 && v !== 0)];
    const d = mate[c] as number;
    for (const [u, v] of [[a, c] as const, [b, d] as const]) {
      mate[u] = v;
      mate[v] = u;
    }
    expect(refused({ mate })).toBeDefined();
    expect(refused({ mate: mate.map((v, u) => (u === a ? b : v)) })).toMatch(/partner/);
  });

  test('when a price is raised, lowered, missing, or no half', () => {
    for (const more of [1, 0.5, -0.5, 0.25, Number.NaN, 2 ** 60])
      expect(refused({ y: good.y.map((price, v) => price + (v === 7 ? more : 0)) })).toBeDefined();
    expect(refused({ y: good.y.slice(1) })).toMatch(/price/);
  });

  test('when a blossom is missing, cut, crossed by another, or has another z', () => {
    const [first, ...others] = good.blossoms as [(typeof good.blossoms)[number]];
    expect(refused({ blossoms: others })).toMatch(/less than their prices/);
    expect(refused({ blossoms: [{ ...first, z: first.z + 1 }, ...others] })).toMatch(/cost more/);
    expect(refused({ blossoms: [{ ...first, z: -first.z }, ...others] })).toMatch(/no z/);
    expect(refused({ blossoms: [{ ...first, members: first.members.slice(1) }, ...others] })).toBeDefined();
    const outside = Int32Array.from({ length: 60 }, (_, v) => v).find((v) => !first.members.includes(v)) as number;
    const across = Int32Array.from([first.members[0] as number, outside, first.members[1] as number]);
    expect(refused({ blossoms: [first, { members: across, z: 1 }, ...others] })).toMatch(/cross|full/);
  });
});
