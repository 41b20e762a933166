// Every single text of the content folder with its blanks filled, in the order of the files: what an editor finds when she looks for a
// sentence, and sees even where no view happens to say it.
import { blanksOf } from '../../platform/content/fill.ts';
import type { Blanks, Content } from '../../platform/content/load.ts';
import type { Entry } from '../../platform/content/parse.ts';
import { fillingOf } from './fillings.ts';
import type { Size } from './sample.ts';

export interface Sentence extends Pick<Entry, 'id' | 'file' | 'line'> {
  /** mrkdwn, its blanks filled. */
  text: string;
  buttons: string[];
}

/** All of them. */
export function sentences(content: Content, entries: readonly Entry[], size: Size): Sentence[] {
  return entries.map(({ id, file, line, text, buttons }) => {
    const blanks = blanksFor([text, ...buttons].join('\n'), size);
    return { id, file, line, text: content.say(id, blanks), buttons: content.buttons(id, blanks) };
  });
}

/** What fills each blank of a text; one that may be left out is left out at the shortest. */
function blanksFor(text: string, size: Size): Blanks {
  const used = blanksOf(text).filter(({ optional }) => !optional || size !== 'shortest');
  return Object.fromEntries(used.map(({ name: blank }) => [blank, { mrkdwn: escaped(fillingOf(blank, size)) }]));
}

/** Names of channels are Slack's own markup; everything else was written by somebody. */
function escaped(words: string): string {
  return /^<#\w+>$/.test(words) ? words : words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
