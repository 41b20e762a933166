// The messages with which leaders are asked in, and told that a partner is away or back.
import {
  channelInvitation,
  inviteLetter,
  partnerBack,
  partnerPaused,
  reminderLetter,
  welcomeLetter,
} from '../../../features/joining/letters.ts';
import { leader } from '../leader.ts';
import { day, instant, programme, recordId } from '../made-up.ts';
import { message, type Sample, type Size, samplesOf } from '../sample.ts';

const bringing = (size: Size) => ({ programme: programme(size), by: 'U0HANA', nextOn: day('2027-09-29') });
const word = (size: Size) => ({
  to: leader(size),
  who: leader(size, 1, { pausedAt: '2027-10-04T09:00:00.000Z', pausedUntil: day('2027-10-25') }),
  pair: recordId(40),
});
const now = instant('2027-10-04T09:00:00Z');

export const joiningMessages: Sample[] = samplesOf('src/features/joining/letters.ts', {
  'joining.invite': ['Somebody is asked in', (content, size) => message(inviteLetter(content, 'U0AMINA', bringing(size)).body)],
  'joining.reminder': [
    'Somebody is asked in once more',
    (content, size) => message(reminderLetter(content, 'U0AMINA', { ...bringing(size), asked: day('2027-09-15') }).body),
  ],
  'joining.invite.channel': ['A channel is asked in', (content, size) => message(channelInvitation(content, bringing(size)).body)],
  'joining.welcome': ['Somebody has been enrolled', (content, size) => message(welcomeLetter(content, leader(size), bringing(size)).body)],
  'joining.welcome.self': [
    'An organiser has enrolled herself',
    (content, size) => message(welcomeLetter(content, leader(size, 7), bringing(size)).body),
  ],
  'joining.partner.paused': ['A partner is away', (content, size) => message(partnerPaused(content, word(size), now).body)],
  'joining.partner.back': ['A partner is back', (content, size) => message(partnerBack(content, word(size), now).body)],
});
