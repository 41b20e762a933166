// What must be looked after on the disk while the bot runs, apart from the programme: that the forgotten are remembered beside the database,
// and that nothing deleted lingers in its log.
import type { Database } from '../platform/db/open.ts';
import { keepErasures, tombstones } from '../platform/erasures.ts';
import { faultFields, type Log } from '../platform/log.ts';

const EVERY_MS = 60_000;
const CHECKPOINT_EVERY_MS = 24 * 60 * EVERY_MS;

/** Begins at once and goes on every minute; it also keeps the process alive while Slack cannot be reached. Returns how to stop it. */
export function keepHouse(database: Database, log: Log): () => void {
  const house = housekeeper(database);
  const tried = (work: () => Promise<void>) => () => void work().catch((fault) => log.error('Housekeeping failed', faultFields(fault)));
  const minute = tried(house);
  const daily = tried(async () => database.checkpoint());
  minute();
  const timers = [setInterval(minute, EVERY_MS), setInterval(daily, CHECKPOINT_EVERY_MS)];
  return () => timers.forEach(clearInterval);
}

/** One minute's work: when somebody was forgotten since the last time, their mark is kept and the log is emptied. */
export function housekeeper({ db, erasures, checkpoint }: Pick<Database, 'db' | 'erasures' | 'checkpoint'>): () => Promise<void> {
  let seen = '';
  return async () => {
    const { people, last } = await db
      .selectFrom('tombstone')
      .select((eb) => [eb.fn.countAll<number>().as('people'), eb.fn.max('erased_at').as('last')])
      .executeTakeFirstOrThrow();
    const state = `${people} ${last}`;
    if (people === 0 || state === seen) return;
    if (erasures) keepErasures(erasures, await tombstones(db));
    checkpoint();
    seen = state;
  };
}
