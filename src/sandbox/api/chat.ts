// chat.*: posting, changing and taking back messages.

import { tooLongTogether } from '../check/blocks.ts';
import { canSee, messageAt, post, remove, revise } from '../conversations.ts';
import { describeMessage } from '../describe/message.ts';
import { nextTs } from '../ids.ts';
import type { Conversation, Message } from '../world.ts';
import { type Answered, type Call, type Method, refuse, textArg } from './call.ts';
import { contentOf } from './content.ts';
import { destination, isMember, reach } from './reach.ts';

const most = { text: 40_000, update: 4_000 };

function postMessage(call: Call): Answered {
  const conversation = destination(call);
  if (!conversation) return refuse('channel_not_found');
  const closed = closedTo(call, conversation);
  if (closed) return refuse(closed);
  const content = contentOf(call);
  if (!content.ok) return content.refusal;
  if (tooLongTogether(content.value.blocks)) return refuse('msg_blocks_too_long');
  const threadTs = textArg(call.args, 'thread_ts');
  const message = post(call.slack, conversation, {
    user: call.world.app.botUser,
    botId: call.world.app.botId,
    ...content.value,
    text: [...content.value.text].slice(0, most.text).join(''),
    ...(threadTs === '' ? {} : { threadTs }),
  });
  return { ok: true, channel: conversation.id, ts: message.ts, message: described(call, message) };
}

function closedTo(call: Call, conversation: Conversation): string | undefined {
  const { app } = call.world;
  if (conversation.archived) return 'is_archived';
  if (conversation.kind === 'dm' && !app.messagesTab) return 'messages_tab_disabled';
  if (isMember(call, conversation)) return undefined;
  return conversation.kind === 'channel' && app.scopes.includes('chat:write.public') ? undefined : 'not_in_channel';
}

function described(call: Call, message: Message): Record<string, unknown> {
  return describeMessage(call.world, message, { metadata: true, baseUrl: call.slack.baseUrl });
}

function update(call: Call): Answered {
  const found = own(call, 'cant_update_message');
  if (!found.ok) return found.refusal;
  const content = contentOf(call);
  if (!content.ok) return content.refusal;
  if ([...content.value.text].length > most.update) return refuse('msg_too_long');
  const { conversation, message } = found;
  // What is drawn with blocks changes without the mark "edited".
  const edited = content.value.blocks.length > 0 ? {} : { editedTs: nextTs(call.world, call.now) };
  revise(call.slack, conversation, message, { ...content.value, ...edited });
  const { ts, ...changed } = described(call, message);
  return { ok: true, channel: conversation.id, ts, text: message.text, message: changed };
}

function takeBack(call: Call): Answered {
  const found = own(call, 'cant_delete_message');
  if (!found.ok) return found.refusal;
  remove(call.slack, found.conversation, found.message);
  return { ok: true, channel: found.conversation.id, ts: found.message.ts };
}

type Own = { ok: true; conversation: Conversation; message: Message } | { ok: false; refusal: Answered };

/** A message of the app's own: no other may it change. */
function own(call: Call, notMine: string): Own {
  const conversation = reach(call);
  if (!conversation) return { ok: false, refusal: refuse('channel_not_found') };
  if (conversation.archived) return { ok: false, refusal: refuse('is_archived') };
  const message = messageAt(conversation, textArg(call.args, 'ts'));
  if (!message || message.onlyFor !== undefined) return { ok: false, refusal: refuse('message_not_found') };
  if (message.botId !== call.world.app.botId) return { ok: false, refusal: refuse(notMine) };
  return { ok: true, conversation, message };
}

function postEphemeral(call: Call): Answered {
  const conversation = destination(call);
  if (!conversation) return refuse('channel_not_found');
  const closed = closedTo(call, conversation);
  if (closed) return refuse(closed);
  const user = textArg(call.args, 'user');
  const person = call.world.people.get(user);
  if (!person || person.kind === 'deactivated' || !canSee(call.world, user, conversation)) return refuse('user_not_in_channel');
  const content = contentOf(call);
  if (!content.ok) return content.refusal;
  const { app } = call.world;
  const message = post(call.slack, conversation, { user: app.botUser, botId: app.botId, ...content.value, onlyFor: user });
  return { ok: true, message_ts: message.ts };
}

function permalink(call: Call): Answered {
  const conversation = reach(call);
  if (!conversation) return refuse('channel_not_found');
  const ts = textArg(call.args, 'message_ts');
  if (!messageAt(conversation, ts)) return refuse('message_not_found');
  const link = `https://${call.world.team.domain}.slack.com/archives/${conversation.id}/p${ts.replace('.', '')}`;
  return { ok: true, permalink: link, channel: conversation.id };
}

const write = ['chat:write'];

export const chat: Record<string, Method> = {
  'chat.postMessage': { tier: 'post', scopes: write, run: postMessage },
  'chat.postEphemeral': { tier: 4, scopes: write, run: postEphemeral },
  'chat.update': { tier: 3, scopes: write, run: update },
  'chat.delete': { tier: 3, scopes: write, run: takeBack },
  'chat.getPermalink': { tier: 'free', run: permalink },
};
