// The end of a round: what time alone sends, the private look back, and how all of it stands on the Home tab.
import { doneModal } from '../../../features/reviewing/closing/box-view.ts';
import { carryForm } from '../../../features/reviewing/closing/carry-view.ts';
import {
  type ClosingSeen,
  carriedLine,
  closingBlocks,
  keeping,
  lastLookBack,
  nextBlocks,
  partnerWordsBlocks,
} from '../../../features/reviewing/closing/home-views.ts';
import { lookBackForm, lookBackModal, togetherModal } from '../../../features/reviewing/closing/look-back-views.ts';
import {
  afterMessage,
  handOnMessage,
  nextMessage,
  prepMessage,
  thanksMessage,
} from '../../../features/reviewing/closing/scheduled-views.ts';
import { thenAndNow } from '../../../features/reviewing/form-view.ts';
import { words } from '../coaching/pair.ts';
import { bySize, recordId, times } from '../made-up.ts';
import { inModal, message, onHome, type Sample, type Size, samplesOf } from '../sample.ts';
import { company, LEADER, lastWords, lookBack, NEXT, PLACE, ROUND } from './last-fortnight.ts';
import { answersOf, fullAnswers } from './replies.ts';

/** All that may stand there at once, at the longest; as a rule what stands there on the second Tuesday. */
function seen(size: Size): ClosingSeen {
  const { partner, partners: others, introduces } = lastWords(size);
  const [first = ''] = others.map(({ name }) => name);
  const base = { ...PLACE, partner, partners: others, kept: size === 'longest', lookedBack: size !== 'shortest' };
  if (size === 'shortest') return { ...base, partner: '', partners: [] };
  const insight = { id: recordId(72), version: 1, by: first, state: 'waiting' } as const;
  return {
    ...base,
    ...(introduces && { introduces }),
    ...(size === 'longest' && { asked: { id: recordId(73), by: first }, insight, until: 'Sunday 23 April 2028' }),
    card: bySize(size, { usual: 'written', longest: 'approved', shortest: 'written' }),
  };
}

/** What may go along into the next round; at the longest more than are offered. */
function carry(size: Size) {
  const offered = times(bySize(size, { usual: 2, longest: 12, shortest: 1 }), (n) => ({ id: recordId(40 + n), ...words(size, n) }));
  return { pair: PLACE.pair, offered, ...(size === 'usual' && { chosen: recordId(40) }) };
}

const three: Sample['draw'] = (content, size) => message(prepMessage(content, lastWords(size, 3), { unfixed: false }));

export const closingSamples: readonly Sample[] = [
  ...samplesOf('src/features/reviewing/closing/scheduled-views.ts', {
    'reviewing.prep': [
      'Look back, before the closing meeting',
      (content, size) => message(prepMessage(content, lastWords(size), { unfixed: size === 'longest' })),
    ],
    'reviewing.prep.trio': ['Look back, of three', three],
    'reviewing.after': [
      'Two last things',
      (content, size) => message(afterMessage(content, lastWords(size), { handOn: false, thanks: false })),
    ],
    'reviewing.after.trio': [
      'Two last things, of three',
      (content, size) => message(afterMessage(content, lastWords(size, 3), { handOn: false, thanks: false })),
    ],
    'reviewing.after.all': [
      'Two last things, with all the rest',
      (content, size) => message(afterMessage(content, lastWords(size), { handOn: true, thanks: true })),
    ],
    'reviewing.hand-on': ['What is handed on', (content, size) => message(handOnMessage(content, lastWords(size)))],
    'reviewing.thanks': ['Thanks at the end', (content, size) => message(thanksMessage(content, lastWords(size)))],
    'reviewing.next': [
      'The next round',
      (content, size) => message(nextMessage(content, { round: ROUND, leader: LEADER, date: NEXT[size] })),
    ],
  }),
  ...samplesOf('src/features/reviewing/closing/look-back-views.ts', {
    'reviewing.look-back': [
      'The private look back',
      (content, size) => {
        const before = bySize(size, {
          usual: { before: answersOf('opening', 0) },
          longest: { then: fullAnswers('then'), now: fullAnswers('now'), before: fullAnswers('opening') },
          shortest: {},
        });
        return inModal(
          lookBackForm(content, { pair: PLACE.pair, answers: size === 'longest' ? lookBack(size) : {}, taps: thenAndNow(content, before) }),
        );
      },
    ],
    'reviewing.look-back.read': ['The look back, to read', (content, size) => inModal(lookBackModal(content, lookBack(size)))],
    'reviewing.look-back.broken': ['A look back that cannot be opened', (content) => inModal(lookBackModal(content, 'broken'))],
    'reviewing.look-back.none': ['No look back', (content) => inModal(lookBackModal(content, undefined))],
    'reviewing.together': ['Our closing meeting', (content) => inModal(togetherModal(content, { trio: false }))],
    'reviewing.together.trio': ['Our closing meeting, of three', (content) => inModal(togetherModal(content, { trio: true }))],
  }),
  ...samplesOf('src/features/reviewing/closing/carry-view.ts', {
    'reviewing.carry': ['Take one along', (content, size) => inModal(carryForm(content, carry(size)))],
    'reviewing.carry.none': ['Nothing to take along', (content) => inModal(carryForm(content, { pair: PLACE.pair, offered: [] }))],
  }),
  ...samplesOf('src/features/reviewing/closing/box-view.ts', {
    'reviewing.done': [
      'A word when it is done',
      (content, size) => inModal(doneModal('An introduction', content.say('reviewing.introduction.sent', { partner: company(size) }))),
    ],
  }),
  ...samplesOf('src/features/reviewing/closing/home-views.ts', {
    'reviewing.home.closing': ['The end of the round on the Home tab', (content, size) => onHome(closingBlocks(content, seen(size)))],
    'reviewing.home.next': [
      'The next round on the Home tab',
      (content, size) => onHome(nextBlocks(content, { round: ROUND, leader: LEADER, date: NEXT[size] })),
    ],
    'reviewing.home.next.join': [
      'The next round on the Home tab, answered',
      (content, size) => onHome(nextBlocks(content, { round: ROUND, leader: LEADER, date: NEXT[size], answer: 'join' })),
    ],
    'reviewing.home.next.not': [
      'The next round on the Home tab, not this time',
      (content, size) => onHome(nextBlocks(content, { round: ROUND, leader: LEADER, date: NEXT[size], answer: 'not-this-time' })),
    ],
    'reviewing.home.partner-words': [
      'A new partner’s words on the Home tab',
      (content, size) => onHome(partnerWordsBlocks(content, { pair: PLACE.pair, names: company(size) })),
    ],
    'reviewing.home.last': [
      'What is left of the last round on the Home tab',
      (content, size) =>
        onHome([lastLookBack(content, PLACE.pair), keeping(content, { ...PLACE, kept: size === 'longest' }), carriedLine(content)]),
    ],
  }),
];
