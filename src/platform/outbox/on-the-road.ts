// Of the outbox table, what is on its way or may be: what the pace and the looking-up go by.
import type { Temporal } from 'temporal-polyfill';
import { instantOf, stamp } from '../clock.ts';
import type { Db } from '../tools.ts';
import type { OutboxRow } from './outbox.ts';

/** A lane in which the next must wait, and until when at most. */
export interface BusyLane {
  lane: string;
  until: Temporal.Instant;
}

/** Lanes in which something may be on its way (for `doubt` at most), or was begun less than `gap` ago. */
export async function busyLanes(
  db: Db,
  workspace: string,
  now: Temporal.Instant,
  { doubt, gap }: Record<'doubt' | 'gap', { seconds: number }>,
): Promise<BusyLane[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['lane', 'state', 'started_at'])
    .where('workspace', '=', workspace)
    .where((eb) =>
      eb.or([
        eb('started_at', '>', stamp(now.subtract(gap))).and('started_at', '<=', stamp(now)),
        eb('state', 'in', ['sending', 'unclear']).and('started_at', '>', stamp(now.subtract(doubt))),
      ]),
    )
    .execute();
  return rows.map(({ lane, state, started_at }) => {
    const inDoubt = state === 'sending' || state === 'unclear';
    return { lane, until: (started_at === null ? now : instantOf(started_at)).add(inDoubt ? doubt : gap) };
  });
}

/** When the last request before `now` was begun. */
export async function lastStarted(db: Db, workspace: string, now: Temporal.Instant): Promise<string | null> {
  const row = await db
    .selectFrom('outbox')
    .select((eb) => eb.fn.max('started_at').as('at'))
    .where('workspace', '=', workspace)
    .where('started_at', '<=', stamp(now))
    .executeTakeFirstOrThrow();
  return row.at;
}

/** What may have arrived, longest on its way first: also what is on its way just now. */
export async function doubtful(db: Db, workspace: string): Promise<OutboxRow[]> {
  const rows = await db
    .selectFrom('outbox')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('state', 'in', ['sending', 'unclear'])
    .execute();
  // Put in order here: asked for in order, a database reads all that was ever sent.
  const orderOf = ({ started_at, id }: OutboxRow) => `${started_at ?? ''} ${id}`;
  return rows.sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
}
