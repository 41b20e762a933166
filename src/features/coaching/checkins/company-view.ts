// Partners and commitments in words, as every message and modal about them says them. Pure.
import type { Content } from '../../../platform/content/load.ts';
import type { Words } from './sealed-commitments.ts';

/** The names of everyone in the pair but the reader: one, or two in a trio. */
export interface Company {
  partners: readonly string[];
}

/** `all` is everyone in one breath: "Bo and Chidi". */
export function inWords({ partners: [one = '', other] }: Company): { one: string; other?: string; all: string } {
  return { one, all: other ? `${one} and ${other}` : one, ...(other && { other }) };
}

/** "When …, I will …". */
export function saidWords(content: Content, words: Words | undefined): string {
  return words
    ? content.say('coaching.commitment.words', { when: words.when, will: words.will })
    : content.say('coaching.commitment.broken');
}
