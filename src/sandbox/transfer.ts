// Bytes in and out: the second step of an upload, and downloads of what has been shared.
import type { HttpAnswer, HttpRequest } from './http.ts';
import type { SmallSlack } from './small-slack.ts';

const plain = { 'content-type': 'text/plain; charset=utf-8' };

/** Takes the bytes of an upload whose address was asked for before: raw, or as a form with one file. */
export async function completeUpload(slack: SmallSlack, id: string, request: HttpRequest): Promise<HttpAnswer> {
  const file = slack.world.files.get(id);
  if (!file || file.complete) return { status: 404, headers: plain, body: 'no such upload' };
  file.bytes = await bytesOf(request);
  return { status: 200, headers: plain, body: `OK - ${file.bytes.length}` };
}

async function bytesOf(request: HttpRequest): Promise<Uint8Array> {
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return new Uint8Array(request.body);
  const form = await new Response(new Uint8Array(request.body), { headers: { 'content-type': type } }).formData();
  for (const [, value] of form) if (typeof value !== 'string') return new Uint8Array(await value.arrayBuffer());
  return new Uint8Array();
}

/** Gives out a shared file to whoever holds the bot's token with the scope to read files; all others see a page, as with Slack. */
export function download(slack: SmallSlack, id: string, token: string): HttpAnswer {
  const file = slack.world.files.get(id);
  const known = slack.world.tokens.get(token);
  const mayRead = known?.kind === 'bot' && !known.revoked && slack.world.app.scopes.includes('files:read');
  if (!mayRead)
    return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: '<!DOCTYPE html><title>Sign in | Slack</title>' };
  if (!file?.complete) return { status: 404, headers: plain, body: 'file_not_found' };
  return { status: 200, headers: { 'content-type': file.mimetype }, body: file.bytes };
}
