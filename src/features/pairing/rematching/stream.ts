// Looks after everyone who wants a partner while a round runs. Who asks while matches are being confirmed is matched again on the day on which
// silence means yes, together with all others; later as soon as somebody is free. A day goes by between two looks at the same wishes.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, earliest, instantOf, isBefore } from '../../../platform/clock.ts';
import type { RoundTable } from '../../../platform/db/tables.ts';
import { transact } from '../../../platform/db/transact.ts';
import { claim } from '../../../platform/schedule/occurrences.ts';
import type { Stream } from '../../../platform/schedule/stream.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Programme } from '../../founding/programmes.ts';
import * as programmes from '../../founding/programmes.ts';
import { hourOn } from '../calendar.ts';
import * as rounds from '../rounds.ts';
import { askPairs } from './ask-pairs.ts';
import { mendRound } from './mend.ts';
import { admitNewcomers, isInTime } from './newcomers.ts';
import { STREAM } from './refuse.ts';
import type { Rematch } from './rematches.ts';
import * as rematches from './rematches.ts';

export const rematching: Stream = { name: STREAM, run };

async function run(tools: Tools, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const nexts: (Temporal.Instant | undefined)[] = [];
  for (const programme of await programmes.all(tools.db, tools.workspace)) {
    const round = await rounds.current(tools.db, programme.id);
    if (round) nexts.push(await lookAfter(tools, { programme, round }, now));
  }
  return earliest(...nexts);
}

interface Running {
  programme: Programme;
  round: RoundTable;
}

async function lookAfter(tools: Tools, running: Running, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  await admitNewcomers(tools, running, now);
  const open = await openIn(tools, running);
  if (open.length === 0) return undefined;
  const confirm = instantOf(running.round.confirm_by);
  if (isBefore(now, confirm)) return confirm;
  const dues = open.map(({ dueBy }) => instantOf(dueBy)).filter((due) => isBefore(now, due));
  const today = dayOf(now, running.programme.timeZone).toString();
  const tomorrow = hourOn(running.programme, dayOf(now, running.programme.timeZone).add({ days: 1 }));
  const matched = open.filter(({ wish }) => wish !== 'join');
  // One alone waits for somebody to come; two may be kept apart by something that changes.
  const again = matched.length > 1 ? today : '';
  if (matched.length > 0 && (await isNews(tools, running, { about: matched, again }, now))) await mendRound(tools, running);
  const joining = (await openIn(tools, running)).filter(({ wish }) => wish === 'join' || wish === 'late');
  if (joining.length > 0 && (await isNews(tools, running, { about: joining, again: `${today}/third` }, now))) {
    const inTime = await isInTime(tools.db, running, now);
    for (const wish of joining) if (inTime || wish.wish === 'join') await askPairs(tools, running, wish, now);
  }
  return earliest(tomorrow, ...dues);
}

async function openIn({ db }: Tools, { round }: Running): Promise<Rematch[]> {
  return (await rematches.ofRound(db, round.id)).filter(({ settledAt }) => settledAt === null);
}

/** Whether these wishes, with those of them that are due, have not been looked at yet; or not `again`, where that says when. */
async function isNews(
  tools: Tools,
  { programme, round }: Running,
  { about, again }: { about: readonly Rematch[]; again: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const wishes = about.map(({ id, dueBy }) => [id, isBefore(now, instantOf(dueBy))]);
  const period = tools.vault.mark(JSON.stringify([wishes, again]));
  const occurrence = { programme: programme.id, stream: STREAM, subject: round.id, period, dueAt: now, outcome: 'done' } as const;
  return transact(tools.db, (tx) => claim(tools, tx, occurrence, now));
}
