// The way over a real port: the bot's own Socket Mode or HTTP door, its calls as real requests, and everything counted that is on its way. Only the
// clock of what the bot does is still the house's.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Temporal } from 'temporal-polyfill';
import type { Log } from '../../platform/log.ts';
import { type DoorSettings, openDoor } from '../../platform/slack/connect.ts';
import { appToken, signingSecret } from '../installed.ts';
import { beginLife, type Life } from '../life.ts';
import type { SmallSlack } from '../small-slack.ts';
import type { Passage, Way } from '../way.ts';
import { openPort } from './server.ts';
import { openTraffic, type Traffic } from './traffic.ts';

/** Real milliseconds. The house's clock stands still while the bot thinks, so that nothing hangs on how fast the machine is. */
const PATIENCE = 60_000;

/** Opens the small Slack on a free port, for a bot that comes by `mode`. */
export async function portWay(slack: SmallSlack, mode: 'socket' | 'http', log: Log): Promise<Way> {
  const traffic = openTraffic();
  const settings: DoorSettings = mode === 'socket' ? { mode, appToken } : { mode, signingSecret, port: await freePort() };
  const port = await openPort({
    stage: { slack, settle: async () => {} },
    port: 0,
    patience: PATIENCE,
    follow: traffic.follow,
    hurried: true,
    ...(settings.mode === 'http' && { requestUrl: `http://127.0.0.1:${settings.port}/slack/events` }),
  });
  followDeliveries(slack, traffic);
  return { begin: () => begin(slack, traffic, { settings, log }), close: port.close };
}

function followDeliveries(slack: SmallSlack, traffic: Traffic): void {
  const { transport } = slack;
  if (transport) slack.transport = { ...transport, deliver: (envelope) => traffic.follow(transport.deliver(envelope)) };
}

function begin(slack: SmallSlack, traffic: Traffic, { settings, log }: { settings: DoorSettings; log: Log }): Passage {
  const life = beginLife(slack, (input, init) => traffic.follow(wholeAnswer(input, init)));
  const slackApiUrl = `${slack.baseUrl}/api/`;
  const door = openDoor({ token: '', door: settings, slackApiUrl, fetch: globalThis.fetch, log, now: () => Temporal.Now.instant() });
  const close = async () => void (await door.close());
  // A bot that is killed hangs up: what it had acknowledged by then has arrived.
  void life.ended.then(close);
  return {
    life: { ...life, fetch: unlessOver(life) },
    receiver: door.receiver,
    slackApiUrl,
    open: async () => {
      const opened = await door.open();
      if (!opened.ok) throw new Error(`The small Slack cannot be reached over its port: ${opened.error}`);
    },
    close,
    stilled: traffic.stilled,
  };
}

/** An answer that has arrived to its last byte, so that nobody has to count what is still being read. */
async function wholeAnswer(input: Parameters<typeof fetch>[0], init: RequestInit | undefined): Promise<Response> {
  const response = await fetch(input, init);
  const { status, statusText, headers } = response;
  const body = await response.arrayBuffer();
  return new Response(body.byteLength > 0 ? body : null, { status, statusText, headers });
}

/** What was asked before death is not heard after it. */
function unlessOver(life: Life): typeof globalThis.fetch {
  const never = new Promise<never>(() => {});
  return async (input, init) => {
    const answer = await life.fetch(input, init);
    return life.isOver() ? never : answer;
  };
}

/** A port that was free a moment ago: the address must be known before the bot listens at it. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
