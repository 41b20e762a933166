// Private notes: the form for one, the list, and notes in full. Only their author ever sees one of these.
import { FORM_LENGTH, keptModal, type NoteForm, noteForm } from '../../../features/coaching/note-form-view.ts';
import { type NoteShown, noteModal, notesModal } from '../../../features/coaching/note-views.ts';
import { fortnight } from '../../../platform/content/elements.ts';
import type { Content } from '../../../platform/content/load.ts';
import { bySize, programme, recordId, times, written } from '../made-up.ts';
import { inModal, type Sample, type Size, samplesOf } from '../sample.ts';

/** As long as a message of Slack's can be that is kept as a note. */
const LONGEST = 40_000;
const ON_A_PAGE = 8;

const NOTES = [
  'Held back in the supplier review until everyone had spoken. Edo proposed the split I had in mind, and a better one.',
  'Hana redid the forecast without being asked. Nobody has said a word about it. I will.',
  'What is private: anything about the reorganisation. What I want: to be asked, not told.',
];

/** The `n`th note of the reader, newest first; the questions are those of the round. */
function note(content: Content, size: Size, n = 0): NoteShown {
  const { number, title, half } = fortnight(content, Math.max(1, (size === 'longest' ? 12 : 3) - n));
  const text = bySize(size, { usual: NOTES[n % NOTES.length] ?? '', longest: written('longest', LONGEST), shortest: 'Yes' });
  return {
    ...{ id: recordId(50 + n), fortnight: number, title, question: half?.questions[0]?.text ?? '', text },
    on: ['Thursday 11 November 2027', 'Wednesday 27 October 2027', 'Tuesday 12 October 2027'][n % 3] ?? '',
    ...{ bring: n === 0, ...(size === 'longest' && { programme: programme('longest').name }) },
  };
}

function form(content: Content, size: Size): NoteForm {
  const { fortnight: n, title, question, programme: of } = note(content, size);
  return { fortnight: n, title, question, ...(of && { programme: of }), about: '{}', callback: 'coaching.note' };
}

/** One that is there, to change. */
function change(content: Content, size: Size): NoteForm {
  const { on = '', bring } = note(content, size);
  const text = bySize(size, { usual: NOTES[0] ?? '', longest: written('longest', FORM_LENGTH), shortest: 'Yes' });
  return { ...form(content, size), callback: 'coaching.changed-note', on, text, bring };
}

function list(content: Content, size: Size) {
  const count = bySize(size, { usual: NOTES.length, longest: ON_A_PAGE, shortest: 1 });
  const notes = times(count, (n) => note(content, size, n));
  return { notes, ...bySize(size, { usual: { page: 1, pages: 1 }, longest: { page: 12, pages: 99 }, shortest: { page: 1, pages: 1 } }) };
}

function broken(content: Content, size: Size): NoteShown {
  const { text: _, ...rest } = note(content, size);
  return rest;
}

export const noteSamples: readonly Sample[] = [
  ...samplesOf('src/features/coaching/note-form-view.ts', {
    'coaching.note-form': ['The form for a note', (content, size) => inModal(noteForm(content, form(content, size)))],
    'coaching.note-form.change': ['A note, to change', (content, size) => inModal(noteForm(content, change(content, size)))],
    'coaching.note-form.kept': ['The note is kept', (content) => inModal(keptModal(content))],
  }),
  ...samplesOf('src/features/coaching/note-views.ts', {
    'coaching.notes': ['My notes', (content, size) => inModal(notesModal(content, list(content, size)))],
    'coaching.notes.none': ['No notes yet', (content) => inModal(notesModal(content, { notes: [], page: 1, pages: 1 }))],
    'coaching.note': ['One note in full', (content, size) => inModal(noteModal(content, [note(content, size)]))],
    'coaching.note.several': [
      'All the notes of one reply',
      (content, size) =>
        inModal(
          noteModal(
            content,
            times(size === 'longest' ? 9 : 2, (n) => note(content, size, n)),
          ),
        ),
    ],
    'coaching.note.broken': ['A note that cannot be opened', (content, size) => inModal(noteModal(content, [broken(content, size)]))],
    'coaching.note.gone': ['A note that is not there any more', (content) => inModal(noteModal(content, []))],
  }),
];
