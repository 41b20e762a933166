import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { opcodes, readFrame, writeFrame } from '../../src/sandbox/port/frames.ts';
import { acceptWebSocket } from '../../src/sandbox/port/web-socket.ts';

/** A frame as clients send it: masked. */
function masked(opcode: number, payload: Buffer, fin = true): Buffer {
  const mask = randomBytes(4);
  const plain = writeFrame(opcode, payload);
  const header = Buffer.from(plain.subarray(0, plain.length - payload.length));
  header.writeUInt8((fin ? 0x80 : 0) | opcode, 0);
  header.writeUInt8(header.readUInt8(1) | 0x80, 1);
  return Buffer.concat([header, mask, Buffer.from(payload.map((byte, index) => byte ^ (mask[index & 3] ?? 0)))]);
}

describe('frames', () => {
  test.each([0, 5, 125, 126, 65_535, 65_536, 200_000])('a message of %d bytes is read as it was written', (length) => {
    const payload = Buffer.alloc(length, 'é');
    const read = readFrame(masked(opcodes.text, payload));
    expect(read).toMatchObject({ frame: { fin: true, opcode: 1, payload }, rest: Buffer.alloc(0) });
  });

  test('what has not all arrived is waited for', () => {
    const whole = masked(opcodes.text, Buffer.alloc(70_000, 'x'));
    for (const length of [0, 1, 2, 9, 13, 69_999]) expect(readFrame(whole.subarray(0, length))).toBeUndefined();
  });

  test('frames without a mask, with unknown bits, too large, or control frames in pieces break the line', () => {
    expect(readFrame(writeFrame(opcodes.text, Buffer.from('x')))).toEqual({ broken: 1002 });
    const strange = masked(opcodes.text, Buffer.from('x'));
    strange.writeUInt8(strange.readUInt8(0) | 0x40, 0);
    expect(readFrame(strange)).toEqual({ broken: 1002 });
    expect(readFrame(masked(opcodes.ping, Buffer.from('x'), false))).toEqual({ broken: 1002 });
    expect(readFrame(masked(opcodes.text, Buffer.alloc(1_000_001)))).toEqual({ broken: 1009 });
  });
});

describe('a connection', () => {
  /** A server's end of a line, and what it heard and sent. */
  function line() {
    const sent: Buffer[] = [];
    const heard: string[] = [];
    const stream = new PassThrough();
    const key = 'dGhlIHNhbXBsZSBub25jZQ==';
    stream.write = ((chunk: Buffer | string) => {
      sent.push(Buffer.from(chunk));
      return true;
    }) as typeof stream.write;
    const request = { headers: { 'sec-websocket-key': key } } as unknown as IncomingMessage;
    const connection = acceptWebSocket(request, stream, Buffer.alloc(0), { onText: (text) => heard.push(text), onClose: () => {} });
    const arrive = (...parts: Buffer[]) => {
      for (const part of parts) stream.emit('data', part);
    };
    return { sent, heard, connection, arrive, key };
  }

  test('the handshake proves that the server speaks the protocol', () => {
    const { sent, key } = line();
    const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
    expect(accept).toBe('s3pPLMBiTxaQ9kYGzzhZRbK+xOo=');
    expect(sent[0]?.toString()).toContain(`Sec-WebSocket-Accept: ${accept}\r\n`);
  });

  test('a message in three pieces with a ping between them is one message, and the ping is answered', () => {
    const { arrive, heard, sent } = line();
    const bytes = Buffer.concat([
      masked(opcodes.text, Buffer.from('one '), false),
      masked(opcodes.ping, Buffer.from('still there?')),
      masked(opcodes.continuation, Buffer.from('two '), false),
      masked(opcodes.continuation, Buffer.from('three')),
    ]);
    for (const byte of bytes) arrive(Buffer.from([byte]));
    expect(heard).toEqual(['one two three']);
    expect(sent[1]).toEqual(writeFrame(opcodes.pong, Buffer.from('still there?')));
  });

  test('a goodbye is answered; an end without a beginning, or bytes, end the line', () => {
    const goodbye = Buffer.from([0x03, 0xe8]);
    const closing = (code: number) => writeFrame(opcodes.close, Buffer.from([code >> 8, code & 0xff]));
    const cases: [Buffer, number][] = [
      [masked(opcodes.close, goodbye), 1000],
      [masked(opcodes.continuation, Buffer.from('x')), 1002],
      [masked(opcodes.binary, Buffer.from('x')), 1003],
      [Buffer.concat([masked(opcodes.text, Buffer.from('x'), false), masked(opcodes.text, Buffer.from('y'))]), 1002],
    ];
    for (const [bytes, code] of cases) {
      const { arrive, sent, heard } = line();
      arrive(bytes);
      expect(sent[1]).toEqual(closing(code));
      expect(heard).toEqual([]);
    }
  });
});
