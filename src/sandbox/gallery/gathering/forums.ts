// A Leadership Forum up to its hour: the invitation in the channel, one's own place, the list of all that are open, the forms in which a date is
// offered and moved, and what is said to those who have signed up.
import { type Invited, invitation, type Stage } from '../../../features/gathering/forums/channel-views.ts';
import { homeBlocks, MOST_LINES } from '../../../features/gathering/forums/home-view.ts';
import { type Listed, listModal, ON_A_PAGE } from '../../../features/gathering/forums/list-views.ts';
import { moveForm, offeredModal, offerForm } from '../../../features/gathering/forums/offer-views.ts';
import { type ForumShown, forumTold, placeModal, type Standing } from '../../../features/gathering/forums/seat-views.ts';
import type { Content } from '../../../platform/content/load.ts';
import { bySize, programme, recordId, times, zone } from '../made-up.ts';
import { type Drawn, inModal, message, onHome, type Sample, type Size, samplesOf } from '../sample.ts';
import { FORUM, forumWordSamples, startsAt } from './forum-words.ts';

function invited(size: Size, more: Partial<Invited> = {}): Invited {
  const counts = bySize(size, {
    usual: { places: 8, taken: 3, waiting: 0 },
    longest: { places: 8, taken: 8, waiting: 292 },
    shortest: { places: 4, taken: 0, waiting: 0 },
  });
  return { forum: FORUM, at: startsAt(size), zone: zone(size), stage: 'open', moved: false, ...counts, ...more };
}

const standing = (stage: Stage) => (content: Content, size: Size) => message(invitation(content, invited(size, { stage })));

function shown(size: Size, is: Standing, n = 0): ForumShown {
  const { places, taken, waiting } = invited(size);
  const about = { forum: recordId(70 + n), at: startsAt(size, n), zone: zone(size), places, taken, waiting, standing: is };
  return { ...about, runs: size === 'longest' || n === 1, leads: true };
}

const seated: Standing = { is: 'seated', brings: true };
const waits = (size: Size): Standing => ({ is: 'waiting', number: size === 'longest' ? 292 : 1, brings: false });

function place(content: Content, size: Size, is: Standing, remark?: string): Drawn {
  return inModal(placeModal(content, shown(size, is), remark ? { id: remark, blanks: {} } : undefined));
}

function listed(size: Size, more: Partial<Listed> = {}): Listed {
  const count = bySize(size, { usual: 3, longest: 60, shortest: 1 });
  const kinds = [seated, waits(size), { is: 'none' } as const];
  const forums = times(Math.min(count, ON_A_PAGE), (n) => shown(size, size === 'longest' ? waits(size) : (kinds[n % 3] ?? seated), n));
  return { programme: recordId(1), name: programme(size).name, forums, count, page: size === 'longest' ? 1 : 0, ...more };
}

const home = (size: Size, lines: number) => ({
  programme: recordId(1),
  own: times(lines, (n) => shown(size, n % 2 === 0 ? seated : waits(size), n)),
  count: bySize(size, { usual: 3, longest: 60, shortest: 1 }),
});

const offered = (size: Size) => ({
  ...{ forum: FORUM, programme: recordId(1), at: startsAt(size), zone: zone(size), places: 8 },
  ...{ beside: size === 'longest' ? 2 : 0, leads: size !== 'shortest' },
});

export const forumSamples: readonly Sample[] = [
  ...samplesOf('src/features/gathering/forums/channel-views.ts', {
    'gathering.forums.invite': ['A Forum in the channel', standing('open')],
    'gathering.forums.invite.full': [
      'A Forum that is full',
      (content, size) => message(invitation(content, invited(size, { places: 8, taken: 8, waiting: 1 }))),
    ],
    'gathering.forums.invite.moved': [
      'A Forum that has moved',
      (content, size) => message(invitation(content, invited(size, { moved: true }))),
    ],
    'gathering.forums.invite.starting': ['A Forum about to begin', standing('starting')],
    'gathering.forums.invite.begun': ['A Forum that has begun', standing('begun')],
    'gathering.forums.invite.done': ['A Forum that is over', standing('done')],
    'gathering.forums.invite.called-off': ['A Forum that is called off', standing('called-off')],
    'gathering.forums.invite.too-few': ['A Forum for which too few came', standing('too-few')],
  }),
  ...samplesOf('src/features/gathering/forums/seat-views.ts', {
    'gathering.forums.place': ['My place in a Forum', (content, size) => place(content, size, seated)],
    'gathering.forums.place.waiting': ['My place on the waiting list', (content, size) => place(content, size, waits(size))],
    'gathering.forums.place.none': ['No place in a Forum', (content, size) => place(content, size, { is: 'none' })],
    'gathering.forums.brings': ['I may bring a question', (content, size) => place(content, size, seated, 'forums.brings.kept')],
    'gathering.forums.told': [
      'A word in the place of a Forum',
      (content) => inModal(forumTold(content, { id: 'forums.over', blanks: {} })),
    ],
  }),
  ...samplesOf('src/features/gathering/forums/list-views.ts', {
    'gathering.forums.list': ['The Forums that are open', (content, size) => inModal(listModal(content, listed(size)))],
    'gathering.forums.list.none': [
      'No Forum is open',
      (content, size) => inModal(listModal(content, listed(size, { forums: [], count: 0, page: 0 }))),
    ],
    'gathering.forums.list.called-off': [
      'A Forum has just been called off',
      (content, size) => {
        const told = size === 'shortest' ? '' : content.plain('forums.told', { x: bySize(size, { usual: 3, longest: 299, shortest: 0 }) });
        return inModal(listModal(content, listed(size, { remark: { id: 'forums.called-off', blanks: { told } } })));
      },
    ],
  }),
  ...samplesOf('src/features/gathering/forums/offer-views.ts', {
    'gathering.forums.offer': [
      'Offer a date',
      (content, size) => inModal(offerForm(content, { about: '{}', zone: zone(size), day: '2027-11-10' })),
    ],
    'gathering.forums.offered': ['A date is offered', (content, size) => inModal(offeredModal(content, offered(size)))],
    'gathering.forums.move': [
      'Move a Forum',
      (content, size) => inModal(moveForm(content, { about: FORUM, zone: zone(size), at: startsAt(size) })),
    ],
  }),
  ...forumWordSamples,
  ...samplesOf('src/features/gathering/forums/home-view.ts', {
    'gathering.forums.home': [
      'Forums on the Home tab',
      (content, size) => onHome(homeBlocks(content, home(size, bySize(size, { usual: 2, longest: MOST_LINES, shortest: 1 })))),
    ],
    'gathering.forums.home.none': [
      'No Forum, on the Home tab',
      (content, size) => onHome(homeBlocks(content, { ...home(size, 0), count: 0 })),
    ],
  }),
];
