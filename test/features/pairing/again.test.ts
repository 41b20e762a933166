// What one change costs: settling a question again from the prices that stand comes to the same as settling it from nothing.
import { describe, expect, test } from '@jest/globals';
import {
  type Changes,
  changed,
  type Standing,
  settleAgain,
  standingOf,
  type Two,
} from '../../../src/features/pairing/matching/again/again.ts';
import { partnersPriced } from '../../../src/features/pairing/matching/again/partners.ts';
import { check } from '../../../src/features/pairing/matching/order/certificate.ts';
import { groupsOf, numbersOf, type Question, type Tier } from '../../../src/features/pairing/matching/order/tiers.ts';
import { sumOf } from '../../../src/features/pairing/matching/order/tolls.ts';
import { diceFrom, inPairs, smallQuestion, worthOf } from './small-problems.ts';

const seeds = (count: number, from = 0) => Array.from({ length: count }, (_, at) => from + at);

function standing(question: Question, seed: number): Standing | undefined {
  const groups = groupsOf(question);
  const settled = inPairs(question, seed, groups);
  return settled && standingOf({ open: question.open, groups, numbers: (at) => numbersOf(question, groups[at] ?? []), settled });
}

/** One to three changes of every kind; nobody is forced or left out twice. */
function someChanges({ size }: Question, dice: () => number): Changes {
  const left = Array.from({ length: size }, (_, v) => v).sort(() => dice() - 0.5);
  const two = (): Two => [left.pop() ?? 0, left.pop() ?? 0];
  const changes = { forced: [] as Two[], forbidden: [] as Two[], leftOut: [] as Two[] };
  const count = 1 + Math.floor(dice() * 3);
  for (let at = 0; at < count && left.length > 1; at++) {
    const kind = (['forced', 'forbidden', 'leftOut'] as const)[Math.floor(dice() * 3)] ?? 'forced';
    if (kind !== 'forbidden') changes[kind].push(two());
    else changes.forbidden.push([left[0] ?? 0, left[1 + Math.floor(dice() * (left.length - 1))] ?? 0]);
  }
  return changes;
}

/** The question that the changes make; two who are left out cost the least that any pair does. */
function after(question: Question, changes: Changes): Question {
  const { size } = question;
  const out = new Map((changes.leftOut ?? []).flatMap(([u, v]) => [[u, v] as const, [v, u] as const]));
  const tiers = question.tiers.map((tier) => {
    const least = leastOf(question, tier);
    const row = (u: number, into: Float64Array) => {
      tier.row(u, into);
      const v = out.get(u);
      if (v !== undefined) into[v] = least;
    };
    return { ...tier, row };
  });
  return { size, open: changed(question.open, size, changes), tiers };
}

function leastOf({ size, open }: Question, { row }: Tier): number {
  const costs = new Float64Array(size);
  return Array.from({ length: size }, (_, u) => {
    row(u, costs);
    return Math.min(...costs.filter((_, v) => open[u * size + v] === 1));
  }).reduce((one, other) => Math.min(one, other));
}

/** What is wrong with a warm answer; nothing where it is what a cold one comes to, and proved. */
function faultOf(question: Question, seed: number): string | undefined {
  const before = standing(question, seed);
  if (!before) return undefined;
  const changes = someChanges(question, diceFrom(seed + 1));
  const changedQuestion = after(question, changes);
  const cold = inPairs(changedQuestion, seed);
  const warm = settleAgain(before, changes);
  if ('obstacle' in warm) return cold ? `seed ${seed}: a plan was missed` : undefined;
  const [own, wanted] = [worthOf(changedQuestion, warm.mate), cold && worthOf(changedQuestion, cold.mate)];
  if (own.join() !== wanted?.join()) return `seed ${seed}: ${own} instead of ${wanted}`;
  const verdict = check(changedQuestion, warm.mate, warm.stages);
  return verdict.holds ? undefined : `seed ${seed}: not proved: ${verdict.because}`;
}

describe('a few changes', () => {
  test('thousands of small questions, changed in one to three places', () => {
    expect(seeds(1500).flatMap((seed) => faultOf(smallQuestion(seed, 2 + 2 * (seed % 5)), seed) ?? [])).toEqual([]);
  });

  test('a hundred questions of forty', () => {
    expect(seeds(100, 9000).flatMap((seed) => faultOf(smallQuestion(seed, 40), seed) ?? [])).toEqual([]);
  });
});

describe('blossoms within blossoms', () => {
  /** Clusters of three in clusters of nine in clusters of twenty-seven: nothing but odd sets, and ties at random. */
  const clustered = (seed: number, size: number): Question => {
    const dice = diceFrom(seed);
    const squares = [0, 1].map((tier) => {
      const square = new Float64Array(size * size);
      for (let u = 0; u < size; u++)
        for (let v = 0; v < u; v++) {
          const near = [3, 9, 27].findIndex((width) => Math.floor(u / width) === Math.floor(v / width));
          const far = (near < 0 ? 1e8 : 10 ** (2 * near + 1)) / (tier === 0 ? 1 : 1e3);
          square[u * size + v] = square[v * size + u] = Math.floor(tier === 0 ? far * (1 + Math.floor(3 * dice())) : far + 1e9 * dice());
        }
      return square;
    });
    const tiers = squares.map(
      (square, at): Tier => ({ name: `tier ${at}`, row: (u, into) => into.set(square.subarray(u * size, (u + 1) * size)) }),
    );
    return { size, open: Uint8Array.from({ length: size * size }, (_, at) => (at % (size + 1) === 0 ? 0 : 1)), tiers };
  };

  test('stay as they are where a change does not touch them, and give way where it does', () => {
    const faults = seeds(40, 300).flatMap((seed) => faultOf(clustered(seed, 54 + 2 * (seed % 20)), seed) ?? []);
    expect(faults).toEqual([]);
  });

  test('a change leaves the question that stands as it was: taken back, everyone has their partner again', () => {
    const question = clustered(5, 90);
    const before = standing(question, 5);
    if (!before) throw new Error('there is a plan');
    const { mate } = before.settled;
    for (const u of [0, 13, 44]) {
      const changed = settleAgain(before, { forbidden: [[u, mate[u] as number]], forced: [[(u + 1) % 90, (u + 31) % 90]] });
      expect('mate' in changed && changed.mate.join()).not.toBe(mate.join());
      expect(settleAgain(before, {})).toMatchObject({ mate });
    }
  });

  test('a round from which too many pairs are forbidden names what stands in the way', () => {
    const question = clustered(7, 12);
    const before = standing(question, 7);
    if (!before) throw new Error('there is a plan');
    const alone = Array.from({ length: 11 }, (_, at): Two => [0, at + 1]);
    expect(settleAgain(before, { forbidden: alone })).toEqual({ obstacle: { groups: [[0]], partners: [] } });
    expect(
      settleAgain(before, {
        forced: [
          [0, 1],
          [1, 2],
        ],
      }),
    ).toHaveProperty('obstacle');
    expect(settleAgain(before, { forced: [[0, 1]], forbidden: [[1, 0]] })).toHaveProperty('obstacle');
  });
});

describe('the partners that one person could have', () => {
  /** What is wrong with the price of some partner; nothing where each is what forcing the two together comes to. */
  const wrongPrice = (question: Question, seed: number): string | undefined => {
    const before = standing(question, seed);
    if (!before) return undefined;
    const u = seed % question.size;
    const prices = partnersPriced(before.present, u);
    const sums = sumsOf(before, before.settled.mate);
    const wrong = prices.findIndex((price, v) => {
      if (v === u) return price !== undefined;
      const forced = settleAgain(before, { forced: [[u, v]] });
      const wanted = 'obstacle' in forced ? undefined : sumsOf(before, forced.mate).map((sum, at) => sum - (sums[at] ?? 0));
      return wanted?.join() !== price?.slice(0, sums.length).join();
    });
    return wrong < 0 ? undefined : `seed ${seed}: ${u} with ${wrong} costs otherwise`;
  };

  test('all at once cost what each costs by itself', () => {
    expect(seeds(200).flatMap((seed) => wrongPrice(smallQuestion(seed, 2 + 2 * (seed % 6)), seed) ?? [])).toEqual([]);
    expect(seeds(12, 700).flatMap((seed) => wrongPrice(smallQuestion(seed, 40), seed) ?? [])).toEqual([]);
  });
});

/** What a matching comes to, group by group. */
function sumsOf({ groups, numbers }: Standing, mate: Int32Array): number[] {
  return groups.map((_, at) => sumOf(numbers(at), mate));
}
