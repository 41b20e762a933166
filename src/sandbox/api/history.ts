// conversations.history and .replies: what the app may read back, page by page.
import { describeMessage, threadOf } from '../describe/message.ts';
import { microsOf } from '../ids.ts';
import type { Conversation, Message } from '../world.ts';
import { type Answered, type Call, countArg, flagArg, type Method, refuse, textArg } from './call.ts';
import { isMember, reach, scopeFor } from './reach.ts';

function history(call: Call): Answered {
  const conversation = reach(call);
  if (!conversation) return refuse('channel_not_found');
  if (!isMember(call, conversation)) return refuse('not_in_channel');
  const top = conversation.messages.filter((one) => one.threadTs === undefined || one.threadTs === one.ts);
  const span = within(call, top);
  if (!span) return refuse('invalid_ts_latest');
  return { ...page(call, conversation, span.toReversed()), pin_count: 0, channel_actions_ts: null, channel_actions_count: 0 };
}

function replies(call: Call): Answered {
  const conversation = reach(call);
  if (!conversation) return refuse('channel_not_found');
  if (!isMember(call, conversation)) return refuse('not_in_channel');
  const ts = textArg(call.args, 'ts');
  const root = conversation.messages.find((one) => one.ts === ts)?.threadTs ?? ts;
  const thread = conversation.messages.filter((one) => one.ts === root || one.threadTs === root);
  if (thread.length === 0) return refuse('thread_not_found');
  const span = within(call, thread);
  return span ? page(call, conversation, span) : refuse('invalid_ts_latest');
}

/** The messages between `oldest` and `latest` that everyone can see and that the reader already gets to see. */
function within(call: Call, messages: readonly Message[]): Message[] | undefined {
  const oldest = textArg(call.args, 'oldest');
  const latest = textArg(call.args, 'latest');
  const from = oldest === '' ? 0 : microsOf(oldest);
  const to = latest === '' ? Number.POSITIVE_INFINITY : microsOf(latest);
  if (Number.isNaN(from) || Number.isNaN(to)) return undefined;
  const edge = flagArg(call.args, 'inclusive') ? 0 : 1;
  const readable = (call.now - call.slack.faults.readLag) * 1000;
  return messages.filter((one) => {
    const at = microsOf(one.ts);
    return one.onlyFor === undefined && at >= from + edge && at <= to - edge && (call.slack.faults.readLag === 0 || at <= readable);
  });
}

function page(call: Call, conversation: Conversation, ordered: readonly Message[]): Answered {
  const cursor = textArg(call.args, 'cursor');
  const after =
    cursor === ''
      ? undefined
      : Buffer.from(cursor, 'base64')
          .toString()
          .replace(/^next_ts:/, '');
  const start = after === undefined ? 0 : ordered.findIndex((one) => one.ts === after);
  if (start < 0) return refuse('invalid_cursor');
  const size = countArg(call.args, 'limit', 100, 999);
  const messages = ordered.slice(start, start + size);
  const next = ordered[start + size];
  return {
    ok: true,
    messages: messages.map((one) => ({
      ...describeMessage(call.world, one, { metadata: flagArg(call.args, 'include_all_metadata'), baseUrl: call.slack.baseUrl }),
      ...threadOf(conversation, one),
    })),
    has_more: next !== undefined,
    ...(next === undefined ? {} : { response_metadata: { next_cursor: Buffer.from(`next_ts:${next.ts}`).toString('base64') } }),
  };
}

export const historyMethods: Record<string, Method> = {
  'conversations.history': { tier: 3, scopes: scopeFor('history'), run: history },
  'conversations.replies': { tier: 3, scopes: scopeFor('history'), run: replies },
};
