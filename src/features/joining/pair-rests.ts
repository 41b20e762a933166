// The table `pair_rest`: days on which one pair's own clock stands still, beside the days on which its programme rests. What has passed stays as it
// was, whoever joins or leaves the pair later: nobody's fortnight changes backwards.
import type { Temporal } from 'temporal-polyfill';
import { dayNamed, stamp } from '../../platform/clock.ts';
import { ready } from '../../platform/db/ready.ts';
import type { Db, Tools, Tx } from '../../platform/tools.ts';

/** Both days included. `paused` and `resumed` (ended before the day that was named): nobody is written to. `longer`: two more weeks, as they wished. */
export interface PairRest {
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
  because: Because;
}

const BECAUSE = ['paused', 'resumed', 'longer'] as const;
export type Because = (typeof BECAUSE)[number];

/** The rests of one pair, earliest first. */
export async function of(db: Db | Tx, pair: string): Promise<PairRest[]> {
  return (await ofPair(db, { pair })).map(rest);
}

const ofPair = ready((db, { pair }: { pair: string }) =>
  db.selectFrom('pair_rest').select(['begins_on', 'ends_on', 'because']).where('pair', '=', pair).orderBy('begins_on'),
);

/** The rests of every pair of a round, by pair, and for whom each pair waited. */
export async function ofRound(db: Db | Tx, round: string): Promise<ReadonlyMap<string, readonly (PairRest & { leader: string })[]>> {
  const rows = await inRound(db, { round });
  const byPair = new Map<string, (PairRest & { leader: string })[]>();
  for (const row of rows) byPair.set(row.pair, [...(byPair.get(row.pair) ?? []), { ...rest(row), leader: row.leader }]);
  return byPair;
}

const inRound = ready((db, { round }: { round: string }) =>
  db
    .selectFrom('pair_rest')
    .innerJoin('pair', 'pair.id', 'pair_rest.pair')
    .select(['pair_rest.pair', 'pair_rest.leader', 'pair_rest.begins_on', 'pair_rest.ends_on', 'pair_rest.because'])
    .where('pair.round', '=', round)
    .orderBy('pair_rest.begins_on'),
);

/** Saves a rest of a pair. */
export async function add(
  { workspace, newId }: Pick<Tools, 'workspace' | 'newId'>,
  tx: Tx,
  { pair, leader, from, to, because }: PairRest & { pair: string; leader: string },
  now: Temporal.Instant,
): Promise<void> {
  const days = { begins_on: from.toString(), ends_on: to.toString() };
  await tx
    .insertInto('pair_rest')
    .values({ id: newId(), workspace, pair, leader, because, ...days, added_at: stamp(now) })
    .execute();
}

/** Lets the rest that holds `today` end on another day; false where there is none. */
export async function prolong(
  tx: Tx,
  pair: string,
  today: Temporal.PlainDate,
  { to, leader }: { to: Temporal.PlainDate; leader: string },
): Promise<boolean> {
  const changed = await tx
    .updateTable('pair_rest')
    .set({ ends_on: to.toString(), leader })
    .where('pair', '=', pair)
    .where('because', '=', 'paused')
    .where('begins_on', '<=', today.toString())
    .where('ends_on', '>=', today.toString())
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

/** Ends what rests on `today` with the day before, and takes back what was still to come, of pauses. */
export async function end(tx: Tx, pair: string, today: Temporal.PlainDate): Promise<void> {
  await forgetFrom(tx, pair, today);
  await tx
    .updateTable('pair_rest')
    .set({ ends_on: today.subtract({ days: 1 }).toString(), because: 'resumed' })
    .where('pair', '=', pair)
    .where('because', '=', 'paused')
    .where('ends_on', '>=', today.toString())
    .execute();
}

/** Takes back the rests of pauses that begin on `day` or later. */
export async function forgetFrom(tx: Tx, pair: string, day: Temporal.PlainDate): Promise<void> {
  await tx
    .deleteFrom('pair_rest')
    .where('pair', '=', pair)
    .where('because', '=', 'paused')
    .where('begins_on', '>=', day.toString())
    .execute();
}

function rest(row: { begins_on: string; ends_on: string; because: string }): PairRest {
  const because = BECAUSE.find((each) => each === row.because) ?? 'paused';
  return { from: dayNamed(row.begins_on), to: dayNamed(row.ends_on), because };
}
