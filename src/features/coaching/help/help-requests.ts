// The table `help_request`: who has asked organisers for help, and whether one of them has seen to it. What they wrote is sealed under the key of
// the workspace, so that organisers can read it.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../../platform/clock.ts';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import { type Seal, SealBroken } from '../../../platform/vault.ts';

export interface HelpRequest {
  id: string;
  programme: string;
  leader: string;
  user: string;
  name: string;
  sealed: string | null;
  askedAt: string;
  settledAt: string | null;
  settledBy: string | null;
}

type Sealing = Pick<Tools, 'workspace' | 'vault'>;

/** Those of a programme that nobody has seen to, oldest first. */
export async function openIn(db: Db | Tx, programme: string): Promise<HelpRequest[]> {
  const open = all(db).where('help_request.programme', '=', programme).where('help_request.settled_at', 'is', null);
  return (await open.orderBy('help_request.asked_at').orderBy('help_request.id').execute()).map(fromRow);
}

/** Everything a leader has ever asked, oldest first. */
export async function ofLeader(db: Db | Tx, leader: string): Promise<HelpRequest[]> {
  return (await all(db).where('help_request.leader', '=', leader).orderBy('help_request.asked_at').execute()).map(fromRow);
}

export async function byId(db: Db | Tx, workspace: string, id: string): Promise<HelpRequest | undefined> {
  const row = await all(db).where('help_request.workspace', '=', workspace).where('help_request.id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

export interface NewRequest {
  id: string;
  programme: string;
  leader: string;
  /** May be empty: no reason is needed. */
  text: string;
}

/** False where this request stands already. */
export async function add(tools: Sealing, tx: Tx, { id, programme, leader, text }: NewRequest, now: Temporal.Instant): Promise<boolean> {
  const { workspace } = tools;
  const sealed = text === '' ? null : await tools.vault.seal(tx, sealOf(workspace, id), text);
  const row = await tx
    .insertInto('help_request')
    .values({ id, workspace, programme, leader, sealed, asked_at: stamp(now), settled_at: null, settled_by: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** True when this call was the one that settled it. */
export async function settle(tx: Tx, id: string, by: string, now: Temporal.Instant): Promise<boolean> {
  const open = tx.updateTable('help_request').set({ settled_at: stamp(now), settled_by: by });
  return (await open.where('id', '=', id).where('settled_at', 'is', null).executeTakeFirst()).numUpdatedRows > 0n;
}

/** When the earliest of those requests was seen to whose words are still kept. */
export async function firstSettled(db: Db | Tx, workspace: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('help_request')
    .select(({ fn }) => fn.min('settled_at').as('at'))
    .where('workspace', '=', workspace)
    .where('settled_at', 'is not', null)
    .where('sealed', 'is not', null)
    .executeTakeFirst();
  return row?.at ?? undefined;
}

/** Drops the words of requests that were seen to by `until`. */
export async function forgetSettled(tx: Tx, workspace: string, until: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('help_request')
    .set({ sealed: null })
    .where('workspace', '=', workspace)
    .where('settled_at', '<=', stamp(until))
    .execute();
}

/** What they wrote; nothing where they wrote nothing, or where the seal does not hold. */
export async function textOf(tools: Sealing, db: Db | Tx, { id, sealed }: Pick<HelpRequest, 'id' | 'sealed'>): Promise<string | undefined> {
  if (sealed === null) return undefined;
  try {
    return await tools.vault.open(db, sealOf(tools.workspace, id), sealed);
  } catch (fault) {
    if (fault instanceof SealBroken) return undefined;
    throw fault;
  }
}

function sealOf(workspace: string, id: string): Seal {
  return { workspace, owner: 'workspace', kind: 'help-request', record: id };
}

function all(db: Db | Tx) {
  return db
    .selectFrom('help_request')
    .innerJoin('leader', 'leader.id', 'help_request.leader')
    .selectAll('help_request')
    .select(['leader.slack_user', 'leader.name']);
}

type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number];

function fromRow(row: Row): HelpRequest {
  return {
    id: row.id,
    programme: row.programme,
    leader: row.leader,
    user: row.slack_user,
    name: row.name,
    sealed: row.sealed,
    askedAt: row.asked_at,
    settledAt: row.settled_at,
    settledBy: row.settled_by,
  };
}
