// The next lines of fifty groups by the real clock, over a real port, to a Slack that takes a fifth of a second for each.
import { setTimeout as slowly } from 'node:timers/promises';
import { afterEach, expect, jest, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { openMemory } from '../../../src/platform/db/open.ts';
import { transact } from '../../../src/platform/db/transact.ts';
import { enqueueAll, type Letter } from '../../../src/platform/outbox/enqueue.ts';
import { openPostman } from '../../../src/platform/outbox/postman.ts';
import { startLoop } from '../../../src/platform/schedule/loop.ts';
import { sparing } from '../../../src/platform/schedule/sparing.ts';
import { openPoster } from '../../../src/platform/slack/posting.ts';
import { drain } from '../../../src/sandbox/deliver.ts';
import { addConversation } from '../../../src/sandbox/found.ts';
import { botToken } from '../../../src/sandbox/installed.ts';
import { openPort } from '../../../src/sandbox/port/server.ts';
import { openPostRoom, type PostRoom } from './post-room.ts';

/** By the real clock a machine that does much else at the same moment may be late itself. */
jest.retryTimes(3, { logErrorsBeforeRetry: true });

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const now = () => Temporal.Now.instant();
const channels = Array.from({ length: 50 }, (_, n) => `C0FORUM${n}`);

/** The room's Slack behind a port, on the real clock. */
async function overPort({ slack, tools }: PostRoom): Promise<string> {
  slack.now = Date.now;
  slack.limits = 'all';
  const { botUser } = tools;
  for (const id of channels)
    addConversation(slack.world, { id, kind: 'private', name: id, members: [botUser], creator: botUser, created: 0 });
  const opened = await openPort({ stage: { slack, settle: () => drain(slack) }, port: 0 });
  closers.push(opened.close);
  return `${opened.url}/api/`;
}

test('stand in Slack within five seconds of their moment, each once', async () => {
  const database = await openMemory(now);
  const room = await openPostRoom({ database });
  closers.push(() => room.close());
  const slackApiUrl = await overPort(room);
  const tools = { ...room.tools, now };
  const fetchSlowly: typeof fetch = async (input, init) => {
    await slowly(200);
    return fetch(input, init);
  };
  const poster = openPoster({ token: botToken, slackApiUrl, fetch: fetchSlowly, log: tools.log });
  const { db, workspace } = tools;
  let allSettled = () => {};
  const settled = new Promise<void>((resolve) => {
    allSettled = resolve;
  });
  let count = 0;
  const onSettled = () => {
    count += 1;
    loop.knock();
    if (count === channels.length) allSettled();
  };
  const office = { tools, poster, botId: undefined, boot: database.boot, alone: true, knockInbox: () => {} };
  const postman = openPostman({ ...office, onSettled });
  const notBefore = now().add({ milliseconds: 300 });
  const letters = channels.map((channel, n): Letter => {
    const body = { text: `Line ${n}`, blocks: [] };
    return { key: `forum:f${n}:0`, kind: 'forum-script', address: { to: 'channel', channel }, priority: 1, body, notBefore };
  });
  await transact(db, (tx) => enqueueAll(tools, tx, letters, now()));
  const loop = startLoop({ run: sparing(db, postman.begin, postman.ended), now, log: tools.log });
  closers.push(loop.stop);
  await settled;
  const rows = await db.selectFrom('outbox').selectAll().where('workspace', '=', workspace).execute();
  expect(rows.map(({ state }) => state)).toEqual(channels.map(() => 'sent'));
  const late = rows.map(({ settled_at }) => (Date.parse(settled_at ?? '') - notBefore.epochMilliseconds) / 1000);
  expect(Math.min(...late)).toBeGreaterThan(0);
  expect(Math.max(...late)).toBeLessThan(5);
  const said = channels.map((id) => room.slack.world.conversations.get(id)?.messages.length);
  expect(said).toEqual(channels.map(() => 1));
});
