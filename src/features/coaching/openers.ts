// The opener of each fortnight but the closing one: one question to each leader of a running round. When it goes out among all else is decided for
// all kinds together (see contacts/).
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../platform/clock.ts';
import type { Body } from '../../platform/outbox/enqueue.ts';
import type { Tools, Tx } from '../../platform/tools.ts';
import { carriedInto } from './carried.ts';
import type { Source, Wish, Writing } from './contacts/source.ts';
import { themeOf } from './fortnights.ts';
import * as prompts from './prompts.ts';
import { OPENER, type Turn, turnsOf } from './turns.ts';
import { openerMessage } from './views.ts';

export const openers: Source = {
  kind: OPENER,
  wishes: async (tools, running, until, now) => {
    const turns = await turnsOf(tools, running, { until, now });
    return turns.filter(({ quiet }) => !quiet).map(wishFor);
  },
  write,
};

function wishFor({ seat, n, slot, subject, period }: Turn): Wish {
  const key = `opener:${seat.pair}:${n}:${seat.leader}`;
  return { to: [seat], rank: 'opener', subject, period, key, fortnight: n, ...slot };
}

async function write(tools: Tools, tx: Tx, { wish, outbox }: Writing, now: Temporal.Instant): Promise<Body | { off: string }> {
  const [seat] = wish.to;
  if (!seat) return { off: 'ended' };
  const { pair, leader } = seat;
  const theme = themeOf(tools.content, wish.fortnight);
  const id = tools.newId();
  const times = { due_at: stamp(now), created_at: stamp(now) };
  const about = { pair, leader, fortnight: wish.fortnight, element: theme.element?.key ?? 'closing', question: 1 };
  await prompts.add(tx, { id, workspace: tools.workspace, ...about, outbox, ...times });
  const carried = await carriedInto(tools, tx, leader, wish.fortnight);
  return openerMessage(tools.content, theme, { prompt: id, question: 1, carried });
}
