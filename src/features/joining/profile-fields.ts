// Which of the workspace's own profile fields tells somebody's function and who their manager is, as an organiser has set it for a programme.
import type { Db, Tools, Tx } from '../../platform/tools.ts';

export const PURPOSES = ['function', 'manager'] as const;
export type Purpose = (typeof PURPOSES)[number];

export interface Field {
  /** Slack's id of the field, `Xf…`. */
  field: string;
  label: string;
}

export type Mapping = Partial<Record<Purpose, Field>>;

export async function of(db: Db | Tx, programme: string): Promise<Mapping> {
  const rows = await db.selectFrom('profile_field').selectAll().where('programme', '=', programme).execute();
  const known = rows.flatMap(({ purpose, field, label }) => {
    const found = PURPOSES.find((each) => each === purpose);
    return found ? [[found, { field, label }] as const] : [];
  });
  return Object.fromEntries(known);
}

/** What is not in `mapping` is told by no field any more. */
export async function replace({ workspace }: Pick<Tools, 'workspace'>, tx: Tx, programme: string, mapping: Mapping): Promise<void> {
  await tx.deleteFrom('profile_field').where('programme', '=', programme).execute();
  const rows = PURPOSES.flatMap((purpose) => (mapping[purpose] ? [{ programme, workspace, purpose, ...mapping[purpose] }] : []));
  if (rows.length > 0) await tx.insertInto('profile_field').values(rows).execute();
}
