// The plan of one meeting for one of those in it, with their own notes to bring: those marked since the last meeting, which nobody else is shown.
import type { ModalView } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';
import type { Tools } from '../../../platform/tools.ts';
import { broughtNotes } from '../show-notes.ts';
import { firstFor } from './book.ts';
import { meetingOf, type OurPair } from './our-pair.ts';
import { HALF_WAY } from './plan.ts';
import { planModal } from './plan-view.ts';
import { planOf, timerState } from './timer-state.ts';

/** The plan of the meeting of `fortnight`. */
export async function planView(
  tools: Tools,
  { ours, fortnight, remark }: { ours: OurPair; fortnight: number; remark?: string },
  now: Temporal.Instant,
): Promise<ModalView> {
  const meeting = meetingOf(ours, fortnight);
  const first = meeting?.first ?? firstFor(ours, fortnight);
  const timer = await timerState(tools, tools.db, { ours, fortnight }, now);
  return planModal(tools.content, {
    ...{ value: `${ours.pair.id}:${fortnight}`, plan: planOf(ours, fortnight).id, halfWay: fortnight === HALF_WAY },
    first: ours.members.find(({ id }) => id === first)?.name ?? ours.own.name,
    notes: await broughtNotes(tools, ours.own, { round: ours.pair.round, ...sinceLast(ours, fortnight) }),
    ...(timer && { timer }),
    ...(remark && { remark }),
  });
}

/** From when on notes belong to this meeting: after the one before it was held. */
function sinceLast({ held, meetings }: OurPair, fortnight: number): { fortnight: number; since?: string } {
  const last = held.filter((each) => each.fortnight < fortnight).at(-1)?.fortnight;
  const since = meetings.find((each) => each.fortnight === last && each.state === 'booked')?.startsAt;
  return { fortnight, ...(since && { since }) };
}
