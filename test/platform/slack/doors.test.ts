// The two doors on a real port: sockets that break and come back, and signed requests of which only the right ones are heard.
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { type AppSettings, type CoachingApp, openApp } from '../../../src/app.ts';
import { loadContent } from '../../../src/platform/content/load.ts';
import { openMemory } from '../../../src/platform/db/open.ts';
import { openLog } from '../../../src/platform/log.ts';
import type { Called } from '../../../src/platform/slack/called.ts';
import { thinkHere } from '../../../src/platform/thinking/think.ts';
import { openVault } from '../../../src/platform/vault.ts';
import { actorFor } from '../../../src/sandbox/actor.ts';
import { drain } from '../../../src/sandbox/deliver.ts';
import { foundWorld } from '../../../src/sandbox/found.ts';
import { appToken, botToken, signingSecret } from '../../../src/sandbox/installed.ts';
import { keepTime } from '../../../src/sandbox/port/alarm.ts';
import { type OpenPort, openPort } from '../../../src/sandbox/port/server.ts';
import { type SmallSlack, smallSlack } from '../../../src/sandbox/small-slack.ts';
import { keyring, making } from '../a-folder.ts';

const content = loadContent();
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

interface Street {
  slack: SmallSlack;
  port: OpenPort;
  logged: string[];
  open: (settings?: Partial<AppSettings>) => Promise<Called<CoachingApp>>;
}

/** The small Slack on a port, and a way to open the app against it. */
async function aStreet(requestUrl?: string): Promise<Street> {
  const people = [{ id: 'U0AMINA', name: 'Amina' }];
  const slack = smallSlack({ world: foundWorld({ people, channels: [{ name: 'leaders' }], now: Date.now() }), now: Date.now });
  const port = await openPort({ stage: { slack, settle: () => drain(slack) }, port: 0, requestUrl });
  closers.push(keepTime(slack), port.close);
  const logged: string[] = [];
  const log = openLog('info', (line) => void logged.push(line));
  const now = () => Temporal.Now.instant();
  const open = async (settings: Partial<AppSettings> = {}) => {
    const { db, close } = await openMemory(now);
    closers.push(close);
    const tools = { organisers: [], db, content, vault: await openVault(db, keyring, making), log, think: thinkHere, ...making, now };
    const echo = { word: 'echo', run: async (_: unknown, { rest }: { rest: string }) => ({ text: `Heard: ${rest}` }) };
    const opened = await openApp({
      token: botToken,
      boot: 1,
      alone: true,
      door: { mode: 'socket', appToken },
      slackApiUrl: `${port.url}/api/`,
      tools,
      hall: { tables: [{ name: '/coachingpairs', commands: [echo] }], rooms: [], timetable: [] },
      ...settings,
    });
    if (opened.ok) closers.push(() => opened.value.stop(1_000));
    return opened;
  };
  return { slack, port, logged, open };
}

async function started(street: Street, settings?: Partial<AppSettings>): Promise<CoachingApp> {
  const opened = await street.open(settings);
  if (!opened.ok) throw new Error(opened.error);
  expect(await opened.value.start()).toEqual({ ok: true, value: undefined });
  return opened.value;
}

/** Looks at every turn of the event loop: a line may be down for less time than the shortest timer waits. */
const until = async (condition: () => boolean) => {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
};

describe('the socket', () => {
  test('brings a command and takes its answer', async () => {
    const street = await aStreet();
    const app = await started(street);
    expect(app.isConnected()).toBe(true);
    expect(await actorFor(street.slack, 'Amina', () => drain(street.slack)).types('/coachingpairs echo hello')).toBe('Heard: hello');
  });

  test.each(['refresh_requested', 'warning', 'hangUp'] as const)('comes back at once when Slack ends it (%s)', async (how) => {
    const street = await aStreet();
    const opened = performance.now();
    const app = await started(street);
    const began = performance.now();
    street.port.sockets.refresh(how);
    await until(() => !app.isConnected());
    await until(() => app.isConnected());
    // Where the machine is slow or busy, the first time took long as well.
    expect(performance.now() - began).toBeLessThan(Math.max(3_000, 10 * (began - opened)));
    expect(await actorFor(street.slack, 'Amina', () => drain(street.slack)).types('/coachingpairs echo again')).toBe('Heard: again');
  });

  test('keeps trying while Slack cannot be reached, and says so', async () => {
    const street = await aStreet();
    const app = await started(street);
    street.slack.faults.calls.push({ method: 'apps.connections.open', fault: { kind: 'status', status: 503, posted: false }, times: 2 });
    street.port.sockets.refresh('hangUp');
    await until(() => !app.isConnected());
    await until(() => app.isConnected());
    expect(street.logged.filter((line) => line.includes('trying again'))).toHaveLength(2);
  });

  test('is not thrown by a frame that brings no event', async () => {
    const street = await aStreet();
    await started(street);
    const ack = await street.slack.transport?.deliver({
      type: 'events_api',
      payload: { type: 'app_rate_limited', minute_rate_limited: 1 } as never,
    });
    expect(ack).toBeDefined();
    expect(await actorFor(street.slack, 'Amina', () => drain(street.slack)).types('/coachingpairs echo still here')).toBe(
      'Heard: still here',
    );
  });

  test('that Slack does not let us open is an error value', async () => {
    const street = await aStreet();
    const opened = await street.open({ door: { mode: 'socket', appToken: 'xapp-wrong' } });
    expect(opened.ok && (await opened.value.start())).toEqual({ ok: false, error: 'invalid_auth' });
  });
});

test('a token that Slack does not know is an error value', async () => {
  const street = await aStreet();
  expect(await street.open({ token: 'xoxb-wrong' })).toEqual({ ok: false, error: 'invalid_auth' });
});

test('a Slack that is not there is asked a few times, and then an error value', async () => {
  const street = await aStreet();
  const waits: number[] = [];
  const wait = async (ms: number) => void waits.push(ms);
  expect(await street.open({ slackApiUrl: `http://127.0.0.1:${await freePort()}/api/`, wait })).toMatchObject({ ok: false });
  expect(waits).toEqual([500, 1_000, 2_000]);
});

test('a moment of trouble at the start is waited out', async () => {
  const street = await aStreet();
  for (const method of ['auth.test', 'apps.connections.open'])
    street.slack.faults.calls.push({ method, fault: { kind: 'status', status: 503, posted: false }, times: 2 });
  const app = await started(street, { wait: async () => {} });
  expect(app.isConnected()).toBe(true);
});

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('the HTTP door', () => {
  async function openHttp(): Promise<{ street: Street; url: string; app: CoachingApp }> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/slack/events`;
    const street = await aStreet(url);
    const app = await started(street, { door: { mode: 'http', signingSecret, port } });
    return { street, url, app };
  }

  function request(secondsAhead: number, secret = signingSecret): RequestInit {
    const body = new URLSearchParams({
      command: '/coachingpairs',
      text: 'echo hello',
      team_id: 'T0SANDBOX',
      user_id: 'U0AMINA',
      channel_id: 'C1',
    }).toString();
    const time = String(Math.floor(Date.now() / 1000) + secondsAhead);
    const mark = createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex');
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': time,
      'x-slack-signature': `v0=${mark}`,
    };
    return { method: 'POST', body, headers };
  }

  test('brings a command and takes its answer', async () => {
    const { street } = await openHttp();
    expect(await actorFor(street.slack, 'Amina', () => drain(street.slack)).types('/coachingpairs echo hello')).toBe('Heard: hello');
  });

  test.each([
    ['signed now', 0, signingSecret, 200],
    ['signed four minutes ahead', 240, signingSecret, 200],
    ['signed ten minutes ahead', 600, signingSecret, 401],
    ['signed ten minutes ago', -600, signingSecret, 401],
    ['signed with another secret', 0, 'another', 401],
  ])('a request %s', async (_, ahead, secret, status) => {
    const { url } = await openHttp();
    expect((await fetch(url, request(ahead, secret))).status).toBe(status);
  });

  test('does not tell Slack that an event arrived which could not be saved', async () => {
    const { street, app } = await openHttp();
    await app.tools.db.schema.dropTable('inbox').execute();
    const event = { type: 'message', channel_type: 'im', channel: 'D1', user: 'U0AMINA', text: 'Words', ts: '1.1' };
    const payload = { type: 'event_callback', team_id: street.slack.world.team.id, event_id: 'Ev1', event_time: 1, event };
    expect(await street.slack.transport?.deliver({ type: 'events_api', payload })).toBeUndefined();
  });

  test('on a port that is taken is an error value', async () => {
    const { street, app } = await openHttp();
    const { port } = new URL(String(street.port.url));
    const opened = await street.open({ door: { mode: 'http', signingSecret, port: Number(port) } });
    expect(opened.ok && (await opened.value.start())).toEqual({ ok: false, error: 'EADDRINUSE' });
    expect(app.isConnected()).toBe(true);
  });
});
