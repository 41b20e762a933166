// The Socket Mode door, with what the library leaves out: it reconnects at once and for as long as it takes, no failed attempt is lost as an
// unhandled rejection, a frame without an event does no harm, and a line that has gone silent is hung up and dialled again.
import { setTimeout as pause } from 'node:timers/promises';
import { SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../log.ts';
import type { Called } from './called.ts';
import type { Fetch } from './client.ts';
import { faultOf } from './errors.ts';
import { type Dialled, dialAtFirst, type Line, reconnect, steadied } from './reconnect.ts';
import { sdkLog } from './sdk-log.ts';
import { closeWithin, guardFrames, watchSilence } from './socket-line.ts';

export interface SocketSettings {
  appToken: string;
  slackApiUrl?: string | undefined;
  fetch?: Fetch | undefined;
  log: Log;
  /** Milliseconds; the usual ones when missing. */
  patience?: Partial<Patience>;
}

/** How long Slack may take: from dialling to its hello, to answer a ping, to say goodbye, and to stand before a fall is a first one again. */
interface Patience {
  dial: number;
  ping: number;
  close: number;
  steady: number;
}

export interface Door {
  receiver: import('@slack/bolt').Receiver;
  /** Opens it; an error value where Slack does not let us in. */
  open: () => Promise<Called<void>>;
  close: () => Promise<void>;
  /** Whether Slack can reach us now. */
  isOpen: () => boolean;
}

const usual: Patience = { dial: 15_000, ping: 5_000, close: 2_000, steady: 10_000 };
const CLOSE_WITHIN_MS = 1_000;

export function socketDoor(settings: SocketSettings): Door {
  const { log } = settings;
  const patience = { ...usual, ...settings.patience };
  const receiver = receiverFor(settings, patience.ping);
  const { client } = receiver;
  const line: Line = { state: 'closed', falls: 0, dial: () => dial(receiver, patience.dial) };
  const watch = watchSilence(() => {
    log.warn('Slack has gone silent: connecting again');
    void client.disconnect();
  });
  const goodbyes = closeWithin(patience.close, client, log);
  guardFrames(client, log);
  client.on('disconnected', () => {
    if (line.state !== 'open') return;
    line.state = 'connecting';
    void reconnect(line, log).then(() => steadied(line, patience.steady));
  });
  return {
    receiver,
    open: async () => {
      line.state = 'connecting';
      watch.begin();
      goodbyes.begin();
      const opened = await dialAtFirst(line);
      line.state = opened.ok ? 'open' : 'closed';
      return opened.ok ? opened : { ok: false, error: opened.error };
    },
    close: async () => {
      line.state = 'closed';
      watch.end();
      goodbyes.end();
      await Promise.race([client.disconnect(), pause(Math.min(CLOSE_WITHIN_MS, patience.close), undefined, { ref: false })]);
      hangUp(receiver);
    },
    isOpen: () => line.state === 'open',
  };
}

/** Reconnecting is done by us and not by the library, whose failed attempts nobody could catch and which waits before the first. */
function receiverFor({ appToken, fetch, slackApiUrl, log }: SocketSettings, pingMs: number): SocketModeReceiver {
  return new SocketModeReceiver({
    appToken,
    logger: sdkLog(log),
    autoReconnectEnabled: false,
    clientPingTimeout: pingMs,
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

async function dial(receiver: SocketModeReceiver, withinMs: number): Promise<Dialled> {
  const late = pause(withinMs, { ok: false as const, error: 'timeout', mayPass: true }, { ref: false });
  const dialled = await Promise.race([dialOnce(receiver), late]);
  if (!dialled.ok) hangUp(receiver);
  return dialled;
}

/** Asked twice, the library does not wait for the other side to say goodbye: what is left of this line must not disturb the next. */
function hangUp({ client }: SocketModeReceiver): void {
  void client.disconnect();
  void client.disconnect();
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
