// The opening self-check is offered once to each leader and round: as soon as their match is confirmed, until fortnight 1 is over.
import type { Temporal } from 'temporal-polyfill';
import { at, instantOf, isBefore } from '../../platform/clock.ts';
import { settledSubjects } from '../../platform/schedule/occurrences.ts';
import type { Db } from '../../platform/tools.ts';
import { fortnightDays } from '../coaching/calendar.ts';
import type { Seat, Source, Table, Wish } from '../coaching/contacts/source.ts';
import { selfCheckMessage } from './views.ts';
import * as whoAnswered from './who-answered.ts';

const SELF_CHECK = 'self-check';

export const selfCheck: Source = {
  kind: SELF_CHECK,
  wishes: async ({ db }, { programme, round, tables }, until) => {
    const period = String(round.number);
    const settled = await settledSubjects(db, { programme: programme.id, stream: SELF_CHECK, period });
    const open = tables.filter(({ seats }) => seats.some(({ leader }) => !settled.has(leader)));
    if (open.length === 0) return [];
    const confirmed = await confirmedAt(db, round.id, round.confirm_by);
    const done = await whoAnswered.whoAnswered(db, round.id, 'opening');
    return open.flatMap((table) => {
      const due = confirmed.get(table.pair);
      if (!due || isBefore(until, due)) return [];
      return table.seats
        .filter(({ leader }) => !settled.has(leader))
        .map((seat) => ({ ...wish(table, seat, due), key: `self-check:${round.id}:${seat.leader}`, period, ...offFor(seat, done) }));
    });
  },
  write: async ({ content }, tx, { running, wish: { to } }) => {
    const [seat] = to;
    if (!seat || (await whoAnswered.whoAnswered(tx, running.round.id, 'opening')).has(seat.leader)) return { off: 'answered' };
    const table = running.tables.find(({ seats }) => seats.some(({ leader }) => leader === seat.leader));
    return selfCheckMessage(content, table?.pair ?? seat.pair);
  },
};

function wish({ calendar }: Table, seat: Seat, due: Temporal.Instant): Omit<Wish, 'key' | 'period'> {
  const closes = at(fortnightDays(calendar, 1).next, '00:00', seat.hours.zone);
  return { to: [seat], rank: 'other', subject: seat.leader, fortnight: 1, due, closes };
}

function offFor({ leader, gone }: Seat, done: ReadonlySet<string>): { off?: string } {
  if (gone) return { off: gone };
  return done.has(leader) ? { off: 'answered' } : {};
}

/** When each pair of the round stood: once all in it had said yes, or by their silence. A pair in which somebody asked for another does not. */
async function confirmedAt(db: Db, round: string, confirmBy: string): Promise<ReadonlyMap<string, Temporal.Instant>> {
  const rows = await db
    .selectFrom('pair_leader')
    .select(['pair', 'confirmed_at', 'asked_another_at'])
    .where('round', '=', round)
    .where('ended_at', 'is', null)
    .execute();
  const latest = new Map<string, string>();
  const refused = new Set(rows.filter((row) => row.asked_another_at !== null).map(({ pair }) => pair));
  for (const { pair, confirmed_at } of rows) {
    const said = confirmed_at !== null && confirmed_at < confirmBy ? confirmed_at : confirmBy;
    const before = latest.get(pair);
    if (!refused.has(pair) && (before === undefined || before < said)) latest.set(pair, said);
  }
  return new Map([...latest].map(([pair, text]) => [pair, instantOf(text)]));
}
