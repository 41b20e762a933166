// What the coaching room listens to: the buttons of the fortnight's question, the form for a note, the list of notes, and edits of messages
// that were kept as notes. A message that is new is heard at home, which also answers what is no note.
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Event } from '../../platform/inbox/kinds.ts';
import { choicesIn, recall, remembered, textIn } from '../../platform/slack/inputs.ts';
import type { Answer, Ears, Hear, Press, Pressed, Reply, Submit } from '../../platform/slack/spoken.ts';
import type { Tools } from '../../platform/tools.ts';
import { openForm } from '../founding/forms.ts';
import { inProgramme } from '../founding/which.ts';
import { anotherQuestion } from './another-question.ts';
import { changeNote, followEdit } from './change-note.ts';
import { goingOnPresses, onSign } from './going-on-ears.ts';
import { keepFor } from './keep-for.ts';
import { placeOf } from './keep-reply.ts';
import { BOX_LENGTH, FORM_LENGTH, keptModal } from './note-form-view.ts';
import { whereToWrite } from './note-place.ts';
import * as prompts from './prompts.ts';
import { endSilence } from './quiet.ts';
import { followDeletion, removeKept, removeNote } from './remove-note.ts';
import { changeForm, keptNotes, newForm, notesPage, oneNote } from './show-notes.ts';
import { keptMessage, openerMessage, removedMessage } from './views.ts';
import { type NoteResult, writeNote } from './write-note.ts';

const note = inProgramme('coaching.note-in', 'leader', async (tools, { user, triggerId }, programme) => {
  const where = await whereToWrite(tools, user, programme, tools.now());
  if (!where.ok) return { text: tools.content.say(`coaching.note.${where.because}`, where.blanks) };
  return openForm(tools, triggerId, newForm(tools, where.place));
});

/** `/coachingpairs note` */
export const onNote = note.hear;

/** `/coachingpairs notes` */
export const onNotes: Hear = async (tools, { user, triggerId }) => openForm(tools, triggerId, await notesPage(tools, user, 1));

const onWriteNote: Press = async (tools, pressed) => {
  const prompt = await prompts.byId(tools.db, tools.workspace, pressed.value);
  if (prompt?.user !== pressed.user) return { text: tools.content.say('coaching.no-prompt') };
  return openForm(tools, pressed.triggerId, newForm(tools, placeOf(tools, prompt)));
};

const onAnotherQuestion: Press = async (tools, { user, value, message }) => {
  const [prompt = '', from = ''] = value.split(':');
  const done = await anotherQuestion(tools, { user, prompt, from: Number(from) || 1 });
  if (!done.ok) return { text: tools.content.say(`coaching.${done.because}`) };
  const { channel, ts } = message ?? { channel: '', ts: '' };
  const shown = await tools.slack.updateMessage(channel, ts, openerMessage(tools.content, done.theme, done));
  return shown.ok ? undefined : { text: tools.content.say('coaching.no-message', { question: done.text }) };
};

const onKeepFor: Press = async (tools, { user, value, message }) => {
  const [kept = '', prompt = ''] = value.split(':');
  const done = await keepFor(tools, { user, note: kept, prompt });
  const body = done.ok ? keptMessage(tools.content, { note: kept, prompt: done.prompt, first: false }) : removedMessage(tools.content);
  const shown = message && (await tools.slack.updateMessage(message.channel, message.ts, body));
  return shown?.ok ? undefined : { text: body.text };
};

const onReadKept: Press = async (tools, { user, value, triggerId }) => openForm(tools, triggerId, await keptNotes(tools, user, value));

const onRemoveKept: Press = async (tools, { user, value, message }) => {
  await removeKept(tools, user, value);
  const body = removedMessage(tools.content);
  const shown = message && (await tools.slack.updateMessage(message.channel, message.ts, body));
  return shown?.ok ? undefined : { text: body.text };
};

const onDeleteNote: Press = async (tools, pressed) => {
  await removeNote(tools, pressed.user, pressed.value);
  return show(tools, pressed, await notesPage(tools, pressed.user, pageIn(pressed)));
};

const onChangeNote: Press = async (tools, pressed) => {
  const form = await changeForm(tools, pressed.user, pressed.value);
  return show(tools, pressed, form ?? (await oneNote(tools, pressed.user, pressed.value)));
};

const onPage: Press = async (tools, pressed) => show(tools, pressed, await notesPage(tools, pressed.user, Number(pressed.value)));
const onReadNote: Press = async (tools, pressed) => show(tools, pressed, await oneNote(tools, pressed.user, pressed.value));

const newNote = z.object({ note: z.string(), leader: z.string(), round: z.string(), fortnight: z.number(), question: z.string() });
const oldNote = z.object({ note: z.string() });

const onNewNote: Submit = async (tools, { user, privateMetadata, state }) => {
  const { note: id, ...place } = recall(newNote, privateMetadata);
  const wish = { user, id, place, text: textIn(state, 'note'), bring: choicesIn(state, 'bring').includes('bring') };
  return closed(tools, await writeNote(tools, wish, FORM_LENGTH), FORM_LENGTH, { then: 'update', view: keptModal(tools.content) });
};

const onChangedNote: Submit = async (tools, { user, privateMetadata, state }) => {
  const { note: id } = recall(oldNote, privateMetadata);
  const wish = { user, id, text: textIn(state, 'note'), bring: choicesIn(state, 'bring').includes('bring') };
  const done = await changeNote(tools, wish, BOX_LENGTH);
  return closed(tools, done, BOX_LENGTH, { then: 'update', view: await oneNote(tools, user, id) });
};

async function onEdited(tools: Tools, { fields, text = '' }: Event): Promise<void> {
  const { user = '', channel = '', ts = '' } = fields;
  await followEdit(tools, { user, channel, ts, text });
}

async function onDeleted(tools: Tools, { fields }: Event): Promise<void> {
  const { user = '', channel = '', ts = '' } = fields;
  const confirmation = await followDeletion(tools, { user, channel, ts });
  if (confirmation) await tools.slack.updateMessage(confirmation.channel, confirmation.ts, removedMessage(tools.content));
}

export const ears: Ears = {
  presses: {
    ...goingOnPresses,
    'coaching.note-in': note.press,
    'coaching.write-note': onWriteNote,
    'coaching.another-question': onAnotherQuestion,
    'coaching.keep-for': onKeepFor,
    'coaching.read-kept': onReadKept,
    'coaching.remove-kept': onRemoveKept,
    'coaching.newer-notes': onPage,
    'coaching.older-notes': onPage,
    'coaching.all-notes': onPage,
    'coaching.read-note': onReadNote,
    'coaching.change-note': onChangeNote,
    'coaching.delete-note': onDeleteNote,
  },
  submits: { 'coaching.note': onNewNote, 'coaching.changed-note': onChangedNote },
  events: {
    reply: onSign,
    reply_changed: onEdited,
    reply_deleted: onDeleted,
  },
  afterwards: endSilence,
};

/** In the modal where the button was pressed; from elsewhere (a message, the Home tab) as a modal of its own. */
async function show(tools: Tools, { view, triggerId }: Pressed, next: ModalView): Promise<Answer | undefined> {
  if (!view?.callbackId.startsWith('coaching.')) return openForm(tools, triggerId, next);
  const shown = await tools.slack.updateModal(view.id, next, view.hash);
  return shown.ok ? undefined : { text: tools.content.say('coaching.no-form') };
}

function pageIn({ view }: Pressed): number {
  const about = z.object({ page: z.number() }).safeParse(remembered(view?.privateMetadata));
  return about.data?.page ?? 1;
}

function closed({ content }: Tools, done: NoteResult, longest: number, reply: Reply): Reply {
  if (done.ok) return reply;
  const blanks = done.because === 'too-long' ? { x: longest } : {};
  return { then: 'errors', errors: { note: content.plain(`coaching.note.${done.because}`, blanks) } };
}
