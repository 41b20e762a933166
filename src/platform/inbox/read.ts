// Which of Slack's events matter, and the few fields of each that are kept. Everything else in a payload is left where it came from. Pure.
import { z } from 'zod';
import { type Incoming, present, type Us } from './incoming.ts';
import { readMessage } from './read-message.ts';

const id = z.string().min(1);
const maybe = z.string().optional().catch(undefined);

const envelope = z.object({
  team_id: maybe,
  event_id: maybe,
  event_time: z.number().optional().catch(undefined),
  event: z.looseObject({ type: z.string() }),
});

type Payload = z.infer<typeof envelope>;

/** The event in `body`, if it is one that is kept; `elsewhere` when it belongs to another workspace. */
export function readEvent(body: unknown, us: Us): Incoming | 'elsewhere' | undefined {
  const payload = envelope.safeParse(body).data;
  if (!payload) return undefined;
  if (payload.team_id !== undefined && payload.team_id !== us.workspace) return 'elsewhere';
  const { type } = payload.event;
  if (type === 'message') return readMessage(payload.event, us);
  if (type === 'app_home_opened') return readHome(payload);
  if (type === 'user_change' || type === 'team_join') return readPerson(payload);
  if (type === 'member_left_channel') return readMember(payload, us);
  if (type === 'app_uninstalled') return { kind: 'disconnected', key: `disconnected:${moment(payload)}`, fields: {} };
  if (type === 'tokens_revoked') return readRevoked(payload);
  return readChannel(payload);
}

function readHome({ event }: Payload): Incoming | undefined {
  const { user, tab, channel } = z.object({ user: id, tab: maybe, channel: maybe }).safeParse(event).data ?? {};
  // The same event is sent for the tab with the messages.
  if (!user || (tab !== undefined && tab !== 'home')) return undefined;
  return { kind: 'home_opened', key: `home:${user}`, fields: present({ user, channel }) };
}

function readPerson(payload: Payload): Incoming | undefined {
  const user = z.object({ id, updated: z.number().optional().catch(undefined) }).safeParse(payload.event.user).data;
  if (!user) return undefined;
  const key = `person:${user.id}:${user.updated ?? moment(payload)}`;
  return { kind: 'person_changed', key, fields: { user: user.id }, onlyIfKnown: true };
}

function readMember(payload: Payload, us: Us): Incoming | undefined {
  const member = z.object({ user: id, channel: id }).safeParse(payload.event).data;
  if (!member) return undefined;
  const when = moment(payload);
  if (member.user !== us.botUser) return { kind: 'left_channel', key: `left:${member.channel}:${member.user}:${when}`, fields: member };
  return { kind: 'channel_changed', key: `channel:${member.channel}:left:${when}`, fields: { channel: member.channel, what: 'left' } };
}

function readRevoked(payload: Payload): Incoming | undefined {
  const bots = z.object({ tokens: z.object({ bot: z.array(z.string()).min(1) }) }).safeParse(payload.event);
  return bots.success ? { kind: 'disconnected', key: `disconnected:${moment(payload)}`, fields: {} } : undefined;
}

const channelEvents: Readonly<Record<string, string>> = {
  archive: 'archived',
  unarchive: 'unarchived',
  deleted: 'deleted',
  left: 'left',
  rename: 'renamed',
};

function readChannel(payload: Payload): Incoming | undefined {
  const what = channelEvents[/^(?:channel|group)_(\w+)$/.exec(payload.event.type)?.[1] ?? ''];
  const channel = z.union([id, z.object({ id }).transform((each) => each.id)]).safeParse(payload.event.channel).data;
  if (!what || !channel) return undefined;
  return { kind: 'channel_changed', key: `channel:${channel}:${what}:${moment(payload)}`, fields: { channel, what } };
}

/** When it happened, as Slack says; every copy of an event says the same. */
function moment({ event, event_time, event_id }: Payload): string {
  return maybe.parse(event.event_ts) ?? event_time?.toString() ?? event_id ?? '';
}
