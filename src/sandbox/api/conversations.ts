// conversations.*: looking at conversations, opening direct and group ones, and what may be done to channels.

import { openWith } from '../conversations.ts';
import { describeConversation } from '../describe/conversation.ts';
import { addConversation } from '../found.ts';
import { joinChannel, leaveChannel } from '../membership.ts';
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
  const channel = flagArg(call.args, 'return_im') ? describeConversation(call.world, conversation) : { id: conversation.id };
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

function list(call: Call, only?: (conversation: Conversation) => boolean): Answered {
  const types = listArg(call.args, 'types');
  const wanted = (types.length > 0 ? types : ['public_channel']).map((type) => kinds[type]);
  if (wanted.includes(undefined)) return refuse('invalid_types');
  const found = [...call.world.conversations.values()].filter(
    (one) =>
      wanted.includes(one.kind) &&
      (one.kind === 'channel' || isMember(call, one)) &&
      !(one.archived && flagArg(call.args, 'exclude_archived')) &&
      (only?.(one) ?? true),
  );
  const part = paged(call, found, 100, 999);
  if (!part) return refuse('invalid_cursor');
  const channels = part.page.map((one) => ({ ...describeConversation(call.world, one), num_members: one.members.length }));
  return { ok: true, channels, response_metadata: { next_cursor: part.cursor } };
}

function mine(call: Call): Answered {
  const user = textArg(call.args, 'user') || call.world.app.botUser;
  return list(call, (one) => one.members.includes(user) && isMember(call, one));
}

const families: Record<string, string> = { public_channel: 'channels', private_channel: 'groups', mpim: 'mpim', im: 'im' };

function scopesOfTypes(call: Call): readonly string[] {
  const types = listArg(call.args, 'types');
  return (types.length > 0 ? types : ['public_channel']).map((type) => `${families[type] ?? 'channels'}:read`);
}

function create(call: Call): Answered {
  const name = textArg(call.args, 'name');
  if (name === '') return refuse('invalid_name_required');
  if (!/^[\p{Ll}\p{Lo}\p{N}_-]{1,80}$/u.test(name)) return refuse('invalid_name_specials');
  if ([...call.world.conversations.values()].some((one) => one.name === name)) return refuse('name_taken');
  const conversation = addConversation(call.world, {
    kind: flagArg(call.args, 'is_private') ? 'private' : 'channel',
    name,
    members: [call.world.app.botUser],
    creator: call.world.app.botUser,
    created: Math.floor(call.now / 1000),
  });
  return { ok: true, channel: describeConversation(call.world, conversation) };
}

function invite(call: Call): Answered {
  const conversation = reach(call);
  if (!conversation || conversation.kind === 'dm' || conversation.kind === 'group') return refuse('channel_not_found');
  if (!isMember(call, conversation)) return refuse('not_in_channel');
  const users = listArg(call.args, 'users');
  if (users.length === 0) return refuse('no_user');
  const errors = users.flatMap((user) => inviteFault(call, conversation, user) ?? []);
  if (errors.length > 0 && !flagArg(call.args, 'force')) return refuse(errors[0]?.error ?? 'cant_invite', { errors });
  for (const user of users.filter((id) => !errors.some((one) => one.user === id))) joinChannel(call.slack, conversation, user);
  return { ok: true, channel: describeConversation(call.world, conversation) };
}

function inviteFault(call: Call, conversation: Conversation, user: string): { ok: false; user: string; error: string } | undefined {
  const person = call.world.people.get(user);
  if (!person || person.kind === 'deactivated') return { ok: false, user, error: 'user_not_found' };
  if (user === call.world.app.botUser) return { ok: false, user, error: 'cant_invite_self' };
  return conversation.members.includes(user) ? { ok: false, user, error: 'already_in_channel' } : undefined;
}

/** A verb on a channel the app can see. */
function onChannel(run: (call: Call, channel: Conversation) => Answered): Method['run'] {
  return (call) => {
    const channel = reach(call);
    if (!channel) return refuse('channel_not_found');
    if (channel.kind === 'dm' || channel.kind === 'group') return refuse('method_not_supported_for_channel_type');
    return run(call, channel);
  };
}

const join = onChannel((call, channel) => {
  if (channel.archived) return refuse('is_archived');
  const already = isMember(call, channel);
  if (!already) joinChannel(call.slack, channel, call.world.app.botUser);
  const warning = already ? { warning: 'already_in_channel', response_metadata: { warnings: ['already_in_channel'] } } : {};
  return { ok: true, channel: describeConversation(call.world, channel), ...warning };
});

const leave = onChannel((call, channel) => {
  if (!isMember(call, channel)) return { ok: false, not_in_channel: true, error: 'not_in_channel' };
  leaveChannel(call.slack, channel, call.world.app.botUser);
  return { ok: true };
});

const archive = onChannel((call, channel) => {
  if (channel.archived) return refuse('already_archived');
  if (!isMember(call, channel)) return refuse('not_in_channel');
  channel.archived = true;
  return { ok: true };
});

const setTopic = onChannel((call, channel) => {
  if (!isMember(call, channel)) return refuse('not_in_channel');
  const topic = textArg(call.args, 'topic');
  if ([...topic].length > 250) return refuse('too_long');
  channel.topic = topic;
  return { ok: true, channel: describeConversation(call.world, channel) };
});

const manage = ['channels:manage', 'groups:write'];

export const conversations: Record<string, Method> = {
  'conversations.open': { tier: 3, scopes: ['im:write', 'mpim:write'], run: open },
  'conversations.info': { tier: 3, scopes: scopeFor('read'), run: info },
  'conversations.members': { tier: 4, scopes: scopeFor('read'), run: members },
  'conversations.list': { tier: 2, scopes: scopesOfTypes, run: (call) => list(call) },
  'users.conversations': { tier: 3, scopes: scopesOfTypes, run: mine },
  'conversations.create': { tier: 2, scopes: manage, run: create },
  'conversations.invite': { tier: 3, scopes: manage, run: invite },
  'conversations.join': { tier: 3, scopes: ['channels:join'], run: join },
  'conversations.leave': { tier: 3, scopes: manage, run: leave },
  'conversations.archive': { tier: 2, scopes: manage, run: archive },
  'conversations.setTopic': { tier: 2, scopes: manage, run: setTopic },
};
