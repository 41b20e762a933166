// What the pulses ask and tell where there is more, or less, than in the gallery, held against Slack's limits and the programme's own. Everything else of
// them is drawn there at its longest.
import { expect, test } from '@jest/globals';
import { conclude } from '../../../src/features/reviewing/conclude.ts';
import { pulseForm, thenAndNow } from '../../../src/features/reviewing/form-view.ts';
import { homeBlocks } from '../../../src/features/reviewing/home-view.ts';
import { itemsOf, pulses } from '../../../src/features/reviewing/plan.ts';
import { remarksModal, resultsModal } from '../../../src/features/reviewing/result-view.ts';
import { loadContent } from '../../../src/platform/content/load.ts';
import { checkView } from '../../../src/sandbox/check/views.ts';
import { fullAnswers, given, remarks, result } from '../../../src/sandbox/gallery/reviewing/replies.ts';
import { reviewingSamples } from '../../../src/sandbox/gallery/reviewing/samples.ts';
import { drawnOf } from '../../sandbox/gallery-drawn.ts';

const content = loadContent();
const ROUND = 'f'.repeat(32);
const DAY = 'Wednesday 30 September 2027';

test.each(pulses)('the form of the %s pulse: every item is asked, and every one is optional', (pulse) => {
  const view = pulseForm(content, { pulse, round: ROUND, given: given('longest', pulse), before: fullAnswers('opening'), until: DAY });
  expect(checkView(view, 'modal')).toEqual([]);
  const inputs = view.blocks.filter(({ type }) => type === 'input');
  expect(inputs).toHaveLength(itemsOf(pulse).length + (pulse === 'opening' ? 0 : 2));
  expect(inputs.every((block) => 'optional' in block && block.optional)).toBe(true);
});

test('then and now, inside the form of the look back, asks ten times', () => {
  const blocks = thenAndNow(content, { then: fullAnswers('then'), now: fullAnswers('now'), before: fullAnswers('opening') });
  expect(blocks.filter(({ type }) => type === 'input')).toHaveLength(10);
});

test.each([
  [
    'all reports at once',
    resultsModal(content, [result('longest', 'half'), result('longest', 'closing'), result('longest', 'then-and-now')]),
  ],
  ['the last page of 300 remarks', remarksModal(content, remarks('longest'), 99)],
  ['no remarks', remarksModal(content, { result: ROUND, texts: [] }, Number.NaN)],
  ['results of nothing', resultsModal(content, [{ report: 'half', replied: 4, asked: 999, statements: [] }])],
] as const)('%s: a modal Slack takes', (_, view) => {
  expect(checkView(view, 'modal')).toEqual([]);
});

test('of enough replies every question is told', () => {
  const reports = (['opening', 'half', 'closing', 'then-and-now'] as const).map((report) => result('longest', report));
  expect(reports.flatMap(({ statements }) => statements).filter(({ saying }) => !saying)).toEqual([]);
  expect(conclude('half', []).statements).toEqual([]);
});

test('a caution about few replies stands only where something is shown', () => {
  const told = (replied: number, statements = result('usual', 'half').statements) =>
    JSON.stringify(resultsModal(content, [{ report: 'half', replied, asked: 40, statements }]).blocks);
  expect(told(19)).toContain(content.say('sp.part'));
  expect(told(3, [])).not.toContain(content.say('sp.part'));
  expect(told(3, [])).toContain(content.say('sp.none'));
});

test('no message has more than a hundred words', () => {
  const messages = drawnOf(reviewingSamples, /^reviewing\.(?:self-check|skipped|you-said|closed\.)/, 'longest');
  expect(messages.length).toBeGreaterThan(7);
  expect(messages.filter(({ text }) => text.split(/\s+/).length > 100).map(({ id }) => id)).toEqual([]);
});

test('the part of Home with nothing open is nothing', () => {
  expect(homeBlocks(content, { open: [] })).toEqual([]);
});
