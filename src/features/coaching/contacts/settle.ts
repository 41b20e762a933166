// Puts decisions into effect: the mark that a wish is settled, what its kind saves with it, its letters and the note that they go unasked are one
// transaction. Facts are looked at once more inside it: somebody may have paused, left or been written to a moment ago.
import type { Temporal } from 'temporal-polyfill';
import { transact } from '../../../platform/db/transact.ts';
import { faultFields } from '../../../platform/log.ts';
import { claim } from '../../../platform/schedule/occurrences.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import * as contacts from '../../joining/contacts.ts';
import * as rounds from '../../pairing/rounds.ts';
import type { Decided } from './ask.ts';
import type { Ledger } from './book.ts';
import { ofRound } from './gather.ts';
import { send } from './send.ts';
import type { Running, Seat } from './source.ts';

/** So many wishes are settled in one transaction: short enough to let others in between. */
const AT_ONCE = 50;

interface Settling {
  decided: readonly Decided[];
  /** What the decisions were made from. */
  ledger: Ledger;
}

/** Settles what is to be sent or given up; whether something is left, because it changed in this moment. */
export async function settle(tools: Tools, { decided, ledger }: Settling, now: Temporal.Instant): Promise<boolean> {
  let left = false;
  const ripe = decided.filter(({ decision }) => decision.then !== 'wait');
  for (const running of new Set(ripe.map((each) => each.running))) {
    const own = ripe.filter((each) => each.running === running);
    for (let from = 0; from < own.length; from += AT_ONCE) {
      const decided = own.slice(from, from + AT_ONCE);
      const settled = await settleTogether(tools, { decided, ledger, running }, now);
      left ||= settled < decided.length;
    }
  }
  if (ripe.length > 0) tools.knock();
  return left;
}

/** One wish with a fault does not stop the others: they are settled one by one. Returns how many are. */
async function settleTogether(tools: Tools, some: Settling & { running: Running }, now: Temporal.Instant): Promise<number> {
  try {
    return await transact(tools.db, (tx) => settleSome(tools, tx, some, now));
  } catch (fault) {
    if (some.decided.length > 1) {
      let settled = 0;
      for (const each of some.decided) settled += await settleTogether(tools, { ...some, decided: [each] }, now);
      return settled;
    }
    const kind = some.decided[0]?.source.kind ?? '';
    tools.log.error('A message could not be written', { kind, ...faultFields(fault) });
    return 0;
  }
}

async function settleSome(
  tools: Tools,
  tx: Tx,
  { decided, ledger, running: before }: Settling & { running: Running },
  now: Temporal.Instant,
): Promise<number> {
  const round = await rounds.byId(tx, before.round.id);
  if (!round || round.closed_at !== null || round.undone_at !== null) return 0;
  const pairs = [...new Set(decided.flatMap(({ wish }) => wish.to.map(({ pair }) => pair)))];
  const running = await ofRound(tx, { programme: before.programme, round, pairs }, now);
  const users = [...new Set(decided.flatMap(({ wish }) => wish.to.map(({ user }) => user)))];
  const present = await contacts.reached(tx, tools.workspace, users, now);
  const seats = new Map(running.tables.flatMap((table) => table.seats).map((seat) => [`${seat.pair}:${seat.leader}`, seat]));
  let settled = 0;
  for (const each of decided) {
    const { decision } = each;
    if (decision.then === 'give-up') await giveUp(tools, tx, { ...each, reason: decision.because }, now);
    else if (decision.then !== 'send' || !isAsBefore(each, { seats, present, ledger })) continue;
    else await send(tools, tx, { ...each, running, decision }, now);
    settled += 1;
  }
  return settled;
}

/** Nobody among the readers has gone, gone quiet or been written to since. */
function isAsBefore(
  { wish, decision }: Decided,
  { seats, present, ledger }: { seats: ReadonlyMap<string, Seat>; present: Ledger; ledger: Ledger },
): boolean {
  if (decision.then !== 'send') return false;
  const readers = decision.letters.flatMap((letter) => letter.readers);
  const isHere = (leader: string) => {
    const seat = seats.get(`${wish.to.find((each) => each.leader === leader)?.pair}:${leader}`);
    return seat !== undefined && !seat.gone && !seat.away && (!seat.silent || wish.ends === true);
  };
  const same = (user: string) => JSON.stringify(present.get(user) ?? null) === JSON.stringify(ledger.get(user) ?? null);
  return readers.every(({ leader, user }) => isHere(leader) && same(user));
}

async function giveUp(
  tools: Tools,
  tx: Tx,
  { source, running, wish, reason }: Decided & { reason: string },
  now: Temporal.Instant,
): Promise<void> {
  const { subject, period, due: dueAt } = wish;
  const occurrence = { programme: running.programme.id, stream: source.kind, subject, period };
  await claim(tools, tx, { ...occurrence, dueAt, outcome: 'skipped', reason }, now);
}
