// Looking ahead: when partners have to be together again, and whom it concerns.
import { expect, test } from '@jest/globals';
import type { Candidate, PairingFacts } from '../../../src/features/pairing/plan.ts';
import { planRound } from '../../../src/features/pairing/plan.ts';
import { afterRound, outlookOf, type Played } from '../../../src/features/pairing/planning/ahead.ts';
import { factsOf, person } from './people.ts';

function play(leaders: readonly Candidate[], count: number, more: Partial<PairingFacts> = {}): Played[] {
  const rounds: Played[] = [];
  let facts = factsOf(leaders, more);
  for (let at = 0; at < count; at++) {
    const plan = planRound(facts);
    if (!plan.possible) throw new Error('not possible');
    rounds.push({ facts, plan });
    facts = afterRound(facts, plan, `s.${at}`);
  }
  return rounds;
}

const eight = ['Amina', 'Bo', 'Chidi', 'Dolores', 'Edo', 'Freya', 'Goran', 'Hana'].map((name, n) =>
  person(name, n < 4 ? 'Finance' : 'Technology'),
);

test('four and four: four rounds with new partners, and in the fifth nobody has one left', () => {
  const { repeats, partnersLeft } = outlookOf(play(eight, 5));
  expect(repeats).toEqual({ from: 5, because: { leaders: expect.anything(), partners: [], amongThemselves: false } });
  expect(repeats?.because?.leaders.length).toBe(8);
  expect(partnersLeft.map(({ partners }) => partners)).toEqual([4, 3, 2, 1, 0]);
  expect(partnersLeft[4]?.leaders).toHaveLength(8);
});

test('Bo, who may be with two only, is the first to have nobody left', () => {
  const { repeats, partnersLeft } = outlookOf(
    play(eight, 3, {
      forbidden: [
        ['bo', 'edo'],
        ['bo', 'freya'],
      ],
    }),
  );
  expect(repeats).toEqual({ from: 3, because: { leaders: ['bo'], partners: [], amongThemselves: false } });
  expect(partnersLeft.slice(0, 2)).toEqual([
    { partners: 2, leaders: ['bo'] },
    { partners: 1, leaders: ['bo'] },
  ]);
});

test('two who have only the same one left are named with the one they both need', () => {
  const history = ['bo edo', 'bo freya', 'bo goran', 'chidi edo', 'chidi freya', 'chidi goran'].map((pair, at) => ({
    roundsAgo: (at % 3) + 1,
    leaders: pair.split(' '),
  }));
  const { repeats } = outlookOf(play(eight, 1, { history }));
  expect(repeats).toEqual({ from: 1, because: { leaders: ['bo', 'chidi'], partners: ['hana'], amongThemselves: false } });
});

test('where everyone always has somebody new, there is nothing to explain', () => {
  const many = Array.from({ length: 24 }, (_, n) => person(`P${n}`, `F${n % 6}`));
  const { repeats, bridges } = outlookOf(play(many, 4));
  expect(repeats).toBeUndefined();
  expect(bridges.built + bridges.missing.length).toBe(bridges.possible);
});

test('earlier rounds count: who was together then is together again now', () => {
  const history = [{ roundsAgo: 4, leaders: ['amina', 'edo'] }];
  const rounds = play([eight[0] as Candidate, eight[4] as Candidate], 2, { history });
  expect(outlookOf(rounds).repeats).toEqual({ from: 1, because: { leaders: expect.anything(), partners: [], amongThemselves: false } });
  expect(outlookOf(rounds.slice(1)).repeats?.from).toBe(1);
});

test('what was kept together in the first round is free in the next', () => {
  const [first, second] = play(eight, 2, { fixed: [['amina', 'bo']] });
  expect(first?.plan.pairs.map(({ leaders }) => leaders.join(' '))).toContain('amina bo');
  expect(second?.facts.fixed).toEqual([]);
  expect(second?.facts.duty.amina).toEqual({ trios: 0, compromises: 1 });
});
