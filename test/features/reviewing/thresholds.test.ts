// What a group may be told of its own answers: the thresholds one by one, and that nobody's answer can be worked out from what is said.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bandNames, cellsOf, isPart, remarksOf, type Saying, sayingOf } from '../../../src/features/reviewing/thresholds.ts';

/** So many replies, the first `yes` of them a yes, two to a pair. */
const replies = (count: number, yes: number, pairs = count) =>
  Array.from({ length: count }, (_, n) => ({ pair: `pair-${Math.floor(n / 2) % pairs}`, yes: n < yes }));
const plain = { sensitive: false };
const sensitive = { sensitive: true };
const said = (saying: Saying | undefined) =>
  saying && 'bands' in saying ? saying.bands.join('-') : saying && `${saying.percent}% ${saying.is}`;

describe('how many must reply', () => {
  test.each([0, 1, 2, 3, 4])('%i replies say nothing, whatever they are', (count) => {
    for (let yes = 0; yes <= count; yes++) expect(sayingOf(replies(count, yes), plain)).toBeUndefined();
  });

  test.each([5, 6, 7])('%i replies to a sensitive item say nothing, whatever they are', (count) => {
    for (let yes = 0; yes <= count; yes++) {
      expect(sayingOf(replies(count, yes), sensitive)).toBeUndefined();
      expect(sayingOf(replies(count, yes), plain)).toBeDefined();
    }
  });

  test('eight replies to a sensitive item are a band', () => {
    expect(said(sayingOf(replies(8, 4), sensitive))).toBe('half');
  });

  test.each([
    [5, 2, false],
    [40, 2, false],
    [6, 3, true],
    [40, 3, true],
  ])('%i replies from %i pairs: shown %s', (count, pairs, shown) => {
    expect(sayingOf(replies(count, 3, pairs), plain) !== undefined).toBe(shown);
    expect(sayingOf(replies(count, 3, pairs), sensitive) !== undefined).toBe(shown && count >= 8);
  });
});

describe('bands and figures', () => {
  test('from five to nine replies there are bands and never a figure', () => {
    for (let count = 5; count <= 9; count++)
      for (let yes = 0; yes <= count; yes++) expect(sayingOf(replies(count, yes), plain)).toHaveProperty('bands');
  });

  test('from ten replies on there are figures, whole, and at both ends bounds', () => {
    expect([0, 1, 2, 3, 5, 7, 8, 9, 10].map((yes) => said(sayingOf(replies(10, yes), plain)))).toEqual([
      ...['20% or-less', '20% or-less', '20% or-less', '30% exactly', '50% exactly', '70% exactly'],
      ...['80% or-more', '80% or-more', '80% or-more'],
    ]);
    expect(said(sayingOf(replies(13, 13), plain))).toBe('84% or-more');
    expect(said(sayingOf(replies(13, 0), plain))).toBe('16% or-less');
  });

  test('forty identical answers to a sensitive item are a band and not 100%', () => {
    expect(said(sayingOf(replies(40, 40), sensitive))).toBe('all');
    expect(said(sayingOf(replies(40, 0), sensitive))).toBe('few');
  });

  test('forty identical answers to any other item are not 100% either', () => {
    expect(said(sayingOf(replies(40, 40), plain))).toBe('95% or-more');
  });

  test.each([
    [5, ['few-some-half 0-2', 'half-most-all 3-5']],
    [6, ['few-some 0-2', 'half 3-3', 'most-all 4-6']],
    [7, ['few-some 0-2', 'half 3-4', 'most-all 5-7']],
    [8, ['few-some 0-3', 'half 4-5', 'most-all 6-8']],
    [9, ['few-some 0-3', 'half 4-5', 'most-all 6-9']],
    [14, ['few 0-2', 'some 3-5', 'half 6-9', 'most 10-11', 'all 12-14']],
    [20, ['few 0-2', 'some 3-7', 'half 8-12', 'most 13-16', 'all 17-20']],
    [40, ['few 0-5', 'some 6-15', 'half 16-25', 'most 26-33', 'all 34-40']],
  ])('the bands of %i replies', (count, bands) => {
    expect(cellsOf(count).map((cell) => `${cell.bands.join('-')} ${cell.from}-${cell.to}`)).toEqual(bands);
  });

  test('what is said is true: the share lies in one of the bands, or is the figure, or keeps to the bound', () => {
    const from = { few: 0, some: 15, half: 40, most: 65, all: 85 };
    const holds = (saying: Saying | undefined, yes: number, count: number) => {
      if (!saying) return true;
      const share = (100 * yes) / count;
      if ('bands' in saying) return saying.bands.includes([...bandNames].reverse().find((band) => share >= from[band]) ?? 'few');
      if (saying.is === 'or-more') return share >= saying.percent;
      return saying.is === 'or-less' ? share <= saying.percent : Math.abs(share - saying.percent) <= 0.5;
    };
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        (count, part, isSensitive) => {
          const yes = Math.round(count * part);
          return holds(sayingOf(replies(count, yes), { sensitive: isSensitive }), yes, count);
        },
      ),
    );
  });
});

describe('nobody can be worked out', () => {
  /** Every count of yes that is told in the same words: all that a reader can know. */
  const alike = (count: number, isSensitive: boolean) => {
    const told = new Map<string, number[]>();
    for (let yes = 0; yes <= count; yes++) {
      const words = said(sayingOf(replies(count, yes), { sensitive: isSensitive })) ?? 'nothing';
      told.set(words, [...(told.get(words) ?? []), yes]);
    }
    return [...told.values()];
  };

  test.each([plain, sensitive])(
    'whoever answered themselves and knows how many replied learns of no other that they said yes, or no: %o',
    (kind) => {
      for (let count = 5; count <= 120; count++) {
        for (const counts of alike(count, kind.sensitive)) {
          for (const own of [0, 1]) {
            const others = counts.map((yes) => yes - own).filter((yes) => yes >= 0 && yes <= count - 1);
            expect(others.length === 0 || others.some((yes) => yes > 0)).toBe(true);
            expect(others.length === 0 || others.some((yes) => yes < count - 1)).toBe(true);
          }
        }
      }
    },
  );

  test('of an item whose two ends are counted, at least two answers of everyone else stay open', () => {
    const told = (yes: number, count: number) => said(sayingOf(replies(count, yes), plain)) ?? 'nothing';
    for (let count = 5; count <= 40; count++) {
      const open = new Map<string, Set<string>>();
      for (let often = 0; often <= count; often++) {
        for (let seldom = 0; seldom <= count - often; seldom++) {
          const all = [often, seldom, count - often - seldom];
          for (const own of [0, 1, 2]) {
            const others = all.map((each, at) => each - (at === own ? 1 : 0));
            if (Math.min(...others) < 0) continue;
            const key = `${told(often, count)} ${told(seldom, count)} ${own}`;
            const given = open.get(key) ?? new Set();
            for (const [at, each] of others.entries()) if (each > 0) given.add(String(at));
            open.set(key, given);
          }
        }
      }
      expect([...open].filter(([, given]) => given.size < 2)).toEqual([]);
    }
  });

  test('two reports of the same people, one more or one fewer, leave both answers of everyone open', () => {
    const told = (yes: number, count: number) => said(sayingOf(replies(count, yes), plain)) ?? 'nothing';
    const bits = (world: number, count: number) => Array.from({ length: count }, (_, at) => (world >> at) & 1);
    const yesIn = (answers: readonly number[]) => answers.filter((each) => each === 1).length;
    for (const [first, second] of [
      [6, 5],
      [5, 6],
      [6, 6],
    ] as const) {
      const worlds = Array.from({ length: 2 ** (first + second) }, (_, world) => bits(world, first + second));
      const reports = (world: readonly number[]) =>
        `${told(yesIn(world.slice(0, first)), first)} ${told(yesIn(world.slice(first)), second)}`;
      // The reader is the first to answer, both times.
      const known = (world: readonly number[]) => `${reports(world)} ${world[0]} ${world[first]}`;
      const seen = new Map<string, { yes: Set<number>; no: Set<number> }>();
      for (const world of worlds) {
        const open = seen.get(known(world)) ?? { yes: new Set(), no: new Set() };
        for (const [at, answer] of world.entries()) (answer === 1 ? open.yes : open.no).add(at);
        seen.set(known(world), open);
      }
      const others = Array.from({ length: first + second }, (_, at) => at).filter((at) => at !== 0 && at !== first);
      for (const { yes, no } of seen.values()) expect(others.filter((at) => !yes.has(at) || !no.has(at))).toEqual([]);
    }
  });
});

describe('remarks', () => {
  const remark = (n: number, pairs = 9) => ({ pair: `pair-${n % pairs}`, text: `Remark ${n}`, mark: String((n * 7) % 11) });
  const some = (count: number, pairs?: number) => Array.from({ length: count }, (_, n) => remark(n, pairs));

  test('four are not shown, five are, in an order that is not the one in which they came', () => {
    expect(remarksOf(some(4))).toEqual([]);
    expect(remarksOf(some(5))).toHaveLength(5);
    expect(remarksOf(some(9))).not.toEqual(some(9).map(({ text }) => text));
    expect(new Set(remarksOf(some(9)))).toEqual(new Set(some(9).map(({ text }) => text)));
  });

  test('remarks of two pairs are not shown, however many', () => {
    expect(remarksOf(some(8, 2))).toEqual([]);
  });
});

test('under six in ten the reply line says so', () => {
  expect([isPart(5, 9), isPart(6, 10), isPart(59, 100), isPart(60, 100), isPart(3, 5)]).toEqual([true, false, true, false, false]);
});
