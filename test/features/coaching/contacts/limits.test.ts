// The messages that this room sends unasked, as the gallery has them at their longest: short enough for a notification, and each with the way to stop it.
// What Slack takes of them is held in test/sandbox/gallery-limits.test.ts.
import { expect, test } from '@jest/globals';
import { coachingSamples } from '../../../../src/sandbox/gallery/coaching/samples.ts';
import { drawnOf } from '../../../sandbox/gallery-drawn.ts';

const unasked = /^coaching\.(?:opener\.\d+|card\.\d+|meeting\.book|checkin\.ask|nudge|stall|quiet|back)(?:\.trio)?$/;

test.each(drawnOf(coachingSamples, unasked, 'longest').map((each) => [each.id, each] as const))('%s', (_, { text, blocks }) => {
  expect(text.length).toBeLessThan(4000);
  expect(text).toContain('Change times, pause or stop: Home tab.');
  expect(JSON.stringify(blocks.at(-1))).toContain('Change times, pause or stop: Home tab.');
});

test('none of them has more than a hundred words, not counting what leaders wrote', () => {
  const long = drawnOf(coachingSamples, unasked, 'shortest').filter(({ text }) => text.split(/\s+/).length > 100);
  expect(long.map(({ id, text }) => `${id}: ${text.split(/\s+/).length}`)).toEqual([]);
});
