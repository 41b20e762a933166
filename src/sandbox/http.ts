// Everything an app may ask of Slack over HTTP: the Web API, uploads, downloads, and answers to interactions. A function from request to response, used
// in memory and on a port alike.

import type { Args } from './api/call.ts';
import { answerInteraction } from './respond.ts';
import type { SmallSlack } from './small-slack.ts';
import { completeUpload, download } from './transfer.ts';
import { callApi } from './web-api.ts';

export interface HttpRequest {
  method: string;
  /** With its query. */
  path: string;
  headers: Record<string, string>;
  body: Buffer;
}

export type HttpAnswer = { status: number; headers: Record<string, string>; body: string | Uint8Array } | { lost: true; late?: number };

const plain = { 'content-type': 'text/plain; charset=utf-8' };

/** Answers one request of the app. */
export async function answerHttp(slack: SmallSlack, request: HttpRequest): Promise<HttpAnswer> {
  const [path = '', query = ''] = request.path.split('?');
  const [, area = '', name = ''] = path.split('/');
  if (area === 'api') {
    const args = { ...readForm(query), ...(await readArgs(request)) };
    return callApi(slack, { method: decodeURIComponent(name), token: bearer(request.headers) || String(args.token ?? ''), args });
  }
  if (area === 'response') return answerInteraction(slack, name, request.body.toString());
  if (area === 'upload') return completeUpload(slack, name, request);
  if (area === 'files') return download(slack, name, bearer(request.headers));
  return { status: 404, headers: plain, body: 'Not found' };
}

function bearer(headers: Record<string, string>): string {
  return /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
}

/** Arguments of a form, of a JSON body, or of a multipart form. What cannot be read counts as no arguments, as with Slack. */
async function readArgs(request: HttpRequest): Promise<Args> {
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/json')) return readJson(request.body.toString());
  if (type.startsWith('multipart/form-data')) {
    const form = await new Response(new Uint8Array(request.body), { headers: { 'content-type': type } }).formData();
    return Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'));
  }
  return readForm(request.body.toString());
}

function readForm(text: string): Args {
  return text === '' ? {} : Object.fromEntries(new URLSearchParams(text));
}

function readJson(body: string): Args {
  try {
    const read: unknown = JSON.parse(body || '{}');
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Args) : {};
  } catch {
    return {};
  }
}
