// conversations.* that change channels: made, joined, left, archived, named after a topic; and who is put in or taken out.
import { describeConversation } from '../describe/conversation.ts';
import { addConversation } from '../found.ts';
import { archive as close } from '../happen.ts';
import { joinChannel, leaveChannel } from '../membership.ts';
import type { Conversation } from '../world.ts';
import { type Answered, type Call, flagArg, listArg, type Method, refuse, textArg } from './call.ts';
import { isMember, reach, scopeFor } from './reach.ts';

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
  if (conversation.archived) return refuse('is_archived');
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
  close(call.slack, channel, call.world.app.botUser);
  return { ok: true };
});

const kick = onChannel((call, channel) => {
  const user = textArg(call.args, 'user');
  if (!isMember(call, channel)) return refuse('not_in_channel');
  if (user === call.world.app.botUser) return refuse('cant_kick_self');
  if (!call.world.people.has(user)) return refuse('user_not_found');
  if (channel.archived) return refuse('is_archived');
  if (!channel.members.includes(user)) return refuse('not_in_channel');
  leaveChannel(call.slack, channel, user, call.world.app.botUser);
  return { ok: true };
});

const setTopic = onChannel((call, channel) => {
  if (!isMember(call, channel)) return refuse('not_in_channel');
  const topic = textArg(call.args, 'topic');
  if ([...topic].length > 250) return refuse('too_long');
  channel.topic = topic;
  return { ok: true, channel: describeConversation(call.world, channel) };
});

const manage = scopeFor('write');

/** What is not there yet has no kind but the one that is asked for. */
function scopeOfNew(call: Call): readonly string[] {
  return [flagArg(call.args, 'is_private') ? 'groups:write' : 'channels:manage'];
}

export const channels: Record<string, Method> = {
  'conversations.create': { tier: 2, scopes: scopeOfNew, run: create },
  'conversations.invite': { tier: 3, scopes: manage, run: invite },
  'conversations.join': { tier: 3, scopes: ['channels:join'], run: join },
  'conversations.kick': { tier: 3, scopes: manage, run: kick },
  'conversations.leave': { tier: 3, scopes: manage, run: leave },
  'conversations.archive': { tier: 2, scopes: manage, run: archive },
  'conversations.setTopic': { tier: 2, scopes: manage, run: setTopic },
};
