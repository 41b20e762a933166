// Of the outbox table, what waits: which letter is next, and when the one after.
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../clock.ts';
import { ready } from '../db/ready.ts';
import type { Db } from '../tools.ts';
import type { Priority } from './enqueue.ts';
import type { OutboxRow } from './outbox.ts';

export interface Closed {
  /** Lanes in which the next must wait. */
  lanes: readonly string[];
  /** Whose conversations cannot be opened just now: letters for those that are not known yet must wait. */
  unopened: readonly ('person' | 'group')[];
  /** Lanes of groups whose conversations need not be opened again for what is of the moment. */
  opened: readonly string[];
  /** Only letters of this priority; any when missing. */
  priority?: Priority;
}

/** The most urgent letter that is due and may go. */
export async function nextDue(db: Db, workspace: string, now: Temporal.Instant, closed: Closed): Promise<OutboxRow | undefined> {
  const first = pending(db, workspace)
    .select('id')
    .where('not_before', '<=', stamp(now))
    .$if(closed.priority !== undefined, (query) => query.where('priority', '=', closed.priority ?? 0))
    .$if(closed.lanes.length > 0, (query) => query.where('lane', 'not in', closed.lanes))
    .$if(closed.unopened.includes('group'), (query) =>
      query.where((eb) => {
        const known = closed.opened.length > 0 ? [eb.and([eb('lane', 'in', closed.opened), ofTheMoment])] : [];
        return eb.or([eb('channel', 'is not', null), eb('lane', 'not like', 'group:%'), ...known]);
      }),
    )
    .$if(closed.unopened.includes('person'), (query) => query.where((eb) => eb.or([eb('lane', 'not like', 'person:%'), hasDm])))
    .orderBy('priority')
    .orderBy('not_before')
    .orderBy('created_at')
    .orderBy('id')
    .limit(sql.lit(1));
  // Put in order by their ids, without what is in them: a round has hundreds waiting.
  return db.selectFrom('outbox').selectAll().where('id', '=', first).executeTakeFirst();
}

/** As `isOfTheMoment` has it. */
const ofTheMoment = sql<boolean>`priority = 1 and expires_at is not null and windows is null`;

const hasDm = sql<boolean>`exists (select 1 from person
  where person.workspace = outbox.workspace and person.dm is not null and 'person:' || person.slack_user = outbox.lane)`;

/** How many are due. */
export async function countDue(db: Db, workspace: string, now: Temporal.Instant): Promise<number> {
  const { count } = await pending(db, workspace)
    .where('not_before', '<=', stamp(now))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Whether anything is due, and when the next that is not will be. Mostly nothing is: then it is one question. */
export async function waiting(db: Db, workspace: string, now: Temporal.Instant): Promise<{ isDue: boolean; next: string | null }> {
  const present = stamp(now);
  const [first] = await soonest(db, { workspace });
  const next = first?.next ?? null;
  if (next === null || next > present) return { isDue: false, next };
  const [later] = await soonestAfter(db, { workspace, present });
  return { isDue: true, next: later?.next ?? null };
}

const soonest = ready((db, { workspace }: { workspace: string }) =>
  pending(db, workspace).select((eb) => eb.fn.min<string | null>('not_before').as('next')),
);

const soonestAfter = ready((db, { workspace, present }: { workspace: string; present: string }) =>
  pending(db, workspace)
    .where('not_before', '>', present)
    .select((eb) => eb.fn.min<string | null>('not_before').as('next')),
);

function pending(db: Db, workspace: string) {
  return db.selectFrom('outbox').where('workspace', '=', workspace).where('state', '=', 'pending');
}
