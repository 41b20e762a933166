// The body of a request, whole.
import type { IncomingMessage } from 'node:http';

const most = 64 * 1024 * 1024;

/** All bytes; `undefined` when there are more than anyone has a reason to send. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > most) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
