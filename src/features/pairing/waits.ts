// A round that is due and has not gone out: what stands on record of each attempt, and what organisers hear of it, once a day.
import type { Temporal } from 'temporal-polyfill';
import { sayDay, stamp } from '../../platform/clock.ts';
import { transact } from '../../platform/db/transact.ts';
import { enqueue } from '../../platform/outbox/enqueue.ts';
import { claim, settled } from '../../platform/schedule/occurrences.ts';
import type { Tools } from '../../platform/tools.ts';
import type { ComingRound } from '../founding/coming-round.ts';
import * as organisers from '../founding/organisers.ts';
import type { Programme } from '../founding/programmes.ts';
import { hourOn } from './calendar.ts';
import { type Waiting, waiting } from './organiser-letters.ts';

export const STREAM = 'rotation';

/** One programme's round that is due. */
export interface Due {
  programme: Programme;
  coming: ComingRound;
  /** The day of this attempt. */
  slot: Temporal.PlainDate;
}

/** The round on record: by its day in the calendar, and by its gathering too, where one holds it. */
export function periodOf({ inCalendar, gathering, at }: ComingRound): string {
  return gathering ? `${inCalendar}/${stamp(at)}` : inCalendar.toString();
}

/** One attempt to rotate: the round it is about, and the day it is made. */
export function attemptOf({ coming, slot }: Due): string {
  return `${periodOf(coming)}/${slot}`;
}

export async function isDone(tools: Tools, programme: Programme, period: string): Promise<boolean> {
  return (await settled(tools.db, { programme: programme.id, stream: STREAM, subject: programme.id, period })) !== undefined;
}

/** Tells every organiser, once a day; that there are too few leaders, or that it is too late, once. */
export async function tell(tools: Tools, due: Due, why: Waiting, now: Temporal.Instant): Promise<void> {
  const { programme, coming, slot } = due;
  const body = waiting(tools.content, programme, { number: coming.number, date: sayDay(coming.on), why });
  const once = why.because === 'too-few' || why.because === 'late';
  const told = { programme: programme.id, stream: STREAM, subject: programme.id, dueAt: hourOn(programme, slot) };
  const skipped = { ...told, outcome: 'skipped', reason: why.because } as const;
  const news = await transact(tools.db, async (tx) => {
    const first = await claim(tools, tx, { ...skipped, period: once ? `${periodOf(coming)}/${why.because}` : attemptOf(due) }, now);
    if (once) await claim(tools, tx, { ...skipped, period: attemptOf(due) }, now);
    if (!first) return false;
    for (const user of await organisers.of(tools, tx, programme.id)) {
      const key = `rotation-waiting:${programme.id}:${periodOf(coming)}:${once ? why.because : slot}:${user}`;
      await enqueue(tools, tx, { key, kind: 'rotation-waiting', address: { to: 'person', user }, priority: 2, body }, now);
    }
    return true;
  });
  if (news) tools.knock();
}
