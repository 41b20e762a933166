import { describe, expect, test } from '@jest/globals';
import { Resvg } from '@resvg/resvg-js';
import { drawBridgeMap } from '../../../src/features/pairing/bridge-map.ts';
import { bridgesOf, tellBridgeMap } from '../../../src/features/pairing/planning/bridges.ts';
import { loadContent } from '../../../src/platform/content/load.ts';

const content = loadContent();
const functions = ['Finance', 'Operations', 'People', 'Technology'];
const groups = [
  ['Finance', 'People'],
  ['People', 'Finance'],
  ['Operations', 'Technology', 'People'],
  ['Finance', 'Finance'],
];
const map = { programme: 'Leaders', round: 2, functions, bridges: bridgesOf(groups) };

test('a pair joins two functions, a trio three times two, a pair within one function none', () => {
  expect(map.bridges).toEqual([
    { between: ['Finance', 'People'], pairs: 2 },
    { between: ['Operations', 'Technology'], pairs: 1 },
    { between: ['Operations', 'People'], pairs: 1 },
    { between: ['People', 'Technology'], pairs: 1 },
  ]);
});

describe('the map in words', () => {
  test('says what is joined, most first, and what is not', () => {
    expect(tellBridgeMap(content, map)).toBe(
      'Bridge map of Leaders after round 2. Pairs have joined 4 of 6 possible combinations of functions. ' +
        'Joined so far, with the number of pairs: Finance – People 2; Operations – People 1; Operations – Technology 1; People – Technology 1. ' +
        'Not joined yet: Finance – Operations; Finance – Technology.',
    );
  });

  test('stays within its limit, and says how much it leaves out', () => {
    const many = Array.from({ length: 60 }, (_, n) => `Function number ${n} with a long name`);
    const told = tellBridgeMap(content, { ...map, functions: many, bridges: [] });
    expect(told.length).toBeLessThanOrEqual(2000);
    expect(told).toMatch(/And \d+ more\.$/);
  });
});

describe('the map as a picture', () => {
  test('can be drawn whatever the functions are called', () => {
    const strange = ['<b>&"', 'Policy\u0000\u0008', '\ud800', 'Ω '.repeat(40), 'Région=Centre'];
    const bridges = bridgesOf([[strange[0] ?? '', strange[4] ?? '']]);
    const drawn = new Resvg(drawBridgeMap(content, { ...map, functions: strange, bridges }), { font: { loadSystemFonts: false } });
    expect(drawn.width).toBeGreaterThan(300);
  });

  test('has a ground of its own, and writes every figure out', () => {
    const svg = drawBridgeMap(content, map);
    expect(svg).toContain('<rect width="');
    expect(svg).toContain('fill="#ffffff"/>');
    expect([...svg.matchAll(/text-anchor="middle">(\d+)</g)].map((found) => found[1])).toEqual(['0', '2', '1', '0', '1', '1']);
  });

  test('with a hundred functions it shows the thirty with most bridges, and stays small enough to look at', () => {
    const many = Array.from({ length: 100 }, (_, n) => `Function ${n}`);
    const svg = drawBridgeMap(content, { ...map, functions: many, bridges: bridgesOf([['Function 98', 'Function 99']]) });
    expect(svg).toContain('>Function 98<');
    expect([...svg.matchAll(/text-anchor="middle"/g)].length).toBe((30 * 29) / 2);
  });
});
