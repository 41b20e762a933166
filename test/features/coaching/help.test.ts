// Every form and message around asking for help, with the longest that may stand in it, held against Slack's limits.
import { afterAll, expect, test } from '@jest/globals';
import { helpLetter, helpReadModal, seenToMessage } from '../../../src/features/coaching/help/letters.ts';
import { askedModal, HELP_LENGTH, helpForm, helpTold, otherHelpModal } from '../../../src/features/coaching/help/views.ts';
import { loadContent } from '../../../src/platform/content/load.ts';
import { checkBlocks } from '../../../src/sandbox/check/blocks.ts';
import { checkView } from '../../../src/sandbox/check/views.ts';
import { printSizes, sizeOf, type ViewSize } from '../view-sizes.ts';

const content = loadContent();
const LONG = `${'<&>*_Wolfeschlegelsteinhausenbergerdorff '.repeat(4)}`.slice(0, 150);
const ID = 'f'.repeat(32);
const text = '&'.repeat(HELP_LENGTH);
const five = Array.from({ length: 5 }, () => LONG);
const form = { request: ID, programme: ID, organisers: five, partners: [LONG, LONG], toPartner: false };
const sizes: ViewSize[] = [];

afterAll(() => printSizes(sizes));

test.each([
  ['the form', helpForm(content, form)],
  ['the form of who has no partner', helpForm(content, { ...form, partners: [] })],
  ['the form where the partner organises', helpForm(content, { ...form, toPartner: true })],
  ['asked', askedModal(content, ID, five)],
  ['nobody to ask', helpTold(content, 'coaching.help.nobody')],
  ['read by an organiser', helpReadModal(content, { id: ID, name: LONG, text })],
  [
    'other kinds of help, forty of them',
    otherHelpModal(
      content,
      Array.from({ length: 40 }, () => `https://help.example.org/${'&<>'.repeat(58)}`),
    ),
  ],
  ['other kinds of help, none set', otherHelpModal(content, [])],
])('%s', (name, view) => {
  sizes.push(sizeOf(`help: ${name}`, view.blocks));
  expect(checkView(view, 'modal')).toEqual([]);
});

test.each([
  ['with a reason', helpLetter(content, { id: ID, name: LONG, text })],
  ['without', helpLetter(content, { id: ID, name: LONG, text: '' })],
  ['to a partner', helpLetter(content, { id: ID, name: LONG, text, toPartner: true })],
  ['seen to', seenToMessage(content, LONG)],
])('the letter %s', (name, body) => {
  sizes.push(sizeOf(`help: letter ${name}`, body.blocks));
  expect(checkBlocks(body.blocks, 'message')).toEqual([]);
});

test('a link stands as it was written, and nothing in it becomes something else', () => {
  const [, list] = otherHelpModal(content, ['<!channel> & *bold* https://a.example/?x=1&y=2 now', 'Ring 999']).blocks;
  expect(JSON.stringify(list)).toContain('&lt;!channel&gt; &amp; *bold* <https://a.example/?x=1&amp;y=2> now');
});

test('with none set the sentence reads to its end', () => {
  const [only] = otherHelpModal(content, []).blocks;
  expect(JSON.stringify(only)).toContain('there for you: the people team where you work, or a doctor. You can pause at any time.');
});
