// Why a round cannot be: rosters made to be difficult, the fewest people and rules that explain it, and the plan for as many as can be in it.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Candidate, PairingFacts } from '../../../src/features/pairing/plan.ts';
import { planRound } from '../../../src/features/pairing/plan.ts';
import { planAsMany } from '../../../src/features/pairing/planning/as-many.ts';
import { loadContent } from '../../../src/platform/content/load.ts';
import { factsOf, person } from './people.ts';

const content = loadContent();
const crowd = (count: number) => Array.from({ length: count }, (_, n) => person(`P${n}`, `F${n % 5}`));
const ids = (count: number) => Array.from({ length: count }, (_, n) => `p${n}`);

type More = Partial<PairingFacts>;
/** Each two of one list and the other. */
const between = (some: readonly string[], others: readonly string[]) =>
  some.flatMap((a) => others.filter((b) => b !== a).map((b): [string, string] => [a, b]));
/** All pairs that are not in `allowed`, as an organiser's. */
const onlyWith = (who: string, allowed: readonly string[], everyone: readonly string[]) =>
  between(
    [who],
    everyone.filter((each) => !allowed.includes(each)),
  );

function told(leaders: readonly Candidate[], more: More = {}): string[] {
  const plan = planRound(factsOf(leaders, more));
  return plan.possible ? ['possible'] : plan.causes.map(({ because: { id, blanks } }) => content.plain(id, blanks));
}

const ORGANISER = 'One rule in the way: an organiser has ruled the pair out.';
const PRIVATE = 'One rule in the way: a private wish.';
const LINE = 'One rule in the way: they are within two steps on the reporting line.';

describe('the fewest people', () => {
  test('one of a thousand who may be with nobody', () => {
    expect(told(crowd(1000), { forbidden: onlyWith('p7', [], ids(1000)) })).toEqual(['P7 has nobody left to be paired with.', ORGANISER]);
  });

  test('several who may be with nobody are named together, by the rule that it is', () => {
    const people = crowd(10).map((each, n) => (n === 3 ? { ...each, avoids: ids(10) } : each));
    const forbidden = [...onlyWith('p1', [], ids(10)), ...onlyWith('p2', [], ids(10))];
    expect(told(people, { forbidden })).toEqual([
      'P1 and P2 have nobody left to be paired with.',
      ORGANISER,
      'P3 has nobody left to be paired with.',
      PRIVATE,
    ]);
  });

  test('a star: everyone whose only partner is the same one, and nobody else', () => {
    const forbidden = ['p1', 'p2', 'p3', 'p4'].flatMap((who) => onlyWith(who, ['p0'], ids(12)));
    expect(told(crowd(12), { forbidden })).toEqual(['P1, P2, P3 and P4 have only P0 to be paired with, and that is too few.', ORGANISER]);
    const odd = ['p1', 'p2', 'p3', 'p4'].flatMap((who) => onlyWith(who, ['p0'], ids(13)));
    expect(told(crowd(13), { forbidden: odd })).toEqual(told(crowd(12), { forbidden }));
  });

  test('three who have two between them; whoever has others is not named', () => {
    const forbidden = [...onlyWith('p1', ['p8', 'p9'], ids(10)), ...onlyWith('p2', ['p8'], ids(10)), ...onlyWith('p3', ['p9'], ids(10))];
    expect(told(crowd(10), { forbidden: [...forbidden, ...onlyWith('p4', ['p8', 'p5'], ids(10))] })[0]).toBe(
      'P1, P2 and P3 have only P8 and P9 to be paired with, and that is too few.',
    );
  });

  test('of two parts of odd size, the smaller', () => {
    const few = ['p1', 'p2', 'p3'];
    const others = ids(40).filter((id) => !few.includes(id));
    expect(told(crowd(40), { forbidden: between(few, others) })).toEqual([
      'P1, P2 and P3 can be paired only among themselves, and somebody is left over.',
      ORGANISER,
    ]);
  });

  test('of an odd number, two parts of which only one can hold the trio', () => {
    const one = ['p1', 'p2', 'p3'];
    const other = ['p4', 'p5', 'p6'];
    const rest = ids(25).filter((id) => ![...one, ...other].includes(id));
    const forbidden = [...between(one, [...other, ...rest]), ...between(other, rest)];
    expect(told(crowd(25), { forbidden })).toEqual([
      'P1, P2 and P3 can be paired only among themselves, and somebody is left over.',
      'P4, P5 and P6 can be paired only among themselves, and somebody is left over.',
      ORGANISER,
    ]);
  });

  test('two of an odd number who could only be with the same one, though a trio is possible elsewhere', () => {
    const forbidden = [...onlyWith('p1', ['p0'], ids(5)), ...onlyWith('p2', ['p0'], ids(5))];
    expect(told(crowd(5), { forbidden })[0]).toBe('P1 and P2 have only P0 to be paired with, and that is too few.');
  });

  test('of three people, the two whom a rule keeps apart that is no secret; else all three', () => {
    expect(told(crowd(3), { forbidden: [['p0', 'p2']] })).toEqual(['P0 and P2 cannot be together.', ORGANISER]);
    const people = crowd(3).map((each, n) => (n === 0 ? { ...each, avoids: ['p1'] } : each));
    expect(told(people)).toEqual(['P0, P1 and P2 cannot be together.', PRIVATE]);
  });
});

describe('the fewest rules', () => {
  test('a private wish is not spoken of where another rule explains it all', () => {
    const people = crowd(6).map((each, n) => (n === 0 ? { ...each, line: ids(6).slice(1), avoids: ['p2', 'p3'] } : each));
    expect(told(people)).toEqual([
      'P0 is within two steps of everybody on the reporting line. Only someone who names them as welcome can be their partner.',
    ]);
    const some = crowd(6).map((each, n) => (n === 0 ? { ...each, line: ['p1', 'p2', 'p3'], avoids: ['p2', 'p3'] } : each));
    expect(told(some, { forbidden: between(['p0'], ['p4', 'p5']) })).toEqual(['P0 has nobody left to be paired with.', LINE, ORGANISER]);
  });

  test('a pair that stays is named as in the way where somebody in it is the missing partner', () => {
    const forbidden = onlyWith('p0', ['p1'], ids(6));
    expect(told(crowd(6), { forbidden, fixed: [['p1', 'p2']] })).toEqual([
      'P0 has nobody left to be paired with.',
      ORGANISER,
      'In the way as well: a pair that stays as it is. Somebody in it could be their partner.',
    ]);
  });

  test('whoever reads the causes cannot tell whose private list it was', () => {
    const mine = crowd(4).map((each, n) => (n === 0 ? { ...each, avoids: ['p1', 'p2', 'p3'] } : each));
    const theirs = crowd(4).map((each, n) => (n === 0 ? each : { ...each, avoids: ['p0'] }));
    expect(told(mine)).toEqual(told(theirs));
  });
});

describe('the plan for as many as can be', () => {
  const asMany = (leaders: readonly Candidate[], more: More = {}) => {
    const { plan, unpaired, causes } = planAsMany(factsOf(leaders, more));
    return {
      paired: plan.possible ? plan.totals.leaders : 0,
      unpaired,
      causes: causes.map(({ because }) => because.id.replace('pairing.cause.', '')),
    };
  };

  test('everyone, where that is possible', () => {
    expect(asMany(crowd(9))).toEqual({ paired: 9, unpaired: [], causes: [] });
  });

  test('of a star one is paired, and the others are left', () => {
    const forbidden = ['p1', 'p2', 'p3', 'p4'].flatMap((who) => onlyWith(who, ['p0'], ids(12)));
    const { paired, unpaired, causes } = asMany(crowd(12), { forbidden });
    expect(paired).toBe(9);
    expect(unpaired.every((id) => ['p1', 'p2', 'p3', 'p4'].includes(id))).toBe(true);
    expect(causes).toEqual(['partners.single', 'rule.organiser']);
  });

  test('two obstacles are both told', () => {
    const forbidden = [
      ...['p1', 'p2'].flatMap((who) => onlyWith(who, ['p0'], ids(12))),
      ...['p4', 'p5', 'p6'].flatMap((who) => onlyWith(who, ['p3'], ids(12))),
    ];
    const { paired, unpaired, causes } = asMany(crowd(12), { forbidden });
    expect([paired, unpaired.length]).toEqual([9, 3]);
    expect(causes.filter((id) => id === 'partners.single')).toHaveLength(2);
  });

  test('a pair that may not stay together is left, and everyone else is paired', () => {
    expect(asMany(crowd(6), { forbidden: [['p0', 'p1']], fixed: [['p0', 'p1']] })).toEqual({
      paired: 4,
      unpaired: ['p0', 'p1'],
      causes: ['kept', 'rule.kept'],
    });
    expect(
      asMany(crowd(6), {
        fixed: [
          ['p0', 'p1'],
          ['p1', 'p2'],
        ],
      }),
    ).toEqual({ paired: 5, unpaired: ['p1'], causes: ['kept-twice'] });
    expect(asMany(crowd(3), { fixed: [['p0', 'p1']] })).toEqual({ paired: 2, unpaired: ['p2'], causes: ['over'] });
  });

  test('nobody, where nobody may be with anybody', () => {
    expect(asMany(crowd(4), { forbidden: between(ids(4), ids(4)) })).toEqual({
      paired: 0,
      unpaired: ids(4),
      causes: ['nobody.several', 'rule.organiser'],
    });
  });
});

/** How many can be in pairs and at most one trio, by trying everything. */
function most(left: readonly string[], open: (a: string, b: string) => boolean, trio = false): number {
  const [first, ...others] = left;
  if (first === undefined) return 0;
  const without = (...some: string[]) => others.filter((each) => !some.includes(each));
  let best = most(others, open, trio);
  for (const a of others.filter((each) => open(first, each))) {
    best = Math.max(best, 2 + most(without(a), open, trio));
    if (trio) continue;
    for (const b of others) if (a < b && open(first, b) && open(a, b)) best = Math.max(best, 3 + most(without(a, b), open, true));
  }
  return best;
}

test('any rules at all: there is a cause where not everyone can be paired, and as many are paired as can be, or one less', () => {
  const rules = fc.integer({ min: 4, max: 9 }).chain((count) =>
    fc.tuple(
      fc.constant(count),
      fc.subarray(
        between(ids(count), ids(count)).filter(([a, b]) => a < b),
        { minLength: count },
      ),
    ),
  );
  fc.assert(
    fc.property(rules, fc.string(), ([count, forbidden], seed) => {
      const facts = factsOf(crowd(count), { forbidden, seed });
      const { plan, unpaired, causes } = planAsMany(facts);
      const whole = planRound(facts);
      expect(whole.possible).toBe(unpaired.length === 0);
      expect(causes.length === 0).toBe(whole.possible);
      expect(plan.possible ? plan.totals.leaders : 0).toBe(count - unpaired.length);
      const apart = new Set(forbidden.flatMap(([a, b]) => [a + b, b + a]));
      const best = most(ids(count), (a, b) => !apart.has(a + b));
      expect([best, best - 1]).toContain(count - unpaired.length);
    }),
    { numRuns: 500 },
  );
});

test('two who have only the same one: one of them is paired with them, and a trio takes the rest in', () => {
  const forbidden = ['p1', 'p2'].flatMap((who) => onlyWith(who, ['p0'], ids(8)));
  const { plan, unpaired } = planAsMany(factsOf(crowd(8), { forbidden }));
  expect(plan).toMatchObject({ totals: { leaders: 7, pairs: 2, trios: 1 } });
  expect(['p1', 'p2']).toContain(unpaired[0]);
});
