// The fairness ledger: what is entered, and that rounds which look at it share trios and compromises as evenly as whole numbers allow.
import { describe, expect, test } from '@jest/globals';
import type { Candidate, PairingFacts } from '../../../src/features/pairing/plan.ts';
import { planRound } from '../../../src/features/pairing/plan.ts';
import { afterRound, outlookOf, type Played } from '../../../src/features/pairing/planning/ahead.ts';
import { functionOf } from '../../../src/features/pairing/planning/between.ts';
import { dutyAfter, dutyOf, type Entry, entryOf, evennessOf, ledgerOf } from '../../../src/features/pairing/planning/ledger.ts';
import { factsOf, person, week } from './people.ts';

describe('what is entered', () => {
  const amina = person('Amina', 'Finance', { welcomes: ['bo'] });
  const people = new Map(
    [amina, person('Bo', 'Technology'), person('Chidi', 'People', { welcomes: ['bo', 'amina'] })].map((each) => [each.id, each]),
  );
  const compromises = (...ids: string[]) => ids.map((id) => ({ id: `pairing.compromise.${id}`, blanks: {} }));

  test('who was one of three, who gave what up, and whose wishes were met', () => {
    const trio = { leaders: ['amina', 'bo', 'chidi'], reasons: [], compromises: compromises('function.two', 'hours.three.none') };
    const pair = { leaders: ['amina', 'bo'], reasons: [], compromises: compromises('repeat.last') };
    const ledger = ledgerOf([trio, pair].map((each) => entryOf(each, people)));
    const nothing = { function: 0, repeat: 0, hours: 0, line: 0, unknown: 0 };
    expect(Object.fromEntries(ledger)).toEqual({
      amina: { trios: 1, compromises: 2, gaveUp: { ...nothing, function: 1, hours: 1, repeat: 1 }, welcomes: 2 },
      bo: { trios: 1, compromises: 2, gaveUp: { ...nothing, function: 1, hours: 1, repeat: 1 }, welcomes: 0 },
      chidi: { trios: 1, compromises: 1, gaveUp: { ...nothing, function: 1, hours: 1 }, welcomes: 2 },
    });
    expect(dutyOf(ledger)).toEqual({
      amina: { trios: 1, compromises: 2 },
      bo: { trios: 1, compromises: 2 },
      chidi: { trios: 1, compromises: 1 },
    });
  });

  test('two sums add up, whoever is in which', () => {
    const so = { amina: { trios: 1, compromises: 2 }, bo: { trios: 0, compromises: 1 } };
    expect(dutyAfter(so, { bo: { trios: 1, compromises: 1 }, chidi: { trios: 0, compromises: 1 } })).toEqual({
      amina: { trios: 1, compromises: 2 },
      bo: { trios: 1, compromises: 2 },
      chidi: { trios: 0, compromises: 1 },
    });
  });

  test('how even it is: the sum, over how many, how often each of them', () => {
    const carried: Entry[] = ['amina bo', 'amina bo', 'amina chidi'].map((pair) => ({ leaders: pair.split(' '), gaveUp: ['unknown'] }));
    const everyone = ['amina', 'bo', 'chidi', 'dolores'];
    expect(evennessOf(ledgerOf(carried), everyone, 'compromises')).toEqual({ sum: 6, people: 3, least: 1, most: 3 });
    expect(evennessOf(ledgerOf([]), everyone, 'trios')).toEqual({ sum: 0, people: 0, least: 0, most: 0 });
  });
});

describe('ten rounds', () => {
  const crowd = (count: number, own: (n: number) => string, hours = (_: number) => week()) =>
    Array.from({ length: count }, (_, n) => person(`P${n}`, own(n), { hours: hours(n) }));
  /** How far apart two people of a kind may be in the end: where few are left who have not been together, that counts for more. */
  const teams: [string, number, Candidate[]][] = [
    ['21 people in four functions', 1, crowd(21, (n) => `F${n % 4}`)],
    ['13 people in three functions', 2, crowd(13, (n) => `F${n % 3}`)],
    ['37 people, 26 of them from Policy', 1, crowd(37, (n) => (n < 26 ? 'Policy' : `F${n % 6}`))],
    ['20 people, 12 of them from one function', 1, crowd(20, (n) => (n < 12 ? 'Operations' : `F${n % 3}`))],
    [
      '24 people, of whom some begin when the others end',
      1,
      crowd(
        24,
        (n) => `F${n % 2}`,
        (n) => (n % 3 === 0 && n % 2 === 0 ? week(17, 24) : week()),
      ),
    ],
  ];

  interface Carried {
    /** How far apart those are who carried most and least, among people of one function and the same hours: on these it falls alike. */
    widest: number;
    sum: number;
  }

  function carried(leaders: readonly Candidate[], even: boolean): Record<'trios' | 'compromises', Carried> {
    const rounds: Played[] = [];
    let facts: PairingFacts = factsOf(leaders, { seed: 'ten' });
    for (let at = 0; at < 10; at++) {
      const plan = planRound(facts);
      if (!plan.possible) throw new Error('not possible');
      rounds.push({ facts, plan });
      const next = afterRound(facts, plan, `ten.${at}`);
      facts = even ? next : { ...next, duty: {} };
    }
    const { carried: accounts } = outlookOf(rounds);
    const kindOf = (each: Candidate) => JSON.stringify([functionOf(each), each.hours]);
    const kinds = [...new Set(leaders.map(kindOf))].map((kind) => leaders.filter((each) => kindOf(each) === kind));
    const of = (what: 'trios' | 'compromises'): Carried => {
      const count = ({ id }: Candidate) => accounts.find(({ leader }) => leader === id)?.[what] ?? 0;
      const ranges = kinds.map((kind) => Math.max(...kind.map(count)) - Math.min(...kind.map(count)));
      return { widest: Math.max(...ranges), sum: leaders.reduce((sum, each) => sum + count(each), 0) };
    };
    return { trios: of('trios'), compromises: of('compromises') };
  }

  test.each(teams)('%s: nobody carries more than %i more than another like them', (_, most, leaders) => {
    const even = carried(leaders, true);
    const odd = carried(leaders, false);
    for (const what of ['trios', 'compromises'] as const) {
      expect(even[what].widest).toBeLessThanOrEqual(most);
      expect(even[what].widest).toBeLessThanOrEqual(odd[what].widest);
      // Evening out comes after all that is more important: it makes nothing worse.
      expect(even[what].sum).toBeLessThanOrEqual(odd[what].sum);
    }
    // Without the ledger the same people are asked again and again, wherever there is something to carry.
    if (odd.trios.sum > 0) expect(odd.trios.widest).toBeGreaterThan(1);
  });
});
