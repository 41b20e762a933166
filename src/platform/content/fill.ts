// Fills the blanks of a text: `{name}` must be given, `{name?}` may be left out and then leaves no gap. Pure, and the one place where
// what a person wrote is made harmless before it becomes Slack's mrkdwn.
import { remembering } from '../remembering.ts';
import type { Blanks, Markup } from './load.ts';

const blank = /\{([a-z][A-Za-z0-9_]*)(\??)\}/g;
/** A blank with what follows it up to a full stop: what is filled in may end with a mark of its own. */
const blankAndStop = /\{([a-z][A-Za-z0-9_]*)\??\}(\*?)(\.(?![\w.]))?/g;
const ENDED = /[.?!…]$/;

/** The blanks of a text, in the order of their first appearance. */
export function blanksOf(text: string): { name: string; optional: boolean }[] {
  const found = new Map<string, boolean>();
  for (const [, name = '', mark] of text.matchAll(blank)) found.set(name, (found.get(name) ?? true) && mark === '?');
  return [...found].map(([name, optional]) => ({ name, optional }));
}

/** What is left of a text when every blank is taken out: what the limits are counted on. */
export function withoutBlanks(text: string): string {
  return text.replace(blank, '');
}

/** What was cut to a length may end in half a character, and Slack refuses the whole message for it. */
function whole(value: string | number): string {
  return String(value).replace(/\p{Cs}/gu, '');
}

/** A person's words inside mrkdwn: the three signs Slack gives a meaning to are written as text. */
function escaped(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** The text as mrkdwn. Throws when a needed blank is not given. */
export function fillMrkdwn(text: string, blanks: Blanks): string {
  return fill(text, blanks, (value) => (isMarkup(value) ? value.mrkdwn : escaped(whole(value))));
}

/** The text without formatting. Throws when a needed blank is not given. */
export function fillPlain(text: string, blanks: Blanks): string {
  const plain = plainTexts(text, () => stripped(text));
  return fill(plain, blanks, (value) => (isMarkup(value) ? stripped(value.mrkdwn) : whole(value)));
}

/** The words are few, and each is said again and again. */
const plainTexts = remembering<string>(4_000);
const optionalBlanks = remembering<readonly string[]>(8_000);

function fill(text: string, blanks: Blanks, show: (value: Blanks[string]) => string): string {
  return withoutEmpty(text, blanks).replace(blankAndStop, (_, name: string, bold: string, stop = '') => {
    const value = given(blanks, name);
    if (value === undefined) throw new Error(`the blank {${name}} is not filled`);
    const shown = show(value);
    return `${shown}${bold}${ENDED.test(shown) ? '' : stop}`;
  });
}

/** An optional blank with nothing in it goes, together with the white space that would be left beside it. */
function withoutEmpty(text: string, blanks: Blanks): string {
  const optional = optionalBlanks(text, () => blanksOf(text).flatMap((each) => (each.optional ? [each.name] : [])));
  const gone = optional.filter((name) => (given(blanks, name) ?? '') === '');
  return gone.reduce((rest, name) => {
    const atLineStart = new RegExp(`^\\{${name}\\?\\}\\s+`, 'gm');
    return rest.replace(atLineStart, '').replaceAll(new RegExp(`\\s*\\{${name}\\?\\}`, 'g'), '');
  }, text);
}

function given(blanks: Blanks, name: string): Blanks[string] | undefined {
  return Object.hasOwn(blanks, name) ? blanks[name] : undefined;
}

function isMarkup(value: string | number | Markup): value is Markup {
  return typeof value === 'object';
}

/** mrkdwn as a reader hears it: marks of bold, italics, code and links taken away. */
function stripped(text: string): string {
  const links = text
    .replace(/<!date\^[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<(?![@#!])([^|>\s]+)\|([^>]+)>/g, '$2')
    .replace(/<(?![@#!])([^|>\s]+)>/g, '$1');
  const marks = ['\\*', '_', '~'].reduce(
    (rest, mark) => {
      return rest.replace(
        new RegExp(`(?<![\\w${mark}])${mark}([^\\s${mark}](?:[^\\n${mark}]*[^\\s${mark}])?)${mark}(?![\\w${mark}])`, 'g'),
        '$1',
      );
    },
    links.replace(/`([^`\n]+)`/g, '$1'),
  );
  return marks.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}
