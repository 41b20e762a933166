// The closing pulse where a round ends before its last fortnight could be over: then it is open in the last two weeks, whichever fortnight they are in.
import { Temporal } from 'temporal-polyfill';
import type { RoundTable } from '../../platform/db/tables.ts';
import type { Db, Tx } from '../../platform/tools.ts';
import type { Programme } from '../founding/programmes.ts';
import { endOf } from './closing/round-end.ts';
import type { Pulse, PulseDays } from './plan.ts';

interface ToCome {
  programme: Programme;
  round: RoundTable;
  pulse: Pulse;
  days: PulseDays;
}

/** Whether a pulse that is still to come may be answered today all the same. */
export async function isAhead(
  db: Db | Tx,
  { programme, round, pulse, days }: ToCome,
  { today, now }: { today: Temporal.PlainDate; now: Temporal.Instant },
): Promise<boolean> {
  if (pulse !== 'closing' || !days.opens) return false;
  const { ends } = await endOf(db, programme, round, now);
  // Where the round ends before this pulse would have opened at all, it is passed over.
  const isPassedOver = Temporal.PlainDate.compare(ends, days.opens) <= 0;
  return !isPassedOver && Temporal.PlainDate.compare(ends.subtract({ days: 14 }), today) <= 0;
}
