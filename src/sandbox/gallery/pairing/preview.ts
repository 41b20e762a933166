// The round before anyone hears of it: looked at, searched, changed, approved.

import { approveModal, changeModal, leaveOutModal } from '../../../features/pairing/preview/change-view.ts';
import { previewModal } from '../../../features/pairing/preview/preview-view.ts';
import { ruledOutModal } from '../../../features/pairing/preview/ruled-out-view.ts';
import { planModal, toldModal } from '../../../features/pairing/preview/told-view.ts';
import { listEdits } from '../../../features/pairing/said.ts';
import type { Content } from '../../../platform/content/load.ts';
import { bySize, name, programme, recordId, times, written } from '../made-up.ts';
import { inModal, type Sample, type Size, samplesOf } from '../sample.ts';
import { about, CAUSES, edits, leaderId, member, preview, totals } from './round.ts';

const DAY = 'Wednesday 29 September 2027';

const views: Sample[] = samplesOf('src/features/pairing/preview/preview-view.ts', {
  'pairing.preview': ['A round before anyone hears of it', (content, size) => inModal(previewModal(content, preview(content, size)))],
  'pairing.preview.now': [
    'A round on its day, from the rules alone',
    (content, size) => inModal(previewModal(content, preview(content, size, { ahead: false, choosing: 'bot' }))),
  ],
  'pairing.preview.choosing': [
    'A round for which leaders choose each other',
    (content, size) => inModal(previewModal(content, preview(content, size, { choosing: 'leaders' }))),
  ],
  'pairing.preview.changed': [
    'A round that has been changed, and drawn anew since',
    (content, size) => inModal(previewModal(content, { ...preview(content, size, { edits: edits(size) }), redrawn: true })),
  ],
  'pairing.preview.other': [
    'A round that somebody else has just changed, its changed pairs only',
    (content, size) => inModal(previewModal(content, preview(content, size, { edits: edits(size) }), { notice: 'other', only: 'changed' })),
  ],
  'pairing.preview.compromises': [
    'The pairs with a compromise',
    (content, size) => inModal(previewModal(content, preview(content, size), { only: 'compromise', page: 1 })),
  ],
  'pairing.preview.found': [
    'Somebody searched for in a round',
    (content, size) => inModal(previewModal(content, preview(content, size), { at: [leaderId(0), leaderId(999)] })),
  ],
  'pairing.preview.held': [
    'A round that waits for the gathering',
    (content, size) => inModal(previewModal(content, preview(content, size, { held: 'open' }))),
  ],
  'pairing.preview.held.approved': [
    'A round that is approved for the gathering',
    (content, size) => inModal(previewModal(content, preview(content, size, { held: 'approved' }))),
  ],
  'pairing.preview.held.changed': [
    'A round that has changed since it was approved for the gathering',
    (content, size) => inModal(previewModal(content, preview(content, size, { held: 'changed', edits: edits(size) }))),
  ],
  'pairing.preview.stuck': [
    'A round that cannot be',
    (content, size) => inModal(previewModal(content, preview(content, size, { causes: CAUSES[size] }))),
  ],
  'pairing.preview.stuck.now': [
    'A round that cannot be, on its day',
    (content, size) => inModal(previewModal(content, preview(content, size, { causes: CAUSES[size], ahead: false }))),
  ],
});

const changing: Sample[] = samplesOf('src/features/pairing/preview/change-view.ts', {
  'pairing.change': [
    'What to change about a pair',
    (content, size) => inModal(changeModal(content, about, [member(size), member(size, 1)])),
  ],
  'pairing.change.trio': [
    'What to change about a trio',
    (content, size) =>
      inModal(
        changeModal(
          content,
          about,
          times(3, (n) => member(size, n)),
        ),
      ),
  ],
  'pairing.leave-out': ['Whom to leave out', (content) => inModal(leaveOutModal(content, about))],
  'pairing.approve.gathering': [
    'The last look before a round waits for its gathering',
    (content, size) => inModal(approveModal(content, about, { ...approving(content, size), gathering: { date: DAY, time: '2:45pm' } })),
  ],
  'pairing.approve': [
    'The last look before everyone hears',
    (content, size) => inModal(approveModal(content, about, approving(content, size))),
  ],
});

function approving(content: Content, size: Size) {
  const { proposal, people: everyone } = preview(content, size, { edits: edits(size) });
  const changes = size === 'shortest' ? '' : listEdits(content, proposal.edits, everyone);
  const more = size === 'longest' ? { early: DAY, byOther: '<@U0GORAN>' } : {};
  return { leaders: totals(size).leaders, by: DAY, ends: size !== 'shortest', changes, ...more };
}

const ruledOut: Sample[] = samplesOf('src/features/pairing/preview/ruled-out-view.ts', {
  'pairing.ruled-out': [
    'The pairs that are ruled out for good',
    (content, size) => {
      const pairs = times(bySize(size, { usual: 3, longest: 90, shortest: 0 }), (n) => ({
        ...{ id: recordId(n), name: name(size, n), other: name(size, n + 1), reason: written(size, 200), at: '2027-03-12T12:00:00.000Z' },
        by: n === 1 ? 'forgotten' : 'U0HANA',
      }));
      return inModal(ruledOutModal(content, about, { pairs, zone: 'Europe/London', page: size === 'longest' ? 2 : 0 }));
    },
  ],
});

const told: Sample[] = samplesOf('src/features/pairing/preview/told-view.ts', {
  'pairing.told': [
    'A round is approved',
    (content, size) =>
      inModal(
        toldModal(content.say('pairing.approved', { number: 2, programme: programme(size).name, x: totals(size).leaders, date: DAY })),
      ),
  ],
  'pairing.first-plan': ['The plan of the first meeting', (content) => inModal(planModal(content.say('plan.first')))],
});

export const previewSamples: readonly Sample[] = [...views, ...changing, ...ruledOut, ...told];
