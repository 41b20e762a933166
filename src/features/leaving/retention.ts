// What is kept for a while and then goes: what leaders wrote, thirty days after the round is over or after they left; who was in a group, thirty days
// after it; everything, thirty days after a workspace has disconnected and not come back; who had a preview open, after an hour.
import type { Temporal } from 'temporal-polyfill';
import { earliest, instantOf, isBefore, stamp } from '../../platform/clock.ts';
import { transact } from '../../platform/db/transact.ts';
import { erasePerson } from '../../platform/erase-person.ts';
import type { Stream } from '../../platform/schedule/stream.ts';
import type { Tools } from '../../platform/tools.ts';
import { forgetRequests } from '../coaching/help/own-data.ts';
import { forgetForums } from '../gathering/forums/forget.ts';
import { forgetTeams } from '../gathering/teams/forget.ts';
import { forgetAnswers } from '../gathering/together/forget.ts';
import * as leaders from '../joining/leaders.ts';
import * as openPreviews from '../pairing/preview/open-previews.ts';
import { deleteOfRound, deleteWritten, dueAt, KEPT_DAYS, keptUntil } from './delete-notes.ts';
import * as workspaces from './workspaces.ts';
import * as written from './written.ts';

/** Thirty days may be an hour longer. */
const BETWEEN_LOOKS = 60;

export const retention: Stream = { name: 'retention', run, minutes: BETWEEN_LOOKS };

async function run(tools: Tools, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  await openPreviews.letGo(tools, now);
  const gone = await written.ofThoseWhoLeft(tools.db, tools.workspace);
  for (const { id } of gone.filter((leader) => !isBefore(now, dueAt(leader)))) await deleteOf(tools, id, now);
  const next = gone.map(dueAt).filter((due) => isBefore(now, due));
  const forgotten = [await forgetRounds(tools, now), await forgetRequests(tools, now), await forgetWorkspace(tools, now)];
  const groups = [await forgetForums(tools, now), await forgetTeams(tools, now), await forgetAnswers(tools, now)];
  return earliest(...next, ...forgotten, ...groups, await openPreviews.nextGoing(tools));
}

/** Looked at once more inside the transaction: the leader may have come back in this moment. */
async function deleteOf(tools: Tools, id: string, now: Temporal.Instant): Promise<void> {
  await transact(tools.db, async (tx) => {
    const leader = await leaders.byId(tx, tools.workspace, id);
    if (leader && leader.leftAt !== null && !isBefore(now, dueAt(leader))) await deleteWritten(tools, tx, leader, now);
  });
}

/** The notes of rounds that have been over for long enough; returns when the next are due. */
async function forgetRounds(tools: Tools, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const over = await written.ofClosedRounds(tools.db, tools.workspace);
  const due = over.filter(({ closedAt }) => !isBefore(now, keptUntil(closedAt)));
  for (const { id } of due) await deleteOfRound(tools, id);
  const next = over.find((round) => !due.includes(round));
  return next && keptUntil(next.closedAt);
}

async function forgetWorkspace(tools: Tools, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const since = await workspaces.disconnectedSince(tools.db, tools.workspace);
  if (since === undefined) return undefined;
  const due = instantOf(since).add({ hours: 24 * KEPT_DAYS });
  if (isBefore(now, due)) return due;
  for (const user of await written.everyone(tools.db, tools.workspace)) {
    await transact(tools.db, (tx) => erasePerson(tx, tools.vault, { workspace: tools.workspace, user, at: stamp(now) }));
  }
  await transact(tools.db, (tx) => workspaces.forgetRest(tx, tools.workspace));
  return undefined;
}
