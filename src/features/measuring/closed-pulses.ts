// Which pulses have closed, or were passed over, without a report of it yet.
import type { Db, Tx } from '../../platform/tools.ts';
import { PULSES } from '../reviewing/standing.ts';
import type { Moment } from './figures.ts';

interface Unreported {
  programme: string;
  round: string;
  moment: Moment;
}

/** Half way before the end. Where half way was passed over there was none, and nothing is reported of it. */
export async function unreported(db: Db | Tx, workspace: string): Promise<Unreported[]> {
  const rows = await db
    .selectFrom('occurrence')
    .innerJoin('round', 'round.id', 'occurrence.subject')
    .select(['occurrence.programme', 'occurrence.subject', 'occurrence.period'])
    .where('occurrence.workspace', '=', workspace)
    .where('occurrence.stream', '=', PULSES)
    .where(({ eb, or, and }) =>
      or([eb('occurrence.period', '=', 'closing'), and([eb('occurrence.period', '=', 'half'), eb('occurrence.outcome', '=', 'done')])]),
    )
    .where('round.undone_at', 'is', null)
    .orderBy('round.number')
    .orderBy('occurrence.period', 'desc')
    .execute();
  const told = await db.selectFrom('report').select(['round', 'moment']).where('workspace', '=', workspace).execute();
  const known = new Set(told.map(({ round, moment }) => `${round} ${moment}`));
  return rows
    .map(({ programme, subject: round, period }) => ({
      programme,
      round,
      moment: period === 'half' ? ('half' as const) : ('end' as const),
    }))
    .filter(({ round, moment }) => !known.has(`${round} ${moment}`));
}
