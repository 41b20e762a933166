// The body of a request, whole.
import type { IncomingMessage } from 'node:http';

const MOST = 64 * 1024 * 1024;

/** All bytes; `undefined` when there are more than `most`, which leaves the connection so that it can be said. */
export async function bodyOf(request: IncomingMessage, most = MOST): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > most) return undefined;
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > most) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
