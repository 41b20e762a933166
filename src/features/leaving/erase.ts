// Deletes everything about a person, once they have said so twice. They leave first, so that nobody is left waiting for them.
import { stamp } from '../../platform/clock.ts';
import { transact } from '../../platform/db/transact.ts';
import { erasePerson } from '../../platform/erase-person.ts';
import type { Tools, Tx } from '../../platform/tools.ts';
import * as organisers from '../founding/organisers.ts';
import * as programmes from '../founding/programmes.ts';
import { leaveTeams } from '../gathering/teams/weeks/leave-team.ts';
import * as leaders from '../joining/leaders.ts';
import * as tombstones from '../joining/tombstones.ts';
import { depart } from './leave.ts';

export type Erasure = { ok: true } | { ok: false; because: 'last-organiser'; programme: string };

/** Forgets `user`. Whoever is the last organiser of a programme appoints another one first: leaders would have nobody to turn to. */
export async function erase(tools: Tools, user: string): Promise<Erasure> {
  const now = tools.now();
  const done = await transact(tools.db, async (tx): Promise<Erasure> => {
    const alone = await organisedAlone(tools, tx, user);
    if (alone) return { ok: false, because: 'last-organiser', programme: alone };
    for (const { programme: id } of await leaders.ofPerson(tx, tools.workspace, user)) {
      const programme = await programmes.find(tx, tools.workspace, id);
      if (programme) await depart(tools, tx, { programme, user, because: 'erased' }, now);
    }
    await leaveTeams(tools, tx, user, now);
    await tombstones.raise(tools, tx, user, now);
    await erasePerson(tx, tools.vault, { workspace: tools.workspace, user, at: stamp(now) });
    return { ok: true };
  });
  if (done.ok) tools.knock();
  return done;
}

async function organisedAlone(tools: Tools, tx: Tx, user: string): Promise<string | undefined> {
  for (const id of await organisers.programmesOf(tx, tools.workspace, user)) {
    const programme = await programmes.find(tx, tools.workspace, id);
    const all = await organisers.of(tools, tx, id);
    if (programme && all.every((each) => each === user)) return programme.name;
  }
  return undefined;
}
