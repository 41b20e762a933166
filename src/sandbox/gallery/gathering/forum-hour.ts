// The hour of a Leadership Forum: its lines with everything that can stand below them, what is said around it, the two taps, and what the group hears of them.
import { fewMessage, fewSoonLetter, type Offer, sentence, spaceMessage } from '../../../features/gathering/forums/hour/around-views.ts';
import { questions, resultMessage, tapModal, tapsTold } from '../../../features/gathering/forums/hour/feedback-view.ts';
import { type LineShown, type Live, lineMessage } from '../../../features/gathering/forums/hour/line-view.ts';
import { scriptOf } from '../../../features/gathering/forums/plan.ts';
import type { PulseItem } from '../../../platform/content/pulse.ts';
import { bySize, instant, name, recordId, times, zone } from '../made-up.ts';
import { inModal, message, type Sample, type Size, samplesOf } from '../sample.ts';

const FORUM = recordId(70);

function starts(size: Size) {
  return instant(bySize(size, { usual: '2027-11-10T14:00:00Z', longest: '2027-09-29T10:30:00Z', shortest: '2028-05-01T08:00:00Z' }));
}

const many = (size: Size) => bySize(size, { usual: 6, longest: 8, shortest: 4 });
const circle = (size: Size) => times(many(size), (n) => name(size, n));
const value = `${FORUM}:16:${Number.MAX_SAFE_INTEGER}`;

function live(size: Size, more: Partial<Live> = {}): Live {
  return { ends: starts(size).add({ minutes: 16 }), zone: zone(size), paused: false, last: false, choosing: false, whose: [], ...more };
}

function line(size: Size, id: string, more: Partial<LineShown> = {}): LineShown {
  const parts = size === 'shortest' ? {} : { reader: name(size, 1), keeper: name(size, 2) };
  return { value, line: id, order: circle(size), hints: [], ...parts, live: live(size), ...more };
}

/** Every line of the script once, as it stands when it is the newest. */
const lines: Parameters<typeof samplesOf>[1] = Object.fromEntries(
  [...new Set([...scriptOf('six'), ...scriptOf('few')].map((step) => step.line))].map((id) => {
    const step = [...scriptOf('six'), ...scriptOf('few')].find((each) => each.line === id);
    const about = (size: Size): Partial<LineShown> => ({
      order: step?.speaks === 'nobody' ? [] : circle(size),
      ...(step?.holder && { holder: name(size, 3) }),
      live: live(size, { last: id === 'f.close' }),
    });
    return [
      `gathering.hour.${id}`,
      [`A line of the hour: ${id}`, (content, size) => message(lineMessage(content, line(size, id, about(size))))],
    ];
  }),
);

const offer = (size: Size): Offer => ({ forum: FORUM, starts: starts(size), zone: zone(size) });
const [worth, more] = questions as readonly [PulseItem, PulseItem];

const result = (size: Size) => ({
  replied: many(size) - 2,
  asked: many(size),
  sayings: bySize(size, {
    usual: [
      { item: worth.id, saying: { bands: ['most' as const] } },
      { item: more.id, saying: { bands: ['half' as const] } },
    ],
    longest: [worth, more].map(({ id }) => ({ item: id, saying: { bands: ['half' as const, 'most' as const, 'all' as const] } })),
    shortest: [],
  }),
});

export const forumHourSamples: readonly Sample[] = [
  ...samplesOf('src/features/gathering/forums/hour/around-views.ts', {
    'gathering.hour.space': ['The first word in the channel of a Forum', (content, size) => message(spaceMessage(content, offer(size)))],
    'gathering.hour.few-soon': [
      'Few have a place, an hour before',
      (content, size) => message(fewSoonLetter(content, { ...offer(size), people: bySize(size, { usual: 3, longest: 3, shortest: 2 }) })),
    ],
    'gathering.hour.few-soon.one': [
      'One has a place, an hour before',
      (content, size) => message(fewSoonLetter(content, { ...offer(size), people: 1 })),
    ],
    'gathering.hour.few-soon.none': [
      'Nobody has a place, an hour before',
      (content, size) => message(fewSoonLetter(content, { ...offer(size), people: 0 })),
    ],
    'gathering.hour.few': [
      'Few have come, at the start',
      (content, size) => message(fewMessage(content, { ...offer(size), people: 3, until: starts(size).add({ minutes: 20 }) })),
    ],
    'gathering.hour.too-few': ['A Forum does not take place', (content) => message(sentence(content.say('forums.hour.too-few')))],
    'gathering.hour.late': ['A Forum could not begin in time', (content) => message(sentence(content.say('forums.hour.late')))],
    'gathering.hour.time': ['A minute is left', (content) => message(sentence(content.say('f.time')))],
    'gathering.hour.asking': ['Could that be a question', (content) => message(sentence(content.say('f.keeper')))],
  }),
  ...samplesOf('src/features/gathering/forums/hour/line-view.ts', {
    ...lines,
    'gathering.hour.begins': [
      'The first line, before anybody has a part',
      (content, size) => {
        const { reader: _, keeper: __, ...bare } = line(size, 'f.open', { order: [], hints: ['forums.hour.talk', 'forums.hour.roles'] });
        return message(lineMessage(content, bare));
      },
    ],
    'gathering.hour.choosing': [
      'Whose question is it, before one has been brought',
      (content, size) => {
        const shown = line(size, 'f.choose', { hints: ['forums.hour.one-question'], live: live(size, { choosing: true }) });
        return message(lineMessage(content, { ...shown, questions: { names: [], most: 1 } }));
      },
    ],
    'gathering.hour.two-questions': [
      'One of two questions has been brought',
      (content, size) => {
        const shown = line(size, 'f.word', { hints: ['forums.hour.two-questions'], live: live(size, { choosing: true }) });
        return message(lineMessage(content, { ...shown, questions: { names: [name(size)], most: 2 } }));
      },
    ],
    'gathering.hour.whose': [
      'Nobody has brought a question: the reader says whose it is',
      (content, size) => {
        const whose = times(many(size), (n) => ({ value: `${FORUM}:${recordId(n)}`, name: name(size, n) }));
        return message(lineMessage(content, line(size, 'f.tell', { order: [], live: live(size, { choosing: true, whose }) })));
      },
    ],
    'gathering.hour.paused': [
      'The clock stands still',
      (content, size) => message(lineMessage(content, line(size, 'f.facts', { live: live(size, { paused: true }) }))),
    ],
    'gathering.hour.past': [
      'A line whose time has passed',
      (content, size) => {
        const { live: _, reader: __, keeper: ___, ...past } = line(size, 'f.ask', { holder: name(size, 3) });
        return message(lineMessage(content, past));
      },
    ],
    'gathering.hour.here': [
      'The present line once more',
      (content, size) => message(lineMessage(content, line(size, 'f.ask', { holder: name(size, 3), lead: 'forums.hour.here' }))),
    ],
    'gathering.hour.moved-here': [
      'The hour goes on in another place',
      (content, size) => message(lineMessage(content, line(size, 'f.ask', { holder: name(size, 3), lead: 'forums.hour.moved-here' }))),
    ],
  }),
  ...samplesOf('src/features/gathering/forums/hour/feedback-view.ts', {
    'gathering.hour.tap': ['The first of two taps', (content) => inModal(tapModal(content, { forum: FORUM, item: worth, next: false }))],
    'gathering.hour.tap.next': [
      'The second of two taps',
      (content) => inModal(tapModal(content, { forum: FORUM, item: more, next: true })),
    ],
    'gathering.hour.taps.told': ['The taps are given', (content) => inModal(tapsTold(content, 'forums.hour.feedback.thanks'))],
    'gathering.hour.result': ['What the group hears of its hour', (content, size) => message(resultMessage(content, result(size)))],
  }),
];
