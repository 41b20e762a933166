// Who is in a channel: people come and go, and the app hears of it where it is a member itself.
import { emit } from './events.ts';
import { nextTs } from './ids.ts';
import { markRead } from './reading-marks.ts';
import { type SmallSlack, tell } from './small-slack.ts';
import type { Conversation } from './world.ts';

/** Puts someone into a channel. */
export function joinChannel(slack: SmallSlack, channel: Conversation, user: string): void {
  if (channel.members.includes(user)) return;
  channel.members.push(user);
  // What was said before somebody came is nothing they have missed.
  markRead(slack, user, channel, channel.messages.at(-1)?.ts ?? '');
  tell(slack, { what: 'conversation', conversation: channel.id });
  emitMembership(slack, 'member_joined_channel', channel, user);
}

/** Takes someone out of a channel; the app itself hears `channel_left` instead. */
export function leaveChannel(slack: SmallSlack, channel: Conversation, user: string): void {
  if (!channel.members.includes(user)) return;
  const isApp = user === slack.world.app.botUser;
  if (!isApp) emitMembership(slack, 'member_left_channel', channel, user);
  channel.members = channel.members.filter((one) => one !== user);
  tell(slack, { what: 'conversation', conversation: channel.id });
  if (isApp) emitChannel(slack, 'left', channel, user);
}

function emitMembership(
  slack: SmallSlack,
  type: 'member_joined_channel' | 'member_left_channel',
  channel: Conversation,
  user: string,
): void {
  if (!channel.members.includes(slack.world.app.botUser)) return;
  emit(slack, type, {
    type,
    user,
    channel: channel.id,
    channel_type: channel.kind === 'private' ? 'G' : 'C',
    team: slack.world.team.id,
    event_ts: nextTs(slack.world, slack.now()),
  });
}

/** Tells the app what has happened to a channel: `archive`, `unarchive`, `deleted`, `left`, `rename`. */
export function emitChannel(slack: SmallSlack, what: string, channel: Conversation, actor: string): void {
  const type = `${channel.kind === 'private' ? 'group' : 'channel'}_${what}`;
  const renamed = { id: channel.id, name: channel.name, name_normalized: channel.name, created: channel.created };
  emit(slack, type, {
    type,
    channel: what === 'rename' ? renamed : channel.id,
    ...(what === 'deleted' || what === 'left' ? { actor_id: actor } : what === 'rename' ? {} : { user: actor, is_moved: 0 }),
    event_ts: nextTs(slack.world, slack.now()),
  });
}
