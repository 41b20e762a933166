// A forum's channel cannot be used any more: somebody archived or deleted it, or put the bot out. The forum goes on in a group conversation, from the line
// at which it stands.
import { transact } from '../../../../platform/db/transact.ts';
import type { Event } from '../../../../platform/inbox/kinds.ts';
import type { Tools } from '../../../../platform/tools.ts';
import * as forums from '../forums.ts';
import { hourWith } from './circle.ts';
import { sayLineAgain } from './lines.ts';
import { saysGone } from './refusals.ts';

const LOST: ReadonlySet<string> = new Set(['archived', 'deleted', 'left']);

/** Slack says what became of a channel. Safe to repeat: the second time no forum is in it. */
export async function onChannelChanged(tools: Tools, { fields: { channel = '', what = '' } }: Event): Promise<void> {
  if (LOST.has(what)) await loseSpace(tools, channel);
}

/** A line could not be posted: perhaps the channel has gone without a word. */
export async function onUndelivered(tools: Tools, { fields: { to = '', channel = '', reason = '', letter = '' } }: Event): Promise<void> {
  if (letter === 'forum-script' && to === 'channel' && (saysGone(reason) || reason.startsWith('restricted_action')))
    await loseSpace(tools, channel);
}

/** The forums in it go on elsewhere. */
export async function loseSpace(tools: Tools, channel: string): Promise<void> {
  const now = tools.now();
  await transact(tools.db, async (tx) => {
    for (const forum of await forums.untidied(tx, tools.workspace)) {
      if (forum.channel !== channel || forum.endedAt !== null) continue;
      const elsewhere = { ...forum, space: 'group' as const, channel: null };
      await forums.save(tx, elsewhere);
      const hour = await hourWith(tools, tx, elsewhere);
      if (hour) await sayLineAgain(tools, tx, { hour, why: 'forums.hour.moved-here' }, now);
    }
  });
  tools.knock();
}
