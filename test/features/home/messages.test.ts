import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { contacts } from '../../../src/features/coaching/contacts/stream.ts';
import { ears as coachingEars } from '../../../src/features/coaching/listeners.ts';
import { openers } from '../../../src/features/coaching/openers.ts';
import { keptNotes } from '../../../src/features/coaching/show-notes.ts';
import type { Programme } from '../../../src/features/founding/programmes.ts';
import { atHome } from '../../../src/features/home/listeners.ts';
import { isCommand } from '../../../src/features/home/words.ts';
import type { Leader } from '../../../src/features/joining/leaders.ts';
import type { EventKind } from '../../../src/platform/inbox/kinds.ts';
import { at, dmOf, type Ground, openGround, tsAt } from '../coaching/ground.ts';

let ground: Ground;
let programme: Programme;
let amina: Leader;
let bo: Leader;
let openerTs: string;
let typed: number;

const quiet = async () => undefined;
const line = (word: string) => ({ word, for: 'everyone' as const, help: 'home.help.menu', run: quiet });
const home = atHome(() => ({ '/coachingpairs': ['note', 'notes', 'pause', 'leave', 'join', 'help'].map(line), '/rotate': [line('')] }));

beforeEach(async () => {
  typed = 0;
  ground = await openGround('2027-01-19T15:00:00Z');
  programme = await ground.programme();
  amina = await ground.leader('Amina', programme);
  bo = await ground.leader('Bo', programme);
  const round = await ground.round(programme, [[amina, bo]]);
  await contacts([openers]).run(ground.tools, ground.clock.now);
  const sent = await ground.deliver();
  openerTs = sent[`opener:${round.pairs[0]}:1:${amina.id}`]?.ts ?? '';
});

afterEach(() => ground.close());

const pass = (minutes: number) => {
  ground.clock.now = ground.clock.now.add({ minutes });
};

async function hear(kind: EventKind, user: string, fields: Record<string, string>, text?: string): Promise<void> {
  const listener = home.ears.events?.[kind] ?? coachingEars.events?.[kind];
  const event = { workspace: 'T1', kind, fields: { user, channel: dmOf(user), ...fields }, ...(text !== undefined && { text }) };
  await listener?.(ground.tools, event);
}

/** Writes to the bot; returns the message's ts. */
async function says(who: Leader | string, text: string, more: Record<string, string> = {}): Promise<string> {
  const ts = tsAt(ground.clock.now, 1000 + typed++);
  await hear('reply', typeof who === 'string' ? who : who.user, { ts, ...more }, text);
  return ts;
}

const press = (who: Leader, action: string, value: string) =>
  coachingEars.presses?.[action]?.(ground.tools, {
    ...{ user: who.user, action, value, values: [value], triggerId: 't' },
    message: { channel: dmOf(who.user), ts: '9.9' },
  });
const stored = () => ground.tools.db.selectFrom('note').selectAll().orderBy('message_ts').execute();
const read = async (id: string) => JSON.stringify((await keptNotes(ground.tools, amina.user, id)).blocks);
const kept = async () => (await ground.letters('kept')).map(({ to, text }) => ({ to, text }));
const menus = async () => (await ground.letters('menu')).map(({ text }) => text);

describe('replying to the question', () => {
  test('a plain reply is kept as that fortnight’s note and confirmed, the first time with a word about Slack', async () => {
    await says(amina, 'She told me the truth early.');
    expect(await stored()).toMatchObject([{ leader: amina.id, fortnight: 1, question: 'trust.a.1', source: 'message' }]);
    expect((await kept())[0]?.text).toContain('Slack keeps its own copy');
    pass(60);
    await says(amina, 'And she listened.');
    expect((await kept())[1]).toEqual({ to: amina.user, text: 'Kept. Only you see it here.' });
  });

  test('a reply in the thread of an older question belongs to that one', async () => {
    ground.clock.now = at('2027-02-02T15:00:00Z');
    await contacts([openers]).run(ground.tools, ground.clock.now);
    await ground.deliver();
    await says(amina, 'To the first one.', { thread_ts: openerTs });
    await says(amina, 'To the second one.');
    expect((await stored()).map(({ fortnight, question }) => [fortnight, question])).toEqual([
      [1, 'trust.a.1'],
      [2, 'trust.b.1'],
    ]);
  });

  test('three lines typed in a row are three notes and one confirmation, which reads and removes all three', async () => {
    for (const text of ['First,', 'second,', 'third.']) {
      await says(amina, text);
      pass(1);
    }
    const notes = await stored();
    expect(notes).toHaveLength(3);
    expect(await kept()).toHaveLength(1);
    const first = notes[0]?.id ?? '';
    expect(await read(first)).toMatch(/First,.*second,.*third\./);
    await press(amina, 'coaching.remove-kept', first);
    expect(await stored()).toEqual([]);
    expect(JSON.stringify(ground.calls.at(-1))).toContain('Removed.');
  });

  test('the same event twice is one note', async () => {
    const ts = await says(amina, 'Once.');
    await hear('reply', amina.user, { ts }, 'Once.');
    expect(await stored()).toHaveLength(1);
    expect(await kept()).toHaveLength(1);
  });

  test('four thousand characters and more are kept whole', async () => {
    const long = `${'Something long. '.repeat(700)}The end.`;
    await says(amina, long);
    const [note] = await stored();
    const blocks = (await keptNotes(ground.tools, amina.user, note?.id ?? '')).blocks as { type: string; text?: { text: string } }[];
    const whole = blocks.flatMap((block) => (block.type === 'section' ? [block.text?.text ?? ''] : [])).join('');
    expect(whole).toBe(long);
  });

  test('mentions and links are kept as people read them', async () => {
    await ground.tools.db
      .insertInto('person')
      .values({
        ...{ workspace: 'T1', slack_user: bo.user, name: 'Bo', email: null, title: null, time_zone: null, kind: 'member' },
        ...{ workspace_admin_at: null, dm: null, refreshed_at: '2027-01-01T00:00:00.000Z' },
      })
      .execute();
    await says(amina, `<@${bo.user}> sent <https://example.com/a|a paper> & <https://example.com>`);
    const [note] = await stored();
    expect(await read(note?.id ?? '')).toContain('@Bo sent a paper (https://example.com/a) & https://example.com');
  });
});

describe('editing and deleting the message', () => {
  test('an edit changes the note, a deletion removes it and says so where it was confirmed', async () => {
    const ts = await says(amina, 'Too quick.');
    await ground.deliver();
    await hear('reply_changed', amina.user, { ts }, 'Thought again.');
    const id = (await stored())[0]?.id ?? '';
    expect(await read(id)).toContain('Thought again.');
    await hear('reply_deleted', amina.user, { ts });
    expect(await stored()).toEqual([]);
    expect(ground.calls.at(-1)).toMatchObject({
      method: 'updateMessage',
      given: [dmOf(amina.user), expect.any(String), { text: expect.stringContaining('Removed.') }],
    });
  });

  test('what was removed stays removed when the message is edited afterwards', async () => {
    const ts = await says(amina, 'Away with it.');
    const id = (await stored())[0]?.id ?? '';
    await press(amina, 'coaching.remove-kept', id);
    await hear('reply_changed', amina.user, { ts }, 'Back again?');
    await hear('reply', amina.user, { ts }, 'Away with it.');
    expect(await stored()).toEqual([]);
  });

  test('a deletion that comes before the message wins', async () => {
    const ts = tsAt(ground.clock.now, 5000);
    await hear('reply_deleted', amina.user, { ts });
    await hear('reply', amina.user, { ts }, 'Never mind.');
    expect(await stored()).toEqual([]);
    expect(await kept()).toEqual([]);
    expect(await menus()).toEqual([]);
  });

  test('an edit that comes before the message is the note, and the message changes nothing', async () => {
    const ts = tsAt(ground.clock.now, 5000);
    await hear('reply_changed', amina.user, { ts }, 'As edited.');
    await hear('reply', amina.user, { ts }, 'As first typed.');
    expect(await read((await stored())[0]?.id ?? '')).toContain('As edited.');
    expect(await stored()).toHaveLength(1);
  });

  test('Bo cannot change Amina’s note by an event that names her message', async () => {
    const ts = await says(amina, 'Mine.');
    await hear('reply_changed', bo.user, { ts, channel: dmOf(amina.user) }, 'Bo was here.');
    expect(await read((await stored())[0]?.id ?? '')).toContain('Mine.');
  });
});

describe('what answers no question', () => {
  test('someone who is in no programme gets the menu with Join, and not twice in a row', async () => {
    await says('U0EDO', 'Hello?');
    await says('U0EDO', 'Anybody there?');
    const letters = await ground.letters('menu');
    expect(letters).toHaveLength(1);
    expect(JSON.stringify(letters[0]?.blocks)).toContain('"Join"');
    pass(5);
    await says('U0EDO', 'Hello again');
    expect(await menus()).toHaveLength(2);
    expect(await stored()).toEqual([]);
  });

  test('before the first question, and after the fortnight is over, nothing is kept', async () => {
    const hana = await ground.leader('Hana', programme);
    await says(hana, 'What happens next?');
    ground.clock.now = at('2027-02-01T09:00:00Z');
    await says(amina, 'Too late for the first fortnight, too early for the second.');
    expect(await stored()).toEqual([]);
    expect(await menus()).toHaveLength(2);
  });

  test('a command typed as a message is no note', async () => {
    await says(amina, '/coachingpairs pause');
    await says(bo, 'help');
    expect(await stored()).toEqual([]);
    expect((await menus())[0]).toContain('It looks as if you meant a command');
    expect(['help', 'Pause.', 'pause until monday', '/rotate', 'coachingpairs join'].filter((text) => !isCommand(text))).toEqual([]);
    expect(['leave it with them', 'Help from a colleague', 'pauses', 'I would change nothing'].filter(isCommand)).toEqual([]);
  });

  test('a file without words is not kept, and that is said', async () => {
    await says(amina, '', { file: 'F1' });
    expect((await menus())[0]).toContain('Files are not kept here');
  });
});

test('Amina is in two programmes: her reply is kept, and she says which one it is for', async () => {
  const other = await ground.programme({ channel: 'C0OTHER', name: 'Deputies' });
  const there = await ground.leader('Amina', other);
  const chidi = await ground.leader('Chidi', other);
  await ground.round(other, [[there, chidi]]);
  await contacts([openers]).run(ground.tools, ground.clock.now);
  await ground.deliver();
  await says(amina, 'For the deputies.');
  await says(amina, 'All of it.');
  const letters = await ground.letters('kept');
  expect(letters).toHaveLength(1);
  expect(JSON.stringify(letters[0]?.blocks)).toMatch(/Leaders.*Deputies|Deputies.*Leaders/);
  const [first] = await stored();
  const wanted = await ground.tools.db.selectFrom('prompt').select('id').where('leader', '=', there.id).executeTakeFirstOrThrow();
  await press(amina, 'coaching.keep-for', `${first?.id}:${wanted.id}`);
  expect((await stored()).map(({ leader }) => leader)).toEqual([there.id, there.id]);
  const boPrompt = await ground.tools.db.selectFrom('prompt').select('id').where('leader', '=', bo.id).executeTakeFirstOrThrow();
  await press(amina, 'coaching.keep-for', `${first?.id}:${boPrompt.id}`);
  expect((await stored()).map(({ leader }) => leader)).toEqual([there.id, there.id]);
});

test('what Amina wrote stands in no log, no letter and no table', async () => {
  await says(amina, 'The canary sings.');
  await says('U0EDO', 'Another canary.');
  const tables = await Promise.all(
    (['note', 'reply', 'outbox', 'occurrence', 'audit'] as const).map((table) => ground.tools.db.selectFrom(table).selectAll().execute()),
  );
  expect(JSON.stringify([tables, await ground.letters(), ground.logged, ground.calls])).not.toContain('canary');
});
