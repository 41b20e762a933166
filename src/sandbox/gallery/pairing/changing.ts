// A match that changes while a round runs: for those who ask, lose a partner, come late, or want two more weeks.
import { longerAnswer, longerMessage, longerQuestion } from '../../../features/pairing/longer-views.ts';
import { askedAnswer, changeQuestion, wantQuestion } from '../../../features/pairing/rematching/change-views.ts';
import * as letters from '../../../features/pairing/rematching/letters.ts';
import { suggestedModal, suggestionModal } from '../../../features/pairing/rematching/suggestion-view.ts';
import type { Content } from '../../../platform/content/load.ts';
import { bySize, day, instant, name, recordId, times } from '../made-up.ts';
import { type Drawn, inModal, message, onlyForYou, type Sample, type Size, samplesOf } from '../sample.ts';
import { because, leaderId, member } from './round.ts';
import { pairOf, round } from './standing.ts';

const DAY = 'Wednesday 20 October 2027';
const PAIR = recordId(40);
const now = instant('2027-10-06T09:00:00Z');

function turned(content: Content, size: Size, count: number, turn: letters.Turn): Drawn {
  const reasons = because(content, 'pairing.reason.', { count: bySize(size, { usual: 3, longest: 8, shortest: 0 }) }, size);
  const pair = { ...pairOf(size, { count }), reasons };
  return message(letters.turnedMessage(content, { pair, leader: leaderId(0), turn }, { round, zone: 'Europe/London', now }));
}

function cause(content: Content, size: Size): string {
  const causes = because(content, 'pairing.cause.repair.', { count: bySize(size, { usual: 1, longest: 4, shortest: 1 }) }, size);
  return causes.map(({ id, blanks }) => content.say(id, blanks)).join(' ');
}

const partners = (size: Size) => times(size === 'longest' ? 2 : 1, (n) => member(size, n + 1));

const told: Sample[] = samplesOf('src/features/pairing/rematching/letters.ts', {
  'pairing.turned.changed': ['A new match', (content, size) => turned(content, size, 2, 'changed')],
  'pairing.turned.placed': ['A first match, late', (content, size) => turned(content, size, 2, 'placed')],
  'pairing.turned.grown': ['A third has joined a pair', (content, size) => turned(content, size, 3, 'grown')],
  'pairing.turned.shrunk': ['Two of a trio go on', (content, size) => turned(content, size, 2, 'shrunk')],
  'pairing.alone': ['Without a partner for now', (content) => message(letters.aloneMessage(content))],
  'pairing.late': [
    'Somebody came after the round began',
    (content) => message(letters.lateMessage(content, { date: DAY, next: 'Wednesday 29 March 2028' })),
  ],
  'pairing.waiting.still': ['Nobody has been found by the day that was named', (content) => message(letters.waitingMessage(content, DAY))],
  'pairing.none': ['There is no other match', (content, size) => message(letters.noneMessage(content, partners(size)))],
  'pairing.none.organiser': [
    'There is no other match, to an organiser',
    (content, size) => message(letters.noneForMessage(content, { name: name(size), cause: cause(content, size) })),
  ],
  'pairing.waits.organiser': [
    'Nobody is free for somebody, to an organiser',
    (content, size) => message(letters.noneForMessage(content, { name: name(size), cause: cause(content, size), wish: recordId(9) })),
  ],
  'pairing.change.request': [
    'Somebody would like another match, to an organiser',
    (content, size) => message(letters.changeRequest(content, { name: name(size), date: DAY, wish: recordId(9) })),
  ],
  'pairing.third': [
    'Would you take in a third?',
    (content, size) =>
      message(letters.thirdQuestion(content, { third: member(size, 2), partner: member(size, 1), value: `${PAIR} ${PAIR}` })),
  ],
});

const questions: Sample[] = samplesOf('src/features/pairing/rematching/change-views.ts', {
  'pairing.another': [
    'Somebody asks for another match',
    (content, size) => onlyForYou(changeQuestion(content, { pair: PAIR, partners: partners(size) })),
  ],
  'pairing.another.asked': [
    'Somebody has asked for another match',
    (content) => onlyForYou(askedAnswer(content, { pair: PAIR, date: DAY })),
  ],
  'pairing.without': [
    'What somebody without a partner can do',
    (content) => onlyForYou(wantQuestion(content, { programme: recordId(1), date: DAY })),
  ],
});

const suggestions: Sample[] = samplesOf('src/features/pairing/rematching/suggestion-view.ts', {
  'pairing.suggestion': ['What the bot suggests', (content, size) => inModal(suggestionModal(content, suggestion(content, size)))],
  'pairing.suggestion.changed': [
    'What the bot suggests, when something has changed meanwhile',
    (content, size) => inModal(suggestionModal(content, suggestion(content, size), 'changed')),
  ],
  'pairing.suggestion.none': [
    'The bot has nothing to suggest',
    (content, size) => {
      const causes = because(content, 'pairing.cause.repair.', { count: bySize(size, { usual: 1, longest: 4, shortest: 1 }) }, size);
      return inModal(suggestionModal(content, { ...suggestion(content, size), made: [], causes }));
    },
  ],
  'pairing.suggestion.loading': [
    'The bot looks for a match',
    (content) => inModal(suggestedModal(content.say('pairing.repair.suggest.loading'))),
  ],
});

function suggestion(content: Content, size: Size) {
  const count = bySize(size, { usual: 1, longest: 60, shortest: 1 });
  const made = times(count, (n) => ({
    members: times(size === 'longest' && n === 0 ? 3 : 2, (m) => member(size, n + m)),
    reasons: because(content, 'pairing.reason.', { count: bySize(size, { usual: 2, longest: 8, shortest: 0 }) }, size),
    compromises: because(content, 'pairing.compromise.', { count: bySize(size, { usual: 1, longest: 2, shortest: 0 }), from: n + 1 }, size),
  }));
  const others = times(bySize(size, { usual: 1, longest: 60, shortest: 0 }), (n) => [member(size, n + 2), member(size, n + 3)]);
  return { name: name(size), wish: recordId(9), mark: 'm', made, others, causes: [] };
}

const words = (size: Size) => ({ pair: PAIR, partner: member(size, 1), until: day('2027-10-25') });
const REFUSED = ['others', 'old', 'not-begun', 'once', 'late', 'declined'] as const;
const DONE = ['agreed', 'asked', 'declined'] as const;

const longer: Sample[] = samplesOf('src/features/pairing/longer-views.ts', {
  'pairing.longer': ['A partner suggests two more weeks', (content, size) => message(longerQuestion(content, words(size)))],
  'pairing.longer.told.agreed': ['Two more weeks, agreed', (content, size) => message(longerMessage(content, 'agreed', words(size)))],
  'pairing.longer.told.declined': ['Two more weeks, and not', (content, size) => message(longerMessage(content, 'declined', words(size)))],
  ...Object.fromEntries([
    ...DONE.map((then) => [
      `pairing.longer.${then}`,
      [
        {
          agreed: 'You have said yes to two more weeks',
          asked: 'You have suggested two more weeks',
          declined: 'You have said no to two more weeks',
        }[then],
        (content: Content, size: Size) =>
          onlyForYou(
            longerAnswer(content, { ok: true, then, partners: pairOf(size, { count: 3 }).members.slice(1), until: day('2027-10-25') }),
          ),
      ],
    ]),
    ...REFUSED.map((why) => [
      `pairing.longer.refused.${why}`,
      [`Two more weeks are not possible (${why})`, (content: Content) => onlyForYou(longerAnswer(content, { ok: false, because: why }))],
    ]),
  ]),
});

export const changingSamples: readonly Sample[] = [...questions, ...told, ...suggestions, ...longer];
