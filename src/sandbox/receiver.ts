// The way between the small Slack and a Bolt app in the same process: a receiver for what Slack sends, a `fetch` for what the app calls. Nothing here
// waits for a clock, so a year passes as fast as the app can think.
import type { App, Receiver } from '@slack/bolt';
import { answerHttp, type HttpRequest } from './http.ts';
import { type Life, whileAlive } from './life.ts';
import type { Ack, Envelope, SmallSlack } from './small-slack.ts';

/**
 * A receiver for `new App({ receiver })`. Payloads are handed over whole and one at a time; `start` and `stop` join and leave the small Slack. A bot
 * that dies in the middle of one has acknowledged what it had acknowledged by then.
 */
export function memoryReceiver(slack: SmallSlack, life?: Life): Receiver {
  let app: App | undefined;
  const transport = {
    atOnce: false,
    deliver: async (envelope: Envelope) => (app ? handOver(slack, { app, life }, envelope) : undefined),
  };
  return {
    init: (given) => {
      app = given;
    },
    start: async () => {
      slack.transport = transport;
    },
    stop: async () => {
      if (slack.transport === transport) slack.transport = undefined;
    },
  };
}

async function handOver(
  slack: SmallSlack,
  { app, life }: { app: App; life: Life | undefined },
  envelope: Envelope,
): Promise<Ack | undefined> {
  let ack: Ack | undefined;
  const retry = envelope.retry ? { retryNum: envelope.retry.num, retryReason: envelope.retry.reason } : {};
  const event = {
    // Copied: what the app does to its payload must not reach the world.
    body: JSON.parse(JSON.stringify(envelope.payload)),
    ...retry,
    ack: async (body?: unknown) => {
      if (!ack) envelope.acknowledged?.(body);
      ack ??= { body };
    },
  };
  try {
    await (life ? whileAlive(life, () => app.processEvent(event)) : app.processEvent(event));
  } catch (thrown) {
    // As over a socket: what fails before the acknowledgement is not acknowledged, what fails after it is the app's own affair.
    slack.complaints.push(`The app failed: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
  return ack;
}

/** A `fetch` for `clientOptions.fetch`: reaches the small Slack at its `baseUrl` and nothing else. */
export function memoryFetch(slack: SmallSlack): typeof globalThis.fetch {
  return async (input, init) => {
    const url = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
    if (!url.startsWith(slack.baseUrl)) throw new TypeError(`fetch failed: the sandbox has no way to ${url}`);
    const answer = await answerHttp(slack, await readRequest(url.slice(slack.baseUrl.length), init));
    if ('lost' in answer) throw lostConnection(answer.late);
    return new Response(answer.body as string, { status: answer.status, headers: answer.headers });
  };
}

/** What `fetch` throws when the connection breaks, or when its patience (10 s) is over. */
function lostConnection(late: number | undefined): Error {
  if (late !== undefined) return new DOMException('The operation was aborted due to timeout', 'TimeoutError');
  return new TypeError('fetch failed', { cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }) });
}

async function readRequest(path: string, { method = 'GET', headers, body }: RequestInit = {}): Promise<HttpRequest> {
  if (typeof body === 'string') return { method, path, headers: headersOf(headers), body: Buffer.from(body) };
  const request = new Request('http://localhost', { method: 'POST', headers: headers ?? {}, body: body ?? '' });
  return { method, path, headers: headersOf(request.headers), body: Buffer.from(await request.arrayBuffer()) };
}

function headersOf(given: RequestInit['headers']): Record<string, string> {
  if (given instanceof Headers || Array.isArray(given)) return Object.fromEntries(new Headers(given));
  return Object.fromEntries(Object.entries(given ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]));
}
