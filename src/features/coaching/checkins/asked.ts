// Who was sent the check-in of a fortnight, as it stands on record.
import type { Db, Tx } from '../../../platform/tools.ts';
import { CHECKINS } from './send-checkin.ts';

/** What those are on record under who were asked in this period. */
export async function askedIn(db: Db | Tx, programme: string, period: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('occurrence')
    .select('subject')
    .where('programme', '=', programme)
    .where('stream', '=', CHECKINS)
    .where('period', '=', period)
    .where('outcome', '=', 'done')
    .execute();
  return new Set(rows.map(({ subject }) => subject));
}
