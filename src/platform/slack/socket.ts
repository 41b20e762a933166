// The Socket Mode door, with what the library leaves out: it reconnects at once and for as long as it takes, no failed attempt is lost as an
// unhandled rejection, a frame without an event does no harm, and a line that has gone silent is hung up and dialled again.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { setTimeout as pause } from 'node:timers/promises';
import { SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../log.ts';
import type { Called } from './calls.ts';
import type { Fetch } from './client.ts';
import { faultOf } from './errors.ts';
import { sdkLog } from './sdk-log.ts';

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
const SILENCE_MS = 60_000;
const LONGEST_PAUSE_MS = 30_000;
const CLOSE_WITHIN_MS = 1_000;

export function socketDoor(settings: SocketSettings): Door {
  const { log } = settings;
  const receiver = new SocketModeReceiver({
    appToken: settings.appToken,
    logger: sdkLog(log),
    autoReconnectEnabled: false,
    // An object of its own: the library writes into it.
    installerOptions: {
      clientOptions: {
        timeout: 10_000,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        ...(settings.fetch && { fetch: settings.fetch }),
        ...(settings.slackApiUrl && { slackApiUrl: settings.slackApiUrl }),
      },
    },
  });
  const { client } = receiver;
  let state: 'closed' | 'connecting' | 'open' = 'closed';
  const watch = watchSilence(() => {
    log.warn('Slack has gone silent: connecting again');
    void client.disconnect();
  });
  guardFrames(client, log);
  const dial = async (): Promise<Called<void>> => {
    const late = pause(DIAL_WITHIN_MS, { ok: false as const, error: 'timeout' }, { ref: false });
    const dialled = await Promise.race([dialOnce(receiver), late]);
    if (dialled.ok) state = 'open';
    else void client.disconnect();
    return dialled;
  };
  const reconnect = async () => {
    for (let tries = 0; state === 'connecting'; tries += 1) {
      if (tries > 0) await pause(Math.min(250 * 2 ** tries, LONGEST_PAUSE_MS), undefined, { ref: false });
      const dialled = state === 'connecting' ? await dial() : { ok: true as const };
      if (!dialled.ok) log.warn('Slack cannot be reached: trying again', { code: dialled.error, attempt: tries + 1 });
    }
  };
  client.on('disconnected', () => {
    if (state !== 'open') return;
    state = 'connecting';
    void reconnect();
  });
  return {
    receiver,
    open: async () => {
      state = 'connecting';
      watch.begin();
      const opened = await dial();
      if (!opened.ok) state = 'closed';
      return opened;
    },
    close: async () => {
      state = 'closed';
      watch.end();
      await Promise.race([client.disconnect(), pause(CLOSE_WITHIN_MS, undefined, { ref: false })]);
    },
    isOpen: () => state === 'open',
  };
}

async function dialOnce(receiver: SocketModeReceiver): Promise<Called<void>> {
  try {
    await receiver.start();
    return { ok: true, value: undefined };
  } catch (thrown) {
    const fault = faultOf(thrown);
    return { ok: false, error: fault.how === 'limited' ? 'ratelimited' : fault.error };
  }
}

/** Calls `onSilence` when not even the answer to a ping has come for a while. */
function watchSilence(onSilence: () => void): { begin: () => void; end: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      onSilence();
      heard();
    }, SILENCE_MS).unref();
  };
  const channels = ['undici:websocket:ping', 'undici:websocket:pong', 'undici:websocket:open'];
  return {
    begin: () => {
      for (const channel of channels) subscribe(channel, heard);
      heard();
    },
    end: () => {
      for (const channel of channels) unsubscribe(channel, heard);
      clearTimeout(timer);
    },
  };
}

/** Stands before the library's reading of each frame. */
function guardFrames(client: SocketModeReceiver['client'], log: Log): void {
  const readers = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data: unknown, isBinary: boolean) => {
    const envelope = isBinary ? undefined : envelopeWithoutEvent(data);
    if (envelope) {
      // Private to the library, and the only way to acknowledge what it cannot read.
      (client as unknown as { send: (id: string) => Promise<void> }).send(envelope).catch(() => {});
      return log.warn('Slack holds events back: too many in one hour');
    }
    for (const read of readers) {
      Promise.resolve(read(data, isBinary)).catch((thrown: unknown) => {
        log.warn('A frame from Slack could not be read', { code: thrown instanceof Error ? thrown.name : 'unknown' });
      });
    }
  });
}

/** The id of an envelope that says `events_api` and brings no event, which the library would stumble over. */
function envelopeWithoutEvent(data: unknown): string | undefined {
  try {
    const frame = JSON.parse(String(data)) as { type?: unknown; envelope_id?: unknown; payload?: { event?: { type?: unknown } } };
    const isEmpty = frame.type === 'events_api' && typeof frame.payload?.event?.type !== 'string';
    return isEmpty ? String(frame.envelope_id) : undefined;
  } catch {
    return undefined;
  }
}
