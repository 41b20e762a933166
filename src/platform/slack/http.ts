// The HTTP door: Bolt checks the signature and that a request is not older than five minutes; a request from the future, which Bolt lets
// pass, is refused here, so that a signed request cannot be kept for later.
import { type CustomRoute, HTTPReceiver } from '@slack/bolt';
import type { Temporal } from 'temporal-polyfill';
import type { Log } from '../log.ts';
import { sdkLog } from './sdk-log.ts';
import type { Door } from './socket.ts';

export interface HttpSettings {
  signingSecret: string;
  port: number;
  /** Further pages of the same server, for health. */
  routes?: CustomRoute[];
  log: Log;
  now: () => Temporal.Instant;
}

const MOST_AHEAD_SECONDS = 300;

export function httpDoor({ signingSecret, port, routes = [], log, now }: HttpSettings): Door {
  const receiver = new HTTPReceiver({ signingSecret, port, customRoutes: routes, logger: sdkLog(log) });
  const listen = receiver.requestListener;
  receiver.requestListener = (request, response) => {
    const sentAt = Number(request.headers['x-slack-request-timestamp']);
    if (sentAt - now().epochMilliseconds / 1000 > MOST_AHEAD_SECONDS) {
      log.warn('A request from the future was refused');
      response.writeHead(401).end();
      return;
    }
    listen(request, response);
  };
  let open = false;
  return {
    receiver,
    open: async () => {
      try {
        await receiver.start(port);
        open = true;
        return { ok: true, value: undefined };
      } catch (thrown) {
        return { ok: false, error: String((thrown as { code?: unknown }).code ?? 'cannot_listen') };
      }
    },
    close: async () => {
      if (!open) return;
      open = false;
      await receiver.stop();
    },
    isOpen: () => open,
  };
}
