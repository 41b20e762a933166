// Files to and from Slack. An upload is three requests of which only the last makes anything visible; a download sends the bot's token, so it
// goes to Slack's own hosts and nowhere else.
import { z } from 'zod';
import { type DecodedText, decode, isDocument } from '../text-encoding.ts';
import type { Api } from './api.ts';
import { type Called, done } from './called.ts';
import { faultOf } from './errors.ts';

export interface Upload {
  name: string;
  title: string;
  bytes: Uint8Array;
  alt?: string;
}

const TRANSFER_TIMEOUT_MS = 30_000;

/** Hands the bytes to Slack and returns the file's id: nobody sees it until it is shared. */
export async function upload(api: Pick<Api, 'repeatable' | 'fetch'>, file: Upload): Promise<Called<string>> {
  const place = await api.repeatable(
    'files.getUploadURLExternal',
    // Slack's argument is `alt_txt`; the SDK's own upload calls it otherwise and loses it.
    { filename: file.name, length: file.bytes.byteLength, ...(file.alt && { alt_txt: file.alt.slice(0, 1000) }) },
    z.object({ upload_url: z.string(), file_id: z.string() }),
  );
  if (!place.ok) return place;
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(file.bytes)]), file.name);
  try {
    const response = await api.fetch(place.value.upload_url, {
      method: 'POST',
      body: form,
      signal: AbortSignal.timeout(TRANSFER_TIMEOUT_MS),
    });
    await response.arrayBuffer();
    return response.ok ? { ok: true, value: place.value.file_id } : { ok: false, error: `upload_http_${response.status}` };
  } catch (thrown) {
    return { ok: false, error: faultError(thrown) };
  }
}

/** Finishes uploads; with `channel` the files are shared there, in one message, so then it is done once and not again. */
export async function completeUpload(
  api: Pick<Api, 'once' | 'repeatable'>,
  files: readonly { id: string; title: string }[],
  sharing?: { channel: string; comment?: string },
): Promise<Called<void>> {
  const shared = sharing && { channel_id: sharing.channel, ...(sharing.comment && { initial_comment: sharing.comment }) };
  const ask = sharing ? api.once : api.repeatable;
  return done(await ask('files.completeUploadExternal', { files, ...shared }, z.object({})));
}

/**
 * The text of a shared file, at most `maxBytes` of it; a larger file is refused whole, and so is a workbook. The id came from somebody's client, and
 * the bot can read what it handed to others: where `from` is given, the file has to be theirs.
 */
export async function fileText(api: Api, fileId: string, maxBytes: number, from?: string): Promise<Called<DecodedText>> {
  const info = await api.repeatable(
    'files.info',
    { file: fileId },
    z.object({
      file: z.object({
        user: z.string().optional(),
        url_private_download: z.string().optional(),
        url_private: z.string().optional(),
        size: z.number().optional(),
      }),
    }),
  );
  if (!info.ok) return info;
  const { user = from, url_private_download, url_private, size = 0 } = info.value.file;
  if (from !== undefined && user !== from) return { ok: false, error: 'file_elsewhere' };
  const url = url_private_download ?? url_private;
  if (!url || !isSlackHost(url, api.settings.slackApiUrl)) return { ok: false, error: 'file_elsewhere' };
  if (size > maxBytes) return { ok: false, error: 'file_too_large' };
  return download(api, url, maxBytes);
}

async function download(api: Api, url: string, maxBytes: number): Promise<Called<DecodedText>> {
  try {
    const response = await api.fetch(url, {
      headers: { Authorization: `Bearer ${api.settings.token}` },
      redirect: 'error',
      signal: AbortSignal.timeout(TRANSFER_TIMEOUT_MS),
    });
    // Without the scope Slack sends its sign-in page instead of an error.
    if (response.headers.get('content-type')?.startsWith('text/html')) return { ok: false, error: 'missing_scope', needed: 'files:read' };
    if (!response.ok) return { ok: false, error: `download_http_${response.status}` };
    const bytes = await bounded(response, maxBytes);
    if (!bytes) return { ok: false, error: 'file_too_large' };
    return isDocument(bytes) ? { ok: false, error: 'file_not_text' } : { ok: true, value: decode(bytes) };
  } catch (thrown) {
    return { ok: false, error: faultError(thrown) };
  }
}

async function bounded(response: Response, maxBytes: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.byteLength;
    if (length > maxBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Slack's own hosts, or the one that the settings name instead of Slack. */
export function isSlackHost(url: string, slackApiUrl: string | undefined): boolean {
  const { protocol, host, hostname } = URL.canParse(url) ? new URL(url) : { protocol: '', host: '', hostname: '' };
  if (slackApiUrl && URL.canParse(slackApiUrl) && new URL(slackApiUrl).host === host) return true;
  return protocol === 'https:' && /(^|\.)(slack\.com|slack-files\.com|slack-gov\.com)$/.test(hostname);
}

function faultError(thrown: unknown): string {
  const fault = faultOf(thrown);
  return fault.how === 'limited' ? 'ratelimited' : fault.error;
}
