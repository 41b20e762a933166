import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { WebSocket } from 'undici';
import { drain } from '../../src/sandbox/deliver.ts';
import { foundWorld } from '../../src/sandbox/found.ts';
import { appToken, botToken, signingSecret } from '../../src/sandbox/installed.ts';
import { keepTime } from '../../src/sandbox/port/alarm.ts';
import { type OpenPort, openPort } from '../../src/sandbox/port/server.ts';
import { type SmallSlack, smallSlack } from '../../src/sandbox/small-slack.ts';

const closers: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

interface Standing {
  slack: SmallSlack;
  opened: OpenPort;
  post: (path: string, body: object) => Promise<Record<string, never>>;
  get: (path: string) => Promise<Record<string, never>>;
}

async function standing(requestUrl?: string): Promise<Standing> {
  const people = [
    { name: 'Amina Adeyemi', handle: 'amina' },
    { name: 'Bo Lindqvist', handle: 'bo' },
  ];
  const slack = smallSlack({ world: foundWorld({ people, channels: [{ name: 'leaders' }], now: Date.now() }), now: Date.now });
  const opened = await openPort({ stage: { slack, settle: () => drain(slack) }, port: 0, requestUrl });
  const stop = keepTime(slack);
  closers.push(stop, opened.close);
  const ask = async (path: string, init?: RequestInit) =>
    (await fetch(`${opened.url}/sandbox${path}`, init)).json() as Promise<Record<string, never>>;
  return {
    slack,
    opened,
    get: (path) => ask(path),
    post: (path, body) => ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  };
}

const view = {
  type: 'modal' as const,
  callback_id: 'office.question',
  title: { type: 'plain_text' as const, text: 'A question' },
  submit: { type: 'plain_text' as const, text: 'Save' },
  blocks: [
    {
      type: 'input' as const,
      block_id: 'answer',
      label: { type: 'plain_text' as const, text: 'Your answer' },
      element: { type: 'plain_text_input' as const, action_id: 'text' },
    },
  ],
};

/** A Bolt app that answers a command, opens a modal, says back what was said, and publishes Home. */
function office(receiver: SocketModeReceiver | HTTPReceiver, slackApiUrl: string) {
  const app = new App({
    token: botToken,
    receiver,
    convoStore: false,
    deferInitialization: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl },
  });
  app.command('/coachingpairs', async ({ ack, client, body, command }) => {
    await ack(`Heard: ${command.text}`);
    if (command.text === 'note') await client.views.open({ trigger_id: body.trigger_id, view });
  });
  app.view('office.question', async ({ ack, view: given }) => {
    const text = given.state.values.answer?.text?.value;
    if (text === 'short') await ack({ response_action: 'errors', errors: { answer: 'Say more.' } });
    else await ack();
  });
  app.message(async ({ message, say }) => {
    if (message.subtype === undefined) await say(`You said ${message.text}`);
  });
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'home') return;
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [{ type: 'divider' }] } });
  });
  return app;
}

/** Where the small Slack lets the app open a socket, this once. */
async function addressOf({ opened }: Standing): Promise<string> {
  const response = await fetch(`${opened.url}/api/apps.connections.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${appToken}` },
  });
  return ((await response.json()) as { url: string }).url;
}

/** The next such thing that happens to a socket. */
function once(socket: WebSocket, what: 'message' | 'error'): Promise<MessageEvent> {
  closers.push(() => socket.close());
  return new Promise((resolve) => socket.addEventListener(what, (event) => resolve(event as unknown as MessageEvent), { once: true }));
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Looks again until it holds; the app does some of its work after it has acknowledged. */
async function eventually<Found>(look: () => Promise<Found>, holds: (found: Found) => boolean): Promise<Found> {
  const patience = performance.now() + 15_000;
  while (performance.now() < patience) {
    const found = await look();
    if (holds(found)) return found;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return look();
}

async function connected({ opened }: Standing) {
  const slackApiUrl = `${opened.url}/api/`;
  const receiver = new SocketModeReceiver({
    appToken,
    logLevel: LogLevel.ERROR,
    clientPingTimeout: 200,
    installerOptions: { clientOptions: { slackApiUrl } },
  });
  const app = office(receiver, slackApiUrl);
  await app.init();
  await app.start();
  closers.push(() => app.stop());
  return receiver;
}

describe('a Bolt app over sockets', () => {
  test('Bo types, fills in, submits and writes; the app hears it and answers', async () => {
    const here = await standing();
    await connected(here);
    const typed = await here.post('/people/bo/type', { line: '/coachingpairs note', where: 'leaders' });
    expect(typed).toMatchObject({ ok: true, shown: ['Heard: note'], ackMs: expect.any(Number) });
    const screen = await eventually(
      () => here.get('/people/bo'),
      (found) => found.modal !== null,
    );
    expect(screen).toMatchObject({ modal: { plain: 'A question\nYour answer: []\n[Save]' } });
    await here.post('/people/bo/fill', { values: { 'Your answer': 'short' } });
    expect(await here.post('/people/bo/submit', {})).toMatchObject({ errors: { 'Your answer': 'Say more.' } });
    expect(await here.post('/people/bo/submit', { values: { answer: 'a longer one' } })).toMatchObject({ errors: {} });
    expect(await here.get('/people/bo')).toMatchObject({ modal: null });
    await here.post('/people/bo/say', { text: 'Hello' });
    const told = await eventually(
      () => here.get('/people/bo/messages'),
      ({ messages }) => listOf(messages).length === 2,
    );
    expect(told).toMatchObject({ messages: [{ plain: 'Hello' }, { plain: 'You said Hello' }] });
    await here.post('/people/bo/home', {});
    expect(
      await eventually(
        () => here.get('/people/bo'),
        (found) => found.home !== null,
      ),
    ).toMatchObject({ home: { plain: '———' } });
  });

  test('a refreshed connection comes back, and what was said meanwhile arrives as a retry', async () => {
    const here = await standing();
    const receiver = await connected(here);
    await here.post('/sockets', { how: 'refresh_requested' });
    await eventually(
      async () => here.opened.sockets.count(),
      (count) => count === 0,
    );
    const back = new Promise((resolve) => receiver.client.once('connected', resolve));
    await here.post('/people/amina/say', { text: 'Anyone there?' });
    await back;
    expect(here.slack.agenda.items.length).toBeGreaterThan(0);
    expect(await here.post('/people/amina/type', { line: '/coachingpairs hi' })).toMatchObject({ shown: ['Heard: hi'] });
  });

  test('an event that is not acknowledged when the line breaks comes again over the next', async () => {
    const here = await standing();
    const first = new WebSocket(await addressOf(here));
    await once(first, 'message');
    const said = here.post('/people/bo/say', { text: 'Hello' });
    const lost = JSON.parse(String((await once(first, 'message')).data));
    expect(lost).toMatchObject({ type: 'events_api', retry_attempt: 0, accepts_response_payload: false });
    const second = new WebSocket(await addressOf(here));
    await once(second, 'message');
    first.close();
    const again = JSON.parse(String((await once(second, 'message')).data));
    expect(again).toMatchObject({ retry_attempt: 1, retry_reason: 'timeout', payload: { event_id: lost.payload.event_id } });
    expect(await said).toMatchObject({ ok: true });
  });

  test('ten connections may stand at once; the eleventh is sent away, and an address opens one line only', async () => {
    const here = await standing();
    const hellos = [];
    for (let n = 0; n < 11; n += 1) hellos.push(JSON.parse(String((await once(new WebSocket(await addressOf(here)), 'message')).data)));
    expect(hellos.slice(0, 10).map(({ type, num_connections }) => [type, num_connections])).toEqual(
      Array.from({ length: 10 }, (_, n) => ['hello', n + 1]),
    );
    expect(hellos[10]).toMatchObject({ type: 'disconnect', reason: 'too_many_websockets' });
    const url = await addressOf(here);
    const ticket = new WebSocket(url);
    await once(ticket, 'message');
    const twice = new WebSocket(url);
    await once(twice, 'error');
  });

  test('a person whose command nobody hears is told so', async () => {
    const here = await standing();
    const answer = await here.post('/people/bo/type', { line: '/coachingpairs' });
    expect(answer).toMatchObject({
      ok: true,
      shown: ['/coachingpairs failed because the app did not respond. If this problem continues, contact the app owner.'],
    });
  });
});

describe('a Bolt app over signed requests', () => {
  test('Amina types and writes; only requests with our signature are taken', async () => {
    const receiver = new HTTPReceiver({ signingSecret, logLevel: LogLevel.ERROR });
    const server = createServer(receiver.requestListener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closers.push(() => new Promise((resolve) => server.close(resolve)));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
    const here = await standing(url);
    const app = office(receiver, `${here.opened.url}/api/`);
    await app.init();
    expect(await here.post('/people/amina/type', { line: '/coachingpairs join' })).toMatchObject({ shown: ['Heard: join'] });
    await here.post('/people/amina/say', { text: 'Hello' });
    const told = await eventually(
      () => here.get('/people/amina/messages'),
      ({ messages }) => listOf(messages).length === 3,
    );
    expect(told).toMatchObject({ messages: [{ plain: 'Heard: join' }, { plain: 'Hello' }, { plain: 'You said Hello' }] });
    here.slack.world.app.signingSecret = 'another';
    expect(await here.post('/people/amina/type', { line: '/coachingpairs join' })).toMatchObject({
      notice: expect.stringContaining('did not respond'),
    });
  });
});

describe('the control API', () => {
  test('it says what is wrong with a request, and takes only JSON', async () => {
    const here = await standing();
    expect(await here.post('/people/nobody/say', { text: 'x' })).toEqual({
      ok: false,
      error: 'There is nobody called nobody in the sandbox.',
    });
    expect(await here.post('/people/bo/say', { words: 'x' })).toMatchObject({ ok: false, error: expect.stringContaining('text') });
    expect(await here.post('/people/bo/press', { label: 'Nothing' })).toEqual({
      ok: false,
      error: 'Bo Lindqvist sees no button [Nothing].',
    });
    expect(await here.post('/clock', { days: 1 })).toEqual({ ok: false, error: 'This clock is the real one: nobody can move it.' });
    const form = await fetch(`${here.opened.url}/sandbox/people/bo/say`, { method: 'POST', body: 'text=x' });
    expect(form.status).toBe(400);
    expect((await fetch(`${here.opened.url}/sandbox/nothing`)).status).toBe(404);
  });

  test('changes are told as they happen', async () => {
    const here = await standing();
    const stop = new AbortController();
    const stream = await fetch(`${here.opened.url}/sandbox/changes`, { signal: stop.signal });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    await reader?.read();
    await here.post('/people/bo/say', { text: 'Hello', where: 'leaders' });
    expect((await reader?.read())?.value).toContain('data: {"what":"message","conversation":"C0000000001"}');
    stop.abort();
  });
});
