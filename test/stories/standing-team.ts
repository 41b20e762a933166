// Two teams of Joon's neighbour in the scene of who may do what: one in its eighth week, in which Amina and Hana meet and may tap; and one that has been
// counted, of which its leader may say how it goes on.
import * as members from '../../src/features/gathering/teams/members.ts';
import * as teamPairs from '../../src/features/gathering/teams/team-pairs.ts';
import * as teams from '../../src/features/gathering/teams/teams.ts';
import { TAPS } from '../../src/features/gathering/teams/weeks/scene.ts';
import { stamp } from '../../src/platform/clock.ts';
import { transact } from '../../src/platform/db/transact.ts';
import { claim } from '../../src/platform/schedule/occurrences.ts';
import type { Tx } from '../../src/platform/tools.ts';
import { cast } from '../cast.ts';
import type { Scene } from './forging.ts';

export interface TeamScene {
  /** The team in its eighth week, and the pair in it. */
  running: string;
  pair: string;
  counted: string;
}

export async function teamScene({ house: { tools }, programme, nearby }: Scene): Promise<TeamScene> {
  const now = tools.now();
  const { workspace } = tools;
  const add = async (tx: Tx) => {
    const id = tools.newId();
    const begun = { time_zone: 'Europe/London', begins_on: '2027-01-11', made_at: stamp(now.subtract({ hours: 2000 })) };
    await teams.add(tx, {
      id,
      workspace,
      programme,
      leader: nearby.leader,
      run: 1,
      follows: null,
      asked: 4,
      invite_sealed: null,
      ...begun,
    });
    await teams.begin(tx, { id }, now);
    return id;
  };
  return transact(tools.db, async (tx) => {
    const [running, counted, pair] = [await add(tx), await add(tx), tools.newId()];
    const users = [cast.amina.id, cast.hana.id];
    await members.ask(tx, { workspace, team: running, users }, now);
    for (const user of users) await members.join(tx, { workspace, team: running, user }, now);
    await teamPairs.add(tx, { workspace, team: running }, [{ id: pair, users }], now);
    await claim(tools, tx, { programme, stream: TAPS, subject: running, period: 'open', dueAt: now, outcome: 'done' }, now);
    await teams.count(tx, { id: counted }, JSON.stringify({ replied: 4, asked: 6, said: [] }), now);
    return { running, counted, pair };
  });
}
