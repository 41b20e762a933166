// Whether a leader wants to be in the next round: asked in fortnight 10, changed on Home until the next round begins. Silence means in.
import type { Temporal } from 'temporal-polyfill';
import { transact } from '../../../platform/db/transact.ts';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import { comingRound } from '../../founding/coming-round.ts';
import type { Programme } from '../../founding/programmes.ts';
import * as programmes from '../../founding/programmes.ts';
import * as leaders from '../../joining/leaders.ts';
import * as nextRounds from '../../joining/next-rounds.ts';
import * as rounds from '../../pairing/rounds.ts';

export type NextAnswered =
  | { ok: true; answer: nextRounds.NextAnswer; on: Temporal.PlainDate }
  | { ok: false; because: 'not-yours' | 'closed' };

/** Puts the answer of `user` on record for the round that follows `round`. */
export async function answerNext(
  tools: Tools,
  { user, round: id, leader, answer }: { user: string; round: string; leader: string; answer: nextRounds.NextAnswer },
): Promise<NextAnswered> {
  const now = tools.now();
  return transact(tools.db, async (tx) => {
    const { workspace } = tools;
    const own = await leaders.byId(tx, workspace, leader);
    const round = own && (await rounds.byId(tx, id));
    const programme = round && (await programmes.find(tx, workspace, round.programme));
    if (own?.user !== user || own.leftAt !== null || programme?.id !== own.programme) return { ok: false, because: 'not-yours' };
    if (!round || (await rounds.latest(tx, own.programme))?.id !== round.id) return { ok: false, because: 'closed' };
    await nextRounds.answer(tx, { round: id, leader, workspace, answer }, now);
    return { ok: true, answer, on: await nextRoundOn(tx, programme, now) };
  });
}

/** The day on which the programme's next round begins, as far as it is known now. */
export async function nextRoundOn(db: Db | Tx, programme: Programme, now: Temporal.Instant): Promise<Temporal.PlainDate> {
  return (await comingRound(db, programme, now)).on;
}
