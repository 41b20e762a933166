// The match as leaders, pairs and the channel hear of it, and what organisers hear of rounds.
import { announcement } from '../../../features/pairing/announcement.ts';
import { type MatchWords, matchMessage, pairMessage } from '../../../features/pairing/letters.ts';
import {
  decidedAnnouncement,
  itRan,
  notice,
  type Ran,
  roundReady,
  undeliveredAnnouncement,
  type Waiting,
  waiting,
} from '../../../features/pairing/organiser-letters.ts';
import { bridgesOf } from '../../../features/pairing/planning/bridges.ts';
import type { Content } from '../../../platform/content/load.ts';
import { bySize, channel, department, name, programme, recordId, times } from '../made-up.ts';
import { type Drawn, message, type Sample, type Size, samplesOf } from '../sample.ts';
import { because, member } from './round.ts';

const DAY = 'Wednesday 29 September 2027';

function match(content: Content, size: Size, partners: number, more: Partial<MatchWords> = {}): Drawn {
  const reasons = because(content, 'pairing.reason.', { count: bySize(size, { usual: 3, longest: 8, shortest: 0 }), from: partners }, size);
  const days = size === 'shortest' ? {} : { by: DAY, begins: 'Monday 4 October 2027' };
  return message(
    matchMessage(content, { pair: recordId(40), partners: times(partners, (n) => member(size, n + 1)), reasons, ...days, ...more }),
  );
}

const matches: Sample[] = samplesOf('src/features/pairing/letters.ts', {
  'pairing.match': ['Your match', (content, size) => match(content, size, 1)],
  'pairing.match.trio': ['Your match, in a trio', (content, size) => match(content, size, 2)],
  'pairing.match.suits': ['Your match, when you have said that it suits', (content, size) => match(content, size, 1, { answer: 'suits' })],
  'pairing.match.suits.open': [
    'Your match, when the shared space is open',
    (content, size) => match(content, size, 1, { answer: 'suits-open' }),
  ],
  'pairing.match.another': [
    'Your match, when you have asked for another',
    (content, size) => match(content, size, 1, { answer: 'another', by: DAY }),
  ],
  'pairing.match.ended': ['Your match, when it has ended', (content, size) => match(content, size, 1, { answer: 'ended' })],
  'pairing.pair': ['The first words in a pair’s shared space', (content, size) => message(pairMessage(content, space(size, 2)))],
  'pairing.pair.trio': ['The first words in a trio’s shared space', (content, size) => message(pairMessage(content, space(size, 3)))],
  'pairing.pair.alone': ['The same to each alone', (content, size) => message(alone(content, size, 2))],
  'pairing.pair.alone.trio': ['The same to each of a trio alone', (content, size) => message(alone(content, size, 3))],
});

const space = (size: Size, count: number) => ({ pair: recordId(40), names: times(count, (n) => name(size, n)) });

function alone(content: Content, size: Size, count: number) {
  const { text, blocks, alone: each } = pairMessage(content, space(size, count));
  return each ?? { text, blocks };
}

function announced(content: Content, size: Size, announcing: 'names' | 'functions', part: 'first' | 'last'): Drawn {
  const pairs = bySize(size, { usual: 3, longest: 150, shortest: 1 });
  const trio = size === 'shortest' ? 0 : 1;
  const groups = times(pairs, (n) => times(n === 0 ? 2 + trio : 2, (m) => member(size, 2 * n + m + (n === 0 ? 0 : trio))));
  const functions = times(bySize(size, { usual: 8, longest: 8, shortest: 2 }), (n) => department(size, n));
  const map = {
    programme: programme(size).name,
    round: 2,
    functions,
    bridges: bridgesOf(groups.map((group) => group.map((each) => each.function))),
  };
  const messages = announcement(content, { programme: programme(size).name, number: 2, announcing, groups, map });
  return message((part === 'first' ? messages[0] : messages.at(-1)) ?? { text: '' });
}

const announcements: Sample[] = samplesOf('src/features/pairing/announcement.ts', {
  'pairing.announcement.names': ['A round is announced, by name', (content, size) => announced(content, size, 'names', 'first')],
  'pairing.announcement.names.last': [
    'A round is announced, the last message',
    (content, size) => announced(content, size, 'names', 'last'),
  ],
  'pairing.announcement.functions': ['A round is announced, by function', (content, size) => announced(content, size, 'functions', 'last')],
});

const NOTICES: readonly [string, string, 'automatic' | 'approve', ('open' | 'approved')?][] = [
  ['', 'A round is two weeks away', 'automatic'],
  ['.approve', 'A round that waits for approval is two weeks away', 'approve'],
  ['.gathering', 'A round that waits for the gathering is two weeks away', 'automatic', 'open'],
  ['.gathering.approve', 'A round that waits for the gathering, and for approval, is two weeks away', 'approve', 'open'],
  ['.gathering.approved', 'A round that is approved for the gathering is two weeks away', 'approve', 'approved'],
];
const why = (content: Content, size: Size, reason: Waiting['because']): Waiting => {
  if (reason === 'too-few') return { because: reason, until: 'Wednesday 13 October 2027' };
  if (reason !== 'impossible') return { because: reason };
  const causes = because(content, 'pairing.cause.', { count: bySize(size, { usual: 2, longest: 40, shortest: 1 }) }, size);
  return { because: reason, cause: causes.map(({ id, blanks }) => content.say(id, blanks)).join(' ') };
};
const WAITING: readonly [Waiting['because'], string][] = [
  ['approve', 'A round waits for an organiser'],
  ['late', 'A round is due since long, and waits'],
  ['impossible', 'A round has not gone out, for a rule is in the way'],
  ['too-few', 'A round has not gone out, for there are too few'],
];

const RAN: readonly [Ran, string][] = [
  ['by-itself', 'A round went out by itself'],
  ['gathering', 'A round went out when its gathering was over'],
  ['gathering-late', 'A round went out some time after its gathering'],
  ['changed', 'A round went out after its gathering, and had changed'],
];
const ranIn = (size: Size) => {
  const x = bySize(size, { usual: 24, longest: 300, shortest: 2 });
  return { programme: programme(size).name, number: 2, x, date: DAY };
};

const toOrganisers: Sample[] = samplesOf('src/features/pairing/organiser-letters.ts', {
  ...Object.fromEntries(
    NOTICES.map(([id, title, rotating, held]) => [
      `pairing.notice${id}`,
      [
        title,
        (content: Content, size: Size) => message(notice(content, programme(size, { rotating }), { date: DAY, time: '9:30am', held })),
      ] as const,
    ]),
  ),
  ...Object.fromEntries(
    WAITING.map(([reason, title]) => [
      `pairing.waiting.${reason}`,
      [
        title,
        (content: Content, size: Size) =>
          message(waiting(content, programme(size), { number: 2, date: DAY, why: why(content, size, reason) })),
      ] as const,
    ]),
  ),
  'pairing.ready': ['A round has been worked out', (content, size) => message(roundReady(content, programme(size)))],
  ...Object.fromEntries(
    RAN.map(([how, title]) => [`pairing.ran.${how}`, [title, (content: Content, size: Size) => message(itRan(content, how, ranIn(size)))]]),
  ),
  'pairing.announcement.unclear': [
    'An announcement may not have arrived',
    (content) => message(undeliveredAnnouncement(content, { number: 2, channel: channel.id, value: recordId(9), refused: false })),
  ],
  'pairing.announcement.refused': [
    'An announcement was refused',
    (content) => message(undeliveredAnnouncement(content, { number: 2, channel: channel.id, value: recordId(9), refused: true })),
  ],
  'pairing.announcement.posted': ['An announcement stood there already', (content) => message(decidedAnnouncement(content, 'posted', 2))],
  'pairing.announcement.again': ['An announcement is posted again', (content) => message(decidedAnnouncement(content, 'again', 2))],
});

export const noticeSamples: readonly Sample[] = toOrganisers;
export const matchSamples: readonly Sample[] = [...matches, ...announcements];
