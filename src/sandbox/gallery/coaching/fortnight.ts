// The messages of a fortnight: its question, what is said of a note that was written as a reply, and the words for those who were away or quiet.
import { backMessage, type Return } from '../../../features/coaching/back-view.ts';
import { themeOf } from '../../../features/coaching/fortnights.ts';
import { quietMessage } from '../../../features/coaching/quiet-view.ts';
import { keptMessage, keptWhichMessage, openerMessage, removedMessage } from '../../../features/coaching/views.ts';
import type { Content } from '../../../platform/content/load.ts';
import { bySize, programme, recordId, times } from '../made-up.ts';
import { type Drawn, message, type Sample, type Size, samplesOf } from '../sample.ts';
import { least, most, namesOf, PAIR, PROMPT, partners, THIRD, words } from './pair.ts';

const CLOSING = 13;

/** Every opener of the round; what is carried along stands in the third, as it does for the pair of the other samples. */
const openers = Object.fromEntries(
  times(CLOSING, (n) => [
    `coaching.opener.${n + 1}`,
    [`The opener of fortnight ${n + 1}`, (content: Content, size: Size) => opener(content, n + 1, size)] as const,
  ]),
);

/** At the longest the longest of its questions, with two commitments; at the shortest the shortest one. */
function opener(content: Content, n: number, size: Size): Drawn {
  const theme = themeOf(content, n);
  const carried = times(bySize(size, { usual: n === THIRD ? 1 : 0, longest: 2, shortest: 0 }), (each) => words(size, each));
  const ask = (question: number) => message(openerMessage(content, theme, { prompt: PROMPT, question, carried }));
  const all = theme.questions.map((_, at) => ask(at + 1));
  return bySize(size, { usual: ask(1), longest: most(all), shortest: least(all) });
}

const NOTE = { note: recordId(23), prompt: PROMPT };

/** At the longest five programmes, which is as many as are offered. */
function choices(size: Size): { prompt: string; programme: string }[] {
  const names = [programme(size).name, bySize(size, { usual: 'New leaders', longest: programme('longest').name, shortest: 'We' })];
  return times(size === 'longest' ? 5 : 2, (n) => ({ prompt: recordId(24 + n), programme: names[n % 2] ?? '' }));
}

function back(size: Size, scheduled: boolean): Return {
  const fortnight = bySize(size, { usual: THIRD, longest: 8, shortest: CLOSING });
  return { pair: PAIR, fortnight, partners: namesOf(partners(size, size === 'longest' ? 3 : 2)), scheduled };
}

export const fortnightSamples: readonly Sample[] = [
  ...samplesOf('src/features/coaching/views.ts', {
    ...openers,
    'coaching.kept': ['A reply is kept as a note', (content) => message(keptMessage(content, { ...NOTE, first: false }))],
    'coaching.kept.first': ['The first reply is kept', (content) => message(keptMessage(content, { ...NOTE, first: true }))],
    'coaching.kept.which': [
      'A reply of somebody in several programmes',
      (content, size) => message(keptWhichMessage(content, { ...NOTE, first: size === 'longest' }, choices(size))),
    ],
    'coaching.removed': ['A note is removed', (content) => message(removedMessage(content))],
  }),
  ...samplesOf('src/features/coaching/back-view.ts', {
    'coaching.back': ['Welcome back', (content, size) => message(backMessage(content, back(size, true)))],
    'coaching.back.asked': ['Welcome back, after “Carry on”', (content, size) => message(backMessage(content, back(size, false)))],
  }),
  ...samplesOf('src/features/coaching/quiet-view.ts', {
    'coaching.quiet': ['Carry on, pause or stop?', (content, size) => message(quietMessage(content, programme(size)))],
  }),
];
