// Tells leaders once for each round that they can choose: whoever takes part in it, and has not asked or found anybody yet. It goes by their hours and
// by the limits of a day and a week.
import type { Temporal } from 'temporal-polyfill';
import { earliest } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import { enqueueAll, type Letter } from '../../../platform/outbox/enqueue.ts';
import { claim, settledSubjects } from '../../../platform/schedule/occurrences.ts';
import type { Stream } from '../../../platform/schedule/stream.ts';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import * as pauseWeeks from '../../founding/pause-weeks.ts';
import type { Programme } from '../../founding/programmes.ts';
import * as programmes from '../../founding/programmes.ts';
import * as contacts from '../../joining/contacts.ts';
import type { Leader } from '../../joining/leaders.ts';
import * as leaders from '../../joining/leaders.ts';
import * as nextRounds from '../../joining/next-rounds.ts';
import { freshFrom } from '../fresh-days.ts';
import * as rounds from '../rounds.ts';
import { politely } from '../telling-hours.ts';
import { waitingAbout } from './chosen.ts';
import { opensMessage } from './letters.ts';
import * as partnerRequests from './partner-requests.ts';
import { endOf, opensAt, phaseOf, type Season } from './plan.ts';
import { seasonNow, takesPart } from './season.ts';

const STREAM = 'choosing-opens';
/** Whoever joins meanwhile has a minute to look around first. */
const BETWEEN_LOOKS = 10;

export const choosingOpens: Stream = { name: STREAM, run, minutes: BETWEEN_LOOKS };

async function run(tools: Tools, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const nexts: (Temporal.Instant | undefined)[] = [];
  for (const programme of await programmes.all(tools.db, tools.workspace))
    if (programme.choosing === 'leaders') nexts.push(await look(tools, programme, now));
    else await takeBack(tools, programme, now);
  return earliest(...nexts);
}

/** In a programme in which leaders choose no more, nobody is invited to. */
async function takeBack({ db }: Tools, { id }: Programme, now: Temporal.Instant): Promise<void> {
  if ((await waitingAbout(db, id, [STREAM])).length === 0) return;
  await transact(db, async (tx) => contacts.takeBack(tx, await waitingAbout(tx, id, [STREAM]), 'switched', now));
}

async function look(tools: Tools, programme: Programme, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const season = await seasonNow(tools.db, programme, now);
  const phase = phaseOf(season, programme, now);
  if (phase === 'before') return opensAt(season, programme);
  if (phase === 'over' || (await untold(tools.db, programme, season)).length === 0) return undefined;
  await transact(tools.db, async (tx) => {
    const standing = await programmes.find(tx, tools.workspace, programme.id);
    if (standing?.choosing === 'leaders') await tell(tools, tx, { programme: standing, season }, now);
  });
  tools.knock();
  return undefined;
}

/** Everyone who takes part in the round and has not been told yet. */
async function untold(db: Db | Tx, programme: Programme, season: Season): Promise<Leader[]> {
  const told = await settledSubjects(db, { programme: programme.id, stream: STREAM, period: String(season.number) });
  const out = await nextRounds.sittingOut(db, await rounds.latest(db, programme.id));
  return (await leaders.inProgramme(db, programme.id)).filter((leader) => !told.has(leader.id) && takesPart(leader, season, out));
}

async function tell(
  tools: Tools,
  tx: Tx,
  { programme, season }: { programme: Programme; season: Season },
  now: Temporal.Instant,
): Promise<void> {
  const readers = await untold(tx, programme, season);
  const period = String(season.number);
  for (const { id } of readers) {
    const occurrence = { programme: programme.id, stream: STREAM, subject: id, period };
    await claim(tools, tx, { ...occurrence, dueAt: opensAt(season, programme), outcome: 'done' }, now);
  }
  const busy = await busyAmong(tx, programme, season);
  const to = readers.filter(({ id }) => !busy.has(id));
  const fresh = await freshFrom(tools, tx, to, now);
  const rests = await pauseWeeks.of(tx, programme.id);
  const body = opensMessage(tools.content, { programme, season });
  const letters = to.map(
    (reader): Letter => ({
      ...{
        key: `${STREAM}:${programme.id}:${period}:${reader.id}`,
        kind: STREAM,
        address: { to: 'person', user: reader.user },
        priority: 3,
        body,
      },
      ...politely(reader, fresh.get(reader.id) ?? now, rests),
      expiresAt: endOf(season, programme),
    }),
  );
  await enqueueAll(tools, tx, letters, now);
  for (const [at, { key }] of letters.entries()) {
    const { id, user } = to[at] as Leader;
    await contacts.note(tools, tx, { key, kind: STREAM, rank: 'other', readers: [{ leader: id, user }] }, now);
  }
}

/** Who has asked or found somebody, and who is to be left in peace until they say something. */
async function busyAmong(tx: Tx, programme: Programme, { number }: Season): Promise<ReadonlySet<string>> {
  const standing = await partnerRequests.standing(tx, { programme: programme.id, number });
  const quiet = await tx
    .selectFrom('quiet')
    .innerJoin('leader', 'leader.id', 'quiet.leader')
    .select('quiet.leader')
    .where('leader.programme', '=', programme.id)
    .where('quiet.answered_at', 'is', null)
    .execute();
  return new Set([
    ...standing.flatMap(({ asker, asked, accepted_at }) => (accepted_at ? [asker, asked] : [asker])),
    ...quiet.map(({ leader }) => leader),
  ]);
}
