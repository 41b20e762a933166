// The control API over HTTP, with its stream of changes. Only JSON is taken, which no web page of another origin can send without asking first.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { control, type Stage } from '../control.ts';
import { bodyOf } from '../port/body.ts';
import { openNews } from '../port/news.ts';
import type { Change } from '../small-slack.ts';

/** Answers a request below `/sandbox`. */
export async function serveControl(stage: Stage, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://slack');
  if (request.method === 'GET' && pathname === '/sandbox/changes') return stream(stage, request, response);
  if (request.method === 'GET' && pathname.startsWith('/sandbox/files/'))
    return sendFile(stage, pathname.slice('/sandbox/files/'.length), response);
  const method = request.method ?? 'GET';
  const read = method === 'POST' ? await readJson(request) : {};
  if (read === 'too-much') return send(response, 413, { ok: false, error: 'That is more than anyone has a reason to send.' });
  if (!read) return send(response, 400, { ok: false, error: 'Send a JSON object, with content-type application/json.' });
  const answer = await control(stage, { method, path: pathname, query: searchParams, body: read });
  send(response, answer.status, answer.body);
}

function send(response: ServerResponse, status: number, body: Record<string, unknown>): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }).end(JSON.stringify(body));
}

/** Nothing in it runs, and nothing is fetched for it; a picture may still be drawn. */
const INERT = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'none'";

/** A file as whoever sees the message it is in may see it. Never as a page of its own: it may hold anything. */
function sendFile(stage: Stage, id: string, response: ServerResponse): void {
  const file = stage.slack.world.files.get(id);
  if (!file?.complete) {
    send(response, 404, { ok: false, error: 'There is no such file.' });
    return;
  }
  const headers = {
    'content-type': file.mimetype,
    'content-disposition': `attachment; filename*=UTF-8''${encodedName(file.name)}`,
    'content-security-policy': INERT,
  };
  response.writeHead(200, headers).end(file.bytes);
}

function encodedName(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

const MOST = 16 * 1024 * 1024;

async function readJson(request: IncomingMessage): Promise<Record<string, unknown> | 'too-much' | undefined> {
  if (!request.headers['content-type']?.startsWith('application/json')) return undefined;
  const body = await bodyOf(request, MOST);
  if (!body) return 'too-much';
  try {
    const read: unknown = JSON.parse(body.toString() || '{}');
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function stream(stage: Stage, request: IncomingMessage, response: ServerResponse): void {
  const tell = (change: Change) => news.send(change);
  const news = openNews(request, response, () => stage.slack.watchers.delete(tell));
  stage.slack.watchers.add(tell);
}
