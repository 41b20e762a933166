// Of the outbox table, what is on its way or may be: what the pace and the looking-up go by.
import type { Temporal } from 'temporal-polyfill';
import { instantOf, isBefore, stamp } from '../clock.ts';
import { ready } from '../db/ready.ts';
import type { Db, Tools } from '../tools.ts';
import { isOfTheMoment } from './hurry.ts';
import type { OutboxRow } from './outbox.ts';
import type { State } from './states.ts';

/** What may have arrived, and may not have. */
const ON_THE_ROAD: readonly State[] = ['sending', 'unclear'];

/** Within this time a request is answered or given up. */
const ANSWERED = { seconds: 12 };

/** A lane in which the next must wait, and until when at most. */
export interface BusyLane {
  lane: string;
  until: Temporal.Instant;
}

/** Lanes in which something of `inDoubt` may be on its way (for `doubt` at most), or was begun less than `gap` ago. */
export async function busyLanes(
  { db, workspace }: Pick<Tools, 'db' | 'workspace'>,
  inDoubt: readonly OutboxRow[],
  now: Temporal.Instant,
  { doubt, gap }: Record<'doubt' | 'gap', { seconds: number }>,
): Promise<BusyLane[]> {
  const begun = await begunBetween(db, { workspace, from: stamp(now.subtract(gap)), to: stamp(now) });
  const held = ({ lane, started_at }: Pick<OutboxRow, 'lane' | 'started_at'>, time: { seconds: number }) => ({
    lane,
    until: (started_at === null ? now : instantOf(started_at)).add(time),
  });
  const uncertain = inDoubt.map((row) => held(row, isOfTheMoment(row) ? ANSWERED : doubt));
  return [...begun.map((row) => held(row, gap)), ...uncertain.filter(({ until }) => isBefore(now, until))];
}

/** When the last request before `now` was begun. */
export async function lastStarted(db: Db, workspace: string, now: Temporal.Instant): Promise<string | null> {
  const [row] = await lastBegun(db, { workspace, to: stamp(now) });
  return row?.at ?? null;
}

/** What may have arrived, longest on its way first: also what is on its way just now. */
export async function doubtful(db: Db, workspace: string): Promise<OutboxRow[]> {
  const rows = await onTheRoad(db, { workspace });
  // Put in order here: asked for in order, a database reads all that was ever sent.
  const orderOf = ({ started_at, id }: OutboxRow) => `${started_at ?? ''} ${id}`;
  return rows.sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
}

const begunBetween = ready((db, { workspace, from, to }: { workspace: string; from: string; to: string }) =>
  db
    .selectFrom('outbox')
    .select(['lane', 'started_at'])
    .where('workspace', '=', workspace)
    .where('started_at', '>', from)
    .where('started_at', '<=', to)
    .where('state', 'not in', ON_THE_ROAD),
);

const lastBegun = ready((db, { workspace, to }: { workspace: string; to: string }) =>
  db
    .selectFrom('outbox')
    .select((eb) => eb.fn.max('started_at').as('at'))
    .where('workspace', '=', workspace)
    .where('started_at', '<=', to),
);

const onTheRoad = ready((db, { workspace }: { workspace: string }) =>
  db.selectFrom('outbox').selectAll().where('workspace', '=', workspace).where('state', 'in', ON_THE_ROAD),
);
