// Socket Mode: up to ten connections of one app, each payload to one of them, acknowledged by its envelope's id within three seconds.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { isObject } from '../check/rules.ts';
import { nextId } from '../ids.ts';
import type { Ack, Envelope, SmallSlack, Transport } from '../small-slack.ts';
import { acceptWebSocket, asksForWebSocket, type WebSocketConnection } from './web-socket.ts';

export interface Sockets {
  transport: Transport;
  /** Takes over a request to upgrade. */
  accept: (request: IncomingMessage, stream: Duplex, head: Buffer) => void;
  count: () => number;
  /** Asks every connection to come back anew, as Slack does every few hours; `hangUp` without a word instead. */
  refresh: (how: 'warning' | 'refresh_requested' | 'hangUp') => void;
  close: () => void;
}

const pingEvery = 10_000;
const most = 10;

interface Line {
  connection: WebSocketConnection;
  /** Payloads sent over it that are not acknowledged, by the envelope's id. */
  waiting: Map<string, (ack: Ack | undefined) => void>;
  /** No payloads any more: it has been asked to go. */
  leaving: boolean;
}

/** The sockets of the app; `patience` is how many real milliseconds an acknowledgement may take. */
export function openSockets(slack: SmallSlack, patience = 3_000): Sockets {
  const lines: Line[] = [];
  let turn = 0;
  const pings = setInterval(() => {
    for (const line of lines) line.connection.ping();
  }, pingEvery).unref();
  const deliver = (envelope: Envelope): Promise<Ack | undefined> => {
    const ready = lines.filter((line) => !line.leaving);
    turn += 1;
    const line = ready[turn % ready.length];
    return line ? exchange(slack, line, envelope, patience) : Promise.resolve(undefined);
  };
  return {
    transport: { deliver, atOnce: true },
    accept: (request, stream, head) => acceptLine(slack, lines, { request, stream, head }),
    count: () => lines.length,
    refresh: (how) => refreshAll(lines, how),
    close: () => {
      clearInterval(pings);
      for (const { connection } of [...lines]) {
        connection.close(1001);
        setTimeout(connection.drop, 1_000).unref();
      }
    },
  };
}

function acceptLine(
  slack: SmallSlack,
  lines: Line[],
  { request, stream, head }: { request: IncomingMessage; stream: Duplex; head: Buffer },
): void {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://slack');
  const ticket = searchParams.get('ticket') ?? '';
  if (!pathname.startsWith('/link') || !asksForWebSocket(request) || !slack.tickets.delete(ticket)) {
    stream.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    return;
  }
  const line: Line = {
    leaving: false,
    waiting: new Map(),
    connection: acceptWebSocket(request, stream, head, {
      onText: (text) => takeAck(line, text),
      onClose: () => {
        const place = lines.indexOf(line);
        if (place >= 0) lines.splice(place, 1);
        for (const over of [...line.waiting.values()]) over(undefined);
      },
    }),
  };
  if (lines.length >= most) {
    line.connection.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets', debug_info: { host: 'sandbox' } }));
    line.connection.close(1000);
    return;
  }
  lines.push(line);
  line.connection.send(JSON.stringify(hello(slack, lines.length)));
}

function hello(slack: SmallSlack, connections: number): Record<string, unknown> {
  return {
    type: 'hello',
    num_connections: connections,
    debug_info: { host: 'sandbox', started: new Date(slack.now()).toISOString(), build_number: 1, approximate_connection_time: 18_060 },
    connection_info: { app_id: slack.world.app.id },
  };
}

/** One payload over one line; `undefined` when the time is up or the line is gone before it is acknowledged. */
function exchange(slack: SmallSlack, line: Line, envelope: Envelope, patience: number): Promise<Ack | undefined> {
  const id = nextId(slack.world, 'envelope-');
  const sent = performance.now();
  return new Promise((resolve) => {
    const over = (ack: Ack | undefined) => {
      clearTimeout(timer);
      if (!line.waiting.delete(id)) return;
      if (ack) envelope.acknowledged?.(ack.body);
      resolve(ack && { ...ack, ms: performance.now() - sent });
    };
    const timer = setTimeout(over, patience, undefined).unref();
    line.waiting.set(id, over);
    line.connection.send(JSON.stringify(asFrame(id, envelope)));
  });
}

function asFrame(id: string, envelope: Envelope): Record<string, unknown> {
  const retry = { retry_attempt: envelope.retry?.num ?? 0, retry_reason: envelope.retry?.reason ?? '' };
  return {
    envelope_id: id,
    payload: envelope.payload,
    type: envelope.type,
    accepts_response_payload: envelope.type !== 'events_api',
    ...(envelope.type === 'events_api' ? retry : {}),
  };
}

function takeAck({ waiting }: Line, text: string): void {
  try {
    const read = JSON.parse(text) as { envelope_id?: unknown; payload?: unknown };
    const isEmpty = isObject(read.payload) && Object.keys(read.payload).length === 0;
    // The library writes an empty payload where the app acknowledged with nothing.
    waiting.get(String(read.envelope_id))?.({ body: isEmpty ? undefined : read.payload });
  } catch {
    // What is not an acknowledgement is passed over, as Slack does.
  }
}

function refreshAll(lines: readonly Line[], how: 'warning' | 'refresh_requested' | 'hangUp'): void {
  for (const line of [...lines]) {
    if (how === 'hangUp') line.connection.drop();
    else line.connection.send(JSON.stringify({ type: 'disconnect', reason: how, debug_info: { host: 'sandbox' } }));
    if (how !== 'refresh_requested') continue;
    line.leaving = true;
    setTimeout(() => line.connection.close(1000), 10_000).unref();
  }
}
