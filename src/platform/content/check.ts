// Holds the entries against the rules, and an edited copy against the shipped words, and tells every fault at once. Pure.
import { blanksOf } from './fill.ts';
import type { Entry, Fault } from './parse.ts';
import { complaints, sentencesOf } from './wording.ts';

/** The promises: privacy, its limits, and the thresholds. They may be translated; no sentence and no blank of them may go. */
const promises = /^(?:m\.privacy|m\.kept\.first|m\.checkin|m\.help|ag\.(?:1|2|3|12)|sp\.\w+|who\.[\w-]+)$/;

/** Everything that is wrong with these entries by themselves. */
export function checkEntries(entries: readonly Entry[]): Fault[] {
  const first = new Map<string, Entry>();
  return entries.flatMap((entry) => {
    const earlier = first.get(entry.id);
    if (!earlier) first.set(entry.id, entry);
    const again = earlier ? [`the id is used twice: it also stands in ${earlier.file}, line ${earlier.line}`] : [];
    return [...again, ...textFaults(entry), ...complaints(entry)].map((what) => fault(entry, what));
  });
}

/** Everything in which an edited copy no longer fits the shipped words, on which the program relies. */
export function checkAgainst(shipped: readonly Entry[], edited: readonly Entry[]): Fault[] {
  const known = new Map(shipped.map((entry) => [entry.id, entry]));
  return [
    ...missing(shipped, edited),
    ...edited.flatMap((entry) => {
      const original = known.get(entry.id);
      if (!original) return [fault(entry, `the id is not known; ${nearest(entry.id, [...known.keys()])}`)];
      return [
        ...blankFaults(original, entry),
        ...buttonFaults(original, entry),
        ...promiseFaults(original, entry),
        ...lineFaults(original, entry),
      ].map((what) => fault(entry, what));
    }),
  ];
}

function fault({ file, line, id }: Entry, what: string): Fault {
  return { file, line, id, what };
}

function textFaults({ text, buttons }: Entry): string[] {
  const all = [text, ...buttons].join('\n');
  const rest = all.replace(/\{[a-z][A-Za-z0-9_]*\??\}/g, '');
  return [
    ...(/[\p{L}\p{N}]/u.test(text) ? [] : ['there is no text under the id']),
    ...(/[{}]/.test(rest)
      ? ['a curly bracket is not closed, or what stands between the brackets is not one word: a blank looks like {name}']
      : []),
    ...(/<!(?:channel|here|everyone|subteam)/.test(all) ? ['a text may not call a whole channel'] : []),
  ];
}

function missing(shipped: readonly Entry[], edited: readonly Entry[]): Fault[] {
  const ids = new Set(edited.map((entry) => entry.id));
  const files = new Set(edited.map((entry) => entry.file));
  const lacking = shipped.filter((entry) => !ids.has(entry.id));
  const wholeFiles = new Set(lacking.map((entry) => entry.file).filter((file) => !files.has(file)));
  return [
    ...[...wholeFiles].map((file) => ({
      file,
      what: 'the file is missing, or none of its entries can be read: copy it from the words that came with this version',
    })),
    ...lacking
      .filter((entry) => !wholeFiles.has(entry.file))
      .map(({ file, id, text }) => ({ file, id, what: `the entry is missing; it came as: "${shortened(text)}"` })),
  ];
}

function blankFaults(original: Entry, entry: Entry): string[] {
  const known = blanksIn(original);
  const names = new Set(known.map(({ name }) => name));
  const mayBeLeftOut = new Set(known.filter(({ optional }) => optional).map(({ name }) => name));
  const allowed =
    known.length === 0
      ? 'this text has no blanks'
      : `the blanks of this text are ${known.map(({ name, optional }) => `{${name}${optional ? '?' : ''}}`).join(', ')}`;
  return blanksIn(entry).flatMap(({ name, optional }) => {
    if (!names.has(name)) return [`the blank {${name}} is not known here; ${allowed}`];
    return mayBeLeftOut.has(name) && !optional ? [`the blank {${name}} may be empty: write it as {${name}?}`] : [];
  });
}

function buttonFaults(original: Entry, entry: Entry): string[] {
  if (original.buttons.length === entry.buttons.length) return [];
  const expected = original.buttons.map((label) => `[${label}]`).join(' ') || 'none';
  return [`the number of buttons differs: ${entry.buttons.length} instead of ${original.buttons.length}; they came as ${expected}`];
}

function promiseFaults(original: Entry, entry: Entry): string[] {
  if (!promises.test(original.id)) return [];
  const kept = new Set(blanksIn(entry).map(({ name }) => name));
  const lost = blanksIn(original).filter(({ name }) => !kept.has(name));
  const due = sentencesOf(original.text).length;
  const said = sentencesOf(entry.text).length;
  return [
    ...lost.map(({ name }) => `this is a promise: its blank {${name}} has to stay`),
    ...(said < due ? [`this is a promise: it may be translated, but none of its ${due} sentences may go, and ${said} are left`] : []),
  ];
}

/** A scale's choices stand one to a line, and answers are stored by their place. */
function lineFaults(original: Entry, entry: Entry): string[] {
  const [due, said] = [original, entry].map(({ text }) => text.split('\n').length);
  return original.id.startsWith('scale.') && due !== said ? [`the scale has ${due} choices, one to a line; this one has ${said}`] : [];
}

function blanksIn({ text, buttons }: Entry) {
  return blanksOf([text, ...buttons].join('\n'));
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}

function nearest(id: string, known: string[]): string {
  const start = id.slice(0, id.lastIndexOf('.') + 1);
  const alike = known.filter((other) => other.startsWith(start)).slice(0, 12);
  return alike.length > 0 ? `known ids that begin alike: ${alike.join(', ')}` : 'no id begins like this one';
}
