// Who has been quiet: they were written to in two fortnights in a row and answered nothing in them. A meeting that anybody in the pair arranged speaks for all
// of them: nobody who meets is asked whether they want to stop.
import type { Db, Tx } from '../../platform/tools.ts';
import type { Running, Seat } from './contacts/source.ts';
import * as quiets from './quiets.ts';

/** How many fortnights without a word are a silence. */
const FORTNIGHTS = 2;

/** Of `seats`, those who are to be asked in fortnight `n` how to go on. A few questions to the database, however many there are. */
export async function quietOnes(db: Db | Tx, running: Running, seats: readonly Seat[], n: number): Promise<ReadonlySet<Seat>> {
  const before = Array.from({ length: FORTNIGHTS }, (_, back) => n - 1 - back);
  if (seats.length === 0 || before.some((each) => each < 1)) return new Set();
  const written = await writtenTo(db, running, before);
  const candidates = seats.filter((seat) => (written.get(`${seat.pair}:${seat.leader}`) ?? 0) === FORTNIGHTS);
  if (candidates.length === 0) return new Set();
  const alive = await signs(db, running.round.id, [...before, n]);
  const asked = await quiets.askedIn(db, running.round.id, [...before, n]);
  const spared = new Set([...alive, ...asked.map(({ pair, leader }) => `${pair}:${leader}`)]);
  return new Set(candidates.filter(({ pair, leader }) => !spared.has(leader) && !spared.has(pair) && !spared.has(`${pair}:${leader}`)));
}

/** In how many of these fortnights each was sent its question. */
async function writtenTo(db: Db | Tx, { programme, round }: Running, fortnights: readonly number[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('occurrence')
    .select(({ fn }) => ['subject', fn.countAll<number>().as('times')])
    .where('programme', '=', programme.id)
    .where('stream', '=', 'opener')
    .where(
      'period',
      'in',
      fortnights.map((n) => `${round.number}.${n}`),
    )
    .where('outcome', '=', 'done')
    .groupBy('subject')
    .execute();
  return new Map(rows.map(({ subject, times }) => [subject, Number(times)]));
}

/** Leaders who answered, wrote or promised something in one of these fortnights, and pairs that arranged to meet. */
async function signs(db: Db | Tx, round: string, fortnights: readonly number[]): Promise<string[]> {
  const inRound = db
    .selectFrom('checkin')
    .innerJoin('pair', 'pair.id', 'checkin.pair')
    .select('checkin.leader as of')
    .where('pair.round', '=', round)
    .where('checkin.fortnight', 'in', [...fortnights]);
  const notes = db
    .selectFrom('note')
    .select('leader as of')
    .where('round', '=', round)
    .where('fortnight', 'in', [...fortnights]);
  const promises = db
    .selectFrom('commitment')
    .select('leader as of')
    .where('round', '=', round)
    .where('fortnight', 'in', [...fortnights]);
  const meetings = db
    .selectFrom('meeting')
    .innerJoin('pair', 'pair.id', 'meeting.pair')
    .select('meeting.pair as of')
    .where('pair.round', '=', round)
    .where('meeting.state', 'in', ['booked', 'arranged'])
    .where('meeting.fortnight', 'in', [...fortnights]);
  const rows = await inRound.union(notes).union(promises).union(meetings).execute();
  return rows.map((row) => row.of);
}
