// Text broken into lines that fit, measured letter by letter: between words, within a word that is longer than a line, and anywhere in scripts that
// put no blanks between words.
import { widthOf } from './font.ts';

export interface Fitting {
  /** The size of the letters, and the room for a line. */
  size: number;
  width: number;
  bold?: boolean;
}

/** Letters between which a line may end without a blank. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** What never begins a line: it closes what stands before it. */
const CLOSING = /^[\p{Pe}\p{Pf}\p{M}、。，．！？：；,.!?:;…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]/u;

/** The lines, in order; none where there is nothing to say. */
export function wrapped(words: string, fitting: Fitting): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(words).flatMap((each) => whole(each, fitting))) {
    const longer = line + piece;
    if (line !== '' && !fits(longer.trimEnd(), fitting)) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line = longer;
  }
  return [...lines, line.trimEnd()].filter((each) => each !== '');
}

/** The same number of lines, as even as they can be: no word stands alone at the end that could have company. */
export function balanced(words: string, fitting: Fitting): string[] {
  let lines = wrapped(words, fitting);
  for (let part = 1 - STEP; part >= NARROWEST && lines.length > 1; part -= STEP) {
    const narrower = wrapped(words, { ...fitting, width: fitting.width * part });
    if (narrower.length > lines.length) break;
    lines = narrower;
  }
  return lines;
}

const STEP = 0.04;
const NARROWEST = 0.6;

/** Words with the blank behind them; in scripts without blanks single letters, each with the signs that belong to it. */
function piecesOf(words: string): string[] {
  const pieces: string[] = [];
  for (const word of words
    .replace(/\s+/gu, ' ')
    .trim()
    .split(/(?<= )/u)) {
    if (!UNSPACED.test(word)) {
      pieces.push(word);
      continue;
    }
    for (const letter of word) {
      const last = pieces.at(-1);
      const joins =
        CLOSING.test(letter) || letter === ' ' || (last !== undefined && !UNSPACED.test(letter) && !UNSPACED.test(last.slice(-1)));
      if (last !== undefined && joins && !last.endsWith(' ')) pieces[pieces.length - 1] = last + letter;
      else pieces.push(letter);
    }
  }
  return pieces;
}

/** A word that is longer than a line, in parts that are not; never inside a character. */
function whole(word: string, fitting: Fitting): string[] {
  if (fits(word.trimEnd(), fitting)) return [word];
  const parts = [''];
  for (const { segment } of characters.segment(word)) {
    const last = parts.at(-1) ?? '';
    if (last !== '' && !fits(last + segment, fitting)) parts.push(segment);
    else parts[parts.length - 1] = last + segment;
  }
  return parts;
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

function fits(words: string, { size, width, bold }: Fitting): boolean {
  return widthOf(words, size, bold) <= width;
}
