// What a leader wrote goes: thirty days after the round is over or after they have left, or at once where they say so.
import { Temporal } from 'temporal-polyfill';
import { instantOf, stamp } from '../../platform/clock.ts';
import { transact } from '../../platform/db/transact.ts';
import { eraseAgreementLines, eraseHelpRequests } from '../../platform/erase-lines.ts';
import type { Tools, Tx } from '../../platform/tools.ts';
import * as agreementWords from '../coaching/agreement/forget.ts';
import * as commitments from '../coaching/checkins/commitments.ts';
import * as notes from '../coaching/notes.ts';
import * as replies from '../coaching/replies.ts';
import type { Leader } from '../joining/leaders.ts';
import * as leaders from '../joining/leaders.ts';
import * as partnerRequests from '../pairing/choosing/partner-requests.ts';
import * as answers from '../reviewing/answers.ts';
import { forgetLeader, forgetRound } from '../reviewing/closing/forget.ts';
import { KEPT_DAYS } from '../reviewing/closing/keep-own.ts';
import * as results from '../reviewing/results.ts';
import * as written from './written.ts';

export { KEPT_DAYS };

/** Deletes what `user` wrote as the leader `id`, who has left; false where there is no such leader of theirs. */
export async function deleteNow(tools: Tools, { user, leader: id }: { user: string; leader: string }): Promise<boolean> {
  return transact(tools.db, async (tx) => {
    const leader = await leaders.byId(tx, tools.workspace, id);
    if (leader?.user !== user || leader.leftAt === null) return false;
    await deleteWritten(tools, tx, leader, tools.now());
    return true;
  });
}

/** What was written in a round that is over, but for those who keep their own; none where an undone rotation has opened it again. */
export async function deleteOfRound(tools: Tools, round: string): Promise<void> {
  await transact(tools.db, async (tx) => {
    const ids = await written.notesOfClosed(tx, round);
    await notes.remove(tx, ids);
    await replies.removed(tx, tools.workspace, ids);
    await commitments.removeOfClosed(tx, round);
    if (!(await written.isClosed(tx, round))) return;
    await results.forgetRemarks(tx, round);
    await forgetRound(tx, round);
    await agreementWords.forgetRound(tx, round);
    await partnerRequests.forgetRound(tx, round);
  });
}

/** Notes, commitments and the end of rounds with their text, what was answered to pulses, and the wishes; the place in past rounds stays, without a word in it. */
export async function deleteWritten(tools: Pick<Tools, 'workspace'>, tx: Tx, leader: Leader, now: Temporal.Instant): Promise<void> {
  const ids = await written.notesOf(tx, leader.id);
  await notes.remove(tx, ids);
  await replies.removed(tx, tools.workspace, ids);
  await commitments.removeOf(tx, leader.id);
  await answers.removeOf(tx, leader.id);
  await forgetLeader(tx, leader.id);
  await partnerRequests.forgetLeader(tx, leader.id);
  await eraseAgreementLines(tx, [leader.id]);
  await eraseHelpRequests(tx, [leader.id]);
  await leaders.change(tx, { ...leader, privateSealed: null }, now);
}

/** From when on what the leader wrote is to be deleted. */
export function dueAt({ leftAt }: Pick<Leader, 'leftAt'>): Temporal.Instant {
  return keptUntil(leftAt ?? stamp(Temporal.Instant.fromEpochMilliseconds(0)));
}

/** Thirty days after `since`. */
export function keptUntil(since: string): Temporal.Instant {
  return instantOf(since).add({ hours: 24 * KEPT_DAYS });
}
