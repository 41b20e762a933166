// Real leadership teams, round after round: everyone is in, no rule is broken, the numbers are the best there can be, and it takes no time.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { readRoster } from '../../../src/features/joining/rosters/roster-csv.ts';
import { type PairingFacts, type PairingPlan, planRound } from '../../../src/features/pairing/plan.ts';
import { afterRound } from '../../../src/features/pairing/planning/ahead.ts';
import { factsOf } from '../../../src/features/pairing/roster-facts.ts';
import { NO_RULES } from '../../../src/features/pairing/rules-csv.ts';

type Possible = Extract<PairingPlan, { possible: true }>;

function team(file: string, leftOut: readonly string[] = []): PairingFacts {
  const read = readRoster(readFileSync(new URL(`../../data/rosters/${file}.csv`, import.meta.url), 'utf8'));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  const rules = { ...NO_RULES, leftOut: new Set(leftOut) };
  return factsOf({ roster: read.rows, history: [], rules }, '1', Temporal.PlainDate.from('2027-01-12'));
}

function rounds(facts: PairingFacts, count: number): Possible[] {
  const plans: Possible[] = [];
  let present = facts;
  for (let round = 1; round <= count; round++) {
    const plan = planRound(present);
    if (!plan.possible) throw new Error(JSON.stringify(plan.causes));
    plans.push(plan);
    present = afterRound(present, plan, `${round + 1}`);
  }
  return plans;
}

/** Everyone exactly once, and nobody with anyone on their line. */
function expectWhole(facts: PairingFacts, plan: Possible): void {
  expect(plan.pairs.flatMap(({ leaders }) => leaders).sort()).toEqual(facts.leaders.map(({ id }) => id).sort());
  const lines = new Map(facts.leaders.map(({ id, line }) => [id, line]));
  expect(plan.pairs.filter(({ leaders }) => leaders.some((a) => leaders.some((b) => lines.get(a)?.includes(b))))).toEqual([]);
}

describe('290 leaders of NHS England', () => {
  const facts = team('nhs-england-2013');

  test('eight rounds without a pair in one function and without a repeat', () => {
    const plans = rounds(facts, 8);
    for (const plan of plans) expectWhole(facts, plan);
    expect(plans.map(({ totals }) => [totals.pairs, totals.trios, totals.sameFunction, totals.repeats])).toEqual(
      Array.from({ length: 8 }, () => [145, 0, 0, 0]),
    );
    expect(plans.every(({ certificate }) => certificate.checked && certificate.stages.length > 0)).toBe(true);
  });
});

describe('69 leaders of the Crown Prosecution Service', () => {
  const facts = team('crown-prosecution-service-2013');

  test('eight rounds with a trio across three functions, nobody in it twice', () => {
    const plans = rounds(facts, 8);
    for (const plan of plans) expectWhole(facts, plan);
    expect(plans.map(({ totals }) => [totals.pairs, totals.trios, totals.sameFunction, totals.repeats])).toEqual(
      Array.from({ length: 8 }, () => [33, 1, 0, 0]),
    );
    const trios = plans.flatMap(({ pairs }) => pairs.filter(({ leaders }) => leaders.length === 3).flatMap(({ leaders }) => leaders));
    expect(new Set(trios).size).toBe(24);
  });
});

describe('37 leaders of Culture, Media and Sport', () => {
  const head = 'post-dcms4001@example.org';

  test('cannot be paired as they stand: one of them leads everybody', () => {
    expect(planRound(team('culture-media-sport-2013'))).toEqual({
      possible: false,
      causes: [{ leaders: [head], because: { id: 'pairing.cause.leads-all', blanks: { name: 'Permanent Secretary' } } }],
    });
  });

  test('without that one, seven pairs within Policy cannot be avoided, and are carried in turn', () => {
    const facts = team('culture-media-sport-2013', [head]);
    const plans = rounds(facts, 6);
    for (const plan of plans) expectWhole(facts, plan);
    expect(plans.map(({ totals }) => [totals.pairs, totals.sameFunction, totals.repeats])).toEqual(
      Array.from({ length: 6 }, () => [18, 7, 0]),
    );
    const carried = new Map<string, number>();
    for (const { pairs } of plans)
      for (const { leaders, compromises } of pairs)
        if (compromises.length > 0) for (const id of leaders) carried.set(id, (carried.get(id) ?? 0) + 1);
    expect(Math.max(...carried.values())).toBeLessThanOrEqual(4);
  });

  test('with that one welcomed by somebody, all 37 are in', () => {
    const facts = team('culture-media-sport-2013');
    const leaders = facts.leaders.map((each) =>
      ['post-dcms1001@example.org', 'post-dcms1002@example.org'].includes(each.id) ? { ...each, welcomes: [head] } : each,
    );
    const [plan] = rounds({ ...facts, leaders }, 1);
    expect(plan?.totals).toMatchObject({ leaders: 37, pairs: 17, trios: 1 });
    expect(plan?.pairs.find(({ leaders: group }) => group.includes(head))?.compromises[0]?.id).toBe('pairing.compromise.line');
  });
});
