// Which places are due for a kind of message that every leader gets once a fortnight: how far each pair's own clock has got, and what is on record.
// Asked at every knock, so that a calendar that many share is looked at once.
import type { Temporal } from 'temporal-polyfill';
import { dayOf } from '../../../platform/clock.ts';
import { fortnightsInRound } from '../../../platform/content/elements.ts';
import type { Db, Tx } from '../../../platform/tools.ts';
import { fortnightOn, type RoundCalendar } from '../calendar.ts';
import { onRecord, periodOf } from '../contacts/on-record.ts';
import type { Running, Seat, Table } from '../contacts/source.ts';

/** Where each day begins first. */
const EARLIEST_ZONE = 'Pacific/Kiritimati';

export interface DueSeat {
  table: Table;
  seat: Seat;
  fortnight: number;
  /** What it is on record under. */
  subject: string;
  period: string;
}

/** The places with nothing on record of this kind, in fortnights 1 to `last` that have begun by `until`; newest first, as far as any is missing. */
export async function unsettled(
  db: Db | Tx,
  running: Running,
  { kind, last }: { kind: string; last: number },
  until: Temporal.Instant,
): Promise<DueSeat[]> {
  const begun = latestBegun(running.tables, until);
  const found: DueSeat[] = [];
  for (let n = Math.min(last, Math.max(0, ...begun.values())); n >= 1; n--) {
    const places = placesIn(running, n).filter(({ table }) => (begun.get(table) ?? 0) >= n);
    const settled = await onRecord(db, running, { kind, n });
    const missing = places.filter(({ subject }) => !settled.has(subject));
    if (missing.length === 0 && places.length > 0) break;
    found.push(...missing);
  }
  return found;
}

/** Every place of a round, in fortnight `n`. */
export function placesIn({ round, tables }: Running, n: number): DueSeat[] {
  const period = periodOf(round, n);
  return tables.flatMap((table) => table.seats.map((seat) => ({ table, seat, fortnight: n, subject: subjectOf(seat), period })));
}

/** What a message to one leader of a pair is on record under. */
export function subjectOf({ pair, leader }: Pick<Seat, 'pair' | 'leader'>): string {
  return `${pair}:${leader}`;
}

/** For each pair the latest fortnight that has begun anywhere on earth: 0 before the first, 14 after the last. */
export function latestBegun(tables: readonly Table[], until: Temporal.Instant): ReadonlyMap<Table, number> {
  const today = dayOf(until, EARLIEST_ZONE);
  const known = new Map<RoundCalendar, number>();
  const begunOn = (calendar: RoundCalendar) => {
    const n = fortnightOn(calendar, today);
    return n === 'before' ? 0 : n === 'after' ? fortnightsInRound + 1 : n;
  };
  return new Map(
    tables.map((table) => {
      const n = known.get(table.calendar) ?? begunOn(table.calendar);
      known.set(table.calendar, n);
      return [table, n];
    }),
  );
}
