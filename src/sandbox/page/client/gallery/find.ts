// The search: what has every word of the question in its id, its title, its file or what it says. Pure.
import type { Listed, Sentence } from './answers.ts';

/** The words of a question, small. */
export function wordsOf(question: string): string[] {
  return question
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

export function isFound(words: readonly string[], { id, title, source, says, plain }: Listed): boolean {
  return has(words, [id, title, source, ...says, plain]);
}

export function isFoundText(words: readonly string[], { id, file, text, buttons }: Sentence): boolean {
  return has(words, [id, file, text, ...buttons]);
}

function has(words: readonly string[], texts: readonly string[]): boolean {
  const all = texts.join('\n').toLowerCase();
  return words.every((word) => all.includes(word));
}
