// The messages that this room sends unasked, filled with the longest that may stand in them, held against Slack's limits; a line of the table for each.
import { afterAll, expect, test } from '@jest/globals';
import { backMessage } from '../../../../src/features/coaching/back-view.ts';
import { themeOf } from '../../../../src/features/coaching/fortnights.ts';
import { quietMessage } from '../../../../src/features/coaching/quiet-view.ts';
import { openerMessage } from '../../../../src/features/coaching/views.ts';
import { loadContent } from '../../../../src/platform/content/load.ts';
import type { Body } from '../../../../src/platform/outbox/enqueue.ts';
import { checkBlocks } from '../../../../src/sandbox/check/blocks.ts';

const content = loadContent();
const NAME = '<&>*_Wolfeschlegelsteinhausenbergerdorff '.repeat(4);
const ID = 'f'.repeat(32);
const carried = [1, 2].map(() => ({ when: '&'.repeat(80), will: '<'.repeat(140) }));
const table: string[] = [];

afterAll(() => void process.stdout.write(`${table.join('\n')}\n`));

const fortnights = Array.from({ length: 12 }, (_, index) => index + 1);
const messages: [string, () => Body][] = [
  ...fortnights.flatMap((n) =>
    [1, 2, 3].map((question): [string, () => Body] => [
      `opener ${n}, question ${question}, two commitments`,
      () => openerMessage(content, themeOf(content, n), { prompt: ID, question, carried }),
    ]),
  ),
  ['carry on, pause or stop', () => quietMessage(content, { id: ID, name: NAME })],
  ['welcome back', () => backMessage(content, { pair: ID, fortnight: 12, partners: [NAME, NAME], scheduled: true })],
];

test.each(messages)('%s', (name, message) => {
  const { text, blocks } = message();
  table.push(
    `${name.padEnd(44)} ${String(blocks.length).padStart(3)} blocks ${String(JSON.stringify(blocks).length).padStart(6)} characters`,
  );
  expect(checkBlocks(blocks as never, 'message')).toEqual([]);
  expect(text.length).toBeLessThan(4000);
  expect(text).toContain('Change times, pause or stop: Home tab.');
});
