// What a Slack-like server may do to a socket, and that the bot hears again soon after.
import { afterEach, describe, expect, test } from '@jest/globals';
import type { App, ReceiverEvent } from '@slack/bolt';
import { openLog } from '../../../src/platform/log.ts';
import { type Door, socketDoor } from '../../../src/platform/slack/socket.ts';
import { opcodes } from '../../../src/sandbox/port/frames.ts';
import { hello, type Manners, type OddPeer, oddPeer } from './odd-peer.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** Little patience with goodbyes, and plenty with a machine that is busy. */
const patience = { dial: 10_000, ping: 10_000, close: 60, steady: 100_000 };

interface Meeting {
  peer: OddPeer;
  door: Door;
  heard: unknown[];
  logged: string[];
}

async function meet(manners: Manners, given: Partial<typeof patience> = {}): Promise<Meeting> {
  const peer = await oddPeer(manners);
  const logged: string[] = [];
  const log = openLog('info', (line) => void logged.push(line));
  const { slackApiUrl } = peer;
  const door = socketDoor({ appToken: 'xapp-1', slackApiUrl, log, patience: { ...patience, ...given } });
  const heard: unknown[] = [];
  const processEvent = async ({ body, ack }: ReceiverEvent) => {
    heard.push(body);
    await ack();
  };
  door.receiver.init({ processEvent } as App);
  closers.push(peer.close, door.close);
  return { peer, door, heard, logged };
}

const until = async (condition: () => boolean) => {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
};

const command = (id: string) => ({
  type: 'slash_commands',
  envelope_id: id,
  payload: { command: '/coachingpairs' },
  accepts_response_payload: true,
});
const goAway = (reason: string) => ({ type: 'disconnect', reason, debug_info: { host: 'somewhere' } });

/** The line stands again, on a connection after `before`, and what comes over it is heard and acknowledged. */
async function hearsAgain({ peer, door, heard }: Meeting, before: number): Promise<void> {
  await until(() => peer.wires.length > before && door.isOpen());
  const wire = peer.wires.at(-1);
  wire?.send(command('last'));
  await until(() => wire?.got.some((one) => one.envelope_id === 'last') === true);
  expect(heard.at(-1)).toEqual({ command: '/coachingpairs' });
}

describe('a line that ends', () => {
  test.each(['warning', 'refresh_requested', 'link_disabled'])('by a peer that says %s and never answers the goodbye', async (reason) => {
    const met = await meet({});
    expect(await met.door.open()).toEqual({ ok: true, value: undefined });
    met.peer.wires[0]?.send(goAway(reason));
    await hearsAgain(met, 1);
    expect(met.peer.wires[0]?.left()).toBe(true);
    expect(met.logged.filter((line) => line.includes('does not say goodbye'))).toHaveLength(1);
  });

  test('by a peer that says goodbye as it should', async () => {
    const met = await meet({ saysGoodbye: true });
    await met.door.open();
    met.peer.wires[0]?.send(goAway('refresh_requested'));
    await hearsAgain(met, 1);
    expect(met.logged).toEqual([]);
  });

  test('by a peer that says so and breaks the line at once', async () => {
    const met = await meet({});
    await met.door.open();
    met.peer.wires[0]?.send(goAway('refresh_requested'));
    met.peer.wires[0]?.drop();
    await hearsAgain(met, 1);
  });

  test('by a peer that answers no ping any more, nor the goodbye', async () => {
    const met = await meet({ pongs: false }, { ping: 90 });
    await met.door.open();
    await hearsAgain(met, 1);
  });

  test('again and again, right after the hello: it is dialled less and less often', async () => {
    const greet: Manners['greet'] = (wire, nth) => {
      wire.send(hello);
      if (nth < 4) wire.drop();
    };
    const met = await meet({ greet });
    const began = performance.now();
    await met.door.open();
    await hearsAgain(met, 3);
    // At once after the first fall, then after half a second, then after a whole one.
    expect(performance.now() - began).toBeGreaterThan(1_400);
  });
});

describe('a line that does not come to be', () => {
  test('with a peer that never says hello, nor goodbye', async () => {
    const met = await meet({ greet: (wire, nth) => void (nth > 1 && wire.send(hello)) }, { dial: 300 });
    expect(await met.door.open()).toEqual({ ok: true, value: undefined });
    await hearsAgain(met, 1);
  });

  test('at an address where nobody listens', async () => {
    const met = await meet({ url: (nth) => (nth === 1 ? 'ws://127.0.0.1:9/link' : undefined) });
    expect(await met.door.open()).toEqual({ ok: true, value: undefined });
    await hearsAgain(met, 0);
  });

  test('with a peer that has ten already', async () => {
    const greet: Manners['greet'] = (wire, nth) => wire.send(nth > 2 ? hello : goAway('too_many_websockets'));
    const met = await meet({ greet });
    expect(await met.door.open()).toEqual({ ok: true, value: undefined });
    await hearsAgain(met, 2);
  });
});

test('what the bot does not know, comes twice or cannot be read does no harm', async () => {
  const met = await meet({});
  await met.door.open();
  const [wire] = met.peer.wires;
  for (const frame of ['', 'null', '[]', '{}', '{"type":', { type: 'weather' }, { type: 'interactive', envelope_id: 'none' }, hello])
    wire?.send(frame);
  wire?.send({ type: 'events_api', envelope_id: 'empty', payload: {} });
  wire?.send({ type: 'unheard_of', envelope_id: 'odd', payload: {} });
  wire?.sendRaw(opcodes.binary, Buffer.from([0, 255]));
  wire?.send(command('twice'));
  wire?.send(command('twice'));
  await hearsAgain(met, 0);
  expect(wire?.got.filter((one) => one.envelope_id === 'twice')).toHaveLength(2);
  expect(met.door.isOpen()).toBe(true);
  expect(met.peer.wires).toHaveLength(1);
});
