// What may be said and how long it may be: the programme's rules for words, as functions from a text to complaints. Pure.
import { blanksOf, fillPlain, withoutBlanks } from './fill.ts';
import type { Entry } from './parse.ts';

const elements = '(?:trust|champion|empower|challenge|question|account)';

interface Limit {
  ids: RegExp;
  words: number;
  sentences?: number;
  what: string;
}

const limits: readonly Limit[] = [
  { ids: new RegExp(`^${elements}\\.m$`), words: 24, sentences: 1, what: "an element's meaning" },
  { ids: new RegExp(`^${elements}\\.[ab]\\.\\d$`), words: 30, sentences: 3, what: 'a question to think about' },
  { ids: new RegExp(`^${elements}\\.q\\.\\d$`), words: 20, sentences: 1, what: 'a question to ask a partner' },
  { ids: new RegExp(`^${elements}\\.p\\.[ab]$`), words: 30, what: 'a practice' },
  { ids: /^m\./, words: 100, what: 'a message' },
  { ids: /^(?:cap|ch|br|ro|tr|re|bu|fo)\.\d$|^ts\.1$/, words: 22, what: 'a pulse item' },
  { ids: /^sk\.\d$/, words: 130, what: 'a starter card' },
];

/** Words the programme does not use, each with what to write instead. */
const avoided: readonly [RegExp, string][] = [
  [/\busers?\b/i, 'write "leader", "person" or "you"'],
  [/\b(?:coachees?|mentees?|mentors?)\b/i, 'write "partner" or "leader"'],
  [/\bresources?\b/i, 'say what is meant'],
  [
    /\bblind spots?\b|\blevel playing field\b|\bdeep dives?\b|\bjourneys?\b|\bunlock|\bsuperpowers?\b|\bsafe spaces?\b|\bvulnerab/i,
    'use plain words',
  ],
  [/\byou(?:'ve| have)? missed\b|\blast chance\b|\bguess who\b|\bstreaks?\b|\bdon't forget\b/i, 'no guilt, hurry or mystery'],
  [/\b\w+n['’]t\b/i, 'write "do not" and "cannot" in full'],
];

/** How many words a reader reads; a dash or a figure on its own counts as none or one. */
export function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** The sentences of a text without formatting. A list's lines count one by one. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.?!。？！]["”’)]*)\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

/** The text as it reads with its blanks still standing, each as one word. */
export function asRead(text: string): string {
  return fillPlain(text, Object.fromEntries(blanksOf(text).map(({ name }) => [name, name])));
}

/** What is wrong with the wording of an entry, in an editor's words; nothing when all is well. */
export function complaints({ id, text, buttons }: Entry): string[] {
  const plain = asRead(withoutBlanks(text));
  const all = [plain, ...buttons].join('\n');
  return [
    ...limits.filter((limit) => limit.ids.test(id)).flatMap((limit) => tooLong(limit, plain)),
    ...buttons
      .filter((label) => [...withoutBlanks(label)].length > 24)
      .map((label) => `the button [${label}] is longer than 24 characters`),
    ...(/!/.test(all) ? ['an exclamation mark: end with a full stop'] : []),
    ...avoided.flatMap(([pattern, instead]) => (pattern.test(all) ? [`"${pattern.exec(all)?.[0]}": ${instead}`] : [])),
  ];
}

function tooLong({ words, sentences, what }: Limit, plain: string): string[] {
  const counted = wordsIn(plain);
  const said = sentencesOf(plain).length;
  return [
    ...(counted > words ? [`${what} has at most ${words} words; this one has ${counted}`] : []),
    ...(sentences !== undefined && said > sentences
      ? [`${what} has at most ${sentences} sentence${sentences > 1 ? 's' : ''}; this one has ${said}`]
      : []),
  ];
}
