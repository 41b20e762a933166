// Commitments: the forms in which one is written, the list of one's own, and how they stand on the Home tab.
import { commitForm, noticedForm, smallerForm } from '../../../features/coaching/checkins/form-view.ts';
import { type HomeWords, homeBlocks } from '../../../features/coaching/checkins/home-view.ts';
import { type Listed, listModal, type Shown, savedModal } from '../../../features/coaching/checkins/list-view.ts';
import { joined } from '../../../features/coaching/meetings/times.ts';
import { bySize, programme, recordId, times, written } from '../made-up.ts';
import { inModal, onHome, type Sample, type Size, samplesOf } from '../sample.ts';
import { namesOf, partners, shared, words } from './pair.ts';

/** With whom one is shared, in words. */
function company(size: Size): string {
  return joined(namesOf(partners(size, size === 'longest' ? 3 : 2)));
}

function shown(size: Size, n: number, state: Shown['state'], isShared: boolean): Shown {
  const noticed = bySize(size, {
    usual: 'She already had an answer, and it was better than mine.',
    longest: written('longest', 300),
    shortest: 'Yes',
  });
  return {
    ...{ id: recordId(40 + n), state, words: words(size, n), sharedWith: isShared || size === 'longest' ? company(size) : '' },
    ...(state === 'done' && { noticed }),
    ...(size === 'longest' && { programme: programme('longest').name }),
  };
}

/** At the longest two open ones and more settled ones than are shown. */
function list(size: Size): Listed {
  const settled = bySize(size, { usual: 2, longest: 30, shortest: 0 });
  const open = bySize(size, { usual: 1, longest: 2, shortest: 1 });
  const all = [
    ...times(open, (n) => shown(size, n, n === 1 ? 'not-yet' : 'open', true)),
    ...times(settled, (n) => shown(size, n + 2, n % 2 ? 'let-go' : 'done', false)),
  ];
  return { shown: all, mayShare: size !== 'shortest', mayAdd: [recordId(1)] };
}

function atHome(size: Size): HomeWords {
  const count = bySize(size, { usual: 1, longest: 2, shortest: 0 });
  const theirs = bySize(size, {
    usual: ['open'] as const,
    longest: ['open', 'partly', 'open', 'done', 'open', 'partly', 'open', 'done'] as const,
    shortest: [],
  });
  const own = times(count, (n) => shown(size, n, 'open', true));
  return { programme: recordId(1), own, theirs: shared(size, theirs), running: size !== 'shortest' };
}

export const commitmentSamples: readonly Sample[] = [
  ...samplesOf('src/features/coaching/checkins/form-view.ts', {
    'coaching.commit': [
      'The form for a commitment',
      (content, size) => inModal(commitForm(content, { partners: namesOf(partners(size)) }, '{}')),
    ],
    'coaching.commit.trio': [
      'The form for a commitment, of three',
      (content, size) => inModal(commitForm(content, { partners: namesOf(partners(size, 3)) }, '{}')),
    ],
    'coaching.commitment.smaller': [
      'Make it smaller',
      (content, size) => inModal(smallerForm(content, { about: '{}', words: words(size), sharedWith: company(size) })),
    ],
    'coaching.commitment.smaller.own': [
      'Make one’s own smaller',
      (content, size) => inModal(smallerForm(content, { about: '{}', words: words(size) })),
    ],
    'coaching.commitment.noticed': [
      'What you noticed',
      (content, size) => inModal(noticedForm(content, { about: '{}', words: words(size) })),
    ],
    'coaching.commitment.noticed.broken': [
      'What you noticed of one that cannot be opened',
      (content) => inModal(noticedForm(content, { about: '{}', words: undefined })),
    ],
  }),
  ...samplesOf('src/features/coaching/checkins/list-view.ts', {
    'coaching.commitments': ['My commitments', (content, size) => inModal(listModal(content, list(size)))],
    'coaching.commitments.none': [
      'No commitments',
      (content) => inModal(listModal(content, { shown: [], mayShare: true, mayAdd: [recordId(1)] })),
    ],
    'coaching.commitments.full': [
      'Two commitments are open already',
      (content, size) => {
        const two = [shown(size, 0, 'open', true), shown(size, 1, 'open', false)];
        return inModal(listModal(content, { shown: two, mayShare: true, mayAdd: [recordId(1)], full: true }));
      },
    ],
    'coaching.commitment.saved': ['The commitment is saved', (content) => inModal(savedModal(content))],
  }),
  ...samplesOf('src/features/coaching/checkins/home-view.ts', {
    'coaching.home.commitments': ['Commitments on the Home tab', (content, size) => onHome(homeBlocks(content, atHome(size)))],
  }),
];
