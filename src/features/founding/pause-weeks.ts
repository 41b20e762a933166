// Pause weeks: days on which a programme rests and its clock stands still.
import type { Temporal } from 'temporal-polyfill';
import { dayNamed, stamp } from '../../platform/clock.ts';
import { ready } from '../../platform/db/ready.ts';
import type { Db, Tools, Tx } from '../../platform/tools.ts';

/** Both days included. */
export interface PauseWeek {
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
}

/** The pause weeks of a programme, earliest first. */
export async function of(db: Db | Tx, programme: string): Promise<PauseWeek[]> {
  const rows = await ofProgramme(db, { programme });
  return rows.map((row) => ({ from: dayNamed(row.begins_on), to: dayNamed(row.ends_on) }));
}

const ofProgramme = ready((db, { programme }: { programme: string }) =>
  db.selectFrom('pause_week').select(['begins_on', 'ends_on']).where('programme', '=', programme).orderBy('begins_on'),
);

/** Makes `weeks` the pause weeks of the programme. */
export async function replace(
  tools: Pick<Tools, 'newId' | 'workspace'>,
  tx: Tx,
  wish: { programme: string; weeks: readonly PauseWeek[]; by: string },
  now: Temporal.Instant,
): Promise<void> {
  await tx.deleteFrom('pause_week').where('programme', '=', wish.programme).execute();
  if (wish.weeks.length === 0) return;
  const rows = wish.weeks.map((week) => ({
    id: tools.newId(),
    workspace: tools.workspace,
    programme: wish.programme,
    begins_on: week.from.toString(),
    ends_on: week.to.toString(),
    added_by: wish.by,
    added_at: stamp(now),
  }));
  await tx.insertInto('pause_week').values(rows).execute();
}
