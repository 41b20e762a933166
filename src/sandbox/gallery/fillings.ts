// What fills the blanks of a text where nothing better is known: names, days, figures, in each size.
import { bySize, channel, department, name, programme, written, zone } from './made-up.ts';
import type { Size } from './sample.ts';

/** What stands in for a blank. */
export function fillingOf(blank: string, size: Size): string {
  const known = FILLINGS.find(([blanks]) => blanks.split(' ').includes(blank));
  return known ? known[1](size) : written(size, 120);
}

const of = (usual: string, longest: string, shortest: string) => (size: Size) => bySize(size, { usual, longest, shortest });
const listOf = (size: Size, most: number, one: (n: number) => string) => {
  const [first = '', ...rest] = Array.from({ length: bySize(size, { usual: 2, longest: most, shortest: 1 }) }, (_, n) => one(n));
  const last = rest.pop();
  return last === undefined ? first : `${[first, ...rest].join(', ')} and ${last}`;
};

const date = of('Tuesday 12 January 2027', 'Wednesday 29 September 2027', 'Monday 1 May 2028');
const others = (size: Size) => listOf(size, 3, (n) => name(size, n + 1));

/** Which words stand in for which blanks. */
const FILLINGS: readonly [blanks: string, filling: (size: Size) => string][] = [
  ['date from to day until next latest dates oldDate', date],
  ['time times oldTime', of('2pm', '11:30am', '9am')],
  ['when moment', of('Tuesday 12 January 2027 at 2pm', 'Wednesday 29 September 2027 at 11:30am', 'Monday 1 May 2028 at 9am')],
  [
    'x y z n limit count number rounds people leaders pairs trios most least left page pages lines rows fresh updated unchanged',
    of('12', '300', '1'),
  ],
  ['asked invited declined reminded letters listed missing paused readers welcomes third standing blocked holder', of('3', '299', '1')],
  ['name who first last other member peer by subject', (size) => name(size)],
  ['partner', (size) => name(size, 1)],
  ['organiser', (size) => name(size, 7)],
  ['names others list needs', others],
  ['function otherFunction one about', (size) => department(size)],
  ['functions', (size) => listOf(size, 4, (n) => department(size, n))],
  ['programme', (size) => programme(size).name],
  ['channel', () => `<#${channel.id}>`],
  ['zone', zone],
  ['weekday', of('Tuesday', 'Wednesday', 'Monday')],
  ['days', of('Monday to Friday', 'Monday, Tuesday, Wednesday, Thursday, Friday and Saturday', 'Monday')],
  ['hours', of('9am to 5pm', '11:30am to 11:30pm', '9am to 5pm')],
  ['command line example', of('pause 3 weeks', 'pause until wednesday 29 september 2027', 'join')],
  ['word meant near typed', of('pause', written('longest', 60), 'a')],
  ['reference', of('K7M2QX', 'K7M2QX', 'K7M2QX')],
  ['element', of('Trusting each other', 'Sharing accountability', 'Closing')],
  ['title', of('Bring something real', 'Say it and come back to it', 'My part in it')],
  ['column columns fields', of('the time zone', 'the time zone, the function and the level', 'the name')],
  ['bot', of('Coaching Pairs', 'Coaching Pairs', 'Coaching Pairs')],
];

/** All of them at once, but for those that are Slack's own markup: for what is said from reasons and causes, whatever it needs. */
export function everyFilling(size: Size): Record<string, string> {
  const names = FILLINGS.flatMap(([blanks]) => blanks.split(' ')).filter((blank) => blank !== 'channel');
  return Object.fromEntries(names.map((blank) => [blank, fillingOf(blank, size)]));
}
