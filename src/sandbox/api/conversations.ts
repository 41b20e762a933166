// conversations.*: looking at conversations, and opening direct and group ones.

import { openWith } from '../conversations.ts';
import { describeConversation } from '../describe/conversation.ts';
import type { Conversation } from '../world.ts';
import { type Answered, type Call, flagArg, listArg, type Method, paged, refuse, textArg } from './call.ts';
import { isMember, reach, scopeFor } from './reach.ts';

function open(call: Call): Answered {
  const given = textArg(call.args, 'channel');
  if (given !== '') return reopened(call);
  const users = [...new Set(listArg(call.args, 'users'))].filter((id) => id !== call.world.app.botUser);
  if (users.length === 0) return refuse('not_enough_users');
  if (users.length > 8) return refuse('too_many_users');
  const people = users.map((id) => call.world.people.get(id));
  if (people.some((one) => !one)) return refuse('user_not_found');
  if (people.some((one) => one?.kind === 'deactivated')) return refuse('user_disabled');
  if (users.length === 1 && people[0]?.kind === 'bot') return refuse('cannot_dm_bot');
  const scope = users.length === 1 ? 'im:write' : 'mpim:write';
  if (!call.world.app.scopes.includes(scope)) return refuse('missing_scope', { needed: scope, provided: call.world.app.scopes.join(',') });
  const { conversation, isNew } = openWith(call.world, [call.world.app.botUser, ...users], call.now);
  return opened(call, conversation, isNew);
}

function reopened(call: Call): Answered {
  const conversation = reach(call);
  return conversation && (conversation.kind === 'dm' || conversation.kind === 'group')
    ? opened(call, conversation, false)
    : refuse('channel_not_found');
}

function opened(call: Call, conversation: Conversation, isNew: boolean): Answered {
  const { is_user_deleted: _deleted, ...described } = describeConversation(call.world, conversation);
  const channel = flagArg(call.args, 'return_im') ? { ...described, is_open: true } : { id: conversation.id };
  return { ok: true, ...(isNew ? {} : { no_op: true, already_open: true }), channel };
}

function info(call: Call): Answered {
  const conversation = reach(call);
  if (!conversation) return refuse('channel_not_found');
  const count = flagArg(call.args, 'include_num_members') ? { num_members: conversation.members.length } : {};
  return { ok: true, channel: { ...describeConversation(call.world, conversation), ...count } };
}

function members(call: Call): Answered {
  const conversation = reach(call);
  if (!conversation) return refuse('channel_not_found');
  const part = paged(call, conversation.members, 100, 1000);
  return part ? { ok: true, members: part.page, response_metadata: { next_cursor: part.cursor } } : refuse('invalid_cursor');
}

const kinds: Record<string, Conversation['kind']> = { public_channel: 'channel', private_channel: 'private', mpim: 'group', im: 'dm' };

function list(call: Call): Answered {
  const found = ofTypes(call);
  return found
    ? listed(call, found, (one) => ({ ...describeConversation(call.world, one), num_members: one.members.length }))
    : refuse('invalid_types');
}

function ofTypes(call: Call): Conversation[] | undefined {
  const types = listArg(call.args, 'types');
  const wanted = (types.length > 0 ? types : ['public_channel']).map((type) => kinds[type]);
  if (wanted.includes(undefined)) return undefined;
  return [...call.world.conversations.values()].filter(
    (one) =>
      wanted.includes(one.kind) &&
      (one.kind === 'channel' || isMember(call, one)) &&
      !(one.archived && flagArg(call.args, 'exclude_archived')),
  );
}

function listed(call: Call, found: Conversation[], describe: (one: Conversation) => Record<string, unknown>): Answered {
  const part = paged(call, found, 100, 999);
  if (!part) return refuse('invalid_cursor');
  const channels = part.page.map(describe);
  return { ok: true, channels, response_metadata: { next_cursor: part.cursor } };
}

function mine(call: Call): Answered {
  const user = textArg(call.args, 'user') || call.world.app.botUser;
  const found = ofTypes(call)?.filter((one) => one.members.includes(user) && isMember(call, one));
  if (!found) return refuse('invalid_types');
  return listed(call, found, (one) => {
    const { is_member: _member, ...described } = describeConversation(call.world, one);
    return described;
  });
}

const families: Record<string, string> = { public_channel: 'channels', private_channel: 'groups', mpim: 'mpim', im: 'im' };

function scopesOfTypes(call: Call): readonly string[] {
  const types = listArg(call.args, 'types');
  return (types.length > 0 ? types : ['public_channel']).map((type) => `${families[type] ?? 'channels'}:read`);
}

export const conversations: Record<string, Method> = {
  'conversations.open': { tier: 3, scopes: ['im:write', 'mpim:write'], run: open },
  'conversations.info': { tier: 3, scopes: scopeFor('read'), run: info },
  'conversations.members': { tier: 4, scopes: scopeFor('read'), run: members },
  'conversations.list': { tier: 2, scopes: scopesOfTypes, run: list },
  'users.conversations': { tier: 3, scopes: scopesOfTypes, run: mine },
};
