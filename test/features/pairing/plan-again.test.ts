// A round that is changed while it is looked at: worked out from the round that stands, it is the very plan that comes of working it out from nothing.
import { describe, expect, test } from '@jest/globals';
import { type Drawing, drawing } from '../../../src/features/pairing/draw.ts';
import { type Edit, moved, swapped } from '../../../src/features/pairing/edits.ts';
import { inTurn } from '../../../src/features/pairing/matching/order/values.ts';
import { type PairingFacts, type PairingPlan, planRound } from '../../../src/features/pairing/plan.ts';
import { type AimCost, alternativesFor } from '../../../src/features/pairing/planning/alternatives.ts';
import { knownOf } from '../../../src/features/pairing/planning/question.ts';
import { bestAgain, type StandingRound, standingRound } from '../../../src/features/pairing/planning/standing-round.ts';
import { partsOf } from '../../../src/features/pairing/planning/together.ts';
import { factsOf, person, week } from './people.ts';
import { diceFrom } from './small-problems.ts';

const seeds = (count: number) => Array.from({ length: count }, (_, at) => at);

type Dice = (below: number) => number;

function diceOf(seed: number): Dice {
  const dice = diceFrom(seed);
  return (below) => Math.floor(dice() * below);
}

/** A round of a hundred and some leaders, with a few rules and wishes, and partners of one round before. */
function someRound(seed: number, more = 0): PairingFacts {
  const dice = diceOf(seed);
  const size = 102 + 2 * dice(4) + more;
  const functions = 1 + dice(9);
  const ids = Array.from({ length: size }, (_, at) => `p${String(at).padStart(3, '0')}`);
  const few = () => (dice(8) === 0 ? [ids[dice(size)] as string] : []);
  const leaders = ids.map((id) => {
    const from = [9, 9, 9, 12, 15][dice(5)] as number;
    const others = { welcomes: few(), avoids: few().filter((other) => other !== id), line: few().filter((other) => other !== id) };
    return person(id, `F${dice(functions)}`, { ...others, hours: week(from, from + 8), level: `L${dice(3)}` });
  });
  const history = ids.flatMap((id, at) => (at % 2 === 0 && dice(3) > 0 ? [{ roundsAgo: 1, leaders: [id, ids[at + 1] ?? id] }] : []));
  return factsOf(leaders, { history, seed: `${seed}` });
}

function standing(facts: PairingFacts): StandingRound {
  const found = standingRound(facts, planRound(facts));
  if (!found) throw new Error('this round cannot be made ready');
  return found;
}

/** Whether the facts differ in nothing but what can be worked out from the round that stands. */
function isFromStanding(facts: PairingFacts, round: StandingRound): boolean {
  const known = knownOf(facts);
  return bestAgain(round, known, partsOf(facts, known.seed)) !== undefined;
}

const groupsOf = (plan: PairingPlan) => (plan.possible ? plan.pairs.map(({ leaders }) => leaders) : []);

/** What an organiser may try: two people change places, a pair is kept, pairs are forbidden, or several of these. */
function changed(facts: PairingFacts, plan: PairingPlan, dice: Dice): PairingFacts {
  const pairs = groupsOf(plan);
  const pair = () => pairs[dice(pairs.length)] as readonly [string, string];
  const [one, other] = [pair(), pair()];
  const swap = one === other ? [] : [[one[0], other[1]] as const, [other[0], one[1]] as const];
  const forbid = (count: number) => Array.from({ length: count }, pair).filter((each) => each !== one && each !== other);
  switch (dice(4)) {
    case 0:
      return { ...facts, kept: swap };
    case 1:
      return { ...facts, kept: [one] };
    case 2:
      return { ...facts, forbidden: [...facts.forbidden, ...forbid(1 + dice(2))] };
    default:
      return { ...facts, kept: [...swap], forbidden: [...facts.forbidden, ...forbid(1)] };
  }
}

describe('a round that stands', () => {
  test('changed in twenty-five times four ways, it is the very plan that comes of planning from nothing', () => {
    for (const seed of seeds(25)) {
      const facts = someRound(seed);
      const plan = planRound(facts);
      const round = standing(facts);
      const dice = diceOf(seed + 1000);
      for (let time = 0; time < 4; time++) {
        const after = changed(facts, plan, dice);
        const [warm, cold] = [planRound(after, round), planRound(after)];
        expect(isFromStanding(after, round)).toBe(true);
        expect([seed, time, groupsOf(warm)]).toEqual([seed, time, groupsOf(cold)]);
        expect({ ...warm, certificate: undefined }).toEqual({ ...cold, certificate: undefined });
      }
      expect(groupsOf(planRound(facts, round))).toEqual(groupsOf(plan));
    }
  });

  test('is of no use to other facts, and does no harm', () => {
    const facts = someRound(3);
    const round = standing(facts);
    for (const others of [
      { ...facts, seed: 'other' },
      { ...facts, leaders: facts.leaders.slice(2) },
      { ...facts, leaders: facts.leaders.slice(1) },
    ]) {
      expect(planRound(others, round)).toEqual(planRound(others));
    }
  });

  test('says of what cannot be the same as a round from nothing', () => {
    const facts = someRound(5);
    const round = standing(facts);
    const [amina, ...others] = facts.leaders.map(({ id }) => id);
    const alone = { ...facts, forbidden: others.map((other) => [amina ?? '', other] as const) };
    const many = {
      ...facts,
      forbidden: others.slice(0, 30).flatMap((a, at) => others.slice(31 + at, 33 + at).map((b) => [a, b] as const)),
    };
    for (const after of [
      alone,
      many,
      {
        ...facts,
        kept: [
          [others[0] ?? '', others[1] ?? ''],
          [others[1] ?? '', others[2] ?? ''],
        ],
      },
    ]) {
      expect(planRound(after, round)).toEqual(expect.objectContaining({ possible: planRound(after).possible }));
    }
    expect(planRound(alone, round)).toEqual(planRound(alone));
  });

  test('is not made ready where planning from nothing is as quick, or a trio is in it', () => {
    const small = factsOf(['Amina', 'Bo', 'Chidi', 'Dolores'].map((name) => person(name, name)));
    expect(standingRound(small, planRound(small))).toBeUndefined();
    const odd = someRound(2, 1);
    expect(standingRound(odd, planRound(odd))).toBeUndefined();
  });
});

describe('the partners that a leader could have instead', () => {
  test('come cheapest first, and cost what the round with them comes to', () => {
    for (const seed of seeds(3)) {
      const facts = someRound(seed + 20);
      const plan = planRound(facts);
      const leader = facts.leaders[seed * 7]?.id ?? '';
      const round = standing(facts);
      const found = alternativesFor(round, leader, 4);
      expect(found).toHaveLength(4);
      for (const { partner, totals, moved: others } of found) {
        const after = planRound({ ...facts, kept: [[leader, partner]] });
        expect(after).toEqual(expect.objectContaining({ possible: true, totals }));
        expect(others).toBe(moved(groupsOf(plan), groupsOf(after)));
      }
      const worth = (costs: readonly AimCost[]) => round.question.tiers.map(({ name }) => costs.find(({ aim }) => aim === name)?.by ?? 0);
      const sorted = found.map(({ costs }) => worth(costs)).sort(inTurn);
      expect(found.map(({ costs }) => worth(costs))).toEqual(sorted);
      expect(sorted[0]?.find((by) => by !== 0)).toBeGreaterThan(0);
    }
  });

  test('leave out whoever may not be with the leader, and nobody who may', () => {
    const facts = someRound(31);
    const [amina, bo] = facts.leaders.map(({ id }) => id) as [string, string];
    const after = { ...facts, forbidden: [[amina, bo] as const] };
    const found = alternativesFor(standing(after), amina, 1000).map(({ partner }) => partner);
    expect(found).not.toContain(bo);
    const known = knownOf(after);
    const [leader] = after.leaders as [(typeof after.leaders)[number]];
    expect(found).toHaveLength(after.leaders.length - 2 - known.rules.against(leader).length);
    expect(alternativesFor(standing(facts), 'nobody', 3)).toEqual([]);
  });
});

describe('the mind that draws rounds', () => {
  test('finds the same as drawing from nothing, however often a round is changed, taken back, or another one drawn between', () => {
    const drawn = (seed: number): Drawing => ({ gathered: { facts: someRound(seed), chosen: [] }, edits: [], seed: `${seed}` });
    const [one, other] = [drawn(41), drawn(42)];
    const plan = drawing.think(one);
    const [[a, b], [c, d]] = groupsOf(plan) as [[string, string], [string, string]];
    const swap: Edit = { what: 'swap', people: [a, c], groups: swapped(groupsOf(plan), a, c) ?? [] };
    const forbid: Edit = { what: 'forbid', pair: [a, b], reason: '', by: 'U1' };
    const changes: readonly Edit[][] = [
      [swap],
      [swap, forbid],
      [],
      [forbid],
      [{ what: 'leave-out', leader: d }],
      [{ what: 'redraw', seed: 'new' }],
    ];
    const mind = drawing.mind?.();
    if (!mind) throw new Error('it has no mind');
    const asked = [one, ...changes.map((edits) => ({ ...one, edits })), other, ...changes.slice(0, 2).map((edits) => ({ ...one, edits }))];
    for (const each of asked) {
      expect(groupsOf(mind.think(each))).toEqual(groupsOf(drawing.think(each)));
      mind.afterwards();
    }
  });
});
