// Sees to everyone's place in a running team: whoever is left by a partner is put together with others; those for whom there is nobody hear it, and a team
// of fewer than two is over. What was on its way to a pair that is no more is taken back.
import type { Temporal } from 'temporal-polyfill';
import type { Tools, Tx } from '../../../../platform/tools.ts';
import * as contacts from '../../../joining/contacts.ts';
import { endTeam } from '../end-team.ts';
import { regroup } from '../regroup.ts';
import * as teamPairs from '../team-pairs.ts';
import type { Team } from '../teams.ts';
import { tellPeople } from '../tell-people.ts';
import { type Scene, STEPS, sceneOf } from './scene.ts';
import { plainWord } from './words-views.ts';

const LEAST = 2;

/** Whether somebody has no place, or a place beside somebody who has gone. */
export function isBroken({ team, people, pairs }: Scene): boolean {
  if (team.beganAt === null) return false;
  const placed = pairs.flatMap((pair) => pair.members.map(({ user }) => user));
  const here = people.map(({ user }) => user);
  return here.some((user) => !placed.includes(user)) || placed.some((user) => !here.includes(user)) || here.length < LEAST;
}

/** In the transaction of its cause; false where the team is over by it. */
export async function mend(tools: Tools, tx: Tx, team: Team, now: Temporal.Instant): Promise<boolean> {
  const { waiting } = await regroup(tools, tx, team, now);
  const scene = await sceneOf(tools, tx, team);
  if (scene.people.length < LEAST) {
    await endTeam(tools, tx, { team, because: 'few' }, now);
    return false;
  }
  await takeBackEnded(tools, tx, scene, now);
  await tellAlone(tools, tx, { scene, waiting }, now);
  return true;
}

/** Whoever had a partner and has none now. Who has just come hears it where they come in. */
async function tellAlone(
  tools: Tools,
  tx: Tx,
  { scene, waiting }: { scene: Scene; waiting: readonly string[] },
  now: Temporal.Instant,
): Promise<void> {
  const { team } = scene;
  const ever = await teamPairs.everIn(tx, tools.workspace, team.id);
  const body = plainWord(tools.content, 'teams.weeks.alone');
  for (const user of waiting) {
    const last = ever.filter(({ members }) => members.some((each) => each.user === user)).at(-1);
    // Once for each partner lost, however often it is looked.
    if (last) await tellPeople(tools, tx, { team, users: [user], kind: 'team-alone', which: last.id, body }, now);
  }
}

/** Lines that wait for pairs that are no more, as far as they have not been on their way. */
export async function takeBackEnded({ workspace }: Tools, tx: Tx, { team, pairs }: Scene, now: Temporal.Instant): Promise<void> {
  const rows = await tx
    .selectFrom('outbox')
    .select(['id', 'key'])
    .where('workspace', '=', workspace)
    .where('key', 'like', `${STEPS}:${team.id}:%`)
    .where('state', '=', 'pending')
    .where('attempt', '=', 0)
    .execute();
  const standing = new Set(pairs.map(({ id }) => id));
  const over = rows.filter(({ key }) => !standing.has(key.split(':')[2] ?? ''));
  await contacts.takeBack(
    tx,
    over.map(({ id }) => id),
    'pair-ended',
    now,
  );
}
