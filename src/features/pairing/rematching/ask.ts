// A leader asks for another partner, or takes it back. Organisers hear who asked, not why; the partner hears nothing until the match changes, and
// then not who asked.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, instantOf, isBefore, sayDay, stamp } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import { enqueue } from '../../../platform/outbox/enqueue.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import * as organisers from '../../founding/organisers.ts';
import * as pauseWeeks from '../../founding/pause-weeks.ts';
import { confirmBy } from '../calendar.ts';
import * as pairLeaders from '../pair-leaders.ts';
import { type Answered, type Found, place, type Response, refused } from '../respond.ts';
import { changeRequest } from './letters.ts';
import * as rematches from './rematches.ts';

/** "Ask for another." Twice is once. */
export async function askAnother(tools: Tools, { pair: id, user }: { pair: string; user: string }): Promise<Response> {
  const now = tools.now();
  const response = await transact(tools.db, async (tx): Promise<Response> => {
    const found = await place(tools, tx, id, user);
    if (!found?.standing) return refused(found);
    const { answered, own } = found;
    const standing = await rematches.openOf(tx, answered.round.id, own.leader);
    if (standing) return { ok: true, answered, already: true, lookingUntil: dayIn(answered, instantOf(standing.dueBy)) };
    const due = await dueBy(tx, answered, now);
    await pairLeaders.askAnother(tx, id, own.leader, stamp(now));
    await noteWish(tools, tx, found, { due, now });
    return { ok: true, answered, already: false, lookingUntil: dayIn(answered, due) };
  });
  if (response.ok) tools.knock();
  return response;
}

async function noteWish(
  tools: Tools,
  tx: Tx,
  { answered, own }: Found,
  { due, now }: { due: Temporal.Instant; now: Temporal.Instant },
): Promise<void> {
  const { programme, round, pair } = answered;
  const id = tools.newId();
  const notWith = pair.members.map(({ leader }) => leader).filter((leader) => leader !== own.leader);
  const wish = { id, programme: programme.id, round: round.id, leader: own.leader, wish: 'again', notWith } as const;
  await rematches.add(tx, tools.workspace, { ...wish, wantedAt: stamp(now), dueBy: stamp(due) });
  for (const organiser of await whoHelps(tools, tx, answered)) {
    const body = changeRequest(tools.content, { name: own.name, date: sayDay(dayIn(answered, due)), wish: id });
    const key = `change:${id}:${organiser}`;
    await enqueue(tools, tx, { key, kind: 'change', address: { to: 'person', user: organiser }, priority: 1, body }, now);
  }
}

export type Kept = { ok: true; answered: Answered; already: boolean } | { ok: false; because: 'others' | 'old' };

/** Whoever has asked stays after all, as long as nothing has changed. */
export async function keepMatch(tools: Tools, { pair: id, user }: { pair: string; user: string }): Promise<Kept> {
  const now = tools.now();
  return transact(tools.db, async (tx): Promise<Kept> => {
    const found = await place(tools, tx, id, user);
    if (!found?.standing) return { ok: false, because: found ? 'old' : 'others' };
    const { answered, own } = found;
    const wish = await rematches.openOf(tx, answered.round.id, own.leader);
    if (!wish) return { ok: true, answered, already: true };
    await rematches.settle(tx, wish.id, 'taken-back', stamp(now));
    await pairLeaders.stay(tx, id, own.leader);
    return { ok: true, answered, already: false };
  });
}

/** The organisers, but for one who is in the pair: the partner is not to hear of it. Where there is no other, nobody else could help. */
export async function whoHelps(tools: Tools, tx: Tx, { programme, pair }: Pick<Answered, 'programme' | 'pair'>): Promise<string[]> {
  const all = await organisers.of(tools, tx, programme.id);
  const apart = all.filter((user) => pair.members.every((member) => member.user !== user));
  return apart.length > 0 ? apart : all;
}

/** Who asks while matches are being confirmed is matched again with all others who do; later it takes three working days at most. */
async function dueBy(tx: Tx, { programme, round }: Answered, now: Temporal.Instant): Promise<Temporal.Instant> {
  const confirm = instantOf(round.confirm_by);
  return isBefore(now, confirm) ? confirm : confirmBy(programme, await pauseWeeks.of(tx, programme.id), now);
}

function dayIn({ programme }: Answered, instant: Temporal.Instant): Temporal.PlainDate {
  return dayOf(instant, programme.timeZone);
}
