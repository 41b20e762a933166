// The tables `agreement` and `agreement_leader`: what a pair has agreed on how they work, and which version each of them has agreed to. What
// they wrote stands sealed; `sealed-lines.ts` opens it for those in the pair.
import type { Insertable, Selectable } from 'kysely';
import { ready } from '../../../platform/db/ready.ts';
import type { AgreementLeaderTable, AgreementTable } from '../../../platform/db/tables.ts';
import type { Db, Tx } from '../../../platform/tools.ts';

export type Rhythm = 'steady' | 'full';
export type Direct = 'gently' | 'straight' | 'ask';

/** One person's own lines in it, and the version they have agreed to. */
export interface Own {
  leader: string;
  direct: Direct | null;
  helpsSealed: string | null;
  agreedVersion: number | null;
}

export interface Agreement {
  id: string;
  pair: string;
  version: number;
  rhythm: Rhythm | null;
  /** 1 is Monday; meant, like `time` (`HH:MM`), in `zone`. */
  weekday: number | null;
  time: string | null;
  zone: string | null;
  bySealed: string | null;
  /** The leaders who wrote it. */
  byFrom: string | null;
  addedSealed: string | null;
  addedFrom: string | null;
  changedBy: string;
  completedAt: string | null;
  lookedAgainAt: string | null;
  owns: readonly Own[];
}

/** The agreement of a pair; nothing while nobody has written in it or agreed to it. */
export async function ofPair(db: Db | Tx, pair: string): Promise<Agreement | undefined> {
  const [row] = await withPair(db, { pair });
  return row && fromRow(row, await ownsOf(db, { agreement: row.id }));
}

const withPair = ready((db, { pair }: { pair: string }) => db.selectFrom('agreement').selectAll().where('pair', '=', pair));

const ownsOf = ready((db, { agreement }: { agreement: string }) =>
  db.selectFrom('agreement_leader').selectAll().where('agreement', '=', agreement).orderBy('leader'),
);

/** The rhythms that pairs have chosen, by pair; those that have chosen none are missing. */
export async function rhythmsOf(db: Db | Tx, round: string): Promise<Map<string, Rhythm>> {
  const rows = await db
    .selectFrom('agreement')
    .innerJoin('pair', 'pair.id', 'agreement.pair')
    .select(['agreement.pair', 'agreement.rhythm'])
    .where('pair.round', '=', round)
    .where('agreement.rhythm', 'is not', null)
    .execute();
  return new Map(rows.map(({ pair, rhythm }) => [pair, rhythm as Rhythm]));
}

/** Every agreement in which `leader` has lines of their own or which they have agreed to, oldest first. */
export async function ofLeader(db: Db | Tx, leader: string): Promise<Agreement[]> {
  const rows = await db
    .selectFrom('agreement')
    .innerJoin('agreement_leader', 'agreement_leader.agreement', 'agreement.id')
    .select('agreement.pair')
    .where('agreement_leader.leader', '=', leader)
    .orderBy('agreement.changed_at')
    .execute();
  const found = await Promise.all(rows.map(({ pair }) => ofPair(db, pair)));
  return found.filter((each) => each !== undefined);
}

/** Begins the agreement of a pair, unless it has begun already. */
export async function begin(
  tx: Tx,
  agreement: Pick<Insertable<AgreementTable>, 'id' | 'workspace' | 'pair' | 'changed_by' | 'changed_at'>,
) {
  await tx
    .insertInto('agreement')
    .values({ ...blank, ...agreement })
    .onConflict((conflict) => conflict.column('pair').doNothing())
    .execute();
}

/** Writes what is given; false where the version is not `from` any more, with nothing changed. */
export async function change(
  tx: Tx,
  { id, from }: { id: string; from: number },
  fields: Partial<Omit<AgreementTable, 'id' | 'workspace' | 'pair'>>,
): Promise<boolean> {
  const changed = await tx.updateTable('agreement').set(fields).where('id', '=', id).where('version', '=', from).executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

/** Writes one person's own lines, or what they have agreed to. */
export async function changeOwn(
  tx: Tx,
  { agreement, leader, workspace }: Pick<AgreementLeaderTable, 'agreement' | 'leader' | 'workspace'>,
  fields: Partial<Omit<AgreementLeaderTable, 'agreement' | 'leader' | 'workspace'>>,
): Promise<void> {
  await tx
    .insertInto('agreement_leader')
    .values({ ...blankOwn, agreement, leader, workspace, ...fields })
    .onConflict((conflict) => conflict.columns(['agreement', 'leader']).doUpdateSet(fields))
    .execute();
}

const blank = {
  version: 1,
  rhythm: null,
  weekday: null,
  time: null,
  zone: null,
  by_sealed: null,
  by_from: null,
  added_sealed: null,
  added_from: null,
  completed_at: null,
  looked_again_at: null,
};

const blankOwn = { direct: null, helps_sealed: null, agreed_version: null, agreed_at: null };

function fromRow(row: Selectable<AgreementTable>, owns: readonly Selectable<AgreementLeaderTable>[]): Agreement {
  return {
    id: row.id,
    pair: row.pair,
    version: row.version,
    rhythm: row.rhythm as Rhythm | null,
    weekday: row.weekday,
    time: row.time,
    zone: row.zone,
    bySealed: row.by_sealed,
    byFrom: row.by_from,
    addedSealed: row.added_sealed,
    addedFrom: row.added_from,
    changedBy: row.changed_by,
    completedAt: row.completed_at,
    lookedAgainAt: row.looked_again_at,
    owns: owns.map(({ leader, direct, helps_sealed, agreed_version }) => ({
      leader,
      direct: direct as Direct | null,
      helpsSealed: helps_sealed,
      agreedVersion: agreed_version,
    })),
  };
}
