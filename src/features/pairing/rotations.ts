// Rotates each programme on its day, or when the gathering is over that holds the round: by itself, as an organiser has approved it for that moment, or by
// waiting for one. Tried once a day, at the programme's hour, for two weeks; what keeps a round from going out is told to its organisers.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, earliest, isBefore, sayDay } from '../../platform/clock.ts';
import type { Stream } from '../../platform/schedule/stream.ts';
import type { Tools } from '../../platform/tools.ts';
import { comingRound } from '../founding/coming-round.ts';
import { LATE_DAYS } from '../founding/plan.ts';
import type { Programme } from '../founding/programmes.ts';
import * as programmes from '../founding/programmes.ts';
import { mayOrganise } from '../founding/rights.ts';
import { type Approval, approve } from './approve.ts';
import { BY_ITSELF } from './begin.ts';
import { hourOn, missedDay } from './calendar.ts';
import { gatheringById } from './gatherings.ts';
import { propose } from './propose.ts';
import { attemptOf, type Due, isDone, periodOf, STREAM, tell } from './waits.ts';

const ATTEMPTS = 3;
/** So long after a gathering its leaders still have it in mind: then they hear at once, and later each in their own hours. */
const JUST_OVER = { hours: 2 };

export const rotations: Stream = { name: STREAM, run };

async function run(tools: Tools, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const nexts: (Temporal.Instant | undefined)[] = [];
  for (const programme of await programmes.all(tools.db, tools.workspace)) nexts.push(await look(tools, programme, now));
  return earliest(...nexts);
}

async function look(tools: Tools, programme: Programme, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const today = dayOf(now, programme.timeZone);
  const coming = await comingRound(tools.db, programme, now);
  if (!coming.gathering) await tellMissed(tools, programme, now);
  if (isBefore(now, coming.at)) return coming.at;
  const slot = isBefore(now, hourOn(programme, today)) ? today.subtract({ days: 1 }) : today;
  const due = { programme, coming, slot };
  if (!(await isDone(tools, programme, periodOf(coming))) && !(await isDone(tools, programme, attemptOf(due))))
    await attempt(tools, due, now);
  return hourOn(programme, slot.add({ days: 1 }));
}

/** That a round should have come more than two weeks ago, and did not. */
async function tellMissed(tools: Tools, programme: Programme, now: Temporal.Instant): Promise<void> {
  const last = await programmes.lastRound(tools.db, programme.id);
  const missed = missedDay(programme, last, dayOf(now, programme.timeZone));
  if (!missed || (await isDone(tools, programme, `${missed}/late`))) return;
  const coming = { number: last + 1, on: missed, inCalendar: missed, at: hourOn(programme, missed) };
  await tell(tools, { programme, coming, slot: missed }, { because: 'late' }, now);
}

/** Proposes the round, or takes the proposal that stands open with all its changes, and approves it where nothing is in the way. */
async function attempt(tools: Tools, due: Due, now: Temporal.Instant): Promise<void> {
  const { programme, coming } = due;
  for (let tried = 1; tried <= ATTEMPTS; tried++) {
    const proposed = await propose(tools, programme, BY_ITSELF);
    if (!proposed.ok) return tell(tools, due, { because: 'too-few', until: sayDay(coming.on.add({ days: LATE_DAYS })) }, now);
    const { id, revision, drawn } = proposed.preview.proposal;
    if (!drawn.plan.possible) {
      const cause = drawn.plan.causes.map(({ because }) => tools.content.say(because.id, because.blanks)).join(' ');
      return tell(tools, due, { because: 'impossible', cause }, now);
    }
    const how = await howItGoes(tools, due, { id, revision }, now);
    if (!how) return tell(tools, due, { because: 'approve' }, now);
    const occurrence = {
      stream: STREAM,
      period: periodOf(coming),
      dueAt: coming.at,
      ...(coming.gathering && { also: `${coming.inCalendar}` }),
    };
    const done = await approve(tools, { proposal: id, revision, ...how, occurrence });
    // Somebody joined, paused, or changed the preview in this very moment: once more, with what is true now.
    if (done.ok || !['changed', 'other', 'decided'].includes(done.because)) return;
  }
}

type How = Pick<Approval, 'telling' | 'by' | 'ran' | 'pace'>;

/**
 * As an organiser approved it for the gathering, where it still is what they saw: then everybody hears of it at once, for it has just been named there.
 * Where it has changed since, by itself, as a round does that nobody has approved; `undefined` where it waits for an organiser.
 */
async function howItGoes(
  tools: Tools,
  { programme, coming }: Due,
  { id, revision }: { id: string; revision: number },
  now: Temporal.Instant,
): Promise<How | undefined> {
  const gathering = coming.gathering && (await gatheringById(tools.db, tools.workspace, coming.gathering));
  const approved = gathering && gathering.approved?.proposal === id ? gathering.approved : undefined;
  const byItself = { telling: 'partners-first', by: BY_ITSELF, pace: 'polite' } as const;
  if (!approved) return programme.rotating === 'approve' ? undefined : { ...byItself, ran: 'by-itself' };
  if (approved.revision !== revision) return { ...byItself, ran: 'changed' };
  const by = (await mayOrganise(tools, programme, approved.by)) ? approved.by : BY_ITSELF;
  const isJustOver = isBefore(now, coming.at.add(JUST_OVER));
  if (!isJustOver) return { ...byItself, by, ran: 'gathering-late' };
  return { telling: 'announce-now', by, pace: 'at-once', ran: 'gathering' };
}
