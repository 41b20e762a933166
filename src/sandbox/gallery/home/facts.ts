// What one person's Home may have to show: where they stand in each programme, what the other rooms draw there, and what waits for organisers.
import type { KnownBlock } from '@slack/types';
import type { HomeFacts, Now, Organising, Partner, Parts, Taking } from '../../../features/home/facts.ts';
import type { Wait } from '../../../features/home/to-do/wait.ts';
import { LABELS } from '../../../features/home/words.ts';
import { fortnight } from '../../../platform/content/elements.ts';
import type { Content } from '../../../platform/content/load.ts';
import { coachingSamples } from '../coaching/samples.ts';
import { gatheringSamples } from '../gathering/samples.ts';
import { bySize, channel, department, name, people, programme, recordId, times } from '../made-up.ts';
import { reviewingSamples } from '../reviewing/samples.ts';
import type { Size } from '../sample.ts';
import { gathering, team } from './groups.ts';

/** The longest that a day can be in words. */
const DAY = 'Wednesday 29 September 2027';
/** When the pair of the other samples meets, has its next question, and goes into the next round. */
const DAYS = ['Thursday 18 November 2027', 'Tuesday 23 November 2027', 'Wednesday 29 March 2028'];
const LAST_DAY = 'Sunday 21 November 2027';
const THIRD = 3;

/** Every word there is a button for. */
export const words: ReadonlySet<string> = new Set(Object.keys(LABELS));

/** The fortnight that somebody is in: the third, and at the shortest the last, which has no element. */
export function inFortnight(content: Content, size: Size): Now {
  const n = size === 'shortest' ? 13 : THIRD;
  const { name: element, title, meaning, half } = fortnight(content, n);
  const questions = half?.questions ?? [];
  return {
    is: 'fortnight',
    n,
    of: 13,
    element,
    title,
    until: size === 'usual' ? LAST_DAY : DAY,
    questions,
    ...(meaning && { meaning }),
    ...(half && { practice: half.practice.text }),
  };
}

export function partners(size: Size): Partner[] {
  const away = size === 'longest' ? { away: { until: DAY } } : {};
  return times(size === 'longest' ? 2 : 1, (n) => ({ name: name(size, n + 1), function: department(size, n + 1), ...away }));
}

/** Somebody in one programme, in its third fortnight. */
export function taking(content: Content, size: Size, more: Partial<Taking> = {}, n = 0): Taking {
  const all: Partial<Taking> = {
    ...{ paused: { until: DAY }, without: { because: 'asked', by: DAY }, confirm: { pair: recordId(40 + n), by: DAY } },
    coming: { partners: partners(size), begins: DAY, confirm: { pair: recordId(80 + n), by: DAY } },
  };
  return {
    ...{
      programme: recordId(1 + n),
      name: programme(size).name,
      partners: partners(size),
      now: inFortnight(content, size),
      dates: dates(content, size),
    },
    ...(size === 'longest' && all),
    ...more,
  };
}

/** The next dates, as Home says them. */
export function dates(content: Content, size: Size): string[] {
  const soon = [content.say('home.date.meeting', { time: '2pm' }), content.say('home.date.question'), content.say('home.date.round')];
  return soon
    .slice(0, bySize(size, { usual: 3, longest: 3, shortest: 0 }))
    .map((what, n) => content.say('home.date', { date: DAYS[n] ?? DAY, what: { mrkdwn: what } }));
}

/** What the other rooms draw, as their own samples have it. */
export function parts(content: Content, size: Size): Parts {
  const drawn = (id: string): readonly KnownBlock[] => {
    const sample = [...coachingSamples, ...reviewingSamples, ...gatheringSamples].find((each) => each.id === id);
    if (!sample) throw new Error(`there is no sample ${id}`);
    return sample.draw(content, size).blocks ?? [];
  };
  return {
    questions: size === 'longest' ? drawn('coaching.quiet').filter(({ type }) => type !== 'context') : [],
    meeting: drawn(size === 'shortest' ? 'coaching.home.meeting.not-open' : 'coaching.home.meeting'),
    gathering: size === 'shortest' ? [] : gathering(content, size),
    forums: drawn(size === 'shortest' ? 'gathering.forums.home.none' : 'gathering.forums.home'),
    team: team(content, size),
    review: size === 'longest' ? [...drawn('reviewing.home.pulses'), ...drawn('reviewing.home.closing')] : [],
    ...{ commitments: drawn('coaching.home.commitments'), agreement: drawn('coaching.home.agreement') },
  };
}

/** Everything that may wait for organisers, each kind once; at the longest a great many of them. */
export function waits(size: Size): Wait[] {
  const each: Wait[] = [
    { what: 'channel' },
    ...[true, false].map((toWrite): Wait => ({ what: 'result', id: recordId(5), pulse: 'half', replied: 18, asked: 24, toWrite })),
    { what: 'help', id: recordId(6), name: name(size), on: DAY },
    { what: 'another', wish: recordId(7), name: name(size, 1), by: DAY },
    ...(['late', 'waits'] as const).flatMap((because, n): Wait[] => [
      { what: 'unpaired', name: name(size, 2 + n), because, date: DAY, wish: recordId(8 + n) },
      { what: 'unpaired', name: name(size, 4 + n), because, date: DAY },
    ]),
    { what: 'unpaired', name: name(size, 6), because: 'paused', until: DAY },
    { what: 'unpaired', name: name(size, 7), because: 'paused' },
    { what: 'approval', date: DAY },
    { what: 'approval', date: DAY, ahead: true },
    ...[true, false].map(
      (refused): Wait => ({ what: 'announcement', letter: recordId(refused ? 10 : 11), number: 2, channel: channel.id, refused }),
    ),
    { what: 'posting', channel: channel.id },
    { what: 'word', letter: recordId(92), channel: channel.id, refused: false },
    { what: 'gathering', date: DAY },
    ...[0, 1, 3].map((x): Wait => ({ what: 'forum', id: recordId(30 + x), date: DAY, time: '2pm (London)', x })),
    ...[1, 4].map(
      (x): Wait => ({ what: 'undelivered', leader: recordId(20 + x), user: people[x === 1 ? 0 : 3].id, name: name(size, x), x }),
    ),
  ];
  const many = times(300, (n): Wait => ({ what: 'another', wish: recordId(300 + n), name: name(size, n), by: DAY }));
  return bySize(size, { usual: each, longest: [...each, ...many], shortest: [] });
}

export function organising(size: Size, n = 0): Organising {
  const [active, paused, invited] = bySize(size, { usual: [22, 2, 3], longest: [300, 30, 300], shortest: [0, 0, 0] }) as [
    number,
    number,
    number,
  ];
  return {
    programme: recordId(1 + n),
    name: programme(size).name,
    active,
    paused,
    invited,
    nextRound: size === 'usual' ? (DAYS[2] ?? DAY) : DAY,
    waits: waits(size),
  };
}

export function facts(more: Partial<HomeFacts>): HomeFacts {
  return { taking: [], organising: [], programmes: 1, ...more };
}
