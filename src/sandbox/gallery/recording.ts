// Finds out which texts a drawing says: the words are asked for through a content that remembers, and what was asked for counts when it can be
// seen in what was drawn. (Rooms also ask for texts that they only choose among.)
import type { Content } from '../../platform/content/load.ts';
import type { Drawn } from './sample.ts';

export interface Recording {
  content: Content;
  /** The ids of the texts that stand in what was drawn, in the order in which they were asked for. */
  saidIn: (drawn: Drawn) => string[];
}

/** So much of a line is looked for: labels and long texts may be cut. */
const ENOUGH = 24;

/** A text that is said of thousands is looked for among the first of them. */
const ENOUGH_TEXTS = 60;

/** The same words, remembering what is asked for. */
export function record(content: Content): Recording {
  const asked = new Map<string, Set<string>>();
  const note = (id: string, texts: readonly string[]) => {
    const known = asked.get(id) ?? new Set();
    for (const text of texts) if (known.size < ENOUGH_TEXTS) known.add(text);
    asked.set(id, known);
  };
  return {
    content: {
      ...content,
      say: (id, blanks) => noted(content.say(id, blanks), (text) => note(id, [text])),
      plain: (id, blanks) => noted(content.plain(id, blanks), (text) => note(id, [text])),
      buttons: (id, blanks) => noted(content.buttons(id, blanks), (labels) => note(id, labels)),
    },
    saidIn: (drawn) => {
      const shown = textsIn(drawn).join('\n');
      const seen = (text: string) => text.split('\n').some((line) => line.trim() !== '' && shown.includes(line.trim().slice(0, ENOUGH)));
      return [...asked].filter(([, texts]) => [...texts].some(seen)).map(([id]) => id);
    },
  };
}

function noted<T>(value: T, note: (value: T) => void): T {
  note(value);
  return value;
}

/** Every string that a person may see in what was drawn. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
