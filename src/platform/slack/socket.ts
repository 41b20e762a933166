// The Socket Mode door, with what the library leaves out: it reconnects at once and for as long as it takes, no failed attempt is lost as an
// unhandled rejection, a frame without an event does no harm, and a line that has gone silent is hung up and dialled again.
import { setTimeout as pause } from 'node:timers/promises';
import { SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../log.ts';
import type { Called } from './calls.ts';
import type { Fetch } from './client.ts';
import { faultOf } from './errors.ts';
import { sdkLog } from './sdk-log.ts';
import { guardFrames, watchSilence } from './socket-line.ts';

export interface SocketSettings {
  appToken: string;
  slackApiUrl?: string | undefined;
  fetch?: Fetch | undefined;
  log: Log;
}

export interface Door {
  receiver: import('@slack/bolt').Receiver;
  /** Opens it; an error value where Slack does not let us in. */
  open: () => Promise<Called<void>>;
  close: () => Promise<void>;
  /** Whether Slack can reach us now. */
  isOpen: () => boolean;
}

const DIAL_WITHIN_MS = 30_000;
const LONGEST_PAUSE_MS = 30_000;
const FIRST_REPEATS = 3;
const CLOSE_WITHIN_MS = 1_000;

export function socketDoor(settings: SocketSettings): Door {
  const { log } = settings;
  const receiver = receiverFor(settings);
  const { client } = receiver;
  const line: Line = { state: 'closed', dial: () => dial(receiver) };
  const watch = watchSilence(() => {
    log.warn('Slack has gone silent: connecting again');
    void client.disconnect();
  });
  guardFrames(client, log);
  client.on('disconnected', () => {
    if (line.state !== 'open') return;
    line.state = 'connecting';
    void reconnect(line, log);
  });
  return {
    receiver,
    open: async () => {
      line.state = 'connecting';
      watch.begin();
      const opened = await dialAtFirst(line);
      line.state = opened.ok ? 'open' : 'closed';
      return opened.ok ? opened : { ok: false, error: opened.error };
    },
    close: async () => {
      line.state = 'closed';
      watch.end();
      await Promise.race([client.disconnect(), pause(CLOSE_WITHIN_MS, undefined, { ref: false })]);
    },
    isOpen: () => line.state === 'open',
  };
}

interface Line {
  state: 'closed' | 'connecting' | 'open';
  dial: () => Promise<Dialled>;
}

/** Connected; or not, and whether it can be of use to try again. */
type Dialled = { ok: true; value: undefined } | { ok: false; error: string; mayPass: boolean };

/** Reconnecting is done here and not by the library, whose failed attempts nobody could catch and which waits before the first. */
function receiverFor({ appToken, fetch, slackApiUrl, log }: SocketSettings): SocketModeReceiver {
  return new SocketModeReceiver({
    appToken,
    logger: sdkLog(log),
    autoReconnectEnabled: false,
    // An object of its own: the library writes into it.
    installerOptions: {
      clientOptions: {
        timeout: 10_000,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        ...(fetch && { fetch }),
        ...(slackApiUrl && { slackApiUrl }),
      },
    },
  });
}

async function dial(receiver: SocketModeReceiver): Promise<Dialled> {
  const late = pause(DIAL_WITHIN_MS, { ok: false as const, error: 'timeout', mayPass: true }, { ref: false });
  const dialled = await Promise.race([dialOnce(receiver), late]);
  if (!dialled.ok) void receiver.client.disconnect();
  return dialled;
}

async function dialOnce(receiver: SocketModeReceiver): Promise<Dialled> {
  try {
    await receiver.start();
    return { ok: true, value: undefined };
  } catch (thrown) {
    const fault = faultOf(thrown);
    return { ok: false, error: fault.how === 'limited' ? 'ratelimited' : fault.error, mayPass: fault.how !== 'refused' };
  }
}

/** A moment of trouble while the program starts is not a reason to give up; a token that Slack refuses is. */
async function dialAtFirst(line: Line): Promise<Dialled> {
  let dialled = await line.dial();
  for (let tries = 0; tries < FIRST_REPEATS && !dialled.ok && dialled.mayPass; tries += 1) {
    await pause(250 * 2 ** tries);
    dialled = await line.dial();
  }
  return dialled;
}

async function reconnect(line: Line, log: Log): Promise<void> {
  for (let tries = 0; line.state === 'connecting'; tries += 1) {
    if (tries > 0) await pause(Math.min(250 * 2 ** tries, LONGEST_PAUSE_MS), undefined, { ref: false });
    if (line.state !== 'connecting') return;
    const dialled = await line.dial();
    if (dialled.ok) line.state = 'open';
    else log.warn('Slack cannot be reached: trying again', { code: dialled.error, attempt: tries + 1 });
  }
}
