// The samples of the leaving room: who sees what, going, and one's own data.
import { fileText } from '../../../features/joining/text-file-view.ts';
import { leftChannelLetter, organiserLetter, partnerLetters } from '../../../features/leaving/letters.ts';
import { asJson, asText } from '../../../features/leaving/my-data-file.ts';
import {
  eraseQuestion,
  leaveQuestion,
  leftAnswer,
  notHandedOver,
  privacyAnswer,
  shownModal,
  whoSeesWhatModal,
} from '../../../features/leaving/views.ts';
import type { Content } from '../../../platform/content/load.ts';
import { leader } from '../leader.ts';
import { instant, people, programme } from '../made-up.ts';
import { asFile, inModal, message, onlyForYou, type Sample, type Size, samplesOf } from '../sample.ts';
import { departure, partnership } from './departure.ts';
import { ownData } from './own-data.ts';

const NOW = instant('2027-11-16T15:20:00Z');
const ORGANISER = people[7].id;

/** What the first of those hear who stay. */
function toPartner(content: Content, size: Size, count: number) {
  const [letter] = partnerLetters(content, departure(size, count), NOW);
  return message(letter?.body ?? { text: '' });
}

export const leavingSamples: readonly Sample[] = [
  ...samplesOf('src/features/leaving/views.ts', {
    'leaving.privacy': ['Who sees what, in short', (content) => onlyForYou(privacyAnswer(content))],
    'leaving.who-sees-what': ['Who sees what, in full', (content) => inModal(whoSeesWhatModal(content))],
    'leaving.leave': ['Leave?', (content, size) => onlyForYou(leaveQuestion(content, programme(size), partnership(size, 2)))],
    'leaving.leave.trio': [
      'Leave, as one of three?',
      (content, size) => onlyForYou(leaveQuestion(content, programme(size), partnership(size, 3))),
    ],
    'leaving.leave.alone': [
      'Leave, before a round?',
      (content, size) => onlyForYou(leaveQuestion(content, programme(size), partnership(size, 1))),
    ],
    'leaving.left': [
      'They have left',
      (content, size) => onlyForYou(leftAnswer(content, programme(size), leader(size), partnership(size, 2))),
    ],
    'leaving.left.trio': [
      'They have left, as one of three',
      (content, size) => onlyForYou(leftAnswer(content, programme(size), leader(size), partnership(size, 3))),
    ],
    'leaving.left.alone': [
      'They have left, before a round',
      (content, size) => onlyForYou(leftAnswer(content, programme(size), leader(size), partnership(size, 1))),
    ],
    'leaving.erase': ['Delete everything?', (content) => onlyForYou(eraseQuestion(content))],
    'leaving.refused': ['Slack takes no files', (content) => onlyForYou(notHandedOver(content))],
    'leaving.shown': [
      'My data, in a form',
      (content, size) => {
        const { text, blocks = [] } = fileText(content.say('leaving.export.shown'), asText(ownData(size)));
        return inModal(shownModal(text, blocks));
      },
    ],
  }),
  ...samplesOf('src/features/leaving/letters.ts', {
    'leaving.partner': ['A partner has left', (content, size) => toPartner(content, size, 2)],
    'leaving.partner.trio': ['One of three has left', (content, size) => toPartner(content, size, 3)],
    'leaving.organiser': [
      'To organisers: somebody has left',
      (content, size) => message(organiserLetter(content, departure(size, 2), ORGANISER).body),
    ],
    'leaving.organiser.trio': [
      'To organisers: one of three has left',
      (content, size) => message(organiserLetter(content, departure(size, 3), ORGANISER).body),
    ],
    'leaving.by-channel': ['They have left the channel', (content, size) => message(leftChannelLetter(content, departure(size, 2)).body)],
  }),
  ...samplesOf('src/features/leaving/my-data-file.ts', {
    'leaving.data.text': ['My data, to read', (_, size) => asFile('my-data.txt', asText(ownData(size)))],
    'leaving.data.json': ['My data, for other programs', (_, size) => asFile('my-data.json', asJson(ownData(size)))],
  }),
];
