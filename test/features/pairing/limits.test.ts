// Every message and form of a rotation, filled with the longest that may stand in them, held against Slack's limits.
import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { Programme } from '../../../src/features/founding/programmes.ts';
import type { Edit } from '../../../src/features/pairing/edits.ts';
import { matchMessage, pairMessage } from '../../../src/features/pairing/letters.ts';
import { itRan, notice, undeliveredAnnouncement, waiting } from '../../../src/features/pairing/organiser-letters.ts';
import { partnerAnswer } from '../../../src/features/pairing/partner-view.ts';
import type { PairingPlan, PairingTotals } from '../../../src/features/pairing/plan.ts';
import { approveModal, changeModal, leaveOutModal } from '../../../src/features/pairing/preview/change-view.ts';
import { costModal, partnersModal } from '../../../src/features/pairing/preview/cost-view.ts';
import { previewModal } from '../../../src/features/pairing/preview/preview-view.ts';
import { ruledOutModal } from '../../../src/features/pairing/preview/ruled-out-view.ts';
import { planModal, toldModal } from '../../../src/features/pairing/preview/told-view.ts';
import type { Preview } from '../../../src/features/pairing/propose.ts';
import { loadContent } from '../../../src/platform/content/load.ts';
import { checkBlocks } from '../../../src/sandbox/check/blocks.ts';
import { checkView } from '../../../src/sandbox/check/views.ts';

const content = loadContent();
/** A name as long as Slack and the forms allow, with everything in it that has to be escaped. */
const LONG = `${'<&>*_Wolfeschlegelsteinhausenbergerdorff '.repeat(4)}`.slice(0, 150);
const FUNCTION = LONG.slice(0, 75);
const DATE = 'Wednesday 30 September 2027';
const ID = 'f'.repeat(32);
const id = (n: number) => `${ID.slice(4)}${String(n).padStart(4, '0')}`;
const because = { id: 'pairing.total.leaders', blanks: { x: LONG } };
const long = { name: LONG, function: FUNCTION };
const totals: PairingTotals = {
  ...{ leaders: 9999, pairs: 5000, trios: 1, sameFunction: 999, repeats: 99, mutualWelcomes: 999, oneSidedWelcomes: 999 },
  ...{ shortHours: 99, newBridges: 999 },
};

const programme: Programme = {
  ...{ id: ID, workspace: 'T1', channel: 'C0LEADERS', name: LONG, anchorOn: Temporal.PlainDate.from('2027-01-12'), anchorNumber: 1 },
  ...{ cycleMonths: 6, sendWeekday: 2, sendTime: '09:30', timeZone: 'America/Argentina/ComodRivadavia', functions: [FUNCTION] },
  ...{ workingDays: [1, 2, 3, 4, 5], choosing: 'welcome', announcing: 'names', rotating: 'automatic', helpLinks: [] },
  ...{ foundedBy: 'U1', foundedAt: '2027-01-04T09:00:00.000Z', channelLostAt: null },
};

function preview(leaders: number, edits: readonly Edit[] = [], possible = true): Preview {
  const pairs = Array.from({ length: Math.floor(leaders / 2) }, (_, n) => ({
    leaders: n === 0 && leaders % 2 === 1 ? [id(0), id(1), id(leaders - 1)] : [id(2 * n), id(2 * n + 1)],
    reasons: Array.from({ length: 6 }, () => because),
    compromises: [because, because],
  }));
  const plan = (
    possible
      ? { possible, pairs, totals, seed: 's' }
      : { possible, causes: Array.from({ length: 40 }, () => ({ leaders: [id(0)], because })) }
  ) as PairingPlan;
  const people = new Map(Array.from({ length: leaders }, (_, n) => [id(n), { id: id(n), user: `U${n}`, ...long }]));
  const decided = { decision: null, decidedBy: null, decidedAt: null };
  const drawn = { plan, mark: 'm', before: { totals: { ...totals, repeats: 1, pairs: 2, trios: 0 }, moved: 9999 } };
  return {
    ...{ programme, people, number: 99, redrawn: true, away: [...people.values()].slice(0, 60) },
    proposal: { id: ID, programme: ID, rotatesOn: '2027-01-12', seed: 's', edits, drawn, revision: 999, proposedBy: 'U1', ...decided },
    dueOn: Temporal.PlainDate.from('2027-09-29'),
    today: Temporal.PlainDate.from('2027-09-22'),
    running: { rotated_on: '2027-03-31' } as NonNullable<Preview['running']>,
  };
}

const swap: Edit = { what: 'swap', people: [id(0), id(2)], groups: [] };
const match = { pair: ID, reasons: [because, because, because, because], by: DATE, begins: DATE };
const about = { proposal: ID, revision: 999, page: 99, root: `V${'0'.repeat(20)}`, group: [ID, ID, ID] };

const before = { ...totals, sameFunction: 1, repeats: 1, shortHours: 1, newBridges: 1, leaders: 1, pairs: 1, trios: 0 };
const costs = (what: 'forbid' | 'partner', possible = true) => {
  const wish = what === 'forbid' ? { what, pair: [id(0), id(1)] as [string, string] } : { what, leader: id(0), withUser: 'U3' };
  const was = preview(290, [], possible);
  const drawn = { ...was.proposal.drawn, plan: { ...was.proposal.drawn.plan, totals: before } as PairingPlan };
  return costModal(
    content,
    { ...about, wish },
    { before: { ...was, proposal: { ...was.proposal, drawn } }, after: preview(291, [swap], possible) },
  );
};
const rule = { id: ID, name: LONG, other: LONG, reason: '<&>*'.repeat(50), by: 'U0000HANA', at: '2027-01-12T12:00:00.000Z' };
const offer = { member: { ...long, user: 'U0000HANA' }, totals: before, moved: 9999 };
const asking = { name: LONG, before: preview(290), offers: [offer, { ...offer, member: { ...offer.member, user: 'U2' } }] };

describe('messages', () => {
  const bodies = [
    ['the match', matchMessage(content, { ...match, partners: [long] })],
    ['the match of a trio', matchMessage(content, { ...match, partners: [long, long] })],
    ...(['suits', 'suits-open', 'another', 'ended'] as const).map(
      (answer) => [`the match, ${answer}`, matchMessage(content, { ...match, partners: [long], answer })] as const,
    ),
    ['the space of a pair', pairMessage(content, { pair: ID, names: [LONG, LONG] })],
    ['the space of a trio', pairMessage(content, { pair: ID, names: [LONG, LONG, LONG] })],
    ['notice', notice(content, programme, { date: DATE, time: '11:59am' })],
    ['notice to approve', notice(content, { ...programme, rotating: 'approve' }, { date: DATE, time: '11:59am' })],
    ['waiting for approval', waiting(content, programme, { number: 99, date: DATE, why: { because: 'approve' } })],
    ['too late', waiting(content, programme, { number: 99, date: DATE, why: { because: 'late' } })],
    ['impossible', waiting(content, programme, { number: 99, date: DATE, why: { because: 'impossible', cause: LONG.repeat(40) } })],
    ['too few', waiting(content, programme, { number: 99, date: DATE, why: { because: 'too-few', until: DATE } })],
    ['notice of a gathering', notice(content, { ...programme, rotating: 'approve' }, { date: DATE, time: '11:59am', held: 'open' })],
    ['ran, changed', itRan(content, 'changed', { programme: LONG, number: 99, x: 9999, date: DATE })],
    ['ran by itself', itRan(content, 'by-itself', { programme: LONG, number: 99, x: 9999, date: DATE })],
    ['unclear', undeliveredAnnouncement(content, { number: 99, channel: 'C0LEADERS', value: ID, refused: false })],
    ['refused', undeliveredAnnouncement(content, { number: 99, channel: 'C0LEADERS', value: ID, refused: true })],
  ] as const;

  test.each(bodies)('%s is a message Slack takes', (_, { text, blocks }) => {
    expect(checkBlocks(blocks, 'message')).toEqual([]);
    expect(text).not.toBe('');
  });
});

describe('forms', () => {
  const forms = [
    ['the preview of two', previewModal(content, preview(2))],
    ['the preview of a trio', previewModal(content, preview(3, [swap]))],
    [
      'the preview of 290, first page',
      previewModal(
        content,
        preview(
          290,
          Array.from({ length: 30 }, () => swap),
        ),
        { notice: 'other' },
      ),
    ],
    ['the preview of 290, last page', previewModal(content, preview(290), { page: 99 })],
    ['the preview of 9999', previewModal(content, preview(9999), { page: 7, notice: { text: LONG.repeat(30) } })],
    ['an impossible round', previewModal(content, preview(290, [swap], false))],
    ['what to change about a pair', changeModal(content, about, [long, long])],
    ['what to change about a trio', changeModal(content, about, [long, long, long])],
    ['whom to leave out', leaveOutModal(content, about)],
    [
      'the preview of 999 with everybody who was found',
      previewModal(content, preview(999, [swap]), { at: Array.from({ length: 30 }, (_, n) => id(n)) }),
    ],
    ['the changed pairs of 999', previewModal(content, preview(999, [swap]), { only: 'changed', page: 3, notice: 'other' })],
    ['what a partner costs', costs('partner')],
    ['what ruling out a pair costs', costs('forbid')],
    ['what does not make a round possible', costs('partner', false)],
    ['the cheapest partners', partnersModal(content, about, asking)],
    ['nobody to offer', partnersModal(content, about, { ...asking, offers: [] })],
    [
      'pairs that are ruled out',
      ruledOutModal(content, about, {
        pairs: Array.from({ length: 90 }, (_, n) => ({ ...rule, id: id(n) })),
        zone: 'Europe/London',
        page: 2,
        notice: LONG,
      }),
    ],
    ['no pair that is ruled out', ruledOutModal(content, about, { pairs: [], zone: 'Europe/London', page: 0 })],
    [
      'the last look',
      approveModal(content, about, { leaders: 9999, by: DATE, early: DATE, ends: true, changes: LONG.repeat(12), byOther: '<@U0000HANA>' }),
    ],
    ['a sentence', toldModal(LONG.repeat(40))],
    ['a plan', planModal(content.say('plan.first'))],
  ] as const;

  test.each(forms)('%s is a modal Slack takes', (_, view) => {
    expect(checkView(view, 'modal')).toEqual([]);
    expect(JSON.stringify(view).length).toBeLessThan(250_000);
    expect(view.private_metadata?.length ?? 0).toBeLessThan(3_000);
  });

  test('290 leaders fill eight pages, and every pair stands on one of them', () => {
    const pages = Array.from({ length: 8 }, (_, page) => JSON.stringify(previewModal(content, preview(290), { page }).blocks));
    const first = pages.flatMap((page) => [...page.matchAll(/"action_id":"pairing.change","value":"(\w+)"/g)].map((found) => found[1]));
    expect(new Set(first).size).toBe(145);
    expect(pages.at(-1)).toContain('Page 8 of 8');
    expect(pages.at(-1)).not.toContain('"Next"');
  });
});

test('the longest answer to "who is my partner?" is one Slack takes', () => {
  const member = { user: 'U1', ...long, place: 0, confirmedAt: null, askedAnotherAt: null, leftAt: null };
  const members = [1, 2, 3].map((n) => ({ ...member, leader: id(n) }));
  const pair = {
    id: ID,
    round: ID,
    whySealed: '',
    openedAt: '2027-01-15T12:00:00.000Z',
    endedAt: null,
    members,
  };
  const round = { number: 99, rotated_on: '2027-01-12', begins_on: '2027-01-18', confirm_by: '2027-01-15T12:00:00.000Z' };
  const space = { workspace: 'T0123456789', channel: 'G0123456789' };
  const now = Temporal.Instant.from('2027-01-16T12:00:00Z');
  const answer = partnerAnswer(
    content,
    programme,
    { ok: true, leader: id(1), pair, reasons: [because, because], round: round as never, space },
    now,
  );
  expect(checkBlocks(answer.blocks, 'message')).toEqual([]);
});
