// Asking an organiser for help, what the organiser reads, and other kinds of help.
import { type HelpWords, helpLetter, helpReadModal, seenToMessage } from '../../../features/coaching/help/letters.ts';
import { askedModal, HELP_LENGTH, type HelpForm, helpForm, helpTold, otherHelpModal } from '../../../features/coaching/help/views.ts';
import { bySize, name, programme, recordId, times, written } from '../made-up.ts';
import { inModal, message, type Sample, type Size, samplesOf } from '../sample.ts';
import { namesOf, partners } from './pair.ts';

/** One organiser as a rule; at the longest ten. */
function organisers(size: Size): string[] {
  return times(size === 'longest' ? 10 : 1, (n) => name(size, 7 - n + 8));
}

function form(size: Size, more: Partial<HelpForm> = {}): HelpForm {
  const who = { organisers: organisers(size), partners: namesOf(partners(size, size === 'longest' ? 3 : 2)) };
  return { request: recordId(60), programme: recordId(1), ...who, toPartner: false, ...more };
}

function request(size: Size): HelpWords {
  const usual = 'We have moved our meeting three times now. Could you help us find an hour, or suggest how we start again?';
  const text = bySize(size, { usual, longest: written('longest', HELP_LENGTH), shortest: '' });
  return { id: recordId(60), name: name(size), text };
}

export const helpSamples: readonly Sample[] = [
  ...samplesOf('src/features/coaching/help/views.ts', {
    'coaching.help': ['Ask for help', (content, size) => inModal(helpForm(content, form(size)))],
    'coaching.help.alone': ['Ask for help, without a partner', (content, size) => inModal(helpForm(content, form(size, { partners: [] })))],
    'coaching.help.partner': [
      'Ask for help, of a partner who organises',
      (content, size) => inModal(helpForm(content, form(size, { organisers: namesOf(partners(size)), toPartner: true }))),
    ],
    'coaching.help.asked': ['Help is asked for', (content, size) => inModal(askedModal(content, recordId(1), organisers(size)))],
    'coaching.other-help': ['Other kinds of help', (content, size) => inModal(otherHelpModal(content, programme(size).helpLinks))],
    'coaching.help.told': ['A word in the place of the form of help', (content) => inModal(helpTold(content, 'coaching.help.nobody'))],
  }),
  ...samplesOf('src/features/coaching/help/letters.ts', {
    'coaching.help.letter': ['Somebody asks an organiser for help', (content, size) => message(helpLetter(content, request(size)))],
    'coaching.help.letter.bare': [
      'Somebody asks for help without a word',
      (content, size) => message(helpLetter(content, { ...request(size), text: '' })),
    ],
    'coaching.help.letter.partner': [
      'A partner who organises is asked for help',
      (content, size) => message(helpLetter(content, { ...request(size), toPartner: true })),
    ],
    'coaching.help.read': ['A request for help, to read', (content, size) => inModal(helpReadModal(content, request(size)))],
    'coaching.help.seen-to': ['A request is seen to', (content, size) => message(seenToMessage(content, name(size)))],
  }),
];
