// The other end of a Socket Mode line, frame by frame, for tests of what Slack or a Slack-like server might do: no goodbye, no hello, no pong.
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { opcodes, readFrame, writeFrame } from '../../../src/sandbox/port/frames.ts';

export interface Wire {
  send: (frame: unknown) => void;
  sendRaw: (opcode: number, payload: Buffer) => void;
  drop: () => void;
  /** What came over it as text. */
  got: { envelope_id?: string }[];
  /** Whether the app has said goodbye. */
  left: () => boolean;
}

export interface Manners {
  /** What happens once the line stands; `nth` counts from 1. A plain hello when missing. */
  greet?: (wire: Wire, nth: number) => void;
  /** Whether the other side's goodbye is answered; false when missing. */
  saysGoodbye?: boolean;
  /** Whether pings are answered; true when missing. */
  pongs?: boolean;
  /** Where `apps.connections.open` sends the app the `nth` time; here when missing. */
  url?: (nth: number) => string | undefined;
}

export interface OddPeer {
  slackApiUrl: string;
  wires: Wire[];
  /** How often the app asked where to connect. */
  asked: () => number;
  close: () => void;
}

export const hello = { type: 'hello', num_connections: 1, connection_info: { app_id: 'A1' } };

/** A server that knows `apps.connections.open` and nothing else. */
export async function oddPeer(manners: Manners): Promise<OddPeer> {
  const wires: Wire[] = [];
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    request.resume();
    const url = manners.url?.(asked) ?? `ws://127.0.0.1:${(server.address() as AddressInfo).port}/link`;
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: true, url }));
  });
  server.on('upgrade', (request: IncomingMessage, stream: Duplex) => {
    const wire = lineOn(request, stream, manners);
    wires.push(wire);
    if (manners.greet) manners.greet(wire, wires.length);
    else wire.send(hello);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    slackApiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    wires,
    asked: () => asked,
    close: () => {
      for (const wire of wires) wire.drop();
      server.close();
      server.closeAllConnections();
    },
  };
}

function lineOn(request: IncomingMessage, stream: Duplex, { saysGoodbye = false, pongs = true }: Manners): Wire {
  const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  stream.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
  const got: Wire['got'] = [];
  let left = false;
  let bytes: Buffer = Buffer.alloc(0);
  const sendRaw = (opcode: number, payload: Buffer) => void (stream.writable && stream.write(writeFrame(opcode, payload)));
  stream.on('error', () => {});
  stream.on('data', (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk]);
    for (let read = readFrame(bytes); read && 'frame' in read; read = readFrame(bytes)) {
      bytes = read.rest;
      const { opcode, payload } = read.frame;
      if (opcode === opcodes.text) got.push(JSON.parse(payload.toString()));
      if (opcode === opcodes.ping && pongs) sendRaw(opcodes.pong, payload);
      left ||= opcode === opcodes.close;
      if (opcode === opcodes.close && saysGoodbye) stream.end(writeFrame(opcodes.close, payload));
    }
  });
  return {
    send: (frame) => sendRaw(opcodes.text, Buffer.from(typeof frame === 'string' ? frame : JSON.stringify(frame))),
    sendRaw,
    drop: () => void stream.destroy(),
    got,
    left: () => left,
  };
}
