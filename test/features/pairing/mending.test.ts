// How a round is put right: whom it may move, who is given a place, who has to wait. By tables of small rounds.
import { describe, expect, test } from '@jest/globals';
import { invite } from '../../../src/features/pairing/rematching/inviting.ts';
import { type Mending, mend, type Reach } from '../../../src/features/pairing/rematching/mending.ts';
import { successorsOf } from '../../../src/features/pairing/rematching/successors.ts';
import { factsOf, person } from './people.ts';

const FUNCTIONS: Record<string, string> = {
  amina: 'Finance',
  bo: 'Technology',
  chidi: 'Operations',
  dolores: 'People',
  edo: 'Finance',
  freya: 'Technology',
  goran: 'Operations',
  hana: 'People',
};
const groupsIn = (text: string) => (text === '' ? [] : text.split(' | ').map((group) => group.split(' ')));
const sorted = (groups: readonly (readonly string[])[]) =>
  groups
    .map((group) => [...group].sort().join(' '))
    .sort()
    .join(' | ');

interface Case {
  standing: string;
  wanting: string;
  /** Everyone who is here; those of the groups and those who want, when missing. */
  here?: string;
  confirmed?: string;
  held?: string;
  refused?: string;
  reaches?: readonly Reach[];
  due?: boolean;
  avoids?: Record<string, string[]>;
}

function question({
  standing,
  wanting,
  here,
  confirmed = '',
  held = '',
  refused = '',
  reaches = ['none'],
  due = true,
  avoids = {},
}: Case): Mending {
  const names = here?.split(' ') ?? [...new Set([...groupsIn(standing).flat(), ...wanting.split(' ').filter(Boolean)])];
  const leaders = names.map((name) => ({ ...person(name, FUNCTIONS[name] ?? 'Finance'), id: name, avoids: avoids[name] ?? [] }));
  const { fixed: _, ...facts } = factsOf(leaders);
  const isIn = (text: string, group: readonly string[]) => groupsIn(text).some((each) => sorted([each]) === sorted([group]));
  return {
    facts,
    groups: groupsIn(standing).map((group) => ({ leaders: group, confirmed: isIn(confirmed, group), held: isIn(held, group) })),
    wanting: wanting
      .split(' ')
      .filter(Boolean)
      .map((leader) => ({ wish: leader, leader, due })),
    refused: groupsIn(refused).map(([one = '', other = '']): [string, string] => [one, other]),
    reaches,
  };
}

const ALL: readonly Reach[] = ['none', 'silent', 'any'];

describe('who is placed', () => {
  test.each<[string, Case, string[]]>([
    ['one who asks, where nobody may be moved', { standing: 'amina bo | chidi dolores', wanting: 'amina', refused: 'amina bo' }, []],
    [
      'one who asks, where others may be',
      { standing: 'amina bo | chidi dolores', wanting: 'amina', refused: 'amina bo', reaches: ALL },
      ['amina'],
    ],
    [
      'one who asks and is not due, though others might be',
      { standing: 'amina bo | chidi dolores', wanting: 'amina', refused: 'amina bo', reaches: ALL, due: false },
      [],
    ],
    [
      'two who ask',
      { standing: 'amina bo | chidi dolores | edo freya', wanting: 'amina chidi', refused: 'amina bo | chidi dolores' },
      ['amina', 'chidi'],
    ],
    [
      'one who asks, and one who is free: the partner would be left over',
      { standing: 'amina bo', wanting: 'amina chidi', refused: 'amina bo' },
      [],
    ],
    [
      'one who asks, and two who are free',
      { standing: 'amina bo', wanting: 'amina chidi dolores', refused: 'amina bo' },
      ['amina', 'chidi', 'dolores'],
    ],
    ['two who are free', { standing: 'amina bo', wanting: 'chidi dolores' }, ['chidi', 'dolores']],
    ['three who are free', { standing: 'amina bo', wanting: 'chidi dolores edo' }, ['chidi', 'dolores', 'edo']],
    ['one who is free', { standing: 'amina bo', wanting: 'chidi' }, []],
    [
      'two who would rather not, and a third',
      { standing: '', wanting: 'chidi dolores edo', avoids: { chidi: ['dolores'] } },
      ['chidi', 'edo'],
    ],
    [
      'one whose partner is away',
      { standing: 'amina bo', held: 'amina bo', here: 'amina chidi', wanting: 'amina chidi', refused: 'amina bo' },
      ['amina', 'chidi'],
    ],
    ['nobody', { standing: 'amina bo', wanting: '' }, []],
  ])('%s', (_, about, placed) => {
    const found = mend(question(about));
    expect([...found.placed].sort()).toEqual(placed);
    const people = [...found.after.flat()];
    expect(new Set(people).size).toBe(people.length);
  });

  test('pairs that have said yes are moved only where there is no other way', () => {
    const about = { standing: 'amina bo | chidi dolores | edo freya', wanting: 'amina', refused: 'amina bo', reaches: ALL };
    expect(sorted(mend(question({ ...about, confirmed: 'chidi dolores' })).after)).not.toContain('chidi');
    expect(sorted(mend(question({ ...about, confirmed: 'edo freya' })).after)).not.toContain('edo');
    expect(mend(question({ ...about, confirmed: 'chidi dolores | edo freya' })).placed).toEqual(['amina']);
  });

  test('a pair in which somebody is away is never moved for others', () => {
    const about = {
      standing: 'amina bo | chidi dolores',
      wanting: 'amina',
      refused: 'amina bo',
      reaches: ALL,
      held: 'chidi dolores',
      here: 'amina bo chidi',
    };
    expect(mend(question(about))).toMatchObject({ placed: [], refusals: [{ wish: 'amina' }] });
  });

  test('whoever is due and finds nobody learns what is in the way; whoever is not due, nothing', () => {
    const about = { standing: 'amina bo', wanting: 'amina', refused: 'amina bo' };
    expect(mend(question(about)).refusals[0]?.causes.length).toBeGreaterThan(0);
    expect(mend(question({ ...about, due: false })).refusals).toEqual([]);
  });

  test('the same question has the same answer, in whatever order the pairs come', () => {
    const one = question({ standing: 'amina bo | chidi dolores | edo freya', wanting: 'amina', refused: 'amina bo', reaches: ALL });
    expect(sorted(mend({ ...one, groups: [...one.groups].reverse() }).after)).toBe(sorted(mend(one).after));
  });
});

describe('which pair goes on', () => {
  const pairs = [
    { id: 'one', members: [{ leader: 'amina' }, { leader: 'bo' }, { leader: 'chidi' }] },
    { id: 'two', members: [{ leader: 'dolores' }, { leader: 'edo' }] },
  ];

  test.each([
    ['two of a trio', 'amina bo chidi', 'amina bo', [{ leaders: ['amina', 'bo'], pair: 'one' }], []],
    ['a pair with a third', 'dolores edo', 'dolores edo freya', [{ leaders: ['dolores', 'edo', 'freya'], pair: 'two' }], []],
    [
      'two who part',
      'dolores edo',
      'dolores freya | edo goran',
      [{ leaders: ['dolores', 'freya'] }, { leaders: ['edo', 'goran'] }],
      ['two'],
    ],
    ['a pair that stays', 'dolores edo', 'dolores edo', [], []],
    ['a third who changes', 'amina bo chidi', 'amina bo freya', [{ leaders: ['amina', 'bo', 'freya'], pair: 'one' }], []],
  ])('%s', (_, before, after, groups, ended) => {
    expect(successorsOf({ before: groupsIn(before), after: groupsIn(after) }, pairs)).toEqual({ groups, ended });
  });
});

describe('which pairs are asked to take in a third', () => {
  const { facts } = question({ standing: 'amina bo | chidi dolores | edo freya', wanting: 'goran' });
  const asking = { facts, pairs: groupsIn('amina bo | chidi dolores | edo freya'), leader: 'goran', refused: [], most: 9 };

  test('those of other functions first, and as many as it is said', () => {
    const asked = invite(asking);
    expect(asked).toHaveLength(3);
    expect(asked.at(-1)).toEqual(['chidi', 'dolores']);
    expect(invite({ ...asking, most: 1 })).toEqual([asked[0]]);
  });

  test('none in which somebody would rather not', () => {
    const shy = facts.leaders.map((leader) => (leader.id === 'bo' ? { ...leader, avoids: ['goran'] } : leader));
    expect(sorted(invite({ ...asking, facts: { ...facts, leaders: shy } }))).toBe('chidi dolores | edo freya');
  });

  test('nobody, where there is none', () => {
    expect(invite({ ...asking, pairs: [] })).toEqual([]);
  });
});
