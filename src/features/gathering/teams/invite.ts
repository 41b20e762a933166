// Puts people on a team's list and writes to each of them in private, in the leader's own words. Whoever has asked to be forgotten is left in peace, and
// the leader cannot tell.
import type { Temporal } from 'temporal-polyfill';
import { dayNamed, sayDay } from '../../../platform/clock.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import * as tombstones from '../../joining/tombstones.ts';
import { inviteMessage } from './invite-views.ts';
import * as members from './members.ts';
import { invitationOf } from './sealed-invitation.ts';
import type { Team } from './teams.ts';
import { tellPeople } from './tell-people.ts';

export const INVITE = 'team-invite';

/** Those who stand on the list are not asked twice. `until`: from when on nobody may join any more. */
export async function invite(
  tools: Tools,
  tx: Tx,
  { team, people, until }: { team: Team; people: readonly string[]; until: Temporal.Instant },
  now: Temporal.Instant,
): Promise<void> {
  const { workspace } = tools;
  const forgotten = await tombstones.among(tools, tx, people);
  const asked = await members.ask(tx, { workspace, team: team.id, users: people.filter((user) => !forgotten.has(user)) }, now);
  const words = (await invitationOf(tools, tx, team)) ?? '';
  const body = inviteMessage(tools.content, {
    team: team.id,
    name: team.name,
    date: sayDay(dayNamed(team.beginsOn)),
    words,
    begun: team.beganAt !== null,
  });
  await tellPeople(tools, tx, { team, users: asked, kind: INVITE, body, expiresAt: until }, now);
}
