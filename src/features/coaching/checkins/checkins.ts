// The table `checkin`: what each leader answered to "Did you meet?", one row for each leader and fortnight of a pair. It holds no text. A
// fortnight counts as met where anyone in the pair said so.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../../platform/clock.ts';
import { ready } from '../../../platform/db/ready.ts';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import type { Met } from './plan.ts';

export interface Checkin {
  pair: string;
  leader: string;
  fortnight: number;
  met: Met;
  /** When anything was answered first. */
  answeredAt: string;
  /** When there was nothing left to ask. */
  finishedAt: string | null;
}

export async function find(db: Db | Tx, pair: string, leader: string, fortnight: number): Promise<Checkin | undefined> {
  return (await ofFortnight(db, pair, fortnight)).find((each) => each.leader === leader);
}

/** What everyone in `pair` answered about fortnight `n`. */
export async function ofFortnight(db: Db | Tx, pair: string, n: number): Promise<Checkin[]> {
  return (await inFortnight(db, { pair, n })).map(checkin);
}

const inFortnight = ready((db, { pair, n }: { pair: string; n: number }) =>
  all(db).where('checkin.pair', '=', pair).where('fortnight', '=', n),
);

const everywhereIn = ready((db, { round, n }: { round: string; n: number }) =>
  all(db).innerJoin('pair', 'pair.id', 'checkin.pair').where('pair.round', '=', round).where('checkin.fortnight', '=', n),
);

/** Everything that was answered in a round about fortnight `n`. */
export async function ofRoundIn(db: Db | Tx, round: string, n: number): Promise<Checkin[]> {
  return (await everywhereIn(db, { round, n })).map(checkin);
}

/** In how many fortnights a pair has met: each counts once, whoever of them said so. */
export async function timesMet(db: Db | Tx, pair: string): Promise<number> {
  const rows = await db.selectFrom('checkin').select('fortnight').distinct().where('pair', '=', pair).where('met', '=', 'met').execute();
  return rows.length;
}

/** Saves an answer in place of an earlier one. Another answer asks anew what follows from it. */
export async function answer(
  { workspace, newId }: Pick<Tools, 'workspace' | 'newId'>,
  tx: Tx,
  { pair, leader, fortnight, met }: Pick<Checkin, 'pair' | 'leader' | 'fortnight' | 'met'>,
  now: Temporal.Instant,
): Promise<void> {
  const before = await find(tx, pair, leader, fortnight);
  if (before?.met === met) return;
  const times = { answered_at: stamp(now), changed_at: stamp(now), finished_at: null };
  await tx
    .insertInto('checkin')
    .values({ id: newId(), workspace, pair, leader, fortnight, met, ...times })
    .onConflict((conflict) =>
      conflict.columns(['pair', 'leader', 'fortnight']).doUpdateSet({ met, changed_at: stamp(now), finished_at: null }),
    )
    .execute();
}

/** There is nothing left to ask: they made a commitment, or wanted none. */
export async function finish(
  tx: Tx,
  { pair, leader, fortnight }: Pick<Checkin, 'pair' | 'leader' | 'fortnight'>,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('checkin')
    .set({ finished_at: stamp(now), changed_at: stamp(now) })
    .where('pair', '=', pair)
    .where('leader', '=', leader)
    .where('fortnight', '=', fortnight)
    .execute();
}

function all(db: Db | Tx) {
  return db
    .selectFrom('checkin')
    .select(['checkin.pair', 'checkin.leader', 'checkin.fortnight', 'checkin.met', 'checkin.answered_at', 'checkin.finished_at']);
}

type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number];

function checkin(row: Row): Checkin {
  const { pair, leader, fortnight, met, answered_at, finished_at } = row;
  return { pair, leader, fortnight, met: met as Met, answeredAt: answered_at, finishedAt: finished_at };
}
