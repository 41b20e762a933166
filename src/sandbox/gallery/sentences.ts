// Every single text of the content folder with its blanks filled, in the order of the files: what an editor finds when she looks for a
// sentence, and sees even where no view happens to say it.
import { blanksOf } from '../../platform/content/fill.ts';
import type { Blanks, Content } from '../../platform/content/load.ts';
import type { Entry } from '../../platform/content/parse.ts';
import { bySize, channel, department, name, programme, written, zone } from './made-up.ts';
import type { Size } from './sample.ts';

export interface Sentence extends Pick<Entry, 'id' | 'file' | 'line'> {
  /** mrkdwn, its blanks filled. */
  text: string;
  buttons: string[];
}

/** All of them. */
export function sentences(content: Content, entries: readonly Entry[], size: Size): Sentence[] {
  return entries.map(({ id, file, line, text, buttons }) => {
    const blanks = blanksFor([text, ...buttons].join('\n'), size);
    return { id, file, line, text: content.say(id, blanks), buttons: content.buttons(id, blanks) };
  });
}

/** What fills each blank of a text; one that may be left out is left out at the shortest. */
function blanksFor(text: string, size: Size): Blanks {
  const used = blanksOf(text).filter(({ optional }) => !optional || size !== 'shortest');
  return Object.fromEntries(used.map(({ name: blank }) => [blank, { mrkdwn: escaped(fillingOf(blank, size)) }]));
}

/** Names of channels are Slack's own markup; everything else was written by somebody. */
function escaped(words: string): string {
  return /^<#\w+>$/.test(words) ? words : words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function fillingOf(blank: string, size: Size): string {
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
  ['date from to day until next latest dates', date],
  ['time times', of('2pm', '11:30am', '9am')],
  ['when moment', of('Tuesday 12 January 2027 at 2pm', 'Wednesday 29 September 2027 at 11:30am', 'Monday 1 May 2028 at 9am')],
  [
    'x y z n count number rounds people leaders pairs trios most least left page pages lines rows fresh updated unchanged',
    of('12', '300', '1'),
  ],
  ['asked invited declined reminded letters listed missing paused readers welcomes third standing blocked holder', of('3', '299', '1')],
  ['name who first last other member peer by subject', (size) => name(size)],
  ['partner', (size) => name(size, 1)],
  ['organiser', (size) => name(size, 7)],
  ['names others list needs', others],
  ['function otherFunction', (size) => department(size)],
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
