// The order of importance from outside: one unit of a higher aim against all that lower aims can ever come to. A ring of people has exactly two
// plans: its even pairs, or its odd ones; one of them gives up one unit under some aim, the other everything under all aims below it.
import { describe, expect, test } from '@jest/globals';
import { check } from '../../../src/features/pairing/matching/order/certificate.ts';
import type { Question, Tier } from '../../../src/features/pairing/matching/order/tiers.ts';
import { type Candidate, planRound } from '../../../src/features/pairing/plan.ts';
import { factsOf, person, week } from './people.ts';
import { inPairs, withTrio, worthOf } from './small-problems.ts';
import { couplesIn } from './yardstick.ts';

/** The most that one pair costs under each aim of the programme, most important first, as far as aims are counted at all. */
const MOSTS = [1, 2, 20, 1, 1, 1, 1, 200, 1, 200, 1, 1, 6, 12, 65_535];

const even = (size: number) => Int32Array.from({ length: size }, (_, v) => v ^ 1);
const odd = (size: number) => Int32Array.from({ length: size }, (_, v) => (v % 2 === 1 ? (v + 1) % size : (v + size - 1) % size));

/** People in a ring, who may only be with those beside them. Under `aim` one even pair costs one unit; below it every odd pair costs the most. */
function ring(size: number, aim: number): Question {
  const open = new Uint8Array(size * size);
  for (let u = 0; u < size; u++) for (const v of [(u + 1) % size, (u + size - 1) % size]) open[u * size + v] = 1;
  return { size, open, tiers: tiersOf(size, aim) };
}

/** The same costs where everyone may be with everyone; whoever is not beside somebody costs the most under the first aim of all. */
function round(size: number, aim: number): Question {
  const open = Uint8Array.from({ length: size * size }, (_, at) => (at % (size + 1) === 0 ? 0 : 1));
  const far: Tier = {
    name: 'far',
    row: (u, into) => {
      into.fill(1);
      into[(u + 1) % size] = 0;
      into[(u + size - 1) % size] = 0;
    },
  };
  return { size, open, tiers: [far, ...tiersOf(size, aim)] };
}

function tiersOf(size: number, aim: number): Tier[] {
  return MOSTS.map((most, at) => ({
    name: `aim ${at}`,
    row: (u, into) => {
      into.fill(0);
      if (at < aim) into.fill(most);
      if (at === aim && u < 2) into[u ^ 1] = 1;
      if (at > aim) into[odd(size)[u] as number] = most;
    },
  }));
}

describe('one unit of a higher aim', () => {
  test.each([...MOSTS.keys()])('of 40 people outweighs the most that all aims after aim %i come to', (aim) => {
    for (const question of [ring(40, aim), round(40, aim)]) {
      const best = inPairs(question, 1);
      expect(best?.mate).toEqual(odd(40));
      expect(best && check(question, best.mate, best.stages)).toEqual({ holds: true });
      expect(check(question, even(40), best?.stages ?? []).holds).toBe(false);
    }
  });

  test.each([0, 7])('of 2,000 people outweighs the most that all aims after aim %i come to', (aim) => {
    const question = cached(ring(2000, aim));
    const best = inPairs(question, 1);
    expect(best?.mate).toEqual(odd(2000));
    expect(best && check(question, best.mate, best.stages)).toEqual({ holds: true });
  });

  test('without it, what is lower decides', () => {
    for (const aim of MOSTS.keys()) {
      const { size, open, tiers } = round(40, aim);
      const alike = tiers.with(aim + 1, { name: 'alike', row: (_, into) => void into.fill(1) });
      const best = inPairs({ size, open, tiers: alike }, 1);
      expect(best && worthOf({ size, open, tiers: alike }, best.mate)).toEqual(worthOf({ size, open, tiers: alike }, even(40)));
    }
  });

  test('of 41 people with a trio outweighs the most that all aims below come to', () => {
    for (const aim of MOSTS.keys()) {
      const question = withThird(round(40, aim));
      const plan = withTrio(question, 1);
      expect(plan && worthOf(question, plan.mate, plan.trio).slice(0, aim + 2)).toEqual(leastWithThird(aim));
    }
  });
});

/** One more, who costs nothing beside anybody. */
function withThird({ size, open, tiers }: Question): Question {
  const wide = size + 1;
  const wider = Uint8Array.from({ length: wide * wide }, (_, at) => (at % (wide + 1) === 0 ? 0 : 1));
  for (let u = 0; u < size; u++) for (let v = 0; v < size; v++) wider[u * wide + v] = open[u * size + v] as number;
  const row = (tier: Tier) => (u: number, into: Float64Array) => {
    into.fill(0);
    if (u === size) return;
    tier.row(u, into.subarray(0, size));
    into[size] = 0;
  };
  return { size: wide, open: wider, tiers: tiers.map((tier) => ({ name: tier.name, row: row(tier) })) };
}

/** Nobody far from anybody, the same for the aims before, and no unit of this one: three people, and nineteen pairs. */
function leastWithThird(aim: number): number[] {
  return [0, ...MOSTS.slice(0, aim).map((most) => 20 * most), 0];
}

/** Rows written out: two thousand people are read many times. */
function cached({ size, open, tiers }: Question): Question {
  const partner = odd(size);
  return {
    size,
    open,
    tiers: tiers.map((tier, at) => {
      const units = new Float64Array(size);
      tier.row(5, units);
      const most = units[partner[5] as number] as number;
      const base = units[10] as number;
      const first = new Float64Array(size);
      tier.row(0, first);
      return {
        name: `aim ${at}`,
        row: (u, into) => {
          into.fill(base);
          into[partner[u] as number] = most;
          if (u < 2) into[u ^ 1] = first[1] as number;
        },
      };
    }),
  };
}

describe('the aims of the programme', () => {
  /** Forty people in a ring by what an organiser rules out; `less` is said of the even pairs or of the odd ones. */
  const people = (change: (at: number) => Partial<Candidate>) =>
    Array.from({ length: 40 }, (_, at) => person(`P${at}`, `F${at}`, change(at)));
  const ids = Array.from({ length: 40 }, (_, at) => `p${at}`);
  const beside = (a: string, b: string) => [1, 39].includes((Number(a.slice(1)) - Number(b.slice(1)) + 40) % 40);
  const forbidden = couplesIn(ids).filter(([a, b]) => !beside(a, b));
  const evenPairs = Array.from({ length: 20 }, (_, at) => [`p${2 * at}`, `p${2 * at + 1}`]);
  const oddPairs = Array.from({ length: 20 }, (_, at) => [`p${2 * at + 1}`, `p${(2 * at + 2) % 40}`]);
  const planned = (leaders: readonly Candidate[], more: Parameters<typeof factsOf>[1] = {}) => {
    const plan = planRound(factsOf(leaders, { forbidden, ...more }));
    const inRing = (group: readonly string[]) => [...group].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1))).join(' ');
    return plan.possible ? plan.pairs.map(({ leaders: group }) => inRing(group)).sort() : [];
  };
  const told = (pairs: readonly (readonly string[])[]) =>
    pairs.map((group) => [...group].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1))).join(' ')).sort();

  test('one pair within one function is worse than twenty repeats of last round, without shared hours, between people who carried most', () => {
    const leaders = people((at) => ({
      function: at < 2 ? 'F0' : `F${at}`,
      hours: Math.floor(((at + 1) % 40) / 2) % 2 === 0 ? week(0, 8) : week(12, 20),
    }));
    const duty = Object.fromEntries(ids.map((id) => [id, { trios: 0, compromises: 100 }]));
    const history = [1, 2, 3, 4].flatMap((roundsAgo) => oddPairs.map((pair) => ({ roundsAgo, leaders: pair })));
    expect(planned(leaders, { history, duty })).toEqual(told(oddPairs));
  });

  test('one repeat of four rounds ago, that never met, is worse than twenty pairs with nothing for them', () => {
    const leaders = people((at) => ({ hours: at % 4 < 2 ? week(0, 8) : week(12, 20), welcomes: [`p${at ^ 1}`] }));
    const history = [{ roundsAgo: 4, leaders: ['p0', 'p1'], met: false }];
    expect(planned(leaders, { history })).toEqual(told(oddPairs));
    expect(planned(leaders)).toEqual(told(evenPairs));
  });

  test('one mutual welcome is better than any number of one-sided ones, of shared hours and of new bridges', () => {
    const leaders = people((at) => ({
      welcomes: at < 2 ? [`p${at ^ 1}`] : at % 2 === 1 ? [`p${(at + 1) % 40}`] : [],
      hours: at % 4 < 2 ? week(0, 8) : week(0, 8),
    }));
    const joined = evenPairs.map((pair) => ({ roundsAgo: 9, leaders: pair }));
    expect(planned(leaders, { history: joined })).toEqual(told(evenPairs));
  });
});
