// Who is in a channel: people come and go, and the app hears of it where it is a member itself.
import { post } from './conversations.ts';
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
  remark(slack, channel, user, JOINED);
  emitMembership(slack, 'member_joined_channel', channel, user);
}

/** Takes someone out of a channel, or lets them go; the app itself hears `channel_left` instead. `by`: who removed them. */
export function leaveChannel(slack: SmallSlack, channel: Conversation, user: string, by?: string): void {
  if (!channel.members.includes(user)) return;
  const isApp = user === slack.world.app.botUser;
  remark(slack, channel, user, by === undefined ? 'has left the channel' : `was removed from the channel by <@${by}>`);
  if (!isApp) emitMembership(slack, 'member_left_channel', channel, user);
  channel.members = channel.members.filter((one) => one !== user);
  tell(slack, { what: 'conversation', conversation: channel.id });
  if (isApp) emitChannel(slack, 'left', channel, user);
}

const JOINED = 'has joined the channel';

/** Channels say themselves who comes and goes: nobody's words, and nothing to answer. */
function remark(slack: SmallSlack, channel: Conversation, user: string, what: string): void {
  const subtype = what === JOINED ? 'channel_join' : 'channel_leave';
  post(slack, channel, { user, subtype, text: `<@${user}> ${what}`, blocks: [] });
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
  const isPrivate = channel.kind === 'private';
  const type = `${isPrivate ? 'group' : 'channel'}_${what}`;
  const { id, name, created } = channel;
  const renamed = { id, is_channel: !isPrivate, is_mpim: false, name, name_normalized: name, created };
  const byActor = what === 'deleted' || what === 'left' || (what === 'unarchive' && isPrivate);
  emit(slack, type, {
    type,
    channel: what === 'rename' ? renamed : id,
    ...(what === 'rename' ? {} : byActor ? { actor_id: actor } : { user: actor }),
    ...(what === 'archive' ? { is_moved: 0 } : {}),
    ...(what === 'deleted' && isPrivate ? { date_deleted: Math.floor(slack.now() / 1000) } : {}),
    event_ts: nextTs(slack.world, slack.now()),
  });
}
