// The calls the postman makes: one request each, never repeated here, with everything an outcome must be judged by.
import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { Called } from './called.ts';
import { type Ask, type ClientSettings, type Outcome, openClient } from './client.ts';
import { completeUpload, type Upload, upload } from './files.ts';

export interface Post {
  channel: string;
  text: string;
  blocks: KnownBlock[];
  metadata: { event_type: string; event_payload: Record<string, string> };
}

/** A message of a history, reduced to what tells whose it is and which. */
export interface Found {
  ts: string;
  user?: string | undefined;
  botId?: string | undefined;
  marks: string[];
}

export interface Poster {
  post: (message: Post) => Promise<Outcome<{ channel: string; ts: string }>>;
  /** Whether Slack answers at all: a question that does nothing, and no refusal is a silence. */
  isThere: () => Promise<boolean>;
  /** The bot's conversation with these people, opened if it is not yet; safe to repeat. */
  openConversation: (users: readonly string[]) => Promise<Outcome<string>>;
  /** One page of a conversation, back to `oldest` (a Slack ts). */
  history: (channel: string, oldest: string, cursor?: string) => Promise<Outcome<{ messages: Found[]; next?: string | undefined }>>;
  /** Hands a picture to Slack, to be shown in a message; returns its file id. */
  addPicture: (picture: Upload) => Promise<Called<string>>;
}

/** However a server writes the time, it said that the message stands there: that must never lead to a second one. */
const time = z.union([z.string(), z.number().transform(String)]).catch('');
const posted = z.object({ channel: z.string().optional().catch(undefined), ts: time });
const openedShape = z.object({ channel: z.object({ id: z.string().min(1) }) });

const maybe = z.string().optional().catch(undefined);
const messageShape = z
  .object({
    ts: time,
    user: maybe,
    bot_id: maybe,
    metadata: z
      .object({ event_payload: z.object({ k: maybe }) })
      .optional()
      .catch(undefined),
    blocks: z
      .array(z.object({ block_id: maybe }))
      .optional()
      .catch(undefined),
  })
  .transform(
    ({ ts, user, bot_id, metadata, blocks }): Found => ({
      ts,
      user,
      botId: bot_id,
      marks: [metadata?.event_payload.k, blocks?.[0]?.block_id?.replace(/^k_/, '')].filter((mark) => mark !== undefined),
    }),
  );
const historyShape = z.object({
  messages: z.array(messageShape),
  has_more: z.boolean().optional().catch(undefined),
  response_metadata: z.object({ next_cursor: maybe }).optional().catch(undefined),
});

/** Slack shows at most this many to some apps; asking for no more works for all. */
const PAGE = 15;

export function openPoster(settings: ClientSettings): Poster {
  const ask = openClient(settings, 10_000);
  const askSwiftly = openClient(settings, 3_000);
  return {
    post: async (message) => {
      const answer = await ask('chat.postMessage', { ...message, parse: 'none', unfurl_links: false, unfurl_media: false }, posted);
      return answer.ok ? { ok: true, value: { channel: answer.value.channel ?? message.channel, ts: answer.value.ts } } : answer;
    },
    isThere: async () => {
      const answer = await askSwiftly('auth.test', {}, z.unknown());
      return answer.ok || answer.fault.how === 'refused' || answer.fault.how === 'limited';
    },
    openConversation: async (users) => {
      const answer = await ask('conversations.open', { users: users.join(',') }, openedShape);
      return answer.ok ? { ok: true, value: answer.value.channel.id } : answer;
    },
    history: async (channel, oldest, cursor) => {
      const args = { channel, oldest, inclusive: true, limit: PAGE, include_all_metadata: true, ...pageAt(cursor) };
      const answer = await ask('conversations.history', args, historyShape);
      if (!answer.ok) return answer;
      return { ok: true, value: { messages: answer.value.messages, next: nextPage(answer.value) } };
    },
    addPicture: (picture) => addPicture(settings, ask, picture),
  };
}

const BEFORE = 'before ';

/** Some Slack-like servers say that there is more, but give no cursor: then the next page ends where this one began. */
function nextPage({ messages, has_more, response_metadata }: z.infer<typeof historyShape>): string | undefined {
  const earliest = messages.at(-1)?.ts;
  return response_metadata?.next_cursor || (has_more && earliest ? `${BEFORE}${earliest}` : undefined);
}

function pageAt(cursor: string | undefined): { cursor?: string; latest?: string } {
  if (!cursor) return {};
  return cursor.startsWith(BEFORE) ? { latest: cursor.slice(BEFORE.length) } : { cursor };
}

async function addPicture(settings: ClientSettings, ask: Ask, picture: Upload): Promise<Called<string>> {
  const once = async <T>(method: string, args: Record<string, unknown>, shape: z.ZodType<T>): Promise<Called<T>> => {
    const answer = await ask(method, args, shape);
    return answer.ok ? answer : { ok: false, error: answer.fault.how === 'limited' ? 'ratelimited' : answer.fault.error };
  };
  const uploaded = await upload({ repeatable: once, fetch: settings.fetch ?? globalThis.fetch }, picture);
  if (!uploaded.ok) return uploaded;
  const completed = await completeUpload({ once, repeatable: once }, [{ id: uploaded.value, title: picture.title }]);
  return completed.ok ? uploaded : completed;
}
