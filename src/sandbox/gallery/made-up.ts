// The made-up data that samples of all rooms share, in each size: names, words that people write, a programme. "Longest" is what Slack and the
// bot's own forms let through; names and words hold the signs that Slack gives a meaning to.
import { Temporal } from 'temporal-polyfill';
import type { Programme } from '../../features/founding/programmes.ts';
import type { Size } from './sample.ts';

/** The people of all samples, who have the same names in every size where Slack itself writes the name (`<@U…>`). */
export const people = [
  { id: 'U0AMINA', name: 'Amina Adeyemi' },
  { id: 'U0BO', name: 'Bo Lindqvist' },
  { id: 'U0CHIDI', name: 'Chidi Okafor' },
  { id: 'U0DOLORES', name: 'Dolores Reyes' },
  { id: 'U0EDO', name: 'Edo Tanaka' },
  { id: 'U0FREYA', name: 'Freya Holm' },
  { id: 'U0GORAN', name: 'Goran Petrović' },
  { id: 'U0HANA', name: 'Hana Novak' },
] as const;

/** The channel of the programme of all samples. */
export const channel = { id: 'C0LEADERS', name: 'leadership' } as const;

/** Of three values the one of this size. */
export function bySize<T>(size: Size, values: Record<Size, T>): T {
  return values[size];
}

/** A person's name, the `n`th of them (from 0): at the longest the 80 characters that Slack lets a name have. */
export function name(size: Size, n = 0): string {
  const usual = people[n % people.length]?.name ?? '';
  const [first = '', last = ''] = usual.split(' ');
  if (size === 'usual') return usual;
  return size === 'shortest'
    ? (first.slice(0, 2) ?? '')
    : `${first} Wolfeschlegelsteinhausenbergerdorff-Hohenlohe & ${last} <Operations>`.padEnd(80, '.').slice(0, 80);
}

/** What a person has written into a field that takes `most` characters. */
export function written(size: Size, most = 3000): string {
  if (size === 'shortest') return 'Yes';
  if (size === 'usual') return 'Ask Priya what she would do first, and leave it with her.'.slice(0, most);
  return `${'Ask R&D what *they* would do first, and leave it with <them>. '.repeat(Math.ceil(most / 60))}`
    .slice(0, most)
    .trim()
    .padEnd(most, '.');
}

/** A function of the company: at the longest 70 characters. */
export function department(size: Size, n = 0): string {
  const usual = ['Finance', 'Operations', 'People', 'Technology', 'Sales', 'Marketing', 'Legal', 'Product'][n % 8] ?? '';
  if (size === 'usual') return usual;
  return size === 'shortest'
    ? usual.slice(0, 2)
    : `${usual} & Business Administration, Central and Eastern Europe <CEE>${n}`.padEnd(70, '.').slice(0, 70);
}

/** `count` of something, made one by one. */
export function times<T>(count: number, make: (n: number) => T): T[] {
  return Array.from({ length: count }, (_, n) => make(n));
}

export function day(text: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(text);
}

export function instant(text: string): Temporal.Instant {
  return Temporal.Instant.from(text);
}

/** A record's id, as the bot makes them. */
export function recordId(n = 0): string {
  return n.toString(16).padStart(32, '0');
}

/** A time zone: the longest that a name of one can be is not the same as the usual. */
export function zone(size: Size): string {
  return bySize(size, { usual: 'Europe/London', longest: 'America/Argentina/ComodRivadavia', shortest: 'UTC' });
}

/** The programme of all samples. */
export function programme(size: Size, more: Partial<Programme> = {}): Programme {
  return {
    ...{ id: recordId(1), workspace: 'T0SAMPLE', channel: channel.id, foundedBy: 'U0HANA', foundedAt: '2027-01-04T09:00:00.000Z' },
    name: bySize(size, {
      usual: 'Leaders who coach',
      longest: 'Leaders who coach each other & <their> teams, all year, in every function'.padEnd(80, '.'),
      shortest: 'Us',
    }),
    functions: bySize(size, {
      usual: times(4, (n) => department('usual', n)),
      longest: times(40, (n) => department('longest', n)),
      shortest: [],
    }),
    ...{ anchorOn: day('2027-09-29'), anchorNumber: 1, cycleMonths: 6, sendWeekday: 3, sendTime: size === 'usual' ? '09:30' : '11:59' },
    ...{ timeZone: zone(size), workingDays: size === 'longest' ? [1, 2, 3, 4, 5, 6, 7] : [1, 2, 3, 4, 5] },
    rests:
      bySize(size, { usual: 1, longest: 30, shortest: 0 }) === 0 ? [] : times(bySize(size, { usual: 1, longest: 30, shortest: 0 }), rest),
    ...{ choosing: 'welcome', announcing: 'names', rotating: 'approve' },
    helpLinks: times(bySize(size, { usual: 2, longest: 10, shortest: 0 }), (n) =>
      size === 'longest'
        ? written('longest', 200)
        : (['Employee assistance: 0800 123 456', 'The People team: people@example.org'][n] ?? ''),
    ),
    channelLostAt: null,
    ...more,
  };
}

function rest(n: number) {
  return { from: day('2027-12-20').add({ weeks: n * 2 }), to: day('2027-12-31').add({ weeks: n * 2 }) };
}
