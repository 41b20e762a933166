// files.* and what else an app may hang on: uploads in three steps, reactions, bookmarks.
import { messageAt, post } from '../conversations.ts';
import { describeFile } from '../describe/file.ts';
import { nextId } from '../ids.ts';
import type { StoredFile } from '../world.ts';
import { type Answered, broken, type Call, countArg, jsonArg, type Method, refuse, refuseFor, textArg } from './call.ts';
import { isMember, reach } from './reach.ts';

function uploadUrl(call: Call): Answered {
  const name = textArg(call.args, 'filename');
  const length = countArg(call.args, 'length', 0, Number.MAX_SAFE_INTEGER);
  if (name === '' || length === 0) return refuseFor('invalid_arguments', ['missing required field: filename or length']);
  const altText = textArg(call.args, 'alt_txt');
  if ([...altText].length > 1000) return refuse('alt_txt_too_large');
  const file: StoredFile = {
    id: nextId(call.world, 'F'),
    name,
    title: name,
    mimetype: mimetypeOf(name),
    bytes: new Uint8Array(),
    altText,
    sharedIn: [],
    user: call.world.app.botUser,
    created: Math.floor(call.now / 1000),
    complete: false,
  };
  call.world.files.set(file.id, file);
  return { ok: true, upload_url: `${call.slack.baseUrl}/upload/${file.id}`, file_id: file.id };
}

const mimetypes = new Map(
  Object.entries({
    csv: 'text/csv',
    txt: 'text/plain',
    png: 'image/png',
    svg: 'image/svg+xml',
    ics: 'text/calendar',
    json: 'application/json',
    md: 'text/markdown',
    zip: 'application/zip',
  }),
);

/** The type a file's name speaks of. */
export function mimetypeOf(name: string): string {
  return mimetypes.get(name.toLowerCase().replace(/^.*\./, '')) ?? 'application/octet-stream';
}

/** So many others have met; from the next on Slack fails, without saying why. */
const MOST_AT_ONCE = 14;

function complete(call: Call): Answered {
  const wanted = jsonArg(call.args, 'files');
  if (!Array.isArray(wanted) || wanted.length === 0) return refuseFor('invalid_arguments', ['missing required field: files']);
  if (wanted.length > MOST_AT_ONCE) return refuse('internal_error');
  const files: StoredFile[] = [];
  for (const one of wanted as { id?: string; title?: string }[]) {
    const file = call.world.files.get(String(one.id));
    if (!file || file.user !== call.world.app.botUser || file.bytes.length === 0) return refuse('file_not_found');
    if (one.title !== undefined) file.title = one.title;
    files.push(file);
  }
  const refused = textArg(call.args, 'channel_id') === '' ? undefined : share(call, files);
  if (refused) return refused;
  for (const file of files) file.complete = true;
  return { ok: true, files: files.map((file) => describeFile(call.world, file, call.slack.baseUrl)) };
}

function share(call: Call, files: readonly StoredFile[]): Answered | undefined {
  const conversation = reach({ ...call, args: { channel: textArg(call.args, 'channel_id') } });
  if (!conversation) return refuse('channel_not_found');
  if (!isMember(call, conversation)) return refuse('not_in_channel');
  if (conversation.archived) return refuse('is_archived');
  const blocks = jsonArg(call.args, 'blocks');
  if (blocks === broken) return refuse('invalid_blocks_format');
  const threadTs = textArg(call.args, 'thread_ts');
  for (const file of files) {
    file.complete = true;
    file.sharedIn.push(conversation.id);
  }
  post(call.slack, conversation, {
    user: call.world.app.botUser,
    botId: call.world.app.botId,
    text: textArg(call.args, 'initial_comment'),
    blocks: [],
    files: files.map((file) => file.id),
    ...(threadTs === '' ? {} : { threadTs }),
  });
  return undefined;
}

function info(call: Call): Answered {
  const file = call.world.files.get(textArg(call.args, 'file'));
  if (!file?.complete) return refuse('file_not_found');
  return { ok: true, file: describeFile(call.world, file, call.slack.baseUrl), comments: [], response_metadata: { next_cursor: '' } };
}

function react(call: Call): Answered {
  const conversation = reach(call);
  if (!conversation) return refuse('channel_not_found');
  if (!isMember(call, conversation)) return refuse('not_in_channel');
  const message = messageAt(conversation, textArg(call.args, 'timestamp'));
  if (!message) return refuse('message_not_found');
  const name = textArg(call.args, 'name').replaceAll(':', '');
  if (!/^[a-z0-9_+'-]+$/.test(name)) return refuse('invalid_name');
  message.reactions ??= [];
  const there = message.reactions.find((one) => one.name === name);
  if (there?.users.includes(call.world.app.botUser)) return refuse('already_reacted');
  if (there) there.users.push(call.world.app.botUser);
  else message.reactions.push({ name, users: [call.world.app.botUser] });
  return { ok: true };
}

function bookmark(call: Call): Answered {
  const conversation = reach({ ...call, args: { channel: textArg(call.args, 'channel_id') } });
  if (!conversation) return refuse('channel_not_found');
  const title = textArg(call.args, 'title');
  if (title === '') return refuseFor('invalid_arguments', ['missing required field: title']);
  const { args } = call;
  const made = {
    id: nextId(call.world, 'Bk'),
    title,
    link: textArg(args, 'link'),
    emoji: textArg(args, 'emoji'),
    type: textArg(args, 'type') || 'link',
  };
  conversation.bookmarks.push(made);
  return { ok: true, bookmark: { ...made, channel_id: conversation.id } };
}

function bookmarks(call: Call): Answered {
  const conversation = reach({ ...call, args: { channel: textArg(call.args, 'channel_id') } });
  if (!conversation) return refuse('channel_not_found');
  return { ok: true, bookmarks: conversation.bookmarks.map((one) => ({ ...one, channel_id: conversation.id })) };
}

export const files: Record<string, Method> = {
  'files.getUploadURLExternal': { tier: 4, scopes: ['files:write'], run: uploadUrl },
  'files.completeUploadExternal': { tier: 4, scopes: ['files:write'], run: complete },
  'files.info': { tier: 4, scopes: ['files:read'], run: info },
  'reactions.add': { tier: 3, scopes: ['reactions:write'], run: react },
  'bookmarks.add': { tier: 2, scopes: ['bookmarks:write'], run: bookmark },
  'bookmarks.list': { tier: 3, scopes: ['bookmarks:read'], run: bookmarks },
};
