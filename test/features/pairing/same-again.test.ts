// The same facts give the same plan, in whatever order they come; another seed gives another plan that is just as good.
import { describe, expect, test } from '@jest/globals';
import { type PairingFacts, planRound } from '../../../src/features/pairing/plan.ts';
import { inventedRound } from '../../bench/round-facts.ts';
import { diceFrom } from './small-problems.ts';
import { faultInGroups, smallRound } from './small-rounds.ts';
import { yardstickOf } from './yardstick.ts';

function mixed<T>(list: readonly T[], dice: () => number): T[] {
  return list
    .map((each) => [dice(), each] as const)
    .sort(([a], [b]) => a - b)
    .map(([, each]) => each);
}

/** The same facts, every list of them in another order. */
function otherwise(facts: PairingFacts, seed: number): PairingFacts {
  const dice = diceFrom(seed);
  return {
    ...facts,
    leaders: mixed(facts.leaders, dice).map((leader) => ({
      ...leader,
      line: mixed(leader.line, dice),
      welcomes: mixed(leader.welcomes, dice),
      avoids: mixed(leader.avoids, dice),
      hours: mixed(leader.hours, dice),
    })),
    history: mixed(facts.history, dice).map((pair) => ({ ...pair, leaders: mixed(pair.leaders, dice) })),
    forbidden: mixed(facts.forbidden, dice).map(([a, b]) => (dice() < 0.5 ? [a, b] : [b, a])),
    duty: Object.fromEntries(mixed(Object.entries(facts.duty), dice)),
  };
}

const groupsIn = (facts: PairingFacts) => {
  const plan = planRound(facts);
  return plan.possible ? plan.pairs.map(({ leaders }) => leaders) : [];
};

describe('the same facts', () => {
  test.each([60, 61, 120])('%i leaders: the same plan, reasons and proof, in whatever order everything comes', (size) => {
    const facts = inventedRound(size, size);
    const plan = planRound(facts);
    expect(plan.possible).toBe(true);
    for (const seed of [1, 2]) expect(planRound(otherwise(facts, seed))).toEqual(plan);
    expect(planRound(facts)).toEqual(plan);
  });

  test('small rounds of every kind, those that cannot be planned among them', () => {
    for (let seed = 0; seed < 60; seed++) {
      const facts = smallRound(seed);
      expect(planRound(otherwise(facts, seed))).toEqual(planRound(facts));
    }
  });
});

describe('another seed', () => {
  test.each([60, 41])('%i leaders: another plan among those that are equally good', (size) => {
    const facts = inventedRound(size, 3, { rounds: 1 });
    const yardstick = yardstickOf(facts);
    const plans = ['1', '2', '3', '4'].map((seed) => groupsIn({ ...facts, seed }));
    for (const groups of plans) expect(faultInGroups(facts, yardstick, groups)).toBeUndefined();
    expect(new Set(plans.map((groups) => JSON.stringify(groups))).size).toBe(4);
    expect(new Set(plans.map((groups) => yardstick.worth(groups).join())).size).toBe(1);
  });
});
