// What the end of a round sends and shows, as the gallery has it, held against the programme's own limits: words in a message, room on the Home tab. What
// Slack takes of it is held in test/sandbox/gallery-limits.test.ts.
import { expect, test } from '@jest/globals';
import { answered } from '../../../../src/features/reviewing/closing/box-view.ts';
import { LOOKING_BACK } from '../../../../src/features/reviewing/closing/plan.ts';
import { loadContent } from '../../../../src/platform/content/load.ts';
import { wordsIn } from '../../../../src/platform/content/wording.ts';
import { lookBack } from '../../../../src/sandbox/gallery/reviewing/last-fortnight.ts';
import { reviewingSamples } from '../../../../src/sandbox/gallery/reviewing/samples.ts';
import { drawnOf } from '../../../sandbox/gallery-drawn.ts';

const content = loadContent();

test('nothing that time sends has more than a hundred words, whatever is folded into it', () => {
  const sent = drawnOf(reviewingSamples, /^reviewing\.(?:prep|after|hand-on|thanks|next)(?:\.|$)/, 'shortest');
  expect(sent).toHaveLength(8);
  expect(sent.filter(({ text }) => wordsIn(text) > 100).map(({ id, text }) => `${id}: ${wordsIn(text)}`)).toEqual([]);
  expect(sent.filter(({ text }) => !text.endsWith('Change times, pause or stop: Home tab.')).map(({ id }) => id)).toEqual([]);
});

test('no part of Home takes more than eight blocks', () => {
  const parts = drawnOf(reviewingSamples, /^reviewing\.home\.(?!pulses)/, 'longest');
  expect(parts).toHaveLength(6);
  expect(parts.filter(({ blocks }) => blocks.length > 8).map(({ id }) => id)).toEqual([]);
});

test('everything that was written on looking back is read again, each under its question', () => {
  expect(answered(content, LOOKING_BACK, lookBack('longest'))).toHaveLength(8);
  expect(answered(content, LOOKING_BACK, lookBack('shortest'))).toHaveLength(2);
});

test('a look back whose taps count says so, and the last meeting of three has a plan of its own', () => {
  const said = (id: RegExp) => JSON.stringify(drawnOf(reviewingSamples, id, 'usual')[0]?.blocks);
  expect(said(/^reviewing\.look-back$/)).toContain(content.say('reviewing.look-back.taps'));
  expect(said(/^reviewing\.together$/)).toContain('20 minutes: the first leader');
  expect(said(/^reviewing\.together\.trio$/)).toContain('13 minutes for each leader');
});
