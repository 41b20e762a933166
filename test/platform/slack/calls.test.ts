// Calls that answer someone who waits: what is repeated and what is not, what a refusal says and to whom, and how files come and go.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { modal, section } from '../../../src/platform/slack/blocks.ts';
import { type Slack, slackCalls } from '../../../src/platform/slack/calls.ts';
import { faultOf } from '../../../src/platform/slack/errors.ts';
import { isSlackHost } from '../../../src/platform/slack/files.ts';
import { lookUp, lookUpAgain, lookUpSurely } from '../../../src/platform/slack/people.ts';
import { personFrom, userShape } from '../../../src/platform/slack/person.ts';
import { openPoster } from '../../../src/platform/slack/posting.ts';
import { botToken } from '../../../src/sandbox/installed.ts';
import { memoryFetch } from '../../../src/sandbox/receiver.ts';
import { openPostRoom, type PostRoom } from '../outbox/post-room.ts';

let room: PostRoom;
let waits: number[];
let requests: string[];
let slack: Slack;
let settings: Parameters<typeof slackCalls>[0];
beforeEach(async () => {
  room = await openPostRoom();
  waits = [];
  requests = [];
  const reach = memoryFetch(room.slack);
  settings = {
    token: botToken,
    slackApiUrl: `${room.slack.baseUrl}/api/`,
    fetch: (input, init) => {
      requests.push(String(input).split('/').at(-1) ?? '');
      return reach(input, init);
    },
    log: room.tools.log,
    workspace: room.tools.workspace,
    now: room.tools.now,
    wait: async (ms) => void waits.push(ms),
  };
  slack = slackCalls(settings);
});
afterEach(() => room.close());

const refused = (code: string) => ({ kind: 'error' as const, code, posted: false });
const view = modal({ callback: 'test.view', title: 'A view', blocks: [section('Words')] });

describe('a read', () => {
  test.each([
    ['Slack asks to wait a little', { kind: 'ratelimited' as const, retryAfter: 3 }, [3_000]],
    ['Slack has a moment of trouble', { kind: 'status' as const, status: 503, posted: false }, [250]],
    ['the answer is lost', { kind: 'lost' as const, posted: true }, [250]],
    ['the answer cannot be read', { kind: 'garbage' as const, posted: true }, [250]],
  ])('is repeated when %s', async (_, fault, waited) => {
    room.fails('users.info', fault);
    expect(await slack.person('U0BO')).toMatchObject({ ok: true, value: { name: 'Bo' } });
    expect(waits).toEqual(waited);
  });

  test('is given up after two repetitions, and when the wait would be long', async () => {
    room.fails('users.info', { kind: 'status', status: 503, posted: false }, 3);
    expect(await slack.person('U0BO')).toEqual({ ok: false, error: 'http_503' });
    room.fails('users.info', { kind: 'ratelimited', retryAfter: 60 });
    expect(await slack.person('U0BO')).toEqual({ ok: false, error: 'ratelimited', seconds: 60 });
    expect(requests).toHaveLength(4);
  });

  test('is not repeated when Slack says no', async () => {
    room.fails('users.info', refused('user_not_found'));
    expect(await slack.person('U0X')).toEqual({ ok: false, error: 'user_not_found' });
    expect(requests).toHaveLength(1);
  });

  test('of the people of a channel reads all pages', async () => {
    for (let n = 0; n < 450; n += 1) room.slack.world.conversations.get('C0LEADERS')?.members.push(`U0X${n}`);
    const found = await slack.members('C0LEADERS');
    expect(found.ok && found.value).toHaveLength(459);
  });
});

describe('a modal', () => {
  test('is opened with one request, which is not repeated: its trigger would be used up', async () => {
    room.fails('views.open', { kind: 'lost', posted: false });
    expect(await slack.openModal('T.1', view)).toMatchObject({ ok: false });
    expect(requests).toEqual(['views.open']);
  });

  test('that came too late is an error value, and nothing the operator need know', async () => {
    room.fails('views.open', refused('expired_trigger_id'));
    expect(await slack.openModal('T.1', view)).toEqual({ ok: false, error: 'expired_trigger_id' });
    expect(room.logged).toEqual([]);
  });
});

describe('a Slack-like server', () => {
  const says = (answer: object) => ({ ...settings, fetch: async () => Response.json(answer) });

  test('that says no more than that a form stands open is believed', async () => {
    expect(await slackCalls(says({ ok: true })).openModal('T.1', view)).toEqual({ ok: true, value: { id: '', hash: '' } });
  });

  test.each([
    ['a number', { ts: 1795329640.0001 }, '1795329640.0001'],
    ['nothing', {}, ''],
  ])('that names %s as the time of a message has posted it all the same', async (_, answer, ts) => {
    const post = { channel: 'D0BO', text: 'Words', blocks: [], metadata: { event_type: 'test', event_payload: {} } };
    expect(await openPoster(says({ ok: true, ...answer })).post(post)).toEqual({ ok: true, value: { channel: 'D0BO', ts } });
  });
});

describe('a refusal', () => {
  test('is told to the operator once an hour, with the scope that is missing', async () => {
    room.slack.world.app.scopes = room.slack.world.app.scopes.filter((scope) => scope !== 'users:read.email');
    for (let each = 0; each < 5; each += 1) await slack.personByEmail('bo@example.org');
    expect(room.logged).toHaveLength(1);
    expect(room.logged[0]).toMatch(/users.lookupByEmail.*missing_scope.*users:read.email/);
    room.jump(3_601);
    await slack.personByEmail('bo@example.org');
    expect(room.logged).toHaveLength(2);
  });

  test('of a method this Slack does not know is an error value', async () => {
    room.fails('views.publish', refused('unknown_method'));
    expect(await slack.publishHome('U0BO', { type: 'home', blocks: [] })).toEqual({ ok: false, error: 'unknown_method' });
  });
});

describe('files', () => {
  const csv = (text: string) => ({ name: 'roster.csv', title: 'Roster', bytes: new TextEncoder().encode(text) });

  test('are handed to one person, whole', async () => {
    expect(await slack.sendFile('U0BO', { ...csv('name\nZoë'), comment: 'Your data.' })).toEqual({ ok: true, value: undefined });
    const [file] = [...room.slack.world.files.values()];
    expect(Buffer.from(file?.bytes ?? []).toString()).toBe('name\nZoë');
    expect(file).toMatchObject({ name: 'roster.csv', title: 'Roster' });
    expect(file?.sharedIn).toHaveLength(1);
    const read = await slack.fileText(file?.id ?? '', 100);
    expect(read).toEqual({ ok: true, value: { text: 'name\nZoë', encoding: 'UTF-8' } });
  });

  test('larger than wanted are refused whole', async () => {
    await slack.sendFile('U0BO', csv('x'.repeat(200)));
    const [file] = [...room.slack.world.files.values()];
    expect(await slack.fileText(file?.id ?? '', 100)).toEqual({ ok: false, error: 'file_too_large' });
  });

  test('that the bot handed to somebody else are not read for an organiser who names them', async () => {
    await slack.sendFile('U0BO', csv('the notes of Bo'));
    const [file] = [...room.slack.world.files.values()];
    expect(await slack.fileText(file?.id ?? '', 100, 'U0AMINA')).toEqual({ ok: false, error: 'file_elsewhere' });
  });

  test.each([
    ['UTF-16', 'with its mark', Buffer.from('\ufeffname\nZoë', 'utf16le')],
    ['UTF-16', 'the other way round', Buffer.from('\ufeffname\nZoë', 'utf16le').swap16()],
    ['UTF-16', 'without its mark', Buffer.from('name\nZoë', 'utf16le')],
    ['Windows-1252', 'as Excel once wrote', Buffer.from('name\nZo\xeb', 'latin1')],
    ['UTF-8', 'with its mark', Buffer.from('\ufeffname\nZoë')],
  ])('in %s %s are read, and it is told how', async (encoding, _, bytes) => {
    await slack.sendFile('U0BO', { name: 'roster.csv', title: 'Roster', bytes: new Uint8Array(bytes) });
    const [file] = [...room.slack.world.files.values()];
    expect(await slack.fileText(file?.id ?? '', 1_000)).toEqual({ ok: true, value: { text: 'name\nZoë', encoding } });
  });

  test('that are workbooks and not lists are refused', async () => {
    await slack.sendFile('U0BO', { name: 'roster.csv', title: 'Roster', bytes: new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]) });
    const [file] = [...room.slack.world.files.values()];
    expect(await slack.fileText(file?.id ?? '', 1_000)).toEqual({ ok: false, error: 'file_not_text' });
  });

  test.each([
    ['https://files.slack.com/files-pri/T1-F1/roster.csv', true],
    ['https://slack.com/x', true],
    ['https://evil.example/files.slack.com', false],
    ['https://files.slack.com.evil.example/x', false],
    ['https://notslack.com/x', false],
    ['http://files.slack.com/x', false],
    ['file:///etc/passwd', false],
    ['nonsense', false],
  ])('%s: the token goes there: %s', (url, goes) => {
    expect(isSlackHost(url, undefined)).toBe(goes);
  });

  test('come from the server of the settings where there is one', () => {
    expect(isSlackHost('http://127.0.0.1:4000/files/F1', 'http://127.0.0.1:4000/api/')).toBe(true);
    expect(isSlackHost('http://127.0.0.1:4001/files/F1', 'http://127.0.0.1:4000/api/')).toBe(false);
  });
});

describe('people', () => {
  const tools = () => ({ ...room.tools, slack });
  const asked = () => requests.filter((method) => method === 'users.info').length;

  test('are asked for once a day, and again when it is said that they changed', async () => {
    expect(await lookUp(tools(), 'U0BO')).toMatchObject({ id: 'U0BO', name: 'Bo', kind: 'member', email: 'bo@example.org' });
    await lookUp(tools(), 'U0BO');
    expect(asked()).toBe(1);
    await lookUpAgain(tools(), 'U0BO');
    expect(asked()).toBe(2);
    room.jump(24 * 3_600 + 1);
    await lookUp(tools(), 'U0BO');
    expect(asked()).toBe(3);
  });

  test('are as they were known where Slack does not answer, and no more than an id where nobody was known', async () => {
    await lookUp(tools(), 'U0BO');
    room.jump(48 * 3_600);
    room.fails('users.info', refused('missing_scope'), 2);
    expect(await lookUp(tools(), 'U0BO')).toMatchObject({ name: 'Bo' });
    expect(await lookUp(tools(), 'U0X')).toMatchObject({ id: 'U0X', name: 'U0X', kind: 'member', workspaceAdmin: false });
  });

  test('on whom a right depends are asked for anew, and nobody is taken for a member while Slack is silent', async () => {
    const late = (span: object) => ({ ...tools(), now: () => room.tools.now().add(span) });
    const surely = (user: string, span: object = { seconds: 0 }) => lookUpSurely(late(span), user, { seconds: 60 });
    expect(await surely('U0BO')).toMatchObject({ kind: 'member' });
    await surely('U0BO', { seconds: 59 });
    expect(asked()).toBe(1);
    await surely('U0BO', { seconds: 61 });
    expect(asked()).toBe(2);
    for (const code of ['ratelimited', 'internal_error', 'fatal_error', 'invalid_auth']) {
      room.fails('users.info', refused(code), 9);
      expect([code, await surely('U0X'), (await surely('U0BO', { hours: 23 }))?.kind]).toEqual([code, undefined, 'member']);
      expect([code, await surely('U0BO', { hours: 25 })]).toEqual([code, undefined]);
      room.slack.faults.calls.length = 0;
    }
    expect(await surely('U0NOBODY')).toMatchObject({ kind: 'deactivated' });
  });

  test.each(['unknown_method', 'missing_scope'])('on a server that never tells of them (%s) are members', async (code) => {
    room.fails('users.info', refused(code), 9);
    expect(await lookUpSurely(tools(), 'U0X', { seconds: 60 })).toMatchObject({ id: 'U0X', kind: 'member', workspaceAdmin: false });
  });

  test('whom Slack does not know are gone', async () => {
    expect(await lookUp(tools(), 'U0NOBODY')).toMatchObject({ kind: 'deactivated' });
  });

  test.each([
    [{}, 'member'],
    [{ deleted: true }, 'deactivated'],
    [{ is_bot: true }, 'bot'],
    [{ id: 'USLACKBOT' }, 'bot'],
    [{ is_restricted: true }, 'guest'],
    [{ is_ultra_restricted: true }, 'guest'],
    [{ is_stranger: true }, 'external'],
    [{ team_id: 'T0ELSEWHERE' }, 'external'],
    [{ team_id: 'T0ELSEWHERE', enterprise_user: { teams: ['T1'] } }, 'member'],
  ])('%j: %s', (more, kind) => {
    const user = userShape.parse({ id: 'U1', team_id: 'T1', profile: { real_name: 'Bo Lindqvist', display_name: 'bo' }, ...more });
    expect(personFrom(user, 'T1')).toMatchObject({ kind, name: 'Bo Lindqvist' });
  });
});

describe('what was thrown', () => {
  const failed = (code: string) => new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

  test.each([
    [failed('ECONNREFUSED'), { how: 'unreached', error: 'ECONNREFUSED' }],
    [failed('ENOTFOUND'), { how: 'unreached', error: 'ENOTFOUND' }],
    [failed('ECONNRESET'), { how: 'unclear', error: 'ECONNRESET' }],
    [failed('UND_ERR_SOCKET'), { how: 'unclear', error: 'UND_ERR_SOCKET' }],
    [new TypeError('terminated'), { how: 'unclear', error: 'connection_lost' }],
    [new DOMException('too long', 'TimeoutError'), { how: 'unclear', error: 'timeout' }],
    ['a word', { how: 'unclear', error: 'connection_lost' }],
    [undefined, { how: 'unclear', error: 'connection_lost' }],
  ])('%p is read as %j', (thrown, fault) => {
    expect(faultOf(thrown)).toEqual(fault);
  });
});
