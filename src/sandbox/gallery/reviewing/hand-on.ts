// What is handed on at the end of a round: the one insight, the card, the introduction, and a line between two partners.
import {
  cardForm,
  cardModal,
  introductionForm,
  introductionMessage,
  introductionModal,
  lineForm,
  lineMessage,
  partnerWordsModal,
} from '../../../features/reviewing/closing/hand-on-views.ts';
import { insightForm, insightMessage, insightModal, outcomeMessage } from '../../../features/reviewing/closing/insight-views.ts';
import type { InsightState, Say } from '../../../features/reviewing/closing/plan.ts';
import { namesOf, partners } from '../coaching/pair.ts';
import { bySize, name, recordId } from '../made-up.ts';
import { inModal, message, type Sample, type Size, samplesOf } from '../sample.ts';
import { card, company, insightText, introductionText, lineText, PLACE, WRITTEN_AT } from './last-fortnight.ts';

const INSIGHT = { id: recordId(72), version: 1 };

const asked =
  (said?: Say, state?: InsightState): Sample['draw'] =>
  (content, size) =>
    message(
      insightMessage(content, {
        ...INSIGHT,
        partner: name(size, 1),
        text: insightText(size),
        ...(said && { said }),
        ...(state && { state }),
      }),
    );

const shown =
  (by: boolean, state: InsightState, said?: Say): Sample['draw'] =>
  (content, size) => {
    const from = by ? { by: name(size, 1) } : {};
    return inModal(insightModal(content, { ...INSIGHT, pair: PLACE.pair, text: insightText(size), state, ...from, ...(said && { said }) }));
  };

const outcome =
  (state: Exclude<InsightState, 'waiting'>): Sample['draw'] =>
  (content, size) =>
    message(outcomeMessage(content, { text: insightText(size), state }));

function introduction(size: Size, said?: 'approved' | 'declined') {
  return { id: recordId(73), writtenAt: WRITTEN_AT, partner: name(size, 1), text: introductionText(size), ...(said && { said }) };
}

const introduced =
  (said?: 'approved' | 'declined'): Sample['draw'] =>
  (content, size) =>
    message(introductionMessage(content, introduction(size, said)));

const cardShown =
  (approved: boolean): Sample['draw'] =>
  (content, size) =>
    inModal(cardModal(content, { pair: PLACE.pair, id: recordId(74), writtenAt: WRITTEN_AT, card: card(size), approved }));

/** At the longest two new partners, each with two introductions. */
const partnerWords: Sample['draw'] = (content, size) => {
  const texts = bySize(size, { usual: [introductionText(size)], longest: [introductionText(size), introductionText(size)], shortest: [] });
  const written = namesOf(partners(size, size === 'longest' ? 3 : 2)).map((each) => ({
    name: each,
    card: card(size),
    introductions: texts,
  }));
  return inModal(partnerWordsModal(content, written));
};

export const handOnSamples: readonly Sample[] = [
  ...samplesOf('src/features/reviewing/closing/insight-views.ts', {
    'reviewing.insight-form': [
      'One insight, to suggest',
      (content, size) => inModal(insightForm(content, { pair: PLACE.pair, over: 0, partner: company(size) })),
    ],
    'reviewing.insight-form.change': [
      'One insight, in other words',
      (content, size) =>
        inModal(insightForm(content, { pair: PLACE.pair, over: 1, partner: company(size), text: insightText(size), how: 'named' })),
    ],
    'reviewing.insight': ['An insight is suggested', asked()],
    'reviewing.insight.share': ['An insight, answered: share', asked('share', 'shared')],
    'reviewing.insight.named': ['An insight, answered: with names', asked('named', 'named')],
    'reviewing.insight.no': ['An insight, answered: do not share', asked('no', 'stopped')],
    'reviewing.insight.waiting': ['An insight, answered, and others have still to answer', asked('share', 'waiting')],
    'reviewing.insight.told.shared': ['One’s insight is shared', outcome('shared')],
    'reviewing.insight.told.named': ['One’s insight is shared with names', outcome('named')],
    'reviewing.insight.told.stopped': ['One’s insight is not shared', outcome('stopped')],
    'reviewing.insight-look': ['Our insight, to decide', shown(true, 'waiting')],
    'reviewing.insight-look.own': ['Our insight, one’s own words', shown(false, 'waiting', 'share')],
  }),
  ...samplesOf('src/features/reviewing/closing/hand-on-views.ts', {
    'reviewing.card-form': [
      'My card',
      (content, size) => inModal(cardForm(content, { pair: PLACE.pair, card: size === 'usual' ? {} : card(size) })),
    ],
    'reviewing.card': ['My card, to approve', cardShown(false)],
    'reviewing.card.approved': ['My card, approved', cardShown(true)],
    'reviewing.introduction-form': [
      'An introduction, to write',
      (content, size) => {
        const text = size === 'longest' ? { text: introductionText(size) } : {};
        return inModal(introductionForm(content, { ...PLACE, partner: name(size, 1), ...text }));
      },
    ],
    'reviewing.introduction': ['An introduction, to approve', introduced()],
    'reviewing.introduction.approved': ['An introduction, approved', introduced('approved')],
    'reviewing.introduction.declined': ['An introduction, declined', introduced('declined')],
    'reviewing.introduction.read': ['An introduction, to read', (content, size) => inModal(introductionModal(content, introduction(size)))],
    'reviewing.line-form': [
      'A line, to write',
      (content, size) => inModal(lineForm(content, { ...PLACE, partner: name(size, 1), before: 0 })),
    ],
    'reviewing.line': [
      'A line from one’s partner',
      (content, size) => message(lineMessage(content, { partner: name(size, 1), text: lineText(size) })),
    ],
    'reviewing.partner-words': ['About my new partner', partnerWords],
    'reviewing.partner-words.none': ['Nothing about a new partner', (content) => inModal(partnerWordsModal(content, []))],
  }),
];
