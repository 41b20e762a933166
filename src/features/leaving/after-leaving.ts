// Somebody whose partner has left says what would suit them; organisers hear it, since they know who is free.
import { transact } from '../../platform/db/transact.ts';
import { enqueue } from '../../platform/outbox/enqueue.ts';
import type { Tools } from '../../platform/tools.ts';
import * as organisers from '../founding/organisers.ts';
import type { Programme } from '../founding/programmes.ts';
import * as leaders from '../joining/leaders.ts';
import { partnershipOf } from '../joining/partners.ts';
import { wishLetter } from './letters.ts';

export type Wished = { ok: true } | { ok: false; because: 'not-in' | 'has-partner' };

/** Tells every organiser, once for each wish. */
export async function wishAfterLeaving(
  tools: Tools,
  wish: { programme: Programme; user: string; what: 'join-pair' | 'match-again' },
): Promise<Wished> {
  const now = tools.now();
  const { programme, what } = wish;
  const done = await transact(tools.db, async (tx): Promise<Wished> => {
    const leader = await leaders.find(tx, programme.id, wish.user);
    if (!leader || leader.leftAt !== null) return { ok: false, because: 'not-in' };
    if (await partnershipOf(tx, leader.id)) return { ok: false, because: 'has-partner' };
    for (const user of await organisers.of(tools, tx, programme.id)) {
      await enqueue(tools, tx, wishLetter(tools.content, { leader, programme, what }, user), now);
    }
    return { ok: true };
  });
  if (done.ok) tools.knock();
  return done;
}
