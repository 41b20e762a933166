// When a leader's next round begins, the one commitment they chose goes on in it: the same words under a new name, private until they share it
// anew. Nothing else of the old round is read.
import { Temporal } from 'temporal-polyfill';
import { at, earliest, isBefore } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Stream } from '../../../platform/schedule/stream.ts';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import * as commitments from '../../coaching/checkins/commitments.ts';
import * as sealedCommitments from '../../coaching/checkins/sealed-commitments.ts';
import { carriedId } from './carry.ts';
import * as handOns from './hand-ons.ts';

/** What was chosen is on record days before the round begins. */
const BETWEEN_LOOKS = 15;

export const carriesOn: Stream = { name: 'carry-on', run, minutes: BETWEEN_LOOKS };

async function run(tools: Tools, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const waiting = await toCarry(tools.db, tools.workspace);
  const due = waiting.filter(({ beginsAt }) => !isBefore(now, beginsAt));
  for (const each of due) await transact(tools.db, (tx) => carryOn(tools, tx, each.id, now));
  return earliest(...waiting.filter((each) => !due.includes(each)).map(({ beginsAt }) => beginsAt));
}

/** Looked at once more inside the transaction: what was chosen may have been deleted a moment ago. */
async function carryOn(tools: Tools, tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  const chosen = await handOns.byId(tx, tools.workspace, id);
  const [place] = (await toCarry(tx, tools.workspace)).filter((each) => each.id === id);
  if (!chosen || !place) return;
  const old = await carriedId(tools, tx, chosen);
  const commitment = old && (await commitments.byId(tx, tools.workspace, chosen.author, old));
  const words = commitment && (await sealedCommitments.open(tools, tx, commitment));
  if (!words) return handOns.remove(tx, id);
  const made = { id: tools.newId(), leader: chosen.leader, ...place.into, fortnight: 1, ...words, carriedFrom: commitment.id };
  await sealedCommitments.add(tools, tx, { user: chosen.author, made }, now);
  await handOns.decide(tx, chosen, 'approved', now);
}

interface ToCarry {
  id: string;
  into: { round: string; pair: string };
  beginsAt: Temporal.Instant;
}

/** Choices that have not been carried on, of leaders who have a pair in a later round. */
async function toCarry(db: Db | Tx, workspace: string): Promise<ToCarry[]> {
  const rows = await db
    .selectFrom('hand_on')
    .innerJoin('round as old', 'old.id', 'hand_on.round')
    .innerJoin('pair_leader', 'pair_leader.leader', 'hand_on.leader')
    .innerJoin('pair', 'pair.id', 'pair_leader.pair')
    .innerJoin('round as new', (join) => join.onRef('new.id', '=', 'pair.round').onRef('new.number', '>', 'old.number'))
    .innerJoin('leader', 'leader.id', 'hand_on.leader')
    .select(['hand_on.id', 'new.id as round', 'new.begins_on', 'pair.id as pair', 'leader.time_zone'])
    .where('hand_on.workspace', '=', workspace)
    .where('hand_on.what', '=', 'commitment')
    .where('hand_on.approved_at', 'is', null)
    .where('leader.left_at', 'is', null)
    .where('pair_leader.ended_at', 'is', null)
    .where('pair.ended_at', 'is', null)
    .where('new.undone_at', 'is', null)
    .where('new.closed_at', 'is', null)
    .orderBy('new.number', 'desc')
    .execute();
  return rows.map(({ id, round, pair, begins_on, time_zone }) => ({
    id,
    into: { round, pair },
    beginsAt: at(Temporal.PlainDate.from(begins_on), '00:00', time_zone),
  }));
}
