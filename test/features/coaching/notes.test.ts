import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { contacts } from '../../../src/features/coaching/contacts/stream.ts';
import { ears, onNote, onNotes } from '../../../src/features/coaching/listeners.ts';
import * as notes from '../../../src/features/coaching/notes.ts';
import { openers } from '../../../src/features/coaching/openers.ts';
import type { Programme } from '../../../src/features/founding/programmes.ts';
import type { Leader } from '../../../src/features/joining/leaders.ts';
import type { Pressed, Submitted } from '../../../src/platform/slack/spoken.ts';
import { at, type Ground, openGround, userOf } from './ground.ts';

const CANARY = 'The canary sings: I hid that I did not know the figures.';

let ground: Ground;
let programme: Programme;
let amina: Leader;
let bo: Leader;

beforeEach(async () => {
  ground = await openGround('2027-01-19T15:00:00Z');
  programme = await ground.programme();
  amina = await ground.leader('Amina', programme);
  bo = await ground.leader('Bo', programme);
  await ground.round(programme, [[amina, bo]]);
  await contacts([openers]).run(ground.tools, ground.clock.now);
  await ground.deliver();
});

afterEach(() => ground.close());

interface Modal {
  callback_id: string;
  private_metadata: string;
  blocks: {
    type: string;
    block_id?: string;
    text?: { text: string };
    elements?: { text: unknown; value?: string; action_id?: string }[];
  }[];
}

/** The modal that Slack was last asked to show. */
function shown(): Modal {
  const call = ground.calls.findLast(({ method }) => /Modal$/.test(method));
  return (call?.method === 'updateModal' ? call.given[1] : call?.given[1]) as Modal;
}

const textOf = (modal: Modal) => JSON.stringify(modal.blocks);

async function press(who: Leader | string, action: string, value: string, more: Partial<Pressed> = {}) {
  const user = typeof who === 'string' ? userOf(who) : who.user;
  const listener = ears.presses?.[action.replace(/#.*$/, '')];
  return listener?.(ground.tools, { user, action, value, values: [value], triggerId: 't1', ...more });
}

async function submit(user: string, modal: Modal, text: string, bring = false) {
  const chosen = { type: 'checkboxes', selected_options: bring ? [{ value: 'bring' }] : [] };
  const state = { note: { text: { type: 'plain_text_input', value: text } }, bring: { bring: chosen } };
  const submitted: Submitted = {
    ...{ user, viewId: 'V1', hash: 'h1', triggerId: 't2' },
    ...{ callbackId: modal.callback_id, privateMetadata: modal.private_metadata, state },
  };
  return ears.submits?.[modal.callback_id]?.(ground.tools, submitted);
}

const promptOf = async (leader: Leader) => {
  const row = await ground.tools.db.selectFrom('prompt').select('id').where('leader', '=', leader.id).executeTakeFirstOrThrow();
  return row.id;
};
const inModal = (modal: Modal, callback = modal.callback_id) => ({
  view: { id: 'V1', hash: 'h1', callbackId: callback, privateMetadata: modal.private_metadata, state: {} },
});
const stored = () => ground.tools.db.selectFrom('note').selectAll().orderBy('written_at').execute();
const aNote = async (text = CANARY) => {
  await press(amina, 'coaching.write-note', await promptOf(amina));
  await submit(amina.user, shown(), text);
  return (await stored()).at(-1)?.id ?? '';
};

describe('writing a note in the form', () => {
  test('shows the question and who will see it, and keeps the note under that question', async () => {
    await press(amina, 'coaching.write-note', await promptOf(amina));
    expect(textOf(shown())).toContain('Think of a colleague you can be frank with.');
    expect(textOf(shown())).toContain('Only you see this.');
    const reply = await submit(amina.user, shown(), CANARY, true);
    expect(JSON.stringify(reply)).toContain('Kept. Only you see it here.');
    const [note] = await stored();
    expect(note).toMatchObject({ leader: amina.id, fortnight: 1, question: 'trust.a.1', source: 'form' });
    expect(note?.bring_at).not.toBeNull();
  });

  test('the same form submitted twice is one note, with what it said last', async () => {
    await press(amina, 'coaching.write-note', await promptOf(amina));
    const form = shown();
    await submit(amina.user, form, 'First');
    await submit(amina.user, form, CANARY);
    expect(await stored()).toHaveLength(1);
    await onNotes(ground.tools, { user: amina.user, channel: 'C0LEADERS', rest: '', triggerId: 't' });
    expect(textOf(shown())).toContain(CANARY);
  });

  test('an empty box and too many words are said at the box', async () => {
    await press(amina, 'coaching.write-note', await promptOf(amina));
    expect(await submit(amina.user, shown(), '  ')).toMatchObject({ then: 'errors', errors: { note: expect.any(String) } });
    expect(await submit(amina.user, shown(), 'x'.repeat(601))).toMatchObject({ then: 'errors' });
    expect(await stored()).toEqual([]);
  });

  test('Bo can neither open a form for Amina’s question nor use her form', async () => {
    const answer = await press(bo, 'coaching.write-note', await promptOf(amina));
    expect(answer?.text).toContain('not yours to answer');
    await press(amina, 'coaching.write-note', await promptOf(amina));
    expect(await submit(bo.user, shown(), CANARY)).toMatchObject({ then: 'errors' });
    expect(await stored()).toEqual([]);
  });

  test('a form that was tampered with keeps nothing', async () => {
    await press(amina, 'coaching.write-note', await promptOf(amina));
    const form = shown();
    const about = JSON.parse(form.private_metadata);
    for (const wrong of [{ fortnight: 14 }, { question: 'm.error' }, { round: 'elsewhere' }, { leader: bo.id }]) {
      const bent = { ...form, private_metadata: JSON.stringify({ ...about, ...wrong }) };
      expect(await submit(amina.user, bent, CANARY)).toMatchObject({ then: 'errors' });
    }
    expect(await stored()).toEqual([]);
  });

  test('`/coachingpairs note` opens it for the present fortnight, and says so where there is none yet', async () => {
    const typed = { user: amina.user, channel: 'C0LEADERS', rest: '', triggerId: 't' };
    expect(await onNote(ground.tools, typed)).toBeUndefined();
    expect(textOf(shown())).toContain('Fortnight 1: Agree how you will work.');
    ground.clock.now = at('2027-01-15T12:00:00Z');
    expect((await onNote(ground.tools, typed))?.text).toContain('in the week of Monday 18 January 2027');
    const hana = await ground.leader('Hana', programme);
    expect((await onNote(ground.tools, { ...typed, user: hana.user }))?.text).toContain('The next round of Leaders begins on');
    expect((await onNote(ground.tools, { ...typed, user: userOf('Edo') }))?.text).toContain('join');
  });
});

describe('another question', () => {
  test('goes to the second, the third and back to the first, and the note is kept under the one that is shown', async () => {
    const prompt = await promptOf(amina);
    const message = { channel: 'D1', ts: '1.1' };
    const texts = [];
    for (const from of [1, 2, 3]) {
      await press(amina, 'coaching.another-question', `${prompt}:${from}`, { message });
      texts.push(JSON.stringify(ground.calls.at(-1)?.given[2]));
    }
    expect(texts[0]).toContain('What would you need to know');
    expect(texts[1]).toContain('What helps you think aloud');
    expect(texts[2]).toContain('Think of a colleague');
    await press(amina, 'coaching.another-question', `${prompt}:1`, { message });
    await aNote();
    expect((await stored())[0]?.question).toBe('trust.a.2');
  });

  test('pressed twice it moves on once; pressed by Bo not at all', async () => {
    const prompt = await promptOf(amina);
    await press(amina, 'coaching.another-question', `${prompt}:1`);
    await press(amina, 'coaching.another-question', `${prompt}:1`);
    await press(bo, 'coaching.another-question', `${prompt}:2`);
    const row = await ground.tools.db.selectFrom('prompt').select('question').where('id', '=', prompt).executeTakeFirst();
    expect(row?.question).toBe(2);
  });
});

describe('reading, changing and deleting', () => {
  test('Amina reads, changes and deletes her note in one modal', async () => {
    const id = await aNote();
    await onNotes(ground.tools, { user: amina.user, channel: '', rest: '', triggerId: 't' });
    expect(textOf(shown())).toContain(CANARY);
    await press(amina, 'coaching.change-note', id, inModal(shown()));
    expect(textOf(shown())).toContain(CANARY);
    const reply = await submit(amina.user, shown(), 'Said more kindly.', true);
    expect(JSON.stringify(reply)).toContain('Said more kindly.');
    await press(amina, 'coaching.delete-note', id, inModal(shown(), 'coaching.notes'));
    expect(textOf(shown())).toContain('You have no notes.');
    expect(await stored()).toEqual([]);
  });

  test('Bo, who knows the id, gets nothing by any of the buttons', async () => {
    const id = await aNote();
    ground.calls.length = 0;
    for (const action of ['read-note', 'change-note', 'read-kept', 'delete-note', 'remove-kept']) await press(bo, `coaching.${action}`, id);
    await press(amina, 'coaching.change-note', id);
    const form = shown();
    ground.calls.pop();
    expect(await submit(bo.user, form, 'Bo was here')).toMatchObject({ then: 'errors' });
    await onNotes(ground.tools, { user: bo.user, channel: '', rest: '', triggerId: 't' });
    expect(JSON.stringify(ground.calls)).not.toContain(CANARY);
    expect(await stored()).toHaveLength(1);
  });

  test('forty notes come in pages, newest first', async () => {
    for (let n = 1; n <= 40; n++) {
      ground.clock.now = ground.clock.now.add({ minutes: 1 });
      await aNote(`Note number ${n}.`);
    }
    await onNotes(ground.tools, { user: amina.user, channel: '', rest: '', triggerId: 't' });
    expect(textOf(shown())).toContain('Note number 40.');
    expect(textOf(shown())).not.toContain('Note number 32.');
    expect(textOf(shown())).toContain('Page 1 of 5.');
    await press(amina, 'coaching.older-notes', '5', inModal(shown()));
    expect(textOf(shown())).toContain('Note number 1.');
  });

  test('a note whose seal is broken is said to be unreadable, and the others are still there', async () => {
    const id = await aNote();
    await aNote('The other one.');
    await ground.tools.db.updateTable('note').set({ sealed: 'v1.1.AAAA' }).where('id', '=', id).execute();
    await onNotes(ground.tools, { user: amina.user, channel: '', rest: '', triggerId: 't' });
    expect(textOf(shown())).toContain('cannot be opened');
    expect(textOf(shown())).toContain('The other one.');
  });
});

test('what Amina wrote stands nowhere but in her own modals', async () => {
  await aNote();
  const everything = await Promise.all(
    (['note', 'prompt', 'reply', 'outbox', 'inbox', 'audit', 'occurrence'] as const).map((table) =>
      ground.tools.db.selectFrom(table).selectAll().execute(),
    ),
  );
  expect(JSON.stringify(everything)).not.toContain('canary');
  expect(ground.logged.join('\n')).not.toContain('canary');
  expect(JSON.stringify(await ground.letters())).not.toContain('canary');
  const [note] = await notes.ofPerson(ground.tools.db, 'T1', bo.user, { from: 0, count: 10 });
  expect(note).toBeUndefined();
});
