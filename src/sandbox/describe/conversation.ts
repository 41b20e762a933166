// A conversation as Slack's API describes one: channels with names and topics, direct ones with the other person only.
import type { Conversation, World } from '../world.ts';

/** The channel object of conversations.info and .list. */
export function describeConversation(world: World, conversation: Conversation): Record<string, unknown> {
  if (conversation.kind === 'dm') return describeDirect(world, conversation);
  const isPrivate = conversation.kind !== 'channel';
  return {
    id: conversation.id,
    name: conversation.name,
    is_channel: conversation.kind !== 'group',
    is_group: conversation.kind === 'private',
    is_im: false,
    is_mpim: conversation.kind === 'group',
    is_private: isPrivate,
    created: conversation.created,
    updated: conversation.created * 1000,
    is_archived: conversation.archived,
    is_general: false,
    unlinked: 0,
    name_normalized: conversation.name,
    is_shared: false,
    is_org_shared: false,
    is_pending_ext_shared: false,
    pending_shared: [],
    context_team_id: world.team.id,
    creator: conversation.creator,
    is_ext_shared: false,
    shared_team_ids: [world.team.id],
    pending_connected_team_ids: [],
    is_member: conversation.members.includes(world.app.botUser),
    topic: { value: conversation.topic, creator: conversation.topic ? conversation.creator : '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    previous_names: [],
  };
}

function describeDirect(world: World, conversation: Conversation): Record<string, unknown> {
  const other = conversation.members.find((member) => member !== world.app.botUser) ?? '';
  return {
    id: conversation.id,
    created: conversation.created,
    updated: conversation.created * 1000,
    is_archived: conversation.archived,
    is_im: true,
    is_org_shared: false,
    context_team_id: world.team.id,
    user: other,
    is_user_deleted: world.people.get(other)?.kind === 'deactivated',
    priority: 0,
  };
}

/** What Slack calls a conversation in a payload: `directmessage`, `privategroup`, or the channel's name. */
export function payloadName(conversation: Conversation): string {
  if (conversation.kind === 'dm') return 'directmessage';
  if (conversation.kind === 'channel') return conversation.name;
  return conversation.kind === 'private' ? 'privategroup' : conversation.name;
}

/** `channel_type` of an event. */
export function channelType(conversation: Conversation): string {
  return { channel: 'channel', private: 'group', dm: 'im', group: 'mpim' }[conversation.kind];
}
