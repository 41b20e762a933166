// The modals in which a leader reads their private notes: the list, and notes in full. What someone wrote is shown here and in its form
// (note-form-view.ts), letter for letter, and to its author alone. Pure.
import type { KnownBlock, ModalView } from '@slack/types';
import type { Content } from '../../platform/content/load.ts';
import { actions, button, confirm, context, divider, modal, section, words } from '../../platform/slack/blocks.ts';
import { cut } from '../../platform/slack/text.ts';
import { BOX_LENGTH, type Heading, headingLines } from './note-form-view.ts';

/** So much of a note is shown in the list. */
const SHOWN = 400;
/** A modal has 100 blocks; a note of 40,000 characters needs 14. */
const MOST_BLOCKS = 96;

export interface NoteShown extends Heading {
  id: string;
  /** Missing where it could not be opened. */
  text?: string;
  bring: boolean;
}

export interface NoteList {
  notes: readonly NoteShown[];
  /** 1 is the first. */
  page: number;
  pages: number;
}

/** Everything a leader has written, newest first, a page at a time. */
export function notesModal(content: Content, { notes, page, pages }: NoteList): ModalView {
  const blocks = notes.flatMap((note) => [divider(), ...noteBlocks(content, note, SHOWN)]);
  const turns = pager(content, page, pages);
  const intro = content.say(notes.length === 0 ? 'coaching.notes.none' : 'coaching.notes');
  return modal({
    callback: 'coaching.notes',
    title: 'My notes',
    about: JSON.stringify({ page }),
    blocks: [section(intro), ...blocks, ...(turns.length > 0 ? [divider(), ...turns] : [])],
  });
}

/** Some notes in full: one from the list, or all that one message of the bot confirmed. */
export function noteModal(content: Content, notes: readonly NoteShown[]): ModalView {
  const whole = notes.flatMap((note) => noteBlocks(content, note));
  const blocks = whole.length > MOST_BLOCKS ? [...whole.slice(0, MOST_BLOCKS), context(content.say('coaching.note.more'))] : whole;
  return modal({
    callback: 'coaching.notes',
    title: notes.length === 1 ? 'My note' : 'My notes',
    about: JSON.stringify({ page: 1 }),
    blocks: [
      ...(notes.length === 0 ? [section(content.say('coaching.note.gone'))] : blocks),
      actions([button({ label: 'All my notes', action: 'coaching.all-notes' })]),
    ],
  });
}

function noteBlocks(content: Content, note: NoteShown, most = Number.POSITIVE_INFINITY): KnownBlock[] {
  const { id, question, text, bring } = note;
  const long = text !== undefined && text.length > most;
  const fits = text !== undefined && text.length <= BOX_LENGTH;
  const brought = bring ? [content.say('coaching.note.brought')] : [];
  return [
    context(...headingLines(content, note), content.say('coaching.question', { question }), ...brought),
    ...(text === undefined ? [section(content.say('coaching.note.broken'))] : boxes(long ? cut(text, most) : text)),
    ...(text === undefined || fits ? [] : [context(content.say('coaching.note.long'))]),
    actions([
      ...(long ? [button({ label: 'Read it all', action: 'coaching.read-note', value: id })] : []),
      ...(fits ? [button({ label: 'Change it', action: 'coaching.change-note', value: id })] : []),
      button({ label: 'Delete it', action: 'coaching.delete-note', value: id, style: 'danger', confirm: sure(content) }),
    ]),
  ];
}

function sure(content: Content) {
  const text = content.plain('coaching.remove.note');
  return confirm({ title: 'Delete this note?', text, yes: 'Delete it', no: 'Keep it', danger: true });
}

/** Plain text in as many sections as it needs; a section holds 3000 characters. */
function boxes(text: string): KnownBlock[] {
  const parts: string[] = [];
  let part = '';
  for (const character of text) {
    if (part.length + character.length > BOX_LENGTH) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part].map(words);
}

function pager(content: Content, page: number, pages: number): KnownBlock[] {
  if (pages < 2) return [];
  const turns = [
    ...(page > 1 ? [button({ label: 'Newer notes', action: 'coaching.newer-notes', value: String(page - 1) })] : []),
    ...(page < pages ? [button({ label: 'Older notes', action: 'coaching.older-notes', value: String(page + 1) })] : []),
  ];
  return [context(content.say('coaching.notes.page', { x: page, y: pages })), actions(turns)];
}
