// The one reminder of a fortnight: two working days after a check-in that reached its leader and was not answered. Never a second one.
import type { Temporal } from 'temporal-polyfill';
import { instantOf, isBefore } from '../../../platform/clock.ts';
import type { Db, Tx } from '../../../platform/tools.ts';
import { onRecord } from '../contacts/on-record.ts';
import type { Running, Source, Wish } from '../contacts/source.ts';
import { fixedIn } from '../meetings/fixed.ts';
import { isBooked, type Meeting } from '../meetings/meetings.ts';
import { askedIn, saidIn } from './asked.ts';
import { nudgeSlot } from './calendar.ts';
import { type DueSeat, latestBegun, placesIn } from './due-seats.ts';
import { look } from './scene.ts';
import { LAST_CHECKIN } from './send-checkin.ts';
import { checkinKey, nudgeKey, wordsOf } from './show.ts';
import { nudgeMessage } from './step-view.ts';

const NUDGES = 'nudge';

const KEYS_AT_ONCE = 500;

export const nudgeSource: Source = {
  kind: NUDGES,
  wishes: async ({ db, workspace }, running, until) => {
    const waiting = await Promise.all(fortnightsOf(running, until).map((n) => unanswered(db, running, n)));
    const reached = await reachedAt(db, workspace, waiting.flat().map(checkinKeyOf));
    const wishes = waiting.map((some) => wishesOf(db, running, some, reached));
    return (await Promise.all(wishes)).flat().filter((wish) => !isBefore(until, wish.due));
  },
  write: async (tools, tx, { wish }, now) => {
    const [seat] = wish.to;
    const looked = await look(tools, tx, { user: seat?.user ?? '', pair: seat?.pair ?? '', fortnight: wish.fortnight }, now);
    if (!looked.ok) return { off: looked.because };
    if (looked.scene.step.is !== 'ask') return { off: 'answered' };
    return nudgeMessage(tools.content, await wordsOf(tools, tx, looked.scene));
  },
};

/** The fortnight a pair is in and the one before: an older check-in is not brought up any more. */
export function fortnightsOf({ tables }: Running, until: Temporal.Instant): number[] {
  const near = [...latestBegun(tables, until).values()].flatMap((n) => [n, n - 1]);
  return [...new Set(near)].filter((n) => n >= 1 && n <= LAST_CHECKIN);
}

/** Who was asked about fortnight `n`, has not answered, and has not been reminded. */
async function unanswered(db: Db | Tx, running: Running, n: number): Promise<DueSeat[]> {
  const asked = await askedIn(db, running, n);
  if (asked.size === 0) return [];
  const reminded = await onRecord(db, running, { kind: NUDGES, n });
  const said = await saidIn(db, running, n);
  return placesIn(running, n).filter(({ subject }) => asked.has(subject) && !reminded.has(subject) && !said.has(subject));
}

/** Reminders to those of one fortnight whom its check-in has reached. */
async function wishesOf(
  db: Db,
  running: Running,
  waiting: readonly DueSeat[],
  reached: ReadonlyMap<string, Temporal.Instant>,
): Promise<Wish[]> {
  const [first] = waiting;
  const fixed = first && (await fixedIn(db, running, first.fortnight));
  return waiting.flatMap((due) => {
    const at = reached.get(checkinKeyOf(due));
    const meeting = fixed?.get(due.table.pair);
    return at === undefined || meeting?.state === 'none' ? [] : [wishFor(due, at, meeting)];
  });
}

/** When each of these letters reached its leader, for those that did. */
async function reachedAt(db: Db | Tx, workspace: string, keys: readonly string[]): Promise<ReadonlyMap<string, Temporal.Instant>> {
  const reached = new Map<string, Temporal.Instant>();
  for (let from = 0; from < keys.length; from += KEYS_AT_ONCE) {
    const rows = await db
      .selectFrom('outbox')
      .select(['key', 'state', 'settled_at'])
      .where('workspace', '=', workspace)
      .where('key', 'in', keys.slice(from, from + KEYS_AT_ONCE))
      .execute();
    // Looked at here: asked for those that were sent, a database may read all that ever were.
    for (const { key, state, settled_at } of rows) if (state === 'sent' && settled_at !== null) reached.set(key, instantOf(settled_at));
  }
  return reached;
}

function checkinKeyOf({ table, seat, fortnight }: DueSeat): string {
  return checkinKey(table.pair, fortnight, seat.leader);
}

function wishFor({ table, seat, fortnight, subject, period }: DueSeat, reached: Temporal.Instant, meeting: Meeting | undefined): Wish {
  return {
    ...{ to: [seat], rank: 'nudge', subject, period, fortnight },
    key: nudgeKey(table.pair, fortnight, seat.leader),
    ...nudgeSlot(seat, reached, isBooked(meeting) ? instantOf(meeting.startsAt) : undefined),
  };
}
