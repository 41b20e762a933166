// A programme's home: its channel may be archived or deleted, or the bot put out of it. Then organisers hear of it once, and may move the
// programme elsewhere.
import { record } from '../../platform/audit.ts';
import { transact } from '../../platform/db/transact.ts';
import type { Event } from '../../platform/inbox/kinds.ts';
import { enqueue } from '../../platform/outbox/enqueue.ts';
import { section } from '../../platform/slack/blocks.ts';
import type { Tools } from '../../platform/tools.ts';
import * as organisers from './organisers.ts';
import * as programmes from './programmes.ts';
import { mayOrganise } from './rights.ts';

const LOST: ReadonlySet<string> = new Set(['archived', 'deleted', 'left']);
/** Slack's words for a channel one cannot post to any more. */
const GONE: ReadonlySet<string> = new Set(['channel_not_found', 'not_in_channel', 'is_archived']);

/** Slack says what became of a channel. Safe to repeat: only a change of state is told. */
export async function onChannelChanged(tools: Tools, { fields: { channel = '', what = '' } }: Event): Promise<void> {
  if (LOST.has(what)) await loseChannel(tools, channel);
  if (what === 'unarchived') await transact(tools.db, (tx) => programmes.noteChannel(tx, tools.workspace, channel, null));
}

/** An announcement could not be posted: perhaps the channel has gone without a word. */
export async function onUndelivered(tools: Tools, { fields: { to = '', channel = '', reason = '' } }: Event): Promise<void> {
  if (to === 'channel' && GONE.has(reason)) await loseChannel(tools, channel);
}

/** Notes that a programme has lost its channel and tells its organisers, in words that do not need the channel to exist. */
export async function loseChannel(tools: Tools, channel: string): Promise<void> {
  const now = tools.now();
  const told = await transact(tools.db, async (tx) => {
    const programme = await programmes.noteChannel(tx, tools.workspace, channel, now);
    if (!programme) return false;
    const text = tools.content.say('founding.channel.lost', { programme: programme.name });
    for (const user of await organisers.of(tools, tx, programme.id)) {
      const key = `channel-lost:${programme.id}:${channel}:${programme.channelLostAt}:${user}`;
      const body = { text, blocks: [section(text)] };
      await enqueue(tools, tx, { key, kind: 'channel-lost', address: { to: 'person', user }, priority: 2, body }, now);
    }
    return true;
  });
  if (told) tools.knock();
}

/** The programme with what is now true of its channel, where it had been lost: someone may have invited the bot again. */
export async function seenAgain(tools: Tools, programme: programmes.Programme): Promise<programmes.Programme> {
  if (programme.channelLostAt === null) return programme;
  const channel = await tools.slack.channel(programme.channel);
  if (!channel.ok || !channel.value.isMember || channel.value.isArchived) return programme;
  return (await transact(tools.db, (tx) => programmes.noteChannel(tx, tools.workspace, programme.channel, null))) ?? programme;
}

/** Looks whether the programme's channel is what it is taken for: lost, or there. Where Slack does not say, nothing changes. */
export async function lookAtHome(tools: Tools, programme: programmes.Programme): Promise<void> {
  if (programme.channelLostAt !== null) {
    await seenAgain(tools, programme);
    return;
  }
  const channel = await tools.slack.channel(programme.channel);
  const lost = channel.ok ? channel.value.isArchived || !channel.value.isMember : GONE.has(channel.error);
  if (lost) await loseChannel(tools, programme.channel);
}

export type Moved = { ok: true; programme: programmes.Programme } | { ok: false; because: 'not-organiser' | 'taken' | 'not-lost' };

/** Makes `channel` the home of a programme that has lost its own. */
export async function move(tools: Tools, wish: { programme: string; channel: string; by: string }): Promise<Moved> {
  if (!(await mayOrganise(tools, { id: wish.programme }, wish.by))) return { ok: false, because: 'not-organiser' };
  const now = tools.now();
  return transact(tools.db, async (tx): Promise<Moved> => {
    const programme = await programmes.find(tx, tools.workspace, wish.programme);
    if (!programme) return { ok: false, because: 'not-organiser' };
    if (programme.channelLostAt === null) return { ok: false, because: 'not-lost' };
    if (await programmes.ofChannel(tx, tools.workspace, wish.channel)) return { ok: false, because: 'taken' };
    const moved = { ...programme, channel: wish.channel, channelLostAt: null };
    await programmes.change(tx, moved);
    await record(tools, tx, { programme: programme.id, actor: wish.by, action: 'channel-moved', subject: wish.channel }, now);
    return { ok: true, programme: moved };
  });
}
