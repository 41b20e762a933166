// Sees to it that everyone in a team has somebody to meet with: when its weeks begin, and each time somebody comes or goes. Whoever is still together
// stays together.
import { Temporal } from 'temporal-polyfill';
import type { Tools, Tx } from '../../../platform/tools.ts';
import { minutesAhead } from './calendar.ts';
import { linesAmong } from './lines.ts';
import type { Member } from './members.ts';
import * as members from './members.ts';
import { placed, type TeamFacts } from './plan.ts';
import type { TeamPair } from './team-pairs.ts';
import * as teamPairs from './team-pairs.ts';
import type { Team } from './teams.ts';
import * as teams from './teams.ts';

export interface Regrouped {
  /** The pairs that are new, by Slack ids. */
  formed: readonly teamPairs.NewPair[];
  /** Those for whom there is nobody. */
  waiting: readonly string[];
}

type Placing = Pick<Tools, 'workspace' | 'newId'>;

/** In the transaction of its cause. Nothing changes where everyone has a place. */
export async function regroup(tools: Placing, tx: Tx, team: Team, now: Temporal.Instant): Promise<Regrouped> {
  const { workspace } = tools;
  const here = (await members.inTeam(tx, workspace, team.id)).filter(({ gone }) => !gone);
  const { whole, remaining } = await keptOf(tx, { workspace, team, here }, now);
  const facts = await factsOf(tx, { workspace, team, here });
  const { groups, ended, waiting } = placed(facts, [...whole.map(usersOf), ...remaining]);
  const joining = new Set(ended);
  for (const [at, { id }] of whole.entries()) if (joining.has(at)) await teamPairs.end(tx, workspace, id, now);
  const two = remaining.filter((_, at) => !joining.has(whole.length + at));
  const formed = [...two, ...groups].map((users) => ({ id: tools.newId(), users }));
  await teamPairs.add(tx, { workspace, team: team.id }, formed, now);
  return { formed, waiting };
}

/** The pairs in which everyone still is; and of those that somebody has left, the two who stay together. */
async function keptOf(
  tx: Tx,
  { workspace, team, here }: { workspace: string; team: Team; here: readonly Member[] },
  now: Temporal.Instant,
): Promise<{ whole: TeamPair[]; remaining: string[][] }> {
  const users = new Set(here.map(({ user }) => user));
  if (team.beganAt === null) return { whole: [], remaining: await carriedOn(tx, { workspace, team }, users) };
  const standing = await teamPairs.standingIn(tx, workspace, team.id);
  const isWhole = (pair: TeamPair) => usersOf(pair).every((user) => users.has(user));
  const broken = standing.filter((pair) => !isWhole(pair));
  for (const { id } of broken) await teamPairs.end(tx, workspace, id, now);
  return { whole: standing.filter(isWhole), remaining: stillTwo(broken, users) };
}

/** Whoever carries on as they are keeps their partner. */
async function carriedOn(tx: Tx, { workspace, team }: { workspace: string; team: Team }, users: ReadonlySet<string>): Promise<string[][]> {
  const former = team.follows === null ? undefined : await teams.byId(tx, workspace, team.follows);
  return former?.endedBecause === 'carried-on' ? stillTwo(await teamPairs.lastOf(tx, workspace, former), users) : [];
}

function stillTwo(pairs: readonly TeamPair[], users: ReadonlySet<string>): string[][] {
  return pairs.map((pair) => usersOf(pair).filter((user) => users.has(user))).filter((left) => left.length >= 2);
}

async function factsOf(tx: Tx, { workspace, team, here }: { workspace: string; team: Team; here: readonly Member[] }): Promise<TeamFacts> {
  const day = Temporal.PlainDate.from(team.beginsOn);
  return {
    people: here.map(({ user, zone }) => ({ user, ahead: zone === null ? undefined : minutesAhead(zone, day) })),
    line: await linesAmong(
      tx,
      workspace,
      here.map(({ user }) => user),
    ),
    before: await metBefore(tx, workspace, team),
    seed: `${team.id} ${team.beginsOn}`,
  };
}

/** Everyone who has been together, in this run and in those that it follows. */
async function metBefore(tx: Tx, workspace: string, team: Team): Promise<string[][]> {
  const before = (await teamPairs.everIn(tx, workspace, team.id)).map(usersOf);
  const former = team.follows === null ? undefined : await teams.byId(tx, workspace, team.follows);
  return former ? [...before, ...(await metBefore(tx, workspace, former))] : before;
}

function usersOf({ members: those }: TeamPair): string[] {
  return those.map(({ user }) => user);
}
