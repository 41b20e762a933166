// How hard a text is to read aloud: Flesch's reading ease, with syllables counted by rule. Only the content test needs it.
import { sentencesOf } from '../src/platform/content/wording.ts';

/** Flesch's reading ease over all texts together: 65 is plain English, 100 very easy. */
export function readingEase(texts: string[]): number {
  const sentences = texts.flatMap(sentencesOf);
  const words = sentences.flatMap((sentence) => sentence.match(/[A-Za-z][A-Za-z'’]*/g) ?? []);
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return 206.835 - 1.015 * (words.length / sentences.length) - 84.6 * (syllables / words.length);
}

function syllablesIn(word: string): number {
  const bare = word.toLowerCase().replace(/['’].*$/, '');
  if (bare.length <= 3) return 1;
  const spoken = bare
    .replace(/(?<=[aeiouy])ing/, '-ing')
    .replace(/(?<=[^aeiouylr])les?$/, 'el')
    .replace(/(?<=[^td])ed$/, '')
    .replace(/(?<=[^sczxg])es$|(?<=[^sc])hes$/, '')
    .replace(/(?<=[^aeiouy])e$/, '')
    .replace(/e(?=(?:ment|ly|ful|less|where|thing|one|body)s?$)/, '')
    .replace(/^(?:some|else|there|where|here|more)(?=[a-z])/, 'som');
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 1);
}
