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
  return bySize(size, {
    usual,
    longest: `${first} Wolfeschlegelsteinhausenbergerdorff-Hohenlohe & ${last} <Strategy and Operations>`.slice(0, 80),
    shortest: first.slice(0, 2),
  });
}

/** What a person has written into a field that takes `most` characters. */
export function written(size: Size, most = 3000): string {
  const long = 'Ask R&D what *they* would do first, and leave it with <them>. ';
  return bySize(size, {
    usual: 'Ask Priya what she would do first, and leave it with her.'.slice(0, most),
    longest: long.repeat(Math.ceil(most / long.length)).slice(0, most),
    shortest: 'Yes',
  });
}

/** A function of the company: at the longest 70 characters. */
export function department(size: Size, n = 0): string {
  const usual = DEPARTMENTS[n % DEPARTMENTS.length] ?? '';
  return bySize(size, {
    usual,
    longest: `${n + 1} ${usual} & Business Administration, Central and Eastern Europe <and Asia>`.slice(0, 70),
    shortest: usual.slice(0, 2),
  });
}

const DEPARTMENTS = ['Finance', 'Operations', 'People', 'Technology', 'Sales', 'Marketing', 'Legal', 'Product'];

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
      longest: 'Leaders who coach each other & <their own> teams, all through the year, in every function'.slice(0, 80),
      shortest: 'Us',
    }),
    functions: bySize(size, {
      usual: times(4, (n) => department('usual', n)),
      longest: times(40, (n) => department('longest', n)),
      shortest: [],
    }),
    ...{ anchorOn: day('2027-09-29'), anchorNumber: 1, cycleMonths: 6, sendWeekday: 3, sendTime: size === 'usual' ? '09:30' : '11:59' },
    ...{ timeZone: zone(size), workingDays: size === 'longest' ? [1, 2, 3, 4, 5, 6, 7] : [1, 2, 3, 4, 5] },
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
