// Socket Mode: up to ten connections of one app, each payload to one of them, acknowledged by its envelope's id within three seconds.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
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

const patience = 3_000;
const pingEvery = 10_000;
const most = 10;

interface Line {
  connection: WebSocketConnection;
  /** No payloads any more: it has been asked to go. */
  leaving: boolean;
}

/** The sockets of the app. */
export function openSockets(slack: SmallSlack): Sockets {
  const lines: Line[] = [];
  const waiting = new Map<string, (ack: Ack) => void>();
  let turn = 0;
  const pings = setInterval(() => {
    for (const line of lines) line.connection.ping();
  }, pingEvery).unref();
  const deliver = (envelope: Envelope): Promise<Ack | undefined> => {
    const ready = lines.filter((line) => !line.leaving);
    turn += 1;
    const line = ready[turn % ready.length];
    return line ? exchange(slack, line, waiting, envelope) : Promise.resolve(undefined);
  };
  return {
    transport: { deliver, atOnce: true },
    accept: (request, stream, head) => acceptLine(slack, { lines, waiting }, { request, stream, head }),
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
  sockets: { lines: Line[]; waiting: Map<string, (ack: Ack) => void> },
  { request, stream, head }: { request: IncomingMessage; stream: Duplex; head: Buffer },
): void {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://slack');
  const ticket = searchParams.get('ticket') ?? '';
  if (!pathname.startsWith('/link') || !asksForWebSocket(request) || !slack.tickets.delete(ticket)) {
    stream.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    return;
  }
  const { lines, waiting } = sockets;
  const line: Line = {
    leaving: false,
    connection: acceptWebSocket(request, stream, head, {
      onText: (text) => takeAck(waiting, text),
      onClose: () => {
        const place = lines.indexOf(line);
        if (place >= 0) lines.splice(place, 1);
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

function exchange(slack: SmallSlack, line: Line, waiting: Map<string, (ack: Ack) => void>, envelope: Envelope): Promise<Ack | undefined> {
  const id = nextId(slack.world, 'envelope-');
  const sent = performance.now();
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      waiting.delete(id);
      resolve(undefined);
    }, patience).unref();
    waiting.set(id, (ack) => {
      clearTimeout(timer);
      waiting.delete(id);
      resolve({ ...ack, ms: performance.now() - sent });
    });
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

function takeAck(waiting: Map<string, (ack: Ack) => void>, text: string): void {
  try {
    const read = JSON.parse(text) as { envelope_id?: unknown; payload?: unknown };
    waiting.get(String(read.envelope_id))?.({ body: read.payload });
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
