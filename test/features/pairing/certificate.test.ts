// The checkers against everything that could be passed off as a proof: a worse plan, changed prices, blossoms that are none, aims out of order.
import { describe, expect, test } from '@jest/globals';
import { check } from '../../../src/features/pairing/matching/order/certificate.ts';
import type { Stage } from '../../../src/features/pairing/matching/order/in-order.ts';
import type { Question } from '../../../src/features/pairing/matching/order/tiers.ts';
import { checkTrio } from '../../../src/features/pairing/matching/trio/certificate.ts';
import type { TrioPlan } from '../../../src/features/pairing/matching/trio/trio.ts';
import { inPairs, smallQuestion, withTrio } from './small-problems.ts';
import { faultInStages } from './staged-proof.ts';
import {
  type Outcome,
  pairsCourt,
  provedPairs,
  provedSingles,
  provedTrios,
  rawCourt,
  singleCourt,
  tamper,
  trioCourt,
} from './tamper-runs.ts';
import { faultInRawProof, provedRaw } from './tampering-raw.ts';
import { faultInTrio } from './trio-proof.ts';

/** A problem of ten whose proof has a blossom and several stages. */
function proved(): { question: Question; mate: Int32Array; stages: Stage[] } {
  for (let seed = 0; seed < 10_000; seed++) {
    const question = smallQuestion(seed, 10);
    const best = inPairs(question, seed);
    if (best && best.stages.length > 1 && best.stages.some(({ blossoms }) => blossoms.length > 0)) return { question, ...best };
  }
  throw new Error('no such problem');
}

const { question, mate, stages } = proved();
const withBlossom = stages.findIndex(({ blossoms }) => blossoms.length > 0);

/** The stages with one of them changed. */
function changed(at: number, change: (stage: Stage) => Partial<Stage>): Stage[] {
  return stages.map((stage, place) => (place === at ? { ...stage, ...change(stage) } : stage));
}

/** The matching with two pairs exchanged. */
function exchanged(from: Int32Array, u: number, v: number): Int32Array {
  const next = from.slice();
  const [a, b] = [from[u] as number, from[v] as number];
  for (const [one, other] of [
    [u, v],
    [a, b],
  ] as const) {
    next[one] = other;
    next[other] = one;
  }
  return next;
}

const moved = (y: Float64Array, v: number, by: number) => y.map((price, at) => (at === v ? price + by : price));

describe('a proof of pairs', () => {
  test('holds as it is', () => {
    expect(check(question, mate, stages)).toEqual({ holds: true });
  });

  test('does not hold for any other pairs', () => {
    for (let u = 0; u < 10; u++)
      for (let v = 0; v < u; v++) if (mate[u] !== v) expect(check(question, exchanged(mate, u, v), stages).holds).toBe(false);
  });

  test('does not hold with a price raised or lowered, in any stage', () => {
    for (const [at, { y }] of stages.entries())
      for (const v of y.keys())
        for (const by of [-1, -0.5, 0.5, 1]) {
          const verdict = check(
            question,
            mate,
            changed(at, () => ({ y: moved(y, v, by) })),
          );
          expect(verdict.holds).toBe(false);
        }
  });

  test.each<[string, (stage: Stage) => Partial<Stage>]>([
    ['a blossom left out', () => ({ blossoms: [] })],
    [
      'a blossom with a vertex less',
      ({ blossoms }) => ({ blossoms: blossoms.map((each) => ({ ...each, members: each.members.slice(1) })) }),
    ],
    ['a blossom of two', ({ blossoms }) => ({ blossoms: blossoms.map((each) => ({ ...each, members: each.members.slice(0, 2) })) })],
    [
      'a vertex twice in a blossom',
      ({ blossoms }) => ({ blossoms: blossoms.map((each) => ({ ...each, members: each.members.fill(each.members[0] as number) })) }),
    ],
    ['a z below zero', ({ blossoms }) => ({ blossoms: blossoms.map((each) => ({ ...each, z: -each.z })) })],
    ['a z too high', ({ blossoms }) => ({ blossoms: blossoms.map((each) => ({ ...each, z: each.z + 1 })) })],
    ['prices that are no numbers', ({ y }) => ({ y: y.map(() => Number.NaN) })],
    ['prices for too few', ({ y }) => ({ y: y.slice(1) })],
    ['prices too large to be exact', ({ y }) => ({ y: y.map((price) => price + 2 ** 52) })],
    ['no aims', () => ({ group: [] })],
    [
      'aims that run into each other',
      ({ group }) => ({ group: group.map((digit) => ({ ...digit, place: 1 })).concat({ tier: 9, least: 0, place: 1 }) }),
    ],
  ])('does not hold with %s', (_, change) => {
    const copied = structuredClone(stages) as Stage[];
    const bad = copied.map((stage, at) => (at === withBlossom ? { ...stage, ...change(stage) } : stage));
    expect(() => check(question, mate, bad)).not.toThrow(/undefined is not/);
    expect(check(question, mate, bad).holds).toBe(false);
  });

  test('does not hold when a stage is missing, or stages stand in another order', () => {
    expect(check(question, mate, stages.slice(1)).holds).toBe(false);
    expect(check(question, mate, stages.slice(0, -1)).holds).toBe(false);
    expect(check(question, mate, stages.toReversed()).holds).toBe(false);
    expect(check(question, mate, []).holds).toBe(false);
  });

  test('does not hold for a pair that is not allowed, or people without a partner', () => {
    const shut = { ...question, open: question.open.slice() };
    shut.open[mate[0] as number] = 0;
    expect(check(shut, mate, stages)).toEqual({ holds: false, because: '0 has no partner who is allowed' });
    expect(check(question, mate.slice(1), stages).holds).toBe(false);
    expect(
      check(
        question,
        mate.map((v, u) => (u === 0 ? 0 : v)),
        stages,
      ).holds,
    ).toBe(false);
    expect(
      check(
        question,
        mate.map((v, u) => (u === 0 ? -1 : v)),
        stages,
      ).holds,
    ).toBe(false);
  });
});

describe('a proof with a trio', () => {
  const odd = smallQuestion(21, 9);
  const plan = withTrio(odd, 21) as TrioPlan;

  test('holds as it is', () => {
    expect(checkTrio(odd, plan)).toEqual({ holds: true });
  });

  test('does not hold for any other trio', () => {
    for (let seed = 0; seed < 40; seed++) {
      const question = smallQuestion(seed, 9);
      const best = withTrio(question, seed);
      if (!best) continue;
      const [a, b, c] = best.trio;
      const u = best.mate.findIndex((v) => v >= 0);
      const v = best.mate[u] as number;
      const mate = best.mate.map((each, at) => (at === u ? -1 : at === v ? c : at === c ? v : each));
      expect(checkTrio(question, { ...best, trio: [a, b, u], mate }).holds).toBe(false);
    }
  });

  test('does not hold with a set of prices changed, or left out where it was needed', () => {
    const [first, ...others] = plan.proof;
    const cheaper = (first?.stages ?? []).map((stage) => ({ ...stage, y: stage.y.map((price) => price - 1) }));
    const dearer = (first?.stages ?? []).map((stage) => ({ ...stage, y: stage.y.map((price) => price + 1) }));
    expect(checkTrio(odd, { ...plan, proof: [{ without: [], stages: dearer }, ...others] }).holds).toBe(false);
    expect(checkTrio(odd, { ...plan, proof: [{ without: [], stages: cheaper }] }).holds).toBe(false);
    expect(checkTrio(odd, { ...plan, proof: [] }).holds).toBe(false);
  });

  test('does not take for an obstacle what is none', () => {
    const [first] = plan.proof;
    const claims = Array.from({ length: 9 }, (_, v) => ({
      without: [v],
      stages: [],
      obstacle: { groups: [[(v + 1) % 9], [(v + 2) % 9]], partners: [(v + 3) % 9] },
    }));
    expect(checkTrio(odd, { ...plan, proof: [first as TrioPlan['proof'][number], ...claims] }).holds).toBe(false);
  });
});

describe('in each way that can matter', () => {
  /** Refused, unless what was changed is a proof as before: then a judge with sums of its own finds nothing wrong, and no plan at all is better. */
  const expectRefused = (outcomes: readonly Outcome[]) => {
    expect(outcomes.flatMap(({ wrong }) => wrong.slice(0, 3))).toEqual([]);
    expect(outcomes.filter(({ tried }) => tried < 5).map(({ way }) => way)).toEqual([]);
    expect(outcomes.filter(({ refused }) => refused === 0).map(({ way }) => way)).toEqual([]);
  };

  test('a proof of pairs, tampered with in every way', () => {
    expectRefused(tamper(pairsCourt, provedPairs(60), 5));
  });

  test('a proof of one matching, tampered with in every way', () => {
    expectRefused(tamper(singleCourt, provedSingles(40), 5));
  });

  test('a proof with a trio, tampered with in every way', () => {
    expectRefused(tamper(trioCourt, provedTrios(40), 5));
  });

  test('a certificate of another program, tampered with in every way', () => {
    expectRefused(tamper(rawCourt, provedRaw(60), 5));
  });

  test('the judges find nothing wrong with proofs as they are', () => {
    expect(provedPairs(40, 3000).flatMap((proved) => faultInStages(proved) ?? [])).toEqual([]);
    expect(provedTrios(40, 3000).flatMap((proved) => faultInTrio(proved) ?? [])).toEqual([]);
    expect(provedRaw(40, 3000).flatMap((proved) => faultInRawProof(proved) ?? [])).toEqual([]);
  });
});
