// The line behind the Socket Mode door: whether it still lives, and what comes over it before the library reads it.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../log.ts';

const SILENCE_MS = 60_000;
/** As WebSockets number their states. */
const CLOSING = 2;

/** Calls `onSilence` when not even the answer to a ping has come for a while. */
export function watchSilence(onSilence: () => void): { begin: () => void; end: () => void } {
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

/**
 * A line that is being closed is over within `ms`, whatever the other side does: the library waits half a minute for it to say goodbye, hears nothing
 * in that time, and says nothing of it.
 */
export function closeWithin(ms: number, client: SocketModeReceiver['client'], log: Log): { begin: () => void; end: () => void } {
  let timer: NodeJS.Timeout | undefined;
  let closing: unknown;
  const look = () => {
    // Private to the library, which tells nobody when it begins to close.
    const { websocket } = client as unknown as { websocket?: { readyState?: number } };
    const isClosing = websocket?.readyState === CLOSING;
    if (isClosing && closing === websocket) {
      log.warn('Slack does not say goodbye: hanging up');
      void client.disconnect();
    }
    closing = isClosing ? websocket : undefined;
  };
  return {
    begin: () => {
      timer = setInterval(look, ms / 2).unref();
    },
    end: () => clearInterval(timer),
  };
}

/** Stands before the library's reading of each frame. */
export function guardFrames(client: SocketModeReceiver['client'], log: Log): void {
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
