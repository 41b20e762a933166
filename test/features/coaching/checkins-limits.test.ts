// What check-ins and commitments show where there is more, or less, than in the gallery, held against Slack's limits. Everything else of them is drawn
// there at its longest.
import { expect, test } from '@jest/globals';
import { homeBlocks } from '../../../src/features/coaching/checkins/home-view.ts';
import { listModal, type Shown } from '../../../src/features/coaching/checkins/list-view.ts';
import { stepMessage } from '../../../src/features/coaching/checkins/step-view.ts';
import { loadContent } from '../../../src/platform/content/load.ts';
import { home } from '../../../src/platform/slack/blocks.ts';
import { checkView } from '../../../src/sandbox/check/views.ts';
import { words } from '../../../src/sandbox/gallery/coaching/pair.ts';
import { coachingSamples } from '../../../src/sandbox/gallery/coaching/samples.ts';
import { name, programme, recordId } from '../../../src/sandbox/gallery/made-up.ts';
import { drawnOf } from '../../sandbox/gallery-drawn.ts';

const content = loadContent();

test('a commitment that cannot be opened any more is still asked about', () => {
  const step = { is: 'how', about: recordId(1) } as const;
  const asked = { step, pair: recordId(2), fortnight: 6, title: 'Leave it with them', past: true, partners: ['Bo'], saidMet: [] };
  expect(stepMessage(content, { ...asked, about: { state: 'open' } }).text).toContain(content.plain('coaching.commitment.broken'));
});

const shown = (id: number, state: Shown['state']): Shown => ({
  ...{ id: recordId(id), state, words: words('longest'), sharedWith: `${name('longest')} and ${name('longest', 1)}` },
  programme: programme('longest').name,
});

test.each([0, 1, 300])('the list after %i that were settled', (settled) => {
  const past = Array.from({ length: settled }, (_, n) => shown(n + 3, n % 2 ? 'let-go' : 'done'));
  const view = listModal(content, { shown: [shown(1, 'open'), shown(2, 'not-yet'), ...past], mayShare: true, mayAdd: [recordId(9)] });
  expect(checkView(view, 'modal')).toEqual([]);
});

test('the list of somebody with nothing, and of somebody in several programmes', () => {
  expect(checkView(listModal(content, { shown: [], mayShare: false, mayAdd: [] }), 'modal')).toEqual([]);
  const many = Array.from({ length: 20 }, (_, n) => shown(n, 'open'));
  expect(checkView(listModal(content, { shown: many, mayShare: true, mayAdd: [] }), 'modal')).toEqual([]);
});

test('the part of Home leaves room for the others', () => {
  const [most] = drawnOf(coachingSamples, /^coaching\.home\.commitments$/, 'longest');
  expect(most?.blocks.length).toBeGreaterThan(10);
  expect(most?.blocks.length).toBeLessThanOrEqual(16);
  expect(checkView(home(homeBlocks(content, { programme: recordId(9), own: [], theirs: [], running: false })), 'home')).toEqual([]);
});
