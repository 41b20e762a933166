// Repairs: held against all ways to put everyone into groups, then case by case with people.
import { describe, expect, test } from '@jest/globals';
import { repair } from '../../../src/features/pairing/matching/repair/repair.ts';
import { type Candidate, type PairingFacts, planRound } from '../../../src/features/pairing/plan.ts';
import { bestRepair } from '../../../src/features/pairing/planning/best-repair.ts';
import { type Repair, type RepairWish, repairRound } from '../../../src/features/pairing/planning/repair.ts';
import { crowd } from './crowd.ts';
import { factsOf, person, week } from './people.ts';
import { bestByTrying, faultOf, givenIn, groupsAfter, isBetter, smallRepair, worthOf } from './small-repairs.ts';

const seeds = (count: number, from = 0) => Array.from({ length: count }, (_, at) => from + at);

describe('held against all ways to put everyone into groups', () => {
  test('the answer is the best within the limit, or there is none, for up to nine people', () => {
    expect([...seeds(1500), 93_084].flatMap((seed) => faultOf(seed) ?? [])).toEqual([]);
  });

  test('and for ten and eleven', () => {
    expect(seeds(24, 100_000).flatMap((seed) => faultOf(seed, 10 + (seed % 2)) ?? [])).toEqual([]);
  });

  test('where patience runs out the engine of rounds helps, and no more is called proved than is', () => {
    let helped = 0;
    for (const seed of seeds(600)) {
      const wish = { ...smallRepair(seed), patience: [0, 5, 30][seed % 3] as number };
      const found = bestRepair(wish);
      if (repair(wish).proved < wish.limit && found.proved >= wish.limit) helped++;
      const sure = bestByTrying({ ...wish, limit: Math.min(found.proved, wish.limit) });
      if (!found.found) expect({ seed, sure }).toEqual({ seed, sure: undefined });
      else {
        const worth = worthOf(wish, groupsAfter(wish, found));
        expect(givenIn(wish, worth)).toBeLessThanOrEqual(wish.limit);
        expect({ seed, better: sure !== undefined && isBetter(wish, sure, worth) }).toEqual({ seed, better: false });
      }
    }
    expect(helped).toBeGreaterThan(40);
  });

  test('where the limit is too small, the smallest one that is not is named', () => {
    const needed = seeds(1000).flatMap((seed) => {
      const wish = smallRepair(seed);
      const found = bestRepair(wish);
      const calm = bestByTrying({ ...wish, prefer: 'calm', limit: wish.standing.length });
      return found.found || found.needs === undefined ? [] : [{ seed, needs: found.needs, calm: calm?.[1] }];
    });
    expect(needed.length).toBeGreaterThan(20);
    expect(needed.filter(({ needs, calm }) => needs !== calm)).toEqual([]);
  });
});

const cast = {
  amina: person('Amina', 'Finance'),
  bo: person('Bo', 'Technology'),
  chidi: person('Chidi', 'Operations'),
  dolores: person('Dolores', 'People'),
  edo: person('Edo', 'Finance'),
  freya: person('Freya', 'Technology'),
  goran: person('Goran', 'Operations'),
};
type Name = keyof typeof cast;

/** The people named, with something said of some of them. */
function people(names: string, changes: Partial<Record<Name, Partial<Candidate>>> = {}): Candidate[] {
  return names.split(' ').map((name) => ({ ...cast[name as Name], ...changes[name as Name] }));
}

/** `amina bo | chidi dolores`. */
const groupsIn = (text: string) => (text === '' ? [] : text.split(' | ').map((group) => group.split(' ')));

function repaired(
  leaders: readonly Candidate[],
  standing: string,
  more: Omit<Partial<RepairWish>, 'facts'> & { facts?: Partial<PairingFacts> } = {},
): Repair {
  const { facts, ...wish } = more;
  return repairRound({ standing: groupsIn(standing), ...wish, facts: factsOf(leaders, facts) });
}

/** Who is with whom afterwards: `amina bo chidi`. */
function endsAs(found: Repair): string {
  return found.possible
    ? found.groups.map((group) => group.join(' ')).join(' | ')
    : `impossible: ${found.causes.map(({ because }) => because.id)}`;
}

const apart = (...names: string[]) => ({ avoids: names });

describe('one person alone', () => {
  test('joins a pair as a trio, the one that suits best, and nobody else changes', () => {
    const found = repaired(people('amina bo chidi edo freya'), 'bo chidi | edo freya', { limit: 1 });
    expect(endsAs(found)).toBe('amina bo chidi | edo freya');
    expect(found).toMatchObject({ changed: [['bo', 'chidi']], proof: { whole: true } });
  });

  test('and a trio that stands make two pairs', () => {
    const found = repaired(people('amina bo chidi edo'), 'bo chidi edo');
    expect(endsAs(found)).toBe('amina bo | chidi edo');
    expect(found).toMatchObject({
      changed: [['bo', 'chidi', 'edo']],
      totals: { before: { trios: 1, leaders: 3 }, after: { trios: 0, leaders: 4 } },
    });
  });

  test('and a trio in which nobody may be with them: a longer exchange, or a second trio where only that is within the limit', () => {
    const leaders = people('amina bo chidi dolores edo freya', { amina: apart('bo', 'chidi', 'dolores') });
    const longer = repaired(leaders, 'bo chidi dolores | edo freya', { limit: 2 });
    expect(longer).toMatchObject({ changed: [expect.anything(), expect.anything()], totals: { after: { pairs: 3, trios: 0 } } });
    expect(endsAs(longer)).toMatch(/^amina (edo|freya) /);
    expect(endsAs(repaired(leaders, 'bo chidi dolores | edo freya', { limit: 1 }))).toBe('amina edo freya | bo chidi dolores');
  });

  test('whom nobody may be with is named, and a private wish is no more than that', () => {
    const leaders = people('amina bo chidi', { bo: apart('amina'), chidi: apart('amina') });
    expect(repaired(leaders, 'bo chidi')).toMatchObject({ possible: false });
    const told = JSON.stringify(repaired(leaders, 'bo chidi'));
    expect(told).not.toMatch(/avoid/);
  });
});

describe('several people alone', () => {
  test('two from different pairs are put together, and nobody else changes', () => {
    const found = repaired(people('amina bo chidi edo'), 'amina goran | bo freya | chidi edo');
    expect(endsAs(found)).toBe('amina bo | chidi edo');
    expect(found).toMatchObject({ changed: [], made: [{ leaders: ['amina', 'bo'] }] });
  });

  test('two who refused each other exchange partners with one other pair', () => {
    const found = repaired(people('amina bo chidi edo'), 'amina bo | chidi edo', { refused: [['bo', 'amina']] });
    expect(endsAs(found)).toBe('amina chidi | bo edo');
    expect(found).toMatchObject({ changed: [['chidi', 'edo']] });
  });

  test('three become a trio of their own, or one joins a pair where they may not be together', () => {
    expect(endsAs(repaired(people('amina bo chidi edo freya'), 'edo freya'))).toBe('amina bo chidi | edo freya');
    const leaders = people('amina bo chidi edo freya', { amina: apart('bo') });
    const found = repaired(leaders, 'edo freya');
    expect(found).toMatchObject({ possible: true, changed: [['edo', 'freya']], totals: { after: { pairs: 1, trios: 1 } } });
  });

  test('a trio that loses one is a pair, and one that was refused leaves the others together', () => {
    expect(repaired(people('amina bo'), 'amina bo chidi')).toMatchObject({
      possible: true,
      made: [],
      changed: [],
      groups: [['amina', 'bo']],
    });
    const refused: [string, string][] = [
      ['amina', 'bo'],
      ['chidi', 'amina'],
    ];
    expect(endsAs(repaired(people('amina bo chidi edo'), 'amina bo chidi', { refused }))).toBe('amina edo | bo chidi');
    const one = repaired(people('amina bo chidi edo'), 'amina bo chidi', { refused: refused.slice(0, 1) });
    expect(one.possible && one.groups.every((group) => !(group.includes('amina') && group.includes('bo')))).toBe(true);
  });

  test('nobody at all, and nobody without a place, need nothing', () => {
    expect(repaired([], '')).toMatchObject({ possible: true, made: [], groups: [] });
    expect(repaired(people('amina bo'), 'amina bo')).toMatchObject({ possible: true, made: [], changed: [] });
  });

  test('one person and nobody else cannot be helped', () => {
    expect(repaired(people('amina'), 'amina bo')).toMatchObject({ possible: false, causes: [{ because: { id: 'pairing.cause.few' } }] });
  });
});

describe('rules and limits', () => {
  const refused: [string, string][] = [['amina', 'bo']];

  test('a pair that is fixed does not change, and a forbidden one is not made', () => {
    const leaders = people('amina bo chidi dolores edo freya');
    const fixed = repaired(leaders, 'amina bo | chidi dolores | edo freya', { refused, facts: { fixed: [['chidi', 'dolores']] } });
    expect(fixed).toMatchObject({ possible: true, changed: [['edo', 'freya']] });
    const forbidden = { forbidden: [['amina', 'edo']] as const };
    const found = repaired(leaders, 'amina bo | chidi dolores | edo freya', {
      refused,
      facts: { fixed: [['chidi', 'dolores']], ...forbidden },
    });
    expect(endsAs(found)).toBe('amina freya | bo edo | chidi dolores');
  });

  test('a pair that stands is left in peace, whatever has been said of it since', () => {
    const leaders = people('amina bo chidi dolores', { chidi: apart('dolores') });
    expect(repaired(leaders, 'amina goran | bo edo | chidi dolores')).toMatchObject({ changed: [], made: [{ leaders: ['amina', 'bo'] }] });
  });

  test('a limit that is too small says what it would take', () => {
    const found = repaired(people('amina bo chidi edo'), 'amina bo | chidi edo', { refused, limit: 0 });
    expect(found).toMatchObject({
      possible: false,
      needs: 1,
      causes: [{ leaders: ['amina', 'bo'], because: { id: 'pairing.cause.repair.none' } }],
    });
  });

  test('calm changes the fewest pairs, and the best way may change more', () => {
    const far = { hours: week(1, 3) };
    const leaders = people('amina bo chidi dolores edo freya', { amina: far, goran: far, dolores: far });
    const standing = 'amina goran | bo chidi | dolores edo | freya cem';
    const calm = repaired(leaders, standing, { limit: 2 });
    const best = repaired(leaders, standing, { limit: 2, prefer: 'best' });
    expect(calm).toMatchObject({ changed: [], totals: { after: { shortHours: 2 } } });
    expect(best).toMatchObject({ possible: true, totals: { after: { shortHours: 0 } } });
  });

  test('with no limit the best way is the round that would be planned anew', () => {
    const facts = crowd(24, '3');
    const plan = planRound(facts);
    const shuffled = facts.leaders.map(({ id }) => id);
    const standing = shuffled.slice(0, 20).flatMap((id, at) => (at % 2 === 0 ? [[id, shuffled[at + 1] as string]] : []));
    const found = repairRound({ facts, standing, prefer: 'best' });
    const [wanted, got] = [plan.possible && plan.totals, found.possible && found.totals.after];
    expect({ ...got, newBridges: 0 }).toEqual({ ...wanted, newBridges: 0 });
  });

  test('what a repaired pair gives up is told in words that are true of a repair', () => {
    const found = repaired(people('amina edo'), 'amina bo | edo freya');
    expect(found).toMatchObject({ made: [{ compromises: [{ id: 'pairing.repaired.function.sure' }] }] });
  });

  test('the same facts give the same repair, in whatever order they come', () => {
    const facts = crowd(41, '5');
    const plan = planRound({ ...facts });
    const standing = plan.possible ? plan.pairs.map(({ leaders }) => leaders) : [];
    const present = facts.leaders.slice(3);
    for (const prefer of ['calm', 'best'] as const) {
      const found = repairRound({ facts: { ...facts, leaders: present }, standing, prefer, limit: 3 });
      const turned = standing.map((group) => [...group].reverse()).reverse();
      expect(repairRound({ facts: { ...facts, leaders: [...present].reverse() }, standing: turned, prefer, limit: 3 })).toEqual(found);
      expect(found.possible).toBe(true);
    }
  });
});

/** Of processor time, in a process that other tests have warmed; far above what it takes. */
const MOST_MS = 4_000;

test('300 people: somebody has left, two have refused each other; each repair is proved, and nobody waits for it', () => {
  const facts = crowd(300, '7');
  const plan = planRound(facts);
  const standing = plan.possible ? plan.pairs.map(({ leaders }) => leaders) : [];
  const [gone = '', bereft = ''] = standing[0] ?? [];
  const left = { ...facts, leaders: facts.leaders.filter(({ id }) => id !== gone) };
  const refused = [standing[1] as [string, string]];
  const begun = process.cpuUsage();
  const found = [
    repairRound({ facts: left, standing, limit: 3 }),
    repairRound({ facts: left, standing, limit: 3, prefer: 'best' }),
    repairRound({ facts, standing, refused, limit: 3 }),
    repairRound({ facts, standing, refused, limit: 3, prefer: 'best' }),
  ];
  const spent = process.cpuUsage(begun).user / 1000;
  expect(found.map((each) => each.possible && each.proof.whole)).toEqual([true, true, true, true]);
  expect(found[0]).toMatchObject({ made: [{ leaders: expect.arrayContaining([bereft]) }] });
  expect(spent).toBeLessThan(MOST_MS);
});
