// The pair whose fortnights the gallery shows, and the three where a pair is not enough: who they are, when they meet, and what they said they
// would do. In every size.
import type { Opened } from '../../../features/coaching/checkins/open.ts';
import type { State } from '../../../features/coaching/checkins/plan.ts';
import type { Words } from '../../../features/coaching/checkins/sealed-commitments.ts';
import type { Booked } from '../../../features/coaching/meetings/meetings.ts';
import { bySize, instant, name, recordId, times, written } from '../made-up.ts';
import type { Drawn, Size } from '../sample.ts';

export const PAIR = recordId(20);
export const PROMPT = recordId(21);

/** The fortnight in which the pair stands. */
export const THIRD = 3;

/** Somebody in the pair: the reader is the first. */
export interface Member {
  leader: string;
  name: string;
  zone: string;
}

/** At the longest their clocks, and their days, all differ. */
export function members(size: Size, count = 2): Member[] {
  const zones = bySize(size, {
    usual: ['Europe/London', 'Europe/Stockholm', 'Europe/London'],
    longest: ['Europe/London', 'Pacific/Auckland', 'America/St_Johns'],
    shortest: ['UTC', 'UTC', 'UTC'],
  });
  return times(count, (n) => ({ leader: recordId(30 + n), name: name(size, n), zone: zones[n] ?? 'UTC' }));
}

/** Everyone but the reader. */
export function partners(size: Size, count = 2): Member[] {
  return members(size, count).slice(1);
}

export function namesOf(some: readonly Member[]): string[] {
  return some.map((each) => each.name);
}

/** Thursday of the third fortnight, at two in London. At the longest a time that is another day elsewhere. */
export function startOf(size: Size): string {
  return bySize(size, { usual: '2027-11-18T14:00:00.000Z', longest: '2027-09-29T23:30:00.000Z', shortest: '2027-05-03T08:00:00.000Z' });
}

export function startsAt(size: Size) {
  return instant(startOf(size));
}

export function meeting(size: Size, fortnight = THIRD): Booked {
  const [first] = members(size);
  const by = first?.leader ?? '';
  return {
    ...{ id: recordId(22), pair: PAIR, fortnight, state: 'booked', startsAt: startOf(size), first: by, arrangedBy: by },
    ...{ minutes: bySize(size, { usual: 60, longest: 75, shortest: 20 }), sequence: bySize(size, { usual: 1, longest: 99, shortest: 0 }) },
    ...{ changedAt: '2027-11-09T10:12:00.000Z', timerStartedAt: null },
  };
}

const COMMITMENTS: readonly Words[] = [
  { when: 'Thursday’s planning meeting ends', will: 'ask Priya what she would do first, and leave it with her' },
  { when: 'the Monday stand-up begins', will: 'let the team set the order of the day' },
  { when: 'I next disagree in the board', will: 'ask one question before I say why' },
  { when: 'the forecast closes', will: 'thank Hana by name, and say what it made possible' },
];

/** What one of them said they would do, the `n`th time. */
export function words(size: Size, n = 0): Words {
  if (size === 'longest') return { when: written('longest', 80), will: written('longest', 140) };
  return size === 'shortest' ? { when: 'asked', will: 'wait' } : (COMMITMENTS[n % COMMITMENTS.length] as Words);
}

/** What a partner has shared, one for each state. */
export function shared(size: Size, states: readonly State[]): Opened[] {
  const [partner] = partners(size);
  return states.map((state, n) => ({
    ...{ id: recordId(40 + n), leader: partner?.leader ?? '', name: partner?.name ?? '', ...words(size, n + 1) },
    ...{ shared: true, state, carries: 2, fortnight: 2, asked: THIRD },
  }));
}

/** Of several drawings of one thing the one with most, or with least, in it. */
export function most(drawn: readonly Drawn[]): Drawn {
  return [...drawn].sort((one, other) => weightOf(other) - weightOf(one))[0] as Drawn;
}

export function least(drawn: readonly Drawn[]): Drawn {
  return [...drawn].sort((one, other) => weightOf(one) - weightOf(other))[0] as Drawn;
}

function weightOf({ text, blocks, view }: Drawn): number {
  return JSON.stringify([text, blocks, view?.blocks]).length;
}
