// Who meets with whom in a team: for every size that may be asked, with any lines between people, held against trying everything.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formed, placed, type TeamFacts } from '../../../../src/features/gathering/teams/plan.ts';

const users = (count: number) => Array.from({ length: count }, (_, at) => `U${String(at).padStart(2, '0')}`);

function facts(people: readonly string[], lines: readonly (readonly [string, string])[] = [], more: Partial<TeamFacts> = {}): TeamFacts {
  const line = new Map(people.map((user) => [user, new Set<string>()]));
  for (const [one, other] of lines) line.get(one)?.add(other);
  return { people: people.map((user) => ({ user, ahead: 0 })), line, before: [], seed: 'team 2027-02-01', ...more };
}

const isApart = ({ line }: TeamFacts, one: string, other: string) => line.get(one)?.has(other) || line.get(other)?.has(one) || false;
const together = (groups: readonly (readonly string[])[]) =>
  groups.flatMap((group) => group.flatMap((one) => group.map((other) => [one, other] as const))).filter(([one, other]) => one < other);

/** Whether everyone can be put into pairs, with a trio where they are odd: by trying everything. */
function canAll(of: TeamFacts, people: readonly string[]): boolean {
  const [first, ...rest] = people;
  if (first === undefined) return true;
  const open = rest.filter((other) => !isApart(of, first, other));
  const pairs = open.some((other) =>
    canAll(
      of,
      rest.filter((each) => each !== other),
    ),
  );
  if (pairs || people.length % 2 === 0) return pairs;
  return open.some((two) =>
    open.some(
      (three) =>
        two < three &&
        !isApart(of, two, three) &&
        canAll(
          of,
          rest.filter((each) => each !== two && each !== three),
        ),
    ),
  );
}

const team = fc.integer({ min: 2, max: 9 }).chain((count) => {
  const people = users(count);
  const two = fc.tuple(fc.constantFrom(...people), fc.constantFrom(...people)).filter(([one, other]) => one !== other);
  return fc.record({ people: fc.constant(people), lines: fc.array(two, { maxLength: 14 }), seed: fc.string() });
});

describe('pairs of a team', () => {
  test.each(Array.from({ length: 19 }, (_, at) => at + 2))('%i people are in pairs, with a trio where they are odd', (count) => {
    const { groups, waiting } = formed(facts(users(count)));
    expect(waiting).toEqual([]);
    expect(groups.flat().sort()).toEqual(users(count));
    expect(groups.map(({ length }) => length).filter((length) => length !== 2)).toEqual(count % 2 === 1 ? [3] : []);
  });

  test('nobody is with their line, and everybody has a place whenever there is a way', () => {
    fc.assert(
      fc.property(team, ({ people, lines, seed }) => {
        const of = facts(people, lines, { seed });
        const { groups, waiting } = formed(of);
        expect(together(groups).filter(([one, other]) => isApart(of, one, other))).toEqual([]);
        expect([...groups.flat(), ...waiting].sort()).toEqual(people);
        expect(groups.filter(({ length }) => length === 3).length).toBe(groups.flat().length % 2);
        expect(waiting.length === 0).toBe(canAll(of, people));
      }),
      { numRuns: 300 },
    );
  });

  test('the same people and seed give the same pairs in whichever order they come, another seed gives others', () => {
    const people = users(12);
    const one = formed(facts(people));
    expect(formed(facts([...people].reverse()))).toEqual(one);
    const seeds = Array.from({ length: 8 }, (_, at) => JSON.stringify(formed(facts(people, [], { seed: String(at) })).groups));
    expect(new Set(seeds).size).toBeGreaterThan(4);
  });

  test('somebody who leads everyone here waits, and the others begin', () => {
    const [lead = '', ...others] = users(5);
    const lines = others.map((each) => [lead, each] as const);
    const { groups, waiting } = formed(facts([lead, ...others], lines));
    expect(waiting).toEqual([lead]);
    expect(groups.flat().sort()).toEqual(others);
  });

  test('two who report to one another have nobody', () => {
    expect(formed(facts(['U1', 'U2'], [['U1', 'U2']]))).toEqual({ groups: [], waiting: expect.arrayContaining(['U1', 'U2']) });
    expect(formed(facts(['U1']))).toEqual({ groups: [], waiting: ['U1'] });
    expect(formed(facts([]))).toEqual({ groups: [], waiting: [] });
  });

  test('who were together before are not together again, where that can be', () => {
    const people = users(8);
    const first = formed(facts(people)).groups;
    const next = formed(facts(people, [], { before: first })).groups;
    const before = new Set(together(first).map(String));
    expect(together(next).filter((two) => before.has(String(two)))).toEqual([]);
  });

  test('people whose days begin together meet', () => {
    const people = [0, 60, 780, 720].map((ahead, at) => ({ user: `U${at}`, ahead }));
    const { groups } = formed({ ...facts(people.map(({ user }) => user)), people });
    expect(groups.map((group) => group.join()).sort()).toEqual(['U0,U1', 'U2,U3']);
  });
});

describe('who comes later', () => {
  const pair = ['U00', 'U01'];
  const three = ['U00', 'U01', 'U02'];

  test('is third in a pair', () => {
    expect(placed(facts(users(3)), [pair])).toEqual({ groups: [three], waiting: [], ended: [0] });
  });

  test('meets with another who waits, and leaves the pairs as they are', () => {
    expect(placed(facts(users(4)), [pair])).toEqual({ groups: [['U02', 'U03']], waiting: [], ended: [] });
  });

  test('makes two pairs of a trio', () => {
    const { groups, ended } = placed(facts(users(4)), [three]);
    expect([groups.map(({ length }) => length), groups.flat().sort(), ended]).toEqual([[2, 2], users(4), [0]]);
  });

  test('comes into a pair in which nobody is of their line, before a trio', () => {
    const standing = [pair, ['U02', 'U03'], ['U04', 'U05', 'U06']];
    const late = placed(
      facts(users(8), [
        ['U07', 'U00'],
        ['U01', 'U07'],
      ]),
      standing,
    );
    expect(late).toEqual({ groups: [['U02', 'U03', 'U07']], waiting: [], ended: [1] });
  });

  test('waits where every pair has somebody of their line', () => {
    expect(placed(facts(users(3), [['U02', 'U00']]), [pair])).toEqual({ groups: [], waiting: ['U02'], ended: [] });
  });

  test('changes nothing for those who have a place', () => {
    fc.assert(
      fc.property(team, ({ people, lines, seed }) => {
        const of = facts(people, lines, { seed });
        const { groups } = formed(of);
        const again = placed(of, groups);
        const kept = groups.filter((_, at) => !again.ended.includes(at));
        const all = [...kept, ...again.groups];
        expect(together(all).filter(([one, other]) => isApart(of, one, other))).toEqual([]);
        expect([...all.flat(), ...again.waiting].sort()).toEqual(people);
        expect(all.every(({ length }) => length === 2 || length === 3)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
