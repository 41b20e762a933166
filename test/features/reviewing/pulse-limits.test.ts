// Every message, form and part of Home of the pulses, filled with the longest that may stand in it, held against Slack's limits.
import { afterAll, expect, test } from '@jest/globals';
import { conclude, type Reply, type Report } from '../../../src/features/reviewing/conclude.ts';
import { pulseForm, REMARK_LENGTH, thenAndNow } from '../../../src/features/reviewing/form-view.ts';
import { homeBlocks } from '../../../src/features/reviewing/home-view.ts';
import { itemsOf, type Moment, pulses } from '../../../src/features/reviewing/plan.ts';
import { type ResultShown, remarksModal, resultsModal } from '../../../src/features/reviewing/result-view.ts';
import { severalFrom } from '../../../src/features/reviewing/sides.ts';
import {
  CHANGE_LENGTH,
  changeForm,
  closedMessage,
  selfCheckMessage,
  skippedMessage,
  toldModal,
  youSaidMessage,
} from '../../../src/features/reviewing/views.ts';
import { loadContent } from '../../../src/platform/content/load.ts';
import { choices } from '../../../src/platform/content/pulse.ts';
import { home, modal } from '../../../src/platform/slack/blocks.ts';
import { checkBlocks } from '../../../src/sandbox/check/blocks.ts';
import { checkView } from '../../../src/sandbox/check/views.ts';

const content = loadContent();
const ID = 'f'.repeat(32);
const DAY = 'Wednesday 30 September 2027';
const table: Record<string, { blocks: number; bytes: number }> = {};

afterAll(() => console.table(table));

function measured<View extends { blocks: readonly unknown[] }>(name: string, view: View): View {
  table[name] = { blocks: view.blocks.length, bytes: JSON.stringify(view).length };
  return view;
}

/** Everything answered, with the longest choices. */
const full = (moment: Moment) =>
  Object.fromEntries(
    itemsOf(moment).map(({ id, scale }) => {
      const all = choices(content, scale).map((_, at) => at);
      return [id, severalFrom(scale) ? all : all.slice(-2, -1)];
    }),
  );
const given = (moment: Moment) => ({ answers: full(moment), text: '<'.repeat(REMARK_LENGTH) });

/** A report in which everything is said, by 40 people who differ. */
function report(what: Report): ResultShown {
  const moments: Moment[] = what === 'then-and-now' ? ['then', 'now'] : [what];
  const replies = moments.flatMap((moment) =>
    Array.from({ length: 40 }, (_, n): Reply => ({ leader: `l${n}`, pair: `p${n % 20}`, moment, answers: full(moment) })),
  );
  const { statements } = conclude(what, replies);
  expect(statements.every(({ saying }) => saying)).toBe(true);
  return { report: what, replied: 40, asked: 999, statements, change: { text: '<'.repeat(CHANGE_LENGTH), date: DAY } };
}
const reports = (['opening', 'half', 'closing', 'then-and-now'] as const).map(report);
const remarks = { result: ID, texts: Array.from({ length: 300 }, () => '<'.repeat(REMARK_LENGTH)) };
const told = { result: ID, replied: 999, asked: 999 };

test.each(pulses)('the form of the %s pulse, every item optional', (pulse) => {
  const view = pulseForm(content, { pulse, round: ID, given: given(pulse), before: full('opening'), until: DAY });
  expect(checkView(measured(`form ${pulse}`, view), 'modal')).toEqual([]);
  const inputs = view.blocks.filter(({ type }) => type === 'input');
  expect(inputs).toHaveLength(itemsOf(pulse).length + (pulse === 'opening' ? 0 : 2));
  expect(inputs.every((block) => 'optional' in block && block.optional)).toBe(true);
});

test('then and now, inside the form of the look back', () => {
  const blocks = thenAndNow(content, { then: full('then'), now: full('now'), before: full('opening') });
  const view = modal({ callback: 'reviewing.look-back', title: 'Look back', submit: 'Keep it', blocks });
  expect(checkView(measured('then and now', view), 'modal')).toEqual([]);
  expect(blocks.filter(({ type }) => type === 'input')).toHaveLength(10);
});

test.each([
  ['one result', resultsModal(content, reports.slice(0, 1))],
  ['results of the closing, with 300 remarks', resultsModal(content, reports.slice(2), remarks)],
  ['the second page of 300 remarks', remarksModal(content, remarks, 2)],
  ['the last page of 300 remarks', remarksModal(content, remarks, 99)],
  ['no remarks', remarksModal(content, { result: ID, texts: [] }, Number.NaN)],
  ['results of nothing', resultsModal(content, [{ report: 'half', replied: 4, asked: 999, statements: [] }])],
  ['the form for the change, with 300 remarks', changeForm(content, { result: ID, shown: reports.slice(1, 2), remarks })],
  ['kept', toldModal('Kept', content.say('reviewing.pulse.kept', { date: DAY }))],
] as const)('%s is a modal Slack takes', (name, view) => {
  expect(checkView(measured(name, view), 'modal')).toEqual([]);
});

test.each([
  ['self-check', selfCheckMessage(content, ID)],
  ['you said', youSaidMessage(content, { ...told, changed: true })],
  ['you said, without a change', youSaidMessage(content, { ...told, changed: false })],
  ['skipped', skippedMessage(content, DAY)],
  ...pulses.flatMap((pulse) =>
    [true, false].map((said) => [`closed ${pulse}, ${said}`, closedMessage(content, { ...told, pulse, said })] as const),
  ),
] as const)('%s is a message Slack takes, of a hundred words at most', (name, body) => {
  expect(checkBlocks(measured(name, body).blocks, 'message')).toEqual([]);
  expect(body.text.split(/\s+/).length).toBeLessThanOrEqual(100);
});

test('the part of Home with everything open', () => {
  const open = pulses.flatMap((pulse) =>
    [true, false].map((answered) => ({ pulse, pair: `${ID.slice(1)}${answered ? 1 : 0}`, answered, until: DAY })),
  );
  const blocks = homeBlocks(content, { open, latest: { id: ID, report: 'closing', changed: true } });
  expect(checkView(measured('part of Home', home(blocks)), 'home')).toEqual([]);
  expect(homeBlocks(content, { open: [] })).toEqual([]);
});
