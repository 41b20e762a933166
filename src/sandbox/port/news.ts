// Server-sent events to a page: one line for each piece of news, and a sign of life now and then.
import type { IncomingMessage, ServerResponse } from 'node:http';

const ALIVE_MS = 15_000;
/** Whoever has not read so many bytes reads no more; the browser comes again when it does. */
const UNREAD_MOST = 1024 * 1024;

export interface News {
  send: (news: unknown) => void;
}

/** Begins to tell; `over` is called once, when the other side has gone. */
export function openNews(request: IncomingMessage, response: ServerResponse, over: () => void): News {
  const write = (text: string) => {
    if (response.writableLength > UNREAD_MOST) response.destroy();
    else if (!response.destroyed) response.write(text);
  };
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
  write(': hello\n\n');
  const alive = setInterval(() => write(': still here\n\n'), ALIVE_MS).unref();
  request.once('close', () => {
    clearInterval(alive);
    over();
  });
  return { send: (news) => write(`data: ${JSON.stringify(news)}\n\n`) };
}
