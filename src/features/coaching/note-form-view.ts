// The form for one private note, with who sees it beside the box. Pure.
import type { ModalView } from '@slack/types';
import type { Content } from '../../platform/content/load.ts';
import { actions, button, context, input, modal, section } from '../../platform/slack/blocks.ts';
import { checkboxes, textBox } from '../../platform/slack/controls.ts';

/** A note in a form is short; a note that came as a message may be as long as a box of Slack's holds. */
export const FORM_LENGTH = 600;
export const BOX_LENGTH = 3000;

/** Where a note belongs, in words. */
export interface Heading {
  fortnight: number;
  title: string;
  question: string;
  /** Only for those who are in several programmes. */
  programme?: string;
  /** The day on which it was written; missing for a new one. */
  on?: string;
}

export interface NoteForm extends Heading {
  /** What the form is about, as it comes back when it is submitted: ids only. */
  about: string;
  /** `coaching.note` for a new one, `coaching.changed-note` for one that is there. */
  callback: string;
  text?: string;
  bring?: boolean;
}

/** The box for one note, with who sees it beside it. */
export function noteForm(content: Content, form: NoteForm): ModalView {
  const bring = { value: 'bring', label: 'Bring to our meeting', hint: content.plain('coaching.note.bring') };
  return modal({
    callback: form.callback,
    title: 'A note for yourself',
    submit: 'Keep it',
    close: 'Cancel',
    about: form.about,
    blocks: [
      context(...headingLines(content, form)),
      section(content.say('coaching.question', { question: form.question })),
      input({
        block: 'note',
        label: 'Your note',
        hint: content.plain('coaching.note.who'),
        element: textBox({
          action: 'text',
          lines: 'many',
          most: Math.min(Math.max(FORM_LENGTH, form.text?.length ?? 0), BOX_LENGTH),
          focus: true,
          ...(form.text && { initial: form.text }),
        }),
      }),
      input({
        block: 'bring',
        label: 'For your next meeting',
        optional: true,
        element: checkboxes({ action: 'bring', choices: [bring], chosen: form.bring ? ['bring'] : [] }),
      }),
    ],
  });
}

/** What follows when a note has been kept from the form. */
export function keptModal(content: Content): ModalView {
  return modal({
    callback: 'coaching.notes',
    title: 'Kept',
    about: JSON.stringify({ page: 1 }),
    blocks: [section(content.say('coaching.kept')), actions([button({ label: 'All my notes', action: 'coaching.all-notes' })])],
  });
}

/** Where a note belongs, as the small print above it. */
export function headingLines(content: Content, { fortnight, title, programme, on }: Heading): string[] {
  return [
    ...(programme === undefined ? [] : [content.say('coaching.heading.programme', { programme })]),
    content.say('coaching.heading', { n: fortnight, title }),
    ...(on === undefined ? [] : [content.say('coaching.heading.on', { date: on })]),
  ];
}
