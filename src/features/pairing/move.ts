// An organiser sets the day of the next round. Later rounds are counted from it.
import { Temporal } from 'temporal-polyfill';
import { record } from '../../platform/audit.ts';
import { dayOf, isBefore } from '../../platform/clock.ts';
import { transact } from '../../platform/db/transact.ts';
import { claim } from '../../platform/schedule/occurrences.ts';
import type { Tools } from '../../platform/tools.ts';
import { nextRound, withNextRoundOn } from '../founding/plan.ts';
import type { Programme } from '../founding/programmes.ts';
import * as programmes from '../founding/programmes.ts';
import { mayOrganise } from '../founding/rights.ts';
import { noticeAt } from './calendar.ts';

/** The stream that tells organisers of a coming round. */
export const NOTICE_STREAM = 'rotation-notice';
const FARTHEST_MONTHS = 24;

export type Moved =
  /** `soon`: less than two weeks away, so the other organisers hear of it at once. */
  { ok: true; programme: Programme; soon: boolean } | { ok: false; because: 'not-organiser' | 'gone' | 'past' | 'far' | 'same' };

export async function moveNextRound(
  tools: Tools,
  { programme: id, day, by }: { programme: string; day: Temporal.PlainDate; by: string },
): Promise<Moved> {
  if (!(await mayOrganise(tools, { id }, by))) return { ok: false, because: 'not-organiser' };
  const now = tools.now();
  return transact(tools.db, async (tx): Promise<Moved> => {
    const programme = await programmes.find(tx, tools.workspace, id);
    if (!programme) return { ok: false, because: 'gone' };
    const today = dayOf(now, programme.timeZone);
    if (Temporal.PlainDate.compare(day, today) <= 0) return { ok: false, because: 'past' };
    if (Temporal.PlainDate.compare(day, today.add({ months: FARTHEST_MONTHS })) > 0) return { ok: false, because: 'far' };
    const last = await programmes.lastRound(tx, id);
    const { on } = nextRound(programme, last, today);
    if (on.equals(day)) return { ok: false, because: 'same' };
    const moved = withNextRoundOn(programme, last, day);
    await programmes.change(tx, moved);
    await record(tools, tx, { programme: id, actor: by, action: 'round-moved', detail: { from: on.toString(), to: day.toString() } }, now);
    const dueAt = noticeAt(moved, day);
    const soon = !isBefore(now, dueAt);
    // Who moved it knows.
    if (soon) {
      const notice = { programme: id, stream: NOTICE_STREAM, subject: by, period: day.toString() };
      await claim(tools, tx, { ...notice, dueAt, outcome: 'skipped', reason: 'moved-it' }, now);
    }
    return { ok: true, programme: moved, soon };
  });
}
