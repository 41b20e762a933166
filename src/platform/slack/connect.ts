// The Bolt app: what Slack sends goes through its door into Bolt, and events into the inbox before Slack is told that they arrived.
import { App, type Receiver, type ReceiverEvent } from '@slack/bolt';
import type { Temporal } from 'temporal-polyfill';
import type { Log } from '../log.ts';
import type { Fetch } from './client.ts';
import { type HttpSettings, httpDoor } from './http.ts';
import type { Identity } from './identity.ts';
import { sdkLog } from './sdk-log.ts';
import { type Door, socketDoor } from './socket.ts';

/** How Slack reaches us: a socket we open, a port we listen on, or a receiver that a sandbox brings along. */
export type DoorSettings =
  | { mode: 'socket'; appToken: string }
  | ({ mode: 'http' } & Pick<HttpSettings, 'signingSecret' | 'port' | 'routes'>)
  | { mode: 'given'; receiver: Receiver };

export interface Wiring {
  token: string;
  door: DoorSettings;
  slackApiUrl?: string | undefined;
  fetch?: Fetch | undefined;
  log: Log;
  now: () => Temporal.Instant;
}

/** Looks at a payload before Bolt acknowledges it. When it throws, Slack is not told that we have it, and sends it again. */
export type First = (body: unknown) => Promise<void>;

export function openDoor({ door, slackApiUrl, fetch, log, now }: Wiring): Door {
  if (door.mode === 'socket') return socketDoor({ appToken: door.appToken, slackApiUrl, fetch, log });
  if (door.mode === 'http') return httpDoor({ ...door, log, now });
  let isOpen = false;
  return {
    receiver: door.receiver,
    open: async () => {
      await door.receiver.start();
      isOpen = true;
      return { ok: true, value: undefined };
    },
    close: async () => {
      isOpen = false;
      await door.receiver.stop();
    },
    isOpen: () => isOpen,
  };
}

/** Bolt around the door. Bolt asks Slack nothing by itself: who we are is known already, so nothing can fail unseen while it starts. */
export function openBolt(wiring: Wiring, door: Door, { botUser, botId }: Identity, first: First): App {
  const app = new App({
    token: wiring.token,
    botId: botId ?? botUser,
    botUserId: botUser,
    tokenVerificationEnabled: false,
    receiver: door.receiver,
    convoStore: false,
    logger: sdkLog(wiring.log),
    clientOptions: {
      timeout: 10_000,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      ...(wiring.fetch && { fetch: wiring.fetch }),
      ...(wiring.slackApiUrl && { slackApiUrl: wiring.slackApiUrl }),
    },
  });
  const process = app.processEvent.bind(app);
  app.processEvent = async (event: ReceiverEvent) => {
    await first(event.body);
    await process(event);
  };
  return app;
}
