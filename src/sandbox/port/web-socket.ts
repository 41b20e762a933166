// One WebSocket connection on the server's side: the handshake, then whole text messages in and out. Pings are answered, fragments put together.
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Frame, opcodes, readFrame, writeFrame } from './frames.ts';

export interface WebSocketConnection {
  send: (text: string) => void;
  ping: () => void;
  /** Says goodbye with a close code, then hangs up. */
  close: (code: number) => void;
  /** Hangs up without a word, as a broken line does. */
  drop: () => void;
}

export interface WebSocketEvents {
  onText: (text: string) => void;
  onClose: () => void;
}

const magic = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** Whether a request asks for a WebSocket, and in the version there is. */
export function asksForWebSocket(request: IncomingMessage): boolean {
  const { upgrade, 'sec-websocket-key': key, 'sec-websocket-version': version } = request.headers;
  return upgrade?.toLowerCase() === 'websocket' && typeof key === 'string' && version === '13';
}

/** Completes the handshake on `stream` and listens. */
export function acceptWebSocket(request: IncomingMessage, stream: Duplex, head: Buffer, events: WebSocketEvents): WebSocketConnection {
  const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}${magic}`).digest('base64');
  stream.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
  const connection = connectionOn(stream);
  const state = { bytes: head, fragments: [] as Buffer[], textUnderWay: false };
  const listen = (chunk: Buffer) => {
    state.bytes = state.bytes.length > 0 ? Buffer.concat([state.bytes, chunk]) : chunk;
    takeFrames(state, connection, events);
  };
  stream.on('data', listen);
  stream.on('error', () => stream.destroy());
  stream.on('close', events.onClose);
  if (head.length > 0) takeFrames(state, connection, events);
  return connection;
}

function connectionOn(stream: Duplex): WebSocketConnection & { pong: (payload: Buffer) => void } {
  const write = (opcode: number, payload: Buffer) => {
    if (stream.writable) stream.write(writeFrame(opcode, payload));
  };
  return {
    send: (text) => write(opcodes.text, Buffer.from(text)),
    ping: () => write(opcodes.ping, Buffer.from('Ping from the sandbox')),
    pong: (payload) => write(opcodes.pong, payload),
    close: (code) => {
      const payload = Buffer.alloc(2);
      payload.writeUInt16BE(code);
      write(opcodes.close, payload);
      stream.end();
    },
    drop: () => stream.destroy(),
  };
}

interface Incoming {
  bytes: Buffer;
  fragments: Buffer[];
  textUnderWay: boolean;
}

function takeFrames(state: Incoming, connection: ReturnType<typeof connectionOn>, events: WebSocketEvents): void {
  for (let read = readFrame(state.bytes); read; read = readFrame(state.bytes)) {
    if ('broken' in read) {
      connection.close(read.broken);
      return;
    }
    state.bytes = read.rest;
    if (!takeFrame(state, read.frame, connection, events)) return;
  }
}

/** Does what one frame says; false once the connection is over. */
function takeFrame(state: Incoming, frame: Frame, connection: ReturnType<typeof connectionOn>, events: WebSocketEvents): boolean {
  if (frame.opcode === opcodes.close) {
    connection.close(frame.payload.length >= 2 ? frame.payload.readUInt16BE(0) : 1000);
    return false;
  }
  if (frame.opcode === opcodes.ping) connection.pong(frame.payload);
  if (frame.opcode === opcodes.ping || frame.opcode === opcodes.pong) return true;
  const begins = frame.opcode === opcodes.text;
  if (begins === state.textUnderWay || (!begins && frame.opcode !== opcodes.continuation)) {
    // A second message before the first has ended, an end without a beginning, or bytes where only text is spoken.
    connection.close(frame.opcode === opcodes.binary ? 1003 : 1002);
    return false;
  }
  state.fragments.push(frame.payload);
  state.textUnderWay = !frame.fin;
  if (!frame.fin) return true;
  const text = Buffer.concat(state.fragments).toString();
  state.fragments = [];
  events.onText(text);
  return true;
}
