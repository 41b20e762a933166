// What is said of meetings, as the gallery has it at its longest: texts that a notification carries, forms that remember what they are about, cards that
// are soon read. What Slack takes of the views is held in test/sandbox/gallery-limits.test.ts.
import { expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { outsideForm, pickForm } from '../../../../src/features/coaching/meetings/pick-view.ts';
import { loadContent } from '../../../../src/platform/content/load.ts';
import { checkView } from '../../../../src/sandbox/check/views.ts';
import { members, PAIR } from '../../../../src/sandbox/gallery/coaching/pair.ts';
import { coachingSamples } from '../../../../src/sandbox/gallery/coaching/samples.ts';
import { drawnOf } from '../../../sandbox/gallery-drawn.ts';

const content = loadContent();
const messages = drawnOf(coachingSamples, /^coaching\.(?:card|meeting)\./, 'longest').filter(({ text }) => text !== '');

test.each(messages.map((each) => [each.id, each] as const))('%s carries all of it in its text', (_, { text }) => {
  expect(text.length).toBeLessThan(12_000);
});

test('a form remembers the fortnights of a whole round, and where it was opened', () => {
  const seen = Object.fromEntries(Array.from({ length: 13 }, (_, n) => [n + 1, 999]));
  const about = JSON.stringify({ pair: PAIR, page: 9, moving: 13, short: true, seen });
  const others = members('longest', 3).slice(1);
  const at = Temporal.Instant.from('2027-09-29T23:30:00Z');
  const words = { about, pair: PAIR, zone: 'UTC', others, minutes: 75, offers: [], page: 1, pages: 0 };
  const outside = { about: JSON.stringify({ form: about, at: `${at}` }), zone: 'UTC', others, at, outside: others.map(({ name }) => name) };
  for (const view of [pickForm(content, words), outsideForm(content, outside)]) {
    expect(checkView(view, 'modal')).toEqual([]);
    expect((view.private_metadata ?? '').length).toBeLessThanOrEqual(3000);
  }
});

test('a card is no longer than a message may be, not counting what leaders wrote', () => {
  const cards = drawnOf(coachingSamples, /^coaching\.card\.\d+$/, 'shortest');
  expect(cards).toHaveLength(13);
  expect(Math.max(...cards.map(({ text }) => text.split(/\s+/).length))).toBeLessThanOrEqual(100);
});
