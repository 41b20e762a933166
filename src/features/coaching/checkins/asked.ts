// Who was sent the check-in of a fortnight, and when, as it stands on record.
import type { Db, Tx } from '../../../platform/tools.ts';
import { CHECKINS } from './send-checkin.ts';

/** What those are on record under who were asked in this period, with the instant as `stamp` writes it. */
export async function askedIn(db: Db | Tx, programme: string, period: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('occurrence')
    .select(['subject', 'settled_at'])
    .where('programme', '=', programme)
    .where('stream', '=', CHECKINS)
    .where('period', '=', period)
    .where('outcome', '=', 'done')
    .execute();
  return new Map(rows.map(({ subject, settled_at }) => [subject, settled_at]));
}
