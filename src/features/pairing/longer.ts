// "Two more weeks": one of a pair suggests that their clock stands still for a fortnight, and when everyone in it agrees, it does. At most once a
// round, and only while the round leaves room for it. What each has said stands as an occurrence of the pair.
import { Temporal } from 'temporal-polyfill';
import { dayOf } from '../../platform/clock.ts';
import { transact } from '../../platform/db/transact.ts';
import { enqueue } from '../../platform/outbox/enqueue.ts';
import { claim, settled } from '../../platform/schedule/occurrences.ts';
import type { Tools, Tx } from '../../platform/tools.ts';
import * as pauseWeeks from '../founding/pause-weeks.ts';
import { lastDay } from '../founding/round-days.ts';
import * as contacts from '../joining/contacts.ts';
import * as leaders from '../joining/leaders.ts';
import * as pairRests from '../joining/pair-rests.ts';
import { freshFrom } from './fresh-days.ts';
import { longerMessage, longerQuestion } from './longer-views.ts';
import type { Member, Pair } from './pairs.ts';
import { type Found, place } from './respond.ts';
import { politely } from './telling-hours.ts';

const STREAM = 'longer';
const DAYS = 14;

export type Longer =
  /** `agreed`: everyone has said yes; `asked`: the others are asked now, or have been. */
  | { ok: true; then: 'agreed' | 'asked' | 'declined'; partners: readonly Member[]; until: Temporal.PlainDate }
  | { ok: false; because: 'others' | 'old' | 'not-begun' | 'once' | 'late' | 'declined' };

export interface LongerWish {
  pair: string;
  user: string;
  /** `ask`: suggests it; the others answer `yes` or `no`. */
  say: 'ask' | 'yes' | 'no';
}

/** Suggests two more weeks, or answers. Twice is once. */
export async function longer(tools: Tools, { pair: id, user, say }: LongerWish): Promise<Longer> {
  const now = tools.now();
  const done = await transact(tools.db, async (tx): Promise<Longer> => {
    const found = await place(tools, tx, id, user);
    if (!found?.standing) return { ok: false, because: found ? 'old' : 'others' };
    const days = await daysFor(tx, found, now);
    if ('because' in days) return days;
    const said = await saidIn(tx, found, found.answered.pair.members);
    if (said.includes('no') && say !== 'no') return { ok: false, because: 'declined' };
    if (say !== 'ask' && !said.includes('yes')) return { ok: false, because: 'old' };
    return answer(tools, tx, { found, days, say }, now);
  });
  if (done.ok) tools.knock();
  return done;
}

type Days = { from: Temporal.PlainDate; to: Temporal.PlainDate };

/** The days for which the clock would stand still, from today on. */
async function daysFor(tx: Tx, { answered }: Found, now: Temporal.Instant): Promise<Days | Extract<Longer, { ok: false }>> {
  const { programme, round, pair } = answered;
  const from = dayOf(now, programme.timeZone);
  const to = from.add({ days: DAYS - 1 });
  if ((await pairRests.of(tx, pair.id)).some(({ because }) => because === 'longer')) return { ok: false, because: 'once' };
  const begins = Temporal.PlainDate.from(round.begins_on);
  if (Temporal.PlainDate.compare(from, begins) < 0) return { ok: false, because: 'not-begun' };
  // A fortnight of the round has to be left when they go on.
  const latest = lastDay(begins, await pauseWeeks.of(tx, programme.id)).subtract({ days: DAYS });
  return Temporal.PlainDate.compare(to, latest) > 0 ? { ok: false, because: 'late' } : { from, to };
}

interface Saying {
  found: Found;
  days: Days;
  say: LongerWish['say'];
}

async function answer(tools: Tools, tx: Tx, { found, days, say }: Saying, now: Temporal.Instant): Promise<Longer> {
  const { answered, own } = found;
  const { pair, programme } = answered;
  const partners = pair.members.filter(({ leader }) => leader !== own.leader);
  const outcome = say === 'no' ? ({ outcome: 'skipped', reason: 'no' } as const) : ({ outcome: 'done' } as const);
  const first = (await saidIn(tx, found, pair.members)).length === 0;
  const occurrence = { programme: programme.id, stream: STREAM, subject: pair.id, period: own.leader, dueAt: now };
  const news = await claim(tools, tx, { ...occurrence, ...outcome }, now);
  const until = days.to.add({ days: 1 });
  if (first) await tellOthers(tools, tx, { found, others: partners, until, what: 'ask' }, now);
  const said = await saidIn(tx, found, pair.members);
  if (news && say === 'no') await tellOthers(tools, tx, { found, others: partners, until, what: 'declined' }, now);
  if (said.includes('no')) return { ok: true, then: 'declined', partners, until };
  if (said.length < pair.members.length) return { ok: true, then: 'asked', partners, until };
  await pairRests.add(tools, tx, { pair: pair.id, leader: own.leader, because: 'longer', ...days }, now);
  await tellOthers(tools, tx, { found, others: partners, until, what: 'agreed' }, now);
  return { ok: true, then: 'agreed', partners, until };
}

/** What those of `members` who have said something have said. */
async function saidIn(tx: Tx, { answered }: Found, members: Pair['members']): Promise<('yes' | 'no')[]> {
  const said: ('yes' | 'no')[] = [];
  for (const { leader } of members) {
    const occurrence = { programme: answered.programme.id, stream: STREAM, subject: answered.pair.id, period: leader };
    const row = await settled(tx, occurrence);
    if (row) said.push(row.reason === 'no' ? 'no' : 'yes');
  }
  return said;
}

interface Telling {
  found: Found;
  others: readonly Member[];
  until: Temporal.PlainDate;
  what: 'ask' | 'agreed' | 'declined';
}

async function tellOthers(tools: Tools, tx: Tx, { found, others, until, what }: Telling, now: Temporal.Instant): Promise<void> {
  const { pair } = found.answered;
  const readers = await leaders.some(
    tx,
    others.map(({ leader }) => leader),
  );
  const fresh = await freshFrom(tools, tx, readers, now);
  for (const to of readers) {
    const words = { pair: pair.id, partner: found.own, until };
    const body = what === 'ask' ? longerQuestion(tools.content, words) : longerMessage(tools.content, what, words);
    const key = `longer:${pair.id}:${what}:${found.own.leader}:${to.id}`;
    await enqueue(
      tools,
      tx,
      { key, kind: 'longer', address: { to: 'person', user: to.user }, priority: 3, body, ...politely(to, fresh.get(to.id) ?? now) },
      now,
    );
    await contacts.note(tools, tx, { key, kind: 'longer', rank: 'word', readers: [{ leader: to.id, user: to.user }] }, now);
  }
}
