// What the forms of the end of a round are made of: a box to write in, what was written letter for letter, a word when it is done. Pure.
import type { KnownBlock, ModalView } from '@slack/types';
import type { Content } from '../../../platform/content/load.ts';
import { input, modal, section, words } from '../../../platform/slack/blocks.ts';
import { textBox } from '../../../platform/slack/controls.ts';

export type Texts = Readonly<Partial<Record<string, string>>>;

/** A sentence that says what has happened, in the place of a form. */
export function doneModal(title: string, text: string): ModalView {
  return modal({ callback: 'reviewing.done', title, blocks: [section(text)] });
}

/** Each question that has an answer, with it letter for letter. */
export function answered(content: Content, ids: readonly string[], texts: Texts): KnownBlock[] {
  return ids.flatMap((id) => {
    const text = texts[id];
    return text ? [section(`*${content.say(id)}*`), words(text)] : [];
  });
}

interface Box {
  block: string;
  label: string;
  most: number;
  initial?: string | undefined;
  optional?: boolean;
}

/** A text box; one that may be left out where nothing else is said. */
export function box({ block, label, most, initial, optional = true }: Box): KnownBlock {
  const element = textBox({ action: 'text', lines: 'many', most, ...(initial && { initial }) });
  return input({ block, label, optional, element });
}
