// A team ends before its weeks are over: its pairs end, what was still on its way is taken back, and those who had joined are told the bare fact.
import type { Temporal } from 'temporal-polyfill';
import { waitingUnder } from '../../../platform/outbox/placed.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import * as contacts from '../../joining/contacts.ts';
import { INVITE } from './invite.ts';
import { endedMessage, hostEndedMessage } from './letters.ts';
import * as members from './members.ts';
import * as teamPairs from './team-pairs.ts';
import type { Ending, Team } from './teams.ts';
import * as teams from './teams.ts';
import { tellPeople } from './tell-people.ts';

/** What is sent about a team while it runs. */
const KINDS = [INVITE, 'team-later', 'team-waits', 'team-alone', 'team-not-yet', 'team-step', 'team-host', 'team-taps'];
export const ENDED = 'team-ended';

/** Ends it and says nothing; false where it had ended. */
export async function closeTeam(
  { workspace }: Pick<Tools, 'workspace'>,
  tx: Tx,
  { team, because }: About,
  now: Temporal.Instant,
): Promise<boolean> {
  if (!(await teams.end(tx, team, because, now))) return false;
  await teamPairs.endAll(tx, workspace, team.id, now);
  for (const kind of KINDS) await contacts.takeBack(tx, await waitingUnder(tx, workspace, `${kind}:${team.id}`), 'team-ended', now);
  return true;
}

interface About {
  team: Team;
  because: Ending;
}

/** The same, and tells those who are in it; and its leader, where it was not they who ended it. */
export async function endTeam(tools: Tools, tx: Tx, { team, because }: About, now: Temporal.Instant): Promise<boolean> {
  const here = (await members.inTeam(tx, tools.workspace, team.id)).filter(({ gone }) => !gone).map(({ user }) => user);
  if (!(await closeTeam(tools, tx, { team, because }, now))) return false;
  const body = endedMessage(tools.content, { name: team.name, begun: team.beganAt !== null });
  await tellPeople(tools, tx, { team, users: here, kind: ENDED, body }, now);
  if (because === 'few' || because === 'leader-paused') {
    const told = hostEndedMessage(tools.content, because);
    await tellPeople(tools, tx, { team, users: [team.user], kind: ENDED, which: 'host', body: told }, now);
  }
  return true;
}

/** Ends the teams that a leader hosts, by the leader's id: they leave their programme, or are forgotten. */
export async function endTeamsOf(
  tools: Tools,
  tx: Tx,
  { leader, because }: { leader: string; because: Ending },
  now: Temporal.Instant,
): Promise<void> {
  for (const team of await teams.open(tx, tools.workspace)) if (team.leader === leader) await endTeam(tools, tx, { team, because }, now);
}
