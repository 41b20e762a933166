// "Some leaders now try a small version with their own team": offered half way and once more near the end, to leaders who have met often enough and have no
// team. It is the last in rank: it goes where nothing else needs the room.
import type { Temporal } from 'temporal-polyfill';
import { at } from '../../../platform/clock.ts';
import type { Body } from '../../../platform/outbox/enqueue.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import { fortnightDays } from '../../coaching/calendar.ts';
import { type DueSeat, latestBegun, placesIn } from '../../coaching/checkins/due-seats.ts';
import { onRecord } from '../../coaching/contacts/on-record.ts';
import type { Running, Source, Wish, Writing } from '../../coaching/contacts/source.ts';
import { metBy, metIn } from './met.ts';
import { offerMessage } from './offer-view.ts';
import { MET_OFTEN } from './team-view.ts';
import * as teams from './teams.ts';

const OFFER = 'team-offer';
/** Half way, and in fortnight 12. */
const FORTNIGHTS = [7, 12];

export const teamOffers: Source = { kind: OFFER, wishes, write };

type Looking = Pick<Tools, 'db' | 'workspace'>;

async function wishes({ db, workspace }: Looking, running: Running, until: Temporal.Instant): Promise<Wish[]> {
  const begun = latestBegun(running.tables, until);
  const due: DueSeat[] = [];
  for (const n of FORTNIGHTS) {
    // Who looks ahead sees the next fortnight begin while this one still has days with room.
    const places = placesIn(running, n).filter(({ table, seat }) => [n, n + 1].includes(begun.get(table) ?? 0) && !seat.gone);
    if (places.length === 0) continue;
    const settled = await onRecord(db, running, { kind: OFFER, n });
    due.push(...places.filter(({ subject }) => !settled.has(subject)));
  }
  if (due.length === 0) return [];
  const met = await metIn(db, running.round.id);
  const often = due.filter(({ table }) => (met.get(table.pair) ?? 0) >= MET_OFTEN);
  const hosts = often.length > 0 ? new Set((await teams.open(db, workspace)).map(({ user }) => user)) : new Set<string>();
  return often.filter(({ seat }) => !hosts.has(seat.user)).map(wishFor);
}

function wishFor({ table, seat, fortnight, subject, period }: DueSeat): Wish {
  const days = fortnightDays(table.calendar, fortnight);
  const { zone } = seat.hours;
  const key = `${OFFER}:${seat.pair}:${fortnight}:${seat.leader}`;
  const due = at(days.first, seat.usual.time, zone);
  return { to: [seat], rank: 'other', subject, period, key, fortnight, due, closes: at(days.next, '00:00', zone) };
}

async function write({ content, workspace }: Tools, tx: Tx, { running, wish }: Writing): Promise<Body | { off: string }> {
  const [seat] = wish.to;
  const table = running.tables.find(({ pair }) => pair === seat?.pair);
  if (!seat || !table) return { off: 'ended' };
  if (await teams.openOf(tx, workspace, seat.user)) return { off: 'has-team' };
  const partners = table.seats.filter(({ leader, gone }) => leader !== seat.leader && !gone).map(({ name }) => name);
  if (partners.length === 0) return { off: 'alone' };
  return offerMessage(content, { met: await metBy(tx, seat.pair), partners, programme: running.programme.id });
}
