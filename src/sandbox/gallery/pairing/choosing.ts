// Before a round: leaders ask each other, or name whom they would welcome.
import { type Asking, askedMessage, type News, newsMessage, opensMessage } from '../../../features/pairing/choosing/letters.ts';
import type { Seen } from '../../../features/pairing/choosing/see.ts';
import { choosingModal, choosingTold } from '../../../features/pairing/choosing/views.ts';
import { welcomesModal, welcomesPart } from '../../../features/pairing/choosing/welcomes-view.ts';
import { bySize, day, people, programme, recordId, times } from '../made-up.ts';
import { inModal, message, onHome, type Sample, type Size, samplesOf } from '../sample.ts';
import { member } from './round.ts';

const season = { number: 2, roundOn: day('2027-09-29'), opensOn: day('2027-09-01'), lastDay: day('2027-09-22') };
const about = { programme: recordId(1), season };

function asking(size: Size, n = 1): Asking {
  return { request: recordId(200 + n), ...member(size, n) };
}

function seen(size: Size, more: Partial<Seen> = {}): Seen {
  return { programme: { id: recordId(1), name: programme(size).name }, season, phase: 'open', asked: [], ...more };
}

function some(size: Size): Asking[] {
  return times(bySize(size, { usual: 3, longest: 300, shortest: 2 }), (n) => asking(size, n + 2));
}

const NEWS: Record<News, string> = {
  accepted: 'Somebody has said yes',
  declined: 'Somebody has said no',
  elsewhere: 'Somebody has found another partner',
  lapsed: 'The time to choose is over',
  gone: 'Somebody takes part no more',
  undone: 'A choice has been taken back',
  switched: 'Leaders choose no more',
};

/** Whether there is still time to choose when it is told; word that says nothing of it is shown once. */
const WHILE_OPEN: Record<News, readonly boolean[]> = {
  ...{ accepted: [true], declined: [true, false], elsewhere: [true, false], lapsed: [false], gone: [true, false], undone: [true, false] },
  switched: [true],
};

const letters: Sample[] = samplesOf('src/features/pairing/choosing/letters.ts', {
  'pairing.choosing.opens': ['Choosing begins', (content, size) => message(opensMessage(content, seen(size)))],
  'pairing.choosing.asked': ['Somebody asks you', (content, size) => message(askedMessage(content, [asking(size)], about))],
  'pairing.choosing.asked.several': ['Several ask you', (content, size) => message(askedMessage(content, some(size), about))],
  ...Object.fromEntries(
    (Object.entries(NEWS) as [News, string][]).flatMap(([news, title]) =>
      WHILE_OPEN[news].map((open) => [
        `pairing.choosing.${news}${open ? '' : '.late'}`,
        [
          open ? title : news === 'lapsed' ? title : `${title}, and there is no time left to choose`,
          (content, size) => message(newsMessage(content, news, { ...about, name: asking(size).name, open })),
        ] as Parameters<typeof samplesOf>[1][string],
      ]),
    ),
  ),
});

const forms: Sample[] = samplesOf('src/features/pairing/choosing/views.ts', {
  'pairing.choose': ['Choose a partner', (content, size) => inModal(choosingModal(content, seen(size, { asked: some(size) })))],
  'pairing.choose.before': [
    'Choose a partner, too early',
    (content, size) => inModal(choosingModal(content, seen(size, { phase: 'before' }))),
  ],
  'pairing.choose.asking': [
    'Choose a partner, when somebody has been asked',
    (content, size) => inModal(choosingModal(content, seen(size, { asking: asking(size), asked: size === 'usual' ? [] : some(size) }))),
  ],
  'pairing.choose.chosen': [
    'Choose a partner, when one has been found',
    (content, size) => {
      const done = content.say('pairing.choosing.done.accepted', {
        name: asking(size).name,
        date: 'Wednesday 29 September 2027',
        last: 'Wednesday 22 September 2027',
      });
      return inModal(choosingModal(content, seen(size, { chosen: asking(size) }), done));
    },
  ],
  'pairing.choose.over': [
    'Choose a partner, when the time is over',
    (content, size) => inModal(choosingModal(content, seen(size, { phase: 'over', chosen: asking(size) }))),
  ],
  'pairing.choose.told': ['Why somebody cannot choose', (content) => inModal(choosingTold(content.say('pairing.choosing.refused.self')))],
});

const welcomes = (size: Size) => ({
  ...about,
  welcomes: people.map(({ id }) => id).slice(0, bySize(size, { usual: 2, longest: 3, shortest: 0 })),
});

const wishes: Sample[] = samplesOf('src/features/pairing/choosing/welcomes-view.ts', {
  'pairing.welcomes': ['Whom a leader would welcome', (content, size) => inModal(welcomesModal(content, welcomes(size)))],
  'pairing.welcomes.home': ['Whom a leader would welcome, on Home', (content, size) => onHome(welcomesPart(content, welcomes(size)))],
});

export const choosingSamples: readonly Sample[] = [...letters.slice(0, 3), ...forms, ...letters.slice(3), ...wishes];
