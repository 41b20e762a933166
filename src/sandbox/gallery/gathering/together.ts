// The samples of the gathering at the end of a round: what the channel and leaders read, what organisers plan and look at, and the guide to a first
// meeting.
import type { Counts } from '../../../features/gathering/together/answers.ts';
import { guideModal, guideText } from '../../../features/gathering/together/guide-views.ts';
import { answeredAnswer, gatheringBlocks, type LeaderSees, seenAnswer } from '../../../features/gathering/together/leader-views.ts';
import {
  changeMessage,
  type Invitation,
  inviteMessage,
  offMessage,
  undeliveredLetter,
} from '../../../features/gathering/together/letters.ts';
import { PLACE_LENGTH } from '../../../features/gathering/together/plan.ts';
import { type Overview, overviewModal, planModal, toldModal } from '../../../features/gathering/together/views.ts';
import { bySize, channel, instant, programme, recordId, written, zone } from '../made-up.ts';
import { asFile, inModal, message, onHome, onlyForYou, type Sample, type Size, samplesOf } from '../sample.ts';

const GATHERING = recordId(90);
/** When and where it is: a day in the time of year whose name is the longest. */
export function occurring(size: Size) {
  const startsAt = bySize(size, { usual: '2028-04-06T13:00:00Z', longest: '2027-09-29T10:30:00Z', shortest: '2028-05-01T08:00:00Z' });
  const place = bySize(size, { usual: 'Room 5, second floor', longest: written(size, PLACE_LENGTH), shortest: 'Here' });
  return { id: GATHERING, startsAt: instant(startsAt), place, zone: zone(size) };
}

const counts = (size: Size): Counts =>
  bySize(size, { usual: { coming: 14, not: 3 }, longest: { coming: 1000, not: 1000 }, shortest: { coming: 0, not: 0 } });

const invited =
  (state: Invitation['state'], reveals = true): Sample['draw'] =>
  (content, size) =>
    message(inviteMessage(content, { ...occurring(size), reveals, counts: counts(size), state }));

const changed =
  (change: 'moved' | 'place'): Sample['draw'] =>
  (content, size) =>
    message(changeMessage(content, { ...occurring(size), change }));

const off =
  (reveals: boolean): Sample['draw'] =>
  (content, size) =>
    message(offMessage(content, { ...occurring(size), reveals }));

const undelivered =
  (refused: boolean): Sample['draw'] =>
  (content) =>
    message(undeliveredLetter(content, { letter: recordId(91), channel: channel.id, refused }));

function seen(size: Size, said?: LeaderSees['said']): LeaderSees {
  return { ...occurring(size), programme: programme(size).name, own: zone(size), ...(said && { said }) };
}

const form =
  (changing: boolean): Sample['draw'] =>
  (content, size) => {
    const { place, zone: own } = occurring(size);
    const about = { programme: programme(size).name, number: size === 'longest' ? 20 : 1, zone: own, about: '{}', changing };
    return inModal(
      planModal(content, {
        ...about,
        day: '2028-04-06',
        time: '14:00',
        place: changing ? place : '',
        reveals: true,
        revealable: !changing,
      }),
    );
  };

const overview =
  (more: Partial<Overview>): Sample['draw'] =>
  (content, size) => {
    const about = { programme: programme(size).name, number: size === 'longest' ? 20 : 1, counts: counts(size) };
    const insights = bySize(size, { usual: 9, longest: 150, shortest: 0 });
    const shown = { ...occurring(size), ...about, insights, invited: true, pairs: 'reveal', state: 'ahead' } as const;
    return inModal(overviewModal(content, { ...shown, ...more }));
  };

export const togetherSamples: readonly Sample[] = [
  ...samplesOf('src/features/gathering/together/letters.ts', {
    'gathering.invitation': ['The invitation to the gathering, in the channel', invited('open')],
    'gathering.invitation.own-message': ['The invitation, where the next pairs are not named there', invited('open', false)],
    'gathering.invitation.over': ['The invitation once the gathering is over', invited('over')],
    'gathering.invitation.off': ['The invitation once it is called off', invited('off')],
    'gathering.moved': ['The gathering has moved', changed('moved')],
    'gathering.place': ['The gathering is in another place', changed('place')],
    'gathering.off': ['The gathering is called off', off(false)],
    'gathering.off.reveal': ['The gathering is called off, and the next pairs come in messages', off(true)],
  }),
  ...samplesOf('src/features/gathering/together/undelivered.ts', {
    'gathering.undelivered': ['It is not known whether the channel has read of the gathering', undelivered(false)],
    'gathering.undelivered.refused': ['Slack did not take word of the gathering', undelivered(true)],
  }),
  ...samplesOf('src/features/gathering/together/leader-views.ts', {
    'gathering.home': ['The gathering on Home', (content, size) => onHome(gatheringBlocks(content, seen(size)))],
    'gathering.home.coming': ['The gathering on Home, coming', (content, size) => onHome(gatheringBlocks(content, seen(size, 'coming')))],
    'gathering.home.not': [
      'The gathering on Home, not this time',
      (content, size) => onHome(gatheringBlocks(content, seen(size, 'not-this-time'))),
    ],
    'gathering.seen': ['A leader asks when the gathering is', (content, size) => onlyForYou(seenAnswer(content, seen(size)))],
    'gathering.coming': ['After "Coming"', (content, size) => onlyForYou(answeredAnswer(content, { ...seen(size), said: 'coming' }))],
    'gathering.not-coming': [
      'After "Not this time"',
      (content, size) => onlyForYou(answeredAnswer(content, { ...seen(size), said: 'not-this-time' })),
    ],
  }),
  ...samplesOf('src/features/gathering/together/views.ts', {
    'gathering.plan': ['Planning the gathering', form(false)],
    'gathering.change': ['Changing the gathering', form(true)],
    'gathering.overview': ['The gathering, for organisers', overview({})],
    'gathering.overview.approved': ['The gathering, with the next pairs approved', overview({ pairs: 'reveal.approved' })],
    'gathering.overview.missing': ['The gathering, with the next pairs still to approve', overview({ pairs: 'reveal.missing' })],
    'gathering.overview.own': ['The gathering, without the next pairs', overview({ pairs: 'own', invited: false })],
    'gathering.overview.making': ['The slides are being made', overview({ remark: { id: 'together.pack.making' }, busy: true })],
    'gathering.overview.over': ['The gathering afterwards', overview({ state: 'over' })],
    'gathering.told': ['The gathering is off, for organisers', (content) => inModal(toldModal(content, { id: 'together.stands-off' }))],
  }),
  ...samplesOf('src/features/gathering/together/guide-views.ts', {
    'gathering.guide': ['A good first meeting: the guide for organisers', (content) => inModal(guideModal(content))],
    'gathering.guide.file': ['The guide as a file', (content) => asFile('a-good-first-meeting.md', guideText(content))],
  }),
];
