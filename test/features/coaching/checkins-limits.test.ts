// Every message, modal and part of Home that check-ins and commitments show, filled with the longest that may stand in them, held against Slack's
// limits; a line of the table for each.
import { afterAll, describe, expect, test } from '@jest/globals';
import type { KnownBlock, ModalView } from '@slack/types';
import { commitForm, noticedForm, smallerForm } from '../../../src/features/coaching/checkins/form-view.ts';
import { homeBlocks } from '../../../src/features/coaching/checkins/home-view.ts';
import { listModal, type Shown, savedModal } from '../../../src/features/coaching/checkins/list-view.ts';
import type { Opened } from '../../../src/features/coaching/checkins/open.ts';
import type { Step } from '../../../src/features/coaching/checkins/plan.ts';
import type { StepWords } from '../../../src/features/coaching/checkins/questions-view.ts';
import { stallMessage } from '../../../src/features/coaching/checkins/stall-view.ts';
import { nudgeMessage, stepMessage, stepModal } from '../../../src/features/coaching/checkins/step-view.ts';
import { loadContent } from '../../../src/platform/content/load.ts';
import { home } from '../../../src/platform/slack/blocks.ts';
import { checkBlocks } from '../../../src/sandbox/check/blocks.ts';
import { checkView } from '../../../src/sandbox/check/views.ts';

const content = loadContent();
const NAME = '<&>*_Wolfeschlegelsteinhausenbergerdorff '.repeat(4);
const ID = 'f'.repeat(32);
const words = { when: '&'.repeat(80), will: '<'.repeat(140) };
const table: [string, number, number][] = [];

afterAll(() => {
  const rows = table.map(
    ([name, blocks, characters]) => `${name.padEnd(44)} ${String(blocks).padStart(3)} blocks ${String(characters).padStart(6)} characters`,
  );
  process.stdout.write(`${rows.join('\n')}\n`);
});

function measured(name: string, blocks: readonly unknown[]): void {
  table.push([name, blocks.length, JSON.stringify(blocks).length]);
}

function holdsAsMessage(name: string, body: { text: string; blocks: KnownBlock[] }): void {
  measured(name, body.blocks);
  expect(checkBlocks(body.blocks as never, 'message')).toEqual([]);
  expect(body.text).not.toBe('');
}

function holdsAsModal(name: string, view: ModalView): void {
  measured(name, view.blocks);
  expect(checkView(view, 'modal')).toEqual([]);
}

const steps: Step[] = [
  { is: 'ask' },
  { is: 'not-yet' },
  { is: 'left' },
  { is: 'skipped' },
  { is: 'commit' },
  { is: 'full' },
  { is: 'how', about: ID },
  { is: 'noticed', about: ID },
  { is: 'carry', about: ID, last: false },
  { is: 'carry', about: ID, last: true },
  { is: 'done', saved: true },
  { is: 'done', saved: false },
];

const nameOf = ({ is, ...more }: Step) => [is, ...Object.entries(more).flatMap(([what, each]) => (each === true ? [what] : []))].join(', ');

function asked(step: Step, partners: readonly string[]): StepWords {
  const about = 'about' in step ? { about: { words, state: 'partly' } } : {};
  return { step, pair: ID, fortnight: 6, title: NAME, past: true, partners, saidMet: partners, ...about };
}

describe.each([
  ['pair', [NAME]],
  ['trio', [NAME, NAME]],
])('in a %s', (size, partners) => {
  test.each(steps.map((step) => [nameOf(step), step] as const))('the check-in: %s', (is, step) => {
    const name = `${size}: ${is}`;
    holdsAsMessage(name, stepMessage(content, asked(step, partners)));
    holdsAsModal(`${name} (modal)`, stepModal(content, asked(step, partners)));
  });

  test('the nudge', () => {
    holdsAsMessage(`${size}: nudge`, nudgeMessage(content, asked({ is: 'ask' }, partners)));
  });

  test('the form for a commitment', () => {
    holdsAsModal(
      `${size}: commitment form`,
      commitForm(content, { partners }, JSON.stringify({ id: ID, pair: ID, fortnight: 13, from: 'message' })),
    );
  });
});

test('a commitment that cannot be opened any more is still asked about', () => {
  const body = stepMessage(content, { ...asked({ is: 'how', about: ID }, ['Bo']), about: { state: 'open' } });
  expect(body.text).toContain(content.plain('coaching.commitment.broken'));
});

test('the other forms, and word of two fortnights without a meeting', () => {
  holdsAsModal('smaller form', smallerForm(content, { about: '{}', words, sharedWith: `${NAME} and ${NAME}` }));
  holdsAsModal('noticed form', noticedForm(content, { about: '{}', words }));
  holdsAsModal('saved', savedModal(content));
  holdsAsMessage('stall', stallMessage(content, { pair: ID, programme: ID, fortnight: 12, organiser: NAME }));
});

const shown = (id: number, state: Shown['state']): Shown => ({
  ...{ id: String(id).padStart(32, '0'), state, words, sharedWith: `${NAME} and ${NAME}`, programme: NAME },
  ...(state === 'done' && { noticed: '&'.repeat(300) }),
});

test.each([0, 1, 30, 300])('the list after %i that were settled', (settled) => {
  const all = [
    shown(1, 'open'),
    shown(2, 'not-yet'),
    ...Array.from({ length: settled }, (_, n) => shown(n + 3, n % 2 ? 'let-go' : 'done')),
  ];
  holdsAsModal(`list of ${settled} settled`, listModal(content, { shown: all, mayShare: true, mayAdd: [ID] }));
});

test('the list of somebody with nothing, and of somebody in several programmes', () => {
  holdsAsModal('empty list', listModal(content, { shown: [], mayShare: false, mayAdd: [] }));
  const many = Array.from({ length: 20 }, (_, n) => shown(n, 'open'));
  holdsAsModal('list of ten programmes', listModal(content, { shown: many, mayShare: true, mayAdd: [] }));
});

test('the part of Home', () => {
  const theirs = Array.from({ length: 12 }, (_, n): Opened => {
    const state = n % 2 ? 'open' : 'partly';
    return { ...words, id: `${n}`, leader: ID, name: NAME, shared: true, state, carries: 0, fortnight: 1, asked: 1 };
  });
  const blocks = homeBlocks(content, { programme: ID, own: [shown(1, 'open'), shown(2, 'open')], theirs, running: true });
  measured('Home', blocks);
  expect(blocks.length).toBeLessThanOrEqual(16);
  expect(checkView(home(blocks), 'home')).toEqual([]);
  const none = homeBlocks(content, { programme: ID, own: [], theirs: [], running: false });
  measured('Home, nothing', none);
  expect(checkView(home(none), 'home')).toEqual([]);
});
