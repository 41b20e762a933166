// Channels, and private ones that the bot makes for a while: made, found again, filled, emptied, archived. Each is asked once, for it is no message
// and whoever wants it comes again: asked twice, none of these does anything twice.
import { z } from 'zod';
import type { Api } from './api.ts';
import { type Called, done, map } from './called.ts';
import { everyPage } from './pages.ts';

export interface SlackChannel {
  id: string;
  name: string;
  isMember: boolean;
  isArchived: boolean;
  isPrivate: boolean;
  /** A direct or group conversation, which is no channel. */
  isGroup: boolean;
}

export interface ChannelCalls {
  /** Members of a channel, all pages. */
  members: (channel: string) => Promise<Called<string[]>>;
  channel: (channel: string) => Promise<Called<SlackChannel>>;
  /**
   * Makes a private channel; returns its id. `name_taken` where there is one of that name: where an earlier answer was lost, it is this one, and
   * `ownChannel` finds it.
   */
  createChannel: (name: string) => Promise<Called<string>>;
  /** The id of the private channel of that name which `creator`, the bot, has made and is in, and which is not archived. */
  ownChannel: (name: string, creator: string) => Promise<Called<string | undefined>>;
  /** Puts people into a channel; who is there already stays. Whoever cannot be invited keeps no other out, and is the refusal where Slack names them. */
  invite: (channel: string, users: readonly string[]) => Promise<Called<void>>;
  /** Takes somebody out of a channel, if they are in it. */
  remove: (channel: string, user: string) => Promise<Called<void>>;
  /** Archives a channel, if it is not yet. */
  archive: (channel: string) => Promise<Called<void>>;
}

const conversation = z.object({
  id: z.string(),
  name: z.string().nullish(),
  creator: z.string().nullish(),
  is_member: z.boolean().nullish(),
  is_archived: z.boolean().nullish(),
  is_private: z.boolean().nullish(),
  is_mpim: z.boolean().nullish(),
  is_im: z.boolean().nullish(),
});
const described = z.object({ channel: conversation });
const made = z.object({ channel: z.object({ id: z.string().min(1) }) });
const nothing = z.object({});

export function channelCalls(api: Api): ChannelCalls {
  return {
    members: async (channel) => map(await everyPage(api, 'conversations.members', { channel }, z.string()), (ids) => [...new Set(ids)]),
    channel: async (id) => map(await api.repeatable('conversations.info', { channel: id }, described), ({ channel }) => channelOf(channel)),
    createChannel: async (name) =>
      map(await api.once('conversations.create', { name, is_private: true }, made), ({ channel }) => channel.id),
    ownChannel: async (name, creator) => {
      const args = { types: 'private_channel', exclude_archived: true };
      const found = await everyPage(api, 'users.conversations', args, conversation);
      // Some Slack-like servers do not know `exclude_archived`, or do not say who has made it.
      const isOwn = (one: z.infer<typeof conversation>) => one.name === name && !one.is_archived && (one.creator || creator) === creator;
      return map(found, (channels) => channels.find(isOwn)?.id);
    },
    invite: (channel, users) => invite(api, channel, users),
    remove: async (channel, user) =>
      done(await api.once('conversations.kick', { channel, user }, nothing), ['not_in_channel', 'not_in_group']),
    archive: async (channel) => done(await api.once('conversations.archive', { channel }, nothing), ['already_archived', 'is_archived']),
  };
}

/** Slack takes a thousand at once, and took a hundred for years. */
const AT_ONCE = 100;

const invited = z.object({
  errors: z
    .array(z.object({ error: z.string(), user: z.string().optional() }))
    .catch([])
    .default([]),
});

async function invite(api: Api, channel: string, users: readonly string[]): Promise<Called<void>> {
  let refused: Called<void> = { ok: true, value: undefined };
  for (let from = 0; from < users.length; from += AT_ONCE) {
    const outcome = await inviteSome(api, channel, users.slice(from, from + AT_ONCE));
    if (!outcome.ok) refused = outcome;
    if (!outcome.ok && !ABOUT_SOMEBODY.test(outcome.error)) return outcome;
  }
  return refused;
}

/** Slack's words against one person (`user_disabled`, `cant_invite`, …); all else is said of the channel or the app, and holds for everyone. */
const ABOUT_SOMEBODY = /user|invit|external|already_in|team_access|^ura_/;

/** All together; and where the server lets one stand in the way of all, whatever it was asked, one after the other. */
async function inviteSome(api: Api, channel: string, users: readonly string[]): Promise<Called<void>> {
  const alone = users.length === 1;
  const outcome = await api.once('conversations.invite', { channel, users: users.join(','), ...(!alone && { force: true }) }, invited);
  if (outcome.ok) {
    const [fault] = outcome.value.errors.filter(({ error }) => error !== 'already_in_channel');
    return fault ? { ok: false, error: fault.error } : { ok: true, value: undefined };
  }
  if (alone || !ABOUT_SOMEBODY.test(outcome.error)) return done(outcome, ['already_in_channel']);
  let refused: Called<void> = { ok: true, value: undefined };
  for (const user of users) {
    const one = await inviteSome(api, channel, [user]);
    if (!one.ok) refused = one;
    if (!one.ok && !ABOUT_SOMEBODY.test(one.error)) return one;
  }
  return refused;
}

function channelOf(channel: z.infer<typeof conversation>): SlackChannel {
  return {
    id: channel.id,
    name: channel.name ?? channel.id,
    isMember: channel.is_member ?? true,
    isArchived: channel.is_archived ?? false,
    isPrivate: channel.is_private ?? false,
    isGroup: channel.is_mpim === true || channel.is_im === true,
  };
}
