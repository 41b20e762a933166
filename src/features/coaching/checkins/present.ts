// Which check-in somebody means who types the word, and whether they may commit to something now: seen from where they stand in a programme.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, sayDay } from '../../../platform/clock.ts';
import type { Blanks } from '../../../platform/content/load.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Programme } from '../../founding/programmes.ts';
import * as leaders from '../../joining/leaders.ts';
import { fortnightDays } from '../calendar.ts';
import * as places from '../places.ts';
import * as checkins from './checkins.ts';
import type { Wanted } from './scene.ts';

export type Present =
  | { ok: true; wanted: Wanted; lateFor: Wanted | undefined }
  | { ok: false; because: 'not-in' | 'no-pair' | 'not-begun' | 'round-over'; blanks: Blanks };

/**
 * The present fortnight of `user` in this programme. `lateFor` is the one before, in the first week after it, where they have not said yet
 * whether they met: that is what they most likely mean.
 */
export async function presentOf({ db }: Pick<Tools, 'db'>, user: string, programme: Programme, now: Temporal.Instant): Promise<Present> {
  const leader = await leaders.find(db, programme.id, user);
  if (!leader || leader.leftAt !== null) return { ok: false, because: 'not-in', blanks: {} };
  const { match } = await places.ofLeader(db, programme, leader, now);
  if (!match || match.partners.length === 0) return { ok: false, because: 'no-pair', blanks: {} };
  const { calendar, fortnight, pair } = match;
  if (fortnight === 'after') return { ok: false, because: 'round-over', blanks: {} };
  if (fortnight === 'before') return { ok: false, because: 'not-begun', blanks: { date: sayDay(calendar.beginsOn) } };
  const wanted = { user, pair: pair.id, fortnight };
  const { firstWeekEnds } = fortnightDays(calendar, fortnight);
  const early = fortnight > 1 && dayOf(now, leader.timeZone).until(firstWeekEnds).days > 0;
  const open = early && !(await checkins.find(db, pair.id, leader.id, fortnight - 1));
  return { ok: true, wanted, lateFor: open ? { ...wanted, fortnight: fortnight - 1 } : undefined };
}
