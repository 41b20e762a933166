// The six elements in their order, and the thirteen fortnights they make, read from the words. The order and the counts are the
// programme's; the texts are the editor's.
import type { Content } from './load.ts';

/** A text with its id: records point at the id, readers see the text. */
export interface Line {
  id: string;
  text: string;
}

export interface Half {
  title: string;
  /** Three questions to think about, shown in this order. */
  questions: Line[];
  /** The two questions to ask a partner that belong to this fortnight. */
  partnerQuestions: Line[];
  practice: Line;
}

export interface Element {
  key: ElementKey;
  name: string;
  meaning: string;
  a: Half;
  b: Half;
}

export type ElementKey = (typeof elementKeys)[number];

export const elementKeys = ['trust', 'champion', 'empower', 'challenge', 'question', 'account'] as const;

/** How many fortnights a round has: two for each element, and the closing one. */
export const fortnightsInRound = 13;

/** A fortnight of the round by its number. The closing one has no element and no half. */
export interface Fortnight {
  number: number;
  name: string;
  title: string;
  /** Only in an element's first fortnight. */
  meaning?: string;
  element?: Element;
  half?: Half;
}

/** The six, in the order in which every round takes them. */
export function elements(content: Content): readonly Element[] {
  const known = read.get(content) ?? elementKeys.map((key) => elementOf(content, key));
  read.set(content, known);
  return known;
}

/** Words do not change while they are loaded, and these are asked for at every message. */
const read = new WeakMap<Content, readonly Element[]>();

function elementOf(content: Content, key: ElementKey): Element {
  return {
    key,
    name: content.plain(`${key}.name`),
    meaning: content.plain(`${key}.m`),
    a: half(content, key, 'a'),
    b: half(content, key, 'b'),
  };
}

/** Fortnight `number` of a round, 1 to 13. Throws outside of it. */
export function fortnight(content: Content, number: number): Fortnight {
  if (!Number.isInteger(number) || number < 1 || number > fortnightsInRound) throw new RangeError(`a round has no fortnight ${number}`);
  const element = elements(content)[Math.floor((number - 1) / 2)];
  if (!element) return { number, name: content.plain('closing.name'), title: content.plain('closing.title') };
  const first = number % 2 === 1;
  const { title } = first ? element.a : element.b;
  return {
    number,
    name: element.name,
    title,
    element,
    half: first ? element.a : element.b,
    ...(first ? { meaning: element.meaning } : {}),
  };
}

function half(content: Content, key: ElementKey, which: 'a' | 'b'): Half {
  const line = (id: string): Line => ({ id, text: content.plain(id) });
  const asked = which === 'a' ? [1, 2] : [3, 4];
  return {
    title: content.plain(`${key}.${which}.title`),
    questions: [1, 2, 3].map((n) => line(`${key}.${which}.${n}`)),
    partnerQuestions: asked.map((n) => line(`${key}.q.${n}`)),
    practice: line(`${key}.p.${which}`),
  };
}
