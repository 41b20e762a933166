// What the channel hears of a round, from one pair to five hundred: inside Slack's limits, every pair once, and in an order in which people find
// themselves.
import { afterAll, describe, expect, test } from '@jest/globals';
import type { Programme } from '../../../src/features/founding/programmes.ts';
import { announcement } from '../../../src/features/pairing/announcement.ts';
import { loadContent } from '../../../src/platform/content/load.ts';
import { checkBlocks } from '../../../src/sandbox/check/blocks.ts';

const content = loadContent();
const LONG = `${'<&>*_Wolfeschlegelsteinhausenbergerdorff '.repeat(4)}`.slice(0, 150);
const table: (string | number)[][] = [['announcement of', 'messages', 'blocks', 'characters', 'longest message', 'longest section']];
afterAll(() => {
  const line = ([what, ...figures]: (string | number)[]) =>
    `${String(what).padEnd(50)}${figures.map((each) => String(each).padStart(17)).join('')}`;
  process.stdout.write(`\n${table.map(line).join('\n')}\n`);
});

/** `pairs` pairs of people from `functions` functions, each as long as `name` (and the function's name) makes them. */
function round(pairs: number, announcing: Programme['announcing'], { name = LONG, functions = 8 } = {}) {
  const functionOf = (n: number) => `${n} ${name}`.slice(0, 75);
  const person = (n: number, own: number) => ({ name: `${n} ${name}`.slice(0, 150), function: functionOf(own) });
  return {
    ...{ programme: 'Leadership coaching', number: 9, announcing },
    groups: Array.from({ length: pairs }, (_, n) => {
      const own = n % functions;
      const other = (own + 1 + (Math.floor(n / functions) % (functions - 1))) % functions;
      return [person(2 * n, own), person(2 * n + 1, other)];
    }),
    map: { programme: 'Leadership coaching', round: 9, functions: Array.from({ length: functions }, (_, n) => functionOf(n)), bridges: [] },
  };
}

describe('an announcement', () => {
  const everyday = { name: 'Adeyemi Okonkwo' };
  test.each([
    ['one pair', round(1, 'names')],
    ['145 pairs, longest names', round(145, 'names')],
    ['145 pairs between two functions, longest names', round(145, 'names', { functions: 2 })],
    ['500 pairs, everyday names', round(500, 'names', everyday)],
    ['500 pairs of 40 functions, everyday names', round(500, 'names', { ...everyday, functions: 40 })],
    ['500 pairs, longest names', round(500, 'names')],
    ['500 pairs of 40 functions, longest names', round(500, 'names', { functions: 40 })],
    ['500 pairs by function', round(500, 'functions')],
    ['5000 pairs of a hundred functions by function', round(5000, 'functions', { functions: 100 })],
  ])('of %s is a row of messages Slack takes', (what, announced) => {
    const messages = announcement(content, announced);
    const letters = messages.map(({ text }) => text.length);
    const sections = messages.flatMap(({ blocks }) =>
      blocks.map((block) => (block.type === 'section' ? (block.text?.text.length ?? 0) : 0)),
    );
    const blocks = messages.reduce((sum, message) => sum + message.blocks.length, 0);
    table.push([what, messages.length, blocks, letters.reduce((sum, each) => sum + each, 0), Math.max(...letters), Math.max(...sections)]);
    expect(messages.flatMap(({ blocks }) => checkBlocks(blocks, 'message'))).toEqual([]);
    expect(messages.every(({ blocks }) => JSON.stringify(blocks).length < 13_000)).toBe(true);
    expect(messages.filter(({ picture }) => picture)).toEqual([messages.at(-1)]);
    expect(messages.every(({ picture }) => (picture?.alt.length ?? 0) <= 2000)).toBe(true);
  });

  test('of 500 pairs with everyday names names every pair once, in four messages at most', () => {
    const messages = announcement(content, round(500, 'names', everyday));
    expect(messages.length).toBeLessThanOrEqual(4);
    const said = messages.map(({ text }) => text).join('\n');
    const named = [...said.matchAll(/^• (\d+) Adeyemi Okonkwo and (\d+) Adeyemi Okonkwo$/gm)].flatMap(([, one, other]) => [
      Number(one),
      Number(other),
    ]);
    expect(named.sort((a, b) => a - b)).toEqual(Array.from({ length: 1000 }, (_, n) => n));
  });

  test('puts pairs under what they join, where several join the same', () => {
    const [first] = announcement(content, round(12, 'names', { name: 'Fox', functions: 3 }));
    expect(first?.text).toContain('*0 Fox and 1 Fox*\n• 0 Fox and 1 Fox\n');
  });

  test('puts pairs under one function each, with the other in brackets, where nearly every pair joins two of its own', () => {
    const people = (one: string, own: string, other: string, theirs: string) => [
      { name: one, function: own },
      { name: other, function: theirs },
    ];
    const groups = [
      people('Bo', 'Operations', 'Amina', 'Finance'),
      people('Chidi', 'People', 'Edo', 'Finance'),
      people('Dolores', 'Technology', 'Goran', 'Operations'),
      [...people('Freya', 'Finance', 'Hana', 'People'), { name: 'Ines', function: 'Legal' }],
      people('Jan', 'Legal', 'Kai', 'Legal'),
    ];
    const [message] = announcement(content, { ...round(0, 'names'), groups });
    expect(message?.text).toContain(
      [
        '*Finance*\n• Amina and Bo (Operations)\n• Edo and Chidi (People)\n• Freya, Ines (Legal) and Hana (People)',
        '*Legal*\n• Jan and Kai',
        '*Operations*\n• Goran and Dolores (Technology)',
      ].join('\n\n'),
    );
  });
});
