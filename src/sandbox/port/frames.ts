// WebSocket frames (RFC 6455), the server's side: taking them apart as bytes come in, and putting them together. Pure: bytes in, frames out.

export const opcodes = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

export interface Frame {
  fin: boolean;
  opcode: number;
  payload: Buffer;
}

/** Why a connection must be closed, as close codes of the protocol. */
export type Broken = { broken: 1002 | 1009 };

/** Larger messages than this no client has a reason to send. */
const most = 1_000_000;

/** The first frame in `bytes` and what is left after it; `undefined` while it is not complete. */
export function readFrame(bytes: Buffer): { frame: Frame; rest: Buffer } | Broken | undefined {
  if (bytes.length < 2) return undefined;
  const first = bytes.readUInt8(0);
  const second = bytes.readUInt8(1);
  // Clients must mask what they send, and nobody has agreed on extensions.
  if ((second & 0x80) === 0 || (first & 0x70) !== 0) return { broken: 1002 };
  const header = readLength(bytes, second & 0x7f);
  if (header === undefined) return undefined;
  const control = (first & 0x08) !== 0;
  if (control && (header.length > 125 || (first & 0x80) === 0)) return { broken: 1002 };
  if (header.length > most) return { broken: 1009 };
  const start = header.at + 4;
  const end = start + header.length;
  if (bytes.length < end) return undefined;
  const payload = unmasked(bytes.subarray(start, end), bytes.subarray(header.at, start));
  return { frame: { fin: (first & 0x80) !== 0, opcode: first & 0x0f, payload }, rest: bytes.subarray(end) };
}

function readLength(bytes: Buffer, short: number): { length: number; at: number } | undefined {
  if (short < 126) return { length: short, at: 2 };
  const wide = short === 127;
  if (bytes.length < (wide ? 10 : 4)) return undefined;
  return wide ? { length: Number(bytes.readBigUInt64BE(2)), at: 10 } : { length: bytes.readUInt16BE(2), at: 4 };
}

function unmasked(payload: Buffer, mask: Buffer): Buffer {
  const plain = Buffer.allocUnsafe(payload.length);
  for (let index = 0; index < payload.length; index += 1) plain[index] = (payload[index] ?? 0) ^ (mask[index & 3] ?? 0);
  return plain;
}

/** One unfragmented, unmasked frame: what servers send. */
export function writeFrame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  const header = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10);
  header.writeUInt8(0x80 | opcode, 0);
  if (length < 126) header.writeUInt8(length, 1);
  else if (length < 65_536) {
    header.writeUInt8(126, 1);
    header.writeUInt16BE(length, 2);
  } else {
    header.writeUInt8(127, 1);
    header.writeBigUInt64BE(BigInt(length), 2);
  }
  return Buffer.concat([header, payload]);
}
