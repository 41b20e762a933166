// What the timeline calls its lines. Pure.

/** Themes by key, in the order in which they are offered. */
export const THEMES: readonly (readonly [string, string])[] = [
  ['partners', 'Rounds and partners'],
  ['questions', 'Questions and notes'],
  ['meetings', 'Meetings and agreements'],
  ['check-ins', 'Check-ins and commitments'],
  ['looking-back', 'Self-checks and closing'],
  ['groups', 'Forums, teams, gatherings'],
  ['organisers', 'For organisers'],
  ['answers', 'Answers'],
  ['deeds', 'What people did'],
];

/** `Amina, Bo and Chidi` */
export function inARow(names: readonly string[]): string {
  const [last = '', ...before] = [...names].reverse();
  return before.length === 0 ? last : `${before.reverse().join(', ')} and ${last}`;
}

/** `1 thing`, `2 things` */
export function things(count: number): string {
  return count === 1 ? '1 thing' : `${count.toLocaleString('en-GB')} things`;
}

/** A day such as `2027-01-04` in words, with or without its weekday. */
export function dayInWords(day: string, form: 'long' | 'short'): string {
  const format: Intl.DateTimeFormatOptions =
    form === 'long'
      ? { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }
      : { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' };
  return new Intl.DateTimeFormat('en-GB', format).format(Date.parse(`${day}T00:00Z`));
}

export function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((whole, count) => whole + count, 0);
}
