// What the Slack libraries may say to the operator. At DEBUG they print whole messages, so they are never asked for it, and of what they warn
// about only a short code is passed on.
import { type Logger, LogLevel } from '@slack/logger';
import type { Log } from '../log.ts';

/**
 * A logger for Bolt and its clients that cannot be turned up above INFO. What a server remarks about its answers is told once: some do so with
 * every answer.
 */
export function sdkLog(log: Log): Logger {
  const remarks = new Set<string>();
  const pass =
    (level: 'warn' | 'error') =>
    (...said: unknown[]) => {
      const remark = /^[a-z][a-z0-9_]{0,79}$/.exec(String(said[0]))?.[0];
      if (remark && remarks.has(remark)) return;
      if (remark) remarks.add(remark);
      log[level]('The Slack library reports a problem', { code: remark ?? codeIn(said) });
    };
  return {
    debug: () => {},
    info: () => {},
    warn: pass('warn'),
    error: pass('error'),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}

const known: readonly (readonly [RegExp, string])[] = [
  [/ping wasn't received/, 'no_ping'],
  [/pong wasn't received/, 'no_pong'],
  [/close handshake/, 'slow_close'],
  [/new WSS URL/, 'no_socket_url'],
  [/WebSocket error/, 'socket_error'],
  [/no active connection|not connected/, 'not_connected'],
  [/already been called/, 'second_ack'],
  [/was not handled|not handled/, 'unanswered'],
  [/verify/, 'bad_signature'],
  [/http request failed/, 'request_failed'],
];

function codeIn(said: readonly unknown[]): string {
  const text = said.map(String).join(' ');
  const slackError = /An API error occurred: ([a-z_]{1,60})/.exec(text)?.[1];
  return slackError ?? known.find(([pattern]) => pattern.test(text))?.[1] ?? 'other';
}
