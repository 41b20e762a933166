// Private channels that the bot makes for a while, and what it hands over and takes back: all of it may be asked twice, and one bad name keeps no other out.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sentUnder, standingUnder } from '../../../src/platform/outbox/placed.ts';
import { type Slack, slackCalls } from '../../../src/platform/slack/calls.ts';
import { changePerson, deactivate } from '../../../src/sandbox/happen.ts';
import { botToken } from '../../../src/sandbox/installed.ts';
import { memoryFetch } from '../../../src/sandbox/receiver.ts';
import type { Conversation, Person } from '../../../src/sandbox/world.ts';
import { cast, openPostRoom, type PostRoom, userOf } from '../outbox/post-room.ts';

let room: PostRoom;
let requests: { method: string; args: URLSearchParams }[];
let slack: Slack;
beforeEach(async () => {
  room = await openPostRoom();
  requests = [];
  slack = openSlack();
});
afterEach(() => room.close());

/** `unlike`: fields that this Slack does not know. */
function openSlack(unlike: readonly string[] = []): Slack {
  const reach = memoryFetch(room.slack);
  return slackCalls({
    token: botToken,
    slackApiUrl: `${room.slack.baseUrl}/api/`,
    fetch: (input, init) => {
      const args = new URLSearchParams(typeof init?.body === 'string' ? init.body : '');
      requests.push({ method: String(input).split('/').at(-1) ?? '', args });
      for (const field of unlike) args.delete(field);
      return reach(input, typeof init?.body === 'string' ? { ...init, body: args.toString() } : init);
    },
    log: room.tools.log,
    workspace: room.tools.workspace,
    now: room.tools.now,
    wait: async () => {},
  });
}

const fine = { ok: true, value: undefined };
const asked = (wanted: string) => requests.filter(({ method }) => method === wanted);
const there = (id: string) => room.slack.world.conversations.get(id) as Conversation;
const peopleIn = (id: string) => cast.filter((name) => there(id).members.includes(userOf(name)));
const someone = (name: string) => room.slack.world.people.get(userOf(name)) as Person;

async function aChannel(name = 'forum-2027-01-12-a1b2'): Promise<string> {
  const made = await slack.createChannel(name);
  return made.ok ? made.value : made.error;
}

describe('a private channel', () => {
  test('is the bot’s own, and nobody else sees it', async () => {
    const id = await aChannel();
    expect(there(id)).toMatchObject({ kind: 'private', name: 'forum-2027-01-12-a1b2', members: [room.tools.botUser], archived: false });
    expect(await slack.channel(id)).toMatchObject({ ok: true, value: { isPrivate: true, isMember: true, isGroup: false } });
  });

  test('whose making was not answered is found again by its name, and not made twice', async () => {
    room.fails('conversations.create', { kind: 'lost', posted: true });
    expect(await slack.createChannel('forum-a')).toMatchObject({ ok: false });
    expect(await slack.createChannel('forum-a')).toEqual({ ok: false, error: 'name_taken' });
    const found = await slack.ownChannel('forum-a', room.tools.botUser);
    expect(found.ok && there(found.value ?? '')).toMatchObject({ name: 'forum-a', creator: room.tools.botUser });
    expect([...room.slack.world.conversations.values()].filter(({ name }) => name === 'forum-a')).toHaveLength(1);
    expect(room.logged.filter((line) => line.includes('name_taken'))).toEqual([]);
  });

  test('of another’s, of another name or archived is none of the bot’s, on whatever page it stands', async () => {
    for (let n = 0; n < 205; n += 1) await aChannel(`forum-${n}`);
    await slack.archive(await aChannel('forum-old'));
    there('C0LEADERS').kind = 'private';
    there('C0LEADERS').members = [userOf('Amina')];
    expect(await slack.ownChannel('leaders', room.tools.botUser)).toEqual(fine);
    expect(await slack.ownChannel('forum-old', room.tools.botUser)).toEqual(fine);
    expect(await openSlack(['exclude_archived']).ownChannel('forum-old', room.tools.botUser)).toEqual(fine);
    expect(await slack.ownChannel('forum-204', room.tools.botUser)).toMatchObject({ ok: true, value: expect.stringMatching(/^[CG]/) });
    there('C0LEADERS').members.push(room.tools.botUser);
    there('C0LEADERS').creator = userOf('Amina');
    expect(await slack.ownChannel('leaders', room.tools.botUser)).toEqual(fine);
  });

  test('is archived once, however often it is asked', async () => {
    const id = await aChannel();
    expect([await slack.archive(id), await slack.archive(id)]).toEqual([fine, fine]);
    expect(there(id).archived).toBe(true);
    expect(await slack.archive('C0NOWHERE')).toEqual({ ok: false, error: 'channel_not_found' });
    expect(room.logged.filter((line) => line.includes('already_archived'))).toEqual([]);
  });

  test('is not made where the app may not, and the operator hears which right is missing', async () => {
    room.slack.world.app.scopes = room.slack.world.app.scopes.filter((scope) => scope !== 'groups:write');
    expect(await slack.createChannel('forum-a')).toEqual({ ok: false, error: 'missing_scope', needed: 'groups:write' });
    expect(room.logged).toEqual([expect.stringMatching(/conversations\.create.*missing_scope.*groups:write/)]);
  });
});

describe('people', () => {
  test('are put in together, and once more without harm', async () => {
    const id = await aChannel();
    expect(await slack.invite(id, cast.map(userOf))).toEqual(fine);
    expect(await slack.invite(id, [userOf('Bo')])).toEqual(fine);
    expect(await slack.invite(id, cast.map(userOf))).toEqual(fine);
    expect(peopleIn(id)).toEqual([...cast]);
    expect(asked('conversations.invite')).toHaveLength(3);
    expect(room.logged).toEqual([]);
  });

  test.each([
    ['a Slack that passes over whom it cannot invite', []],
    ['a Slack that lets one of them stand in the way of all', ['force']],
  ])('come in without the one who cannot, with %s', async (_, unlike) => {
    slack = openSlack(unlike);
    const id = await aChannel();
    deactivate(room.slack, someone('Chidi'));
    await slack.invite(id, [userOf('Amina')]);
    const wanted = ['Amina', 'Bo', 'Chidi', 'Dolores'].map(userOf);
    const outcome = await slack.invite(id, [...wanted, 'U0NOBODY', room.tools.botUser]);
    expect(peopleIn(id)).toEqual(['Amina', 'Bo', 'Dolores']);
    expect(outcome).toMatchObject({ ok: unlike.length === 0 });
  });

  test('are asked for in hundreds', async () => {
    const id = await aChannel();
    const many = Array.from({ length: 250 }, (_, n) => `U0L${n}`);
    for (const one of many) room.slack.world.people.set(one, { ...someone('Bo'), id: one, name: one, handle: one });
    expect(await slack.invite(id, many)).toEqual(fine);
    expect(asked('conversations.invite').map(({ args }) => args.get('users')?.split(',').length)).toEqual([100, 100, 50]);
    expect(there(id).members).toHaveLength(251);
  });

  test('are asked for no more once Slack has said no to the channel itself', async () => {
    const id = await aChannel();
    await slack.archive(id);
    expect(await slack.invite(id, cast.map(userOf))).toEqual({ ok: false, error: 'is_archived' });
    expect(asked('conversations.invite')).toHaveLength(1);
    room.fails('conversations.invite', { kind: 'ratelimited', retryAfter: 7 });
    expect(await slack.invite(id, cast.map(userOf))).toEqual({ ok: false, error: 'ratelimited', seconds: 7 });
  });

  test('are taken out, also when they are out already', async () => {
    const id = await aChannel();
    await slack.invite(id, [userOf('Bo'), userOf('Edo')]);
    expect([await slack.remove(id, userOf('Bo')), await slack.remove(id, userOf('Bo'))]).toEqual([fine, fine]);
    expect(peopleIn(id)).toEqual(['Edo']);
    expect(there(id).messages.at(-1)?.text).toBe(`<@${userOf('Bo')}> was removed from the channel by <@${room.tools.botUser}>`);
    expect(await slack.remove(id, room.tools.botUser)).toEqual({ ok: false, error: 'cant_kick_self' });
    expect(room.logged.filter((line) => line.includes('not_in_channel'))).toEqual([]);
  });

  test('who are guests of the workspace are no bad names', async () => {
    const id = await aChannel();
    changePerson(room.slack, someone('Hana'), { kind: 'guest' });
    expect(await slack.invite(id, [userOf('Hana'), userOf('Edo')])).toEqual(fine);
  });
});

describe('messages', () => {
  test('that were sent under a name are found, with where they stand, and taken back once', async () => {
    const id = await aChannel();
    for (const key of ['forum:f1:0', 'forum:f1:1', 'forum:f10:0', 'forum:f1']) await room.write(id, { key });
    await room.write('Bo', { key: 'forum:f1:few' });
    await room.forward(20);
    const sent = await sentUnder(room.tools.db, room.tools.workspace, 'forum:f1');
    expect(sent.map(({ key, user }) => [key, user])).toEqual([
      ['forum:f1:0', undefined],
      ['forum:f1:1', undefined],
      ['forum:f1:few', userOf('Bo')],
    ]);
    expect(await standingUnder(room.tools.db, room.tools.workspace, 'forum:f1')).toHaveLength(4);
    expect(await sentUnder(room.tools.db, 'T0ELSEWHERE', 'forum:f1')).toEqual([]);
    const all = () => Promise.all(sent.map(({ channel, ts }) => slack.deleteMessage(channel, ts)));
    expect([...(await all()), ...(await all())]).toEqual(sent.concat(sent).map(() => fine));
    expect(room.seen('forum:f1:')).toEqual({});
  });
});

describe('several files', () => {
  const slides = (count: number) =>
    Array.from({ length: count }, (_, n) => ({
      name: `slide-${n + 1}.png`,
      title: `Slide ${n + 1}`,
      bytes: new Uint8Array([n]),
      alt: 'Words',
    }));
  const inDm = () => [...room.slack.world.conversations.values()].filter(({ kind }) => kind === 'dm').flatMap(({ messages }) => messages);

  test('stand in one message, with the words above them', async () => {
    expect(await slack.sendFiles(userOf('Amina'), slides(7), 'The pack.')).toEqual(fine);
    expect(inDm().map(({ text, files }) => [text, files?.length])).toEqual([['The pack.', 7]]);
    expect([...room.slack.world.files.values()].map(({ title, complete }) => [title, complete])).toContainEqual(['Slide 7', true]);
  });

  test('beyond ten go on in the next message, in their order', async () => {
    expect(await slack.sendFiles(userOf('Amina'), slides(23), 'The pack.')).toEqual(fine);
    expect(inDm().map(({ text, files }) => [text, files?.length])).toEqual([
      ['The pack.', 10],
      ['', 10],
      ['', 3],
    ]);
  });

  test('of which one does not arrive show nobody anything', async () => {
    room.fails('files.getUploadURLExternal', { kind: 'error', code: 'file_uploads_disabled', posted: false });
    expect(await slack.sendFiles(userOf('Amina'), slides(3))).toEqual({ ok: false, error: 'file_uploads_disabled' });
    expect(inDm()).toEqual([]);
  });
});
