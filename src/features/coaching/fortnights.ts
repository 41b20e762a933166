// The questions of each fortnight, and the words that go with them: three questions for an element's fortnight, four to look back with in the
// closing one. Pure.
import { type Fortnight, fortnight, fortnightsInRound, type Line } from '../../platform/content/elements.ts';
import type { Content } from '../../platform/content/load.ts';

const LOOKING_BACK = ['cl.1', 'cl.2', 'cl.3', 'cl.4'] as const;

/** What fortnight `n` is about, and its questions in the order in which "Another question" shows them. */
export interface Theme extends Fortnight {
  questions: readonly Line[];
}

/** Fortnight `n`, 1 to 13. */
export function themeOf(content: Content, n: number): Theme {
  const about = fortnight(content, n);
  return { ...about, questions: about.half?.questions ?? LOOKING_BACK.map((id) => ({ id, text: content.plain(id) })) };
}

/** Question `index` of the theme; 1 is the first, and after the last comes the first again. */
export function questionOf({ questions }: Pick<Theme, 'questions'>, index: number): Line {
  return questions[(index - 1) % questions.length] as Line;
}

export function isFortnight(n: number): boolean {
  return Number.isInteger(n) && n >= 1 && n <= fortnightsInRound;
}
