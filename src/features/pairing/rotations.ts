// Rotates each programme on its day, by itself or by waiting for an organiser. Tried once a day, at the programme's hour, for two weeks; what
// keeps a round from going out is told to its organisers.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, earliest, isBefore, sayDay } from '../../platform/clock.ts';
import { transact } from '../../platform/db/transact.ts';
import { enqueue } from '../../platform/outbox/enqueue.ts';
import { claim, settled } from '../../platform/schedule/occurrences.ts';
import type { Stream } from '../../platform/schedule/stream.ts';
import type { Tools } from '../../platform/tools.ts';
import * as organisers from '../founding/organisers.ts';
import { LATE_DAYS, nextRound } from '../founding/plan.ts';
import type { Programme } from '../founding/programmes.ts';
import * as programmes from '../founding/programmes.ts';
import { approve } from './approve.ts';
import { BY_ITSELF } from './begin.ts';
import { hourOn, missedDay } from './calendar.ts';
import { type Waiting, waiting } from './organiser-letters.ts';
import { propose } from './propose.ts';

const STREAM = 'rotation';
const ATTEMPTS = 3;

export const rotations: Stream = { name: STREAM, run };

/** One programme's round that is due. */
interface Due {
  programme: Programme;
  number: number;
  on: Temporal.PlainDate;
  /** The day of this attempt. */
  slot: Temporal.PlainDate;
}

async function run(tools: Tools, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const nexts: (Temporal.Instant | undefined)[] = [];
  for (const programme of await programmes.all(tools.db, tools.workspace)) nexts.push(await look(tools, programme, now));
  return earliest(...nexts);
}

async function look(tools: Tools, programme: Programme, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const today = dayOf(now, programme.timeZone);
  const last = await programmes.lastRound(tools.db, programme.id);
  const { number, on } = nextRound(programme, last, today);
  const missed = missedDay(programme, last, today);
  if (missed && !(await isDone(tools, programme, `${missed}/late`)))
    await tell(tools, { programme, number, on: missed, slot: missed }, { because: 'late' }, now);
  if (isBefore(now, hourOn(programme, on))) return hourOn(programme, on);
  const slot = isBefore(now, hourOn(programme, today)) ? today.subtract({ days: 1 }) : today;
  const due = { programme, number, on, slot };
  if (!(await isDone(tools, programme, on.toString())) && !(await isDone(tools, programme, periodOf(due)))) await attempt(tools, due, now);
  return hourOn(programme, slot.add({ days: 1 }));
}

/** Proposes the round, or takes the proposal that stands open with all its changes, and approves it where nothing is in the way. */
async function attempt(tools: Tools, due: Due, now: Temporal.Instant): Promise<void> {
  const { programme, on } = due;
  for (let tried = 1; tried <= ATTEMPTS; tried++) {
    const proposed = await propose(tools, programme, BY_ITSELF);
    if (!proposed.ok) return tell(tools, due, { because: 'too-few', until: sayDay(on.add({ days: LATE_DAYS })) }, now);
    const { id, revision, drawn } = proposed.preview.proposal;
    if (!drawn.plan.possible) {
      const cause = drawn.plan.causes.map(({ because }) => tools.content.say(because.id, because.blanks)).join(' ');
      return tell(tools, due, { because: 'impossible', cause }, now);
    }
    if (programme.rotating === 'approve') return tell(tools, due, { because: 'approve' }, now);
    const occurrence = { stream: STREAM, period: on.toString(), dueAt: hourOn(programme, on) };
    const done = await approve(tools, { proposal: id, revision, telling: 'partners-first', by: BY_ITSELF, occurrence });
    // Somebody joined, paused, or changed the preview in this very moment: once more, with what is true now.
    if (done.ok || !['changed', 'other', 'decided'].includes(done.because)) return;
  }
}

/** Tells every organiser, once a day; that there are too few leaders, once. */
async function tell(tools: Tools, due: Due, why: Waiting, now: Temporal.Instant): Promise<void> {
  const { programme, number, on } = due;
  const body = waiting(tools.content, programme, { number, date: sayDay(on), why });
  const once = why.because === 'too-few' || why.because === 'late';
  const told = { programme: programme.id, stream: STREAM, subject: programme.id, dueAt: hourOn(programme, due.slot) };
  const skipped = { ...told, outcome: 'skipped', reason: why.because } as const;
  const news = await transact(tools.db, async (tx) => {
    const first = await claim(tools, tx, { ...skipped, period: once ? `${on}/${why.because}` : periodOf(due) }, now);
    if (once) await claim(tools, tx, { ...skipped, period: periodOf(due) }, now);
    if (!first) return false;
    for (const user of await organisers.of(tools, tx, programme.id)) {
      const key = `rotation-waiting:${programme.id}:${on}:${once ? why.because : due.slot}:${user}`;
      await enqueue(tools, tx, { key, kind: 'rotation-waiting', address: { to: 'person', user }, priority: 2, body }, now);
    }
    return true;
  });
  if (news) tools.knock();
}

async function isDone(tools: Tools, programme: Programme, period: string): Promise<boolean> {
  return (await settled(tools.db, { programme: programme.id, stream: STREAM, subject: programme.id, period })) !== undefined;
}

/** One attempt to rotate: the day it is about, and the day it is made. */
function periodOf({ on, slot }: Due): string {
  return `${on}/${slot}`;
}
