// Whoever leaves the programme gives back every place they have: those who wait move up at once.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../../platform/clock.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import type { Leader } from '../../joining/leaders.ts';
import { fill } from './fill.ts';
import { fromRow } from './forum-rows.ts';
import { note } from './seats.ts';

/** Of every forum that has not begun, within the transaction in which they leave. */
export async function giveAllBack(tools: Tools, tx: Tx, leader: Pick<Leader, 'id'>, now: Temporal.Instant): Promise<void> {
  const rows = await tx
    .selectFrom('forum')
    .innerJoin('forum_seat', 'forum_seat.forum', 'forum.id')
    .selectAll('forum')
    .where('forum.workspace', '=', tools.workspace)
    .where('forum_seat.leader', '=', leader.id)
    .where('forum_seat.given_back_at', 'is', null)
    .where('forum.began_at', 'is', null)
    .where('forum.ended_at', 'is', null)
    .orderBy('forum.id')
    .execute();
  for (const forum of rows.map(fromRow)) {
    await note(tx, forum, leader.id, { given_back_at: stamp(now), seated_at: null });
    await fill(tools, tx, { forum }, now);
  }
}
