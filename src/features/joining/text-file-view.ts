// A file as text to copy, for where Slack lets the bot hand over no files. Pure.

import { section, words } from '../../platform/slack/blocks.ts';
import type { Answer } from '../../platform/slack/spoken.ts';

const PIECE = 2900;
const PIECES = 40;

/** `heading`, and the text letter for letter, as much of it as a message takes. */
export function fileText(heading: string, text: string): Answer {
  const pieces = [''];
  for (const character of text.replace(/^\uFEFF/, '')) {
    if ((pieces.at(-1) ?? '').length + character.length > PIECE) pieces.push('');
    pieces[pieces.length - 1] += character;
  }
  return { text: heading, blocks: [section(heading), ...pieces.slice(0, PIECES).map((piece) => words(piece))] };
}
