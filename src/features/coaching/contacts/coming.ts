// Rounds that are about to come by themselves: whoever is going to hear of a match keeps its day free for it, and one of the two messages of its week.
import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../../../platform/clock.ts';
import type { Tools } from '../../../platform/tools.ts';
import { comingRound } from '../../founding/coming-round.ts';
import type { Programme } from '../../founding/programmes.ts';
import * as programmes from '../../founding/programmes.ts';
import { politeMoment } from '../../joining/hours.ts';
import * as leaders from '../../joining/leaders.ts';
import { approvedIn } from '../../pairing/reveals.ts';
import type { Ledger } from './book.ts';

/** To the end of the week for everyone, wherever they are. */
const AHEAD = { hours: 8 * 24 };

/** The same ledger, with the matches that are to be told within a week as if they had arrived. */
export async function withComing(tools: Pick<Tools, 'db' | 'workspace'>, ledger: Ledger, now: Temporal.Instant): Promise<Ledger> {
  const coming = new Map(ledger);
  for (const programme of await programmes.all(tools.db, tools.workspace)) {
    const on = await comingOn(tools, programme, now);
    if (!on) continue;
    for (const leader of await leaders.inProgramme(tools.db, programme.id)) {
      const { at = [], waiting = [] } = coming.get(leader.user) ?? {};
      coming.set(leader.user, { at: [...at, politeMoment(leader, on).epochMilliseconds], waiting });
    }
  }
  return coming;
}

/** When the programme rotates by itself, where that is near; where organisers approve each round, they choose the moment, or have for a gathering. */
async function comingOn({ db }: Pick<Tools, 'db'>, programme: Programme, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  // Mostly nothing is, and then the calendar need not be looked at.
  const approved = programme.rotating === 'approve' ? await approvedIn(db, programme) : undefined;
  if (approved?.length === 0) return undefined;
  const { at: hour, gathering } = await comingRound(db, programme, now);
  if (approved?.every((id) => id !== gathering)) return undefined;
  return isBefore(hour, now) || isBefore(now.add(AHEAD), hour) ? undefined : hour;
}
