// Hears what someone writes to the bot directly. An answer to the fortnight's question is kept by the coaching room; whatever else it is, it is
// answered with what the person can do. Nobody is met with silence, and nobody with the same menu twice in a row.
import type { Temporal } from 'temporal-polyfill';
import { instantOf, isBefore } from '../../platform/clock.ts';
import { transact } from '../../platform/db/transact.ts';
import { enqueue } from '../../platform/outbox/enqueue.ts';
import type { Tools, Tx } from '../../platform/tools.ts';
import { keepReply, type WrittenReply } from '../coaching/keep-reply.ts';
import * as replies from '../coaching/replies.ts';
import type { HomeFacts } from './facts.ts';
import { menu } from './menu-view.ts';
import { see } from './see.ts';
import { isCommand } from './words.ts';

/** Several stray messages within this time get one menu. */
const MENU_EVERY = { minutes: 3 };

/** Keeps the message as a note, or answers it. Safe to repeat: a message that was heard is not heard again. */
export async function answerMessage(tools: Tools, reply: WrittenReply, words: ReadonlySet<string>): Promise<void> {
  const now = tools.now();
  const facts = await see(tools, reply.user, now);
  await transact(tools.db, async (tx) => {
    const kept = isCommand(reply.text) ? ({ ok: false, because: 'command' } as const) : await keepReply(tools, tx, reply, now);
    if (kept.ok || kept.because === 'heard') return;
    const before = await replies.lastOf(tx, tools.workspace, reply.user, 'unanswered');
    const { user, channel, ts } = reply;
    const fresh = await replies.hear(tools, tx, { user, channel, ts, outcome: 'unanswered' }, now);
    const lately = before && isBefore(now, instantOf(before.heardAt).add(MENU_EVERY));
    if (fresh && !lately) await sendMenu(tools, tx, { reply, facts, words, opening: OPENINGS[kept.because] }, now);
  });
  tools.knock();
}

const OPENINGS = { command: 'home.menu.command', empty: 'home.menu.file', 'nothing-open': 'home.menu.stray' } as const;

interface Stray {
  reply: WrittenReply;
  facts: HomeFacts;
  words: ReadonlySet<string>;
  opening: string;
}

async function sendMenu(tools: Tools, tx: Tx, { reply, facts, words, opening }: Stray, now: Temporal.Instant): Promise<void> {
  const { text, blocks = [] } = menu(tools.content, facts, words, opening);
  const letter = {
    key: `menu:${reply.channel}:${reply.ts}`,
    kind: 'menu',
    address: { to: 'person', user: reply.user },
    priority: 1,
    body: { text, blocks },
    expiresAt: now.add({ hours: 12 }),
  } as const;
  await enqueue(tools, tx, letter, now);
}
