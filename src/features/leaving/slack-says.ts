// Follows what Slack says of people and channels: who is gone, or is no longer a member, has left, who has left the channel too; names and zones stay up to date.
import { stamp } from '../../platform/clock.ts';
import { transact } from '../../platform/db/transact.ts';
import type { Event } from '../../platform/inbox/kinds.ts';
import { saysGone } from '../../platform/outbox/outcome.ts';
import { knownPeople, lookUpAgain } from '../../platform/slack/people.ts';
import type { Tools } from '../../platform/tools.ts';
import * as programmes from '../founding/programmes.ts';
import { leaveTeams } from '../gathering/teams/weeks/leave-team.ts';
import { followPerson } from '../joining/follow-person.ts';
import * as leaders from '../joining/leaders.ts';
import { leave } from './leave.ts';
import * as workspaces from './workspaces.ts';

/** Somebody's profile changed. */
export async function onPersonChanged(tools: Tools, { fields: { user = '' } }: Event): Promise<void> {
  const [before] = await knownPeople(tools.db, tools.workspace, [user]);
  const person = await lookUpAgain(tools, user);
  if (person.kind === 'deactivated') await leaveEverything(tools, user, 'deactivated');
  // A partner talks as to a colleague: guests and people of other organisations cannot be in a pair.
  else if (person.kind === 'guest' || person.kind === 'external') await leaveEverything(tools, user, 'not-eligible');
  else await followPerson(tools, before, person);
}

/** A letter could not be delivered; perhaps there is nobody to write to any more. */
export async function onUndelivered(tools: Tools, event: Event): Promise<void> {
  const { to, reason = '' } = event.fields;
  if (to === 'person' && saysGone(reason)) await onPersonChanged(tools, event);
}

/** Leaving the programme's channel is leaving the programme. The bot's own going is another matter. */
export async function onLeftChannel(tools: Tools, { fields: { user = '', channel = '' } }: Event): Promise<void> {
  const programme = await programmes.ofChannel(tools.db, tools.workspace, channel);
  if (programme && user !== tools.botUser) await leave(tools, { programme, user, because: 'left-channel' });
}

/** The app was uninstalled, or its tokens revoked: from now on nothing can be said, and after a while nothing is kept. */
export async function onDisconnected(tools: Tools): Promise<void> {
  const now = tools.now();
  await transact(tools.db, (tx) => workspaces.disconnect(tx, tools.workspace, now));
  tools.log.warn('Slack has disconnected the app; what is kept will be deleted unless it comes back', {
    until: stamp(now.add({ hours: 24 * 30 })),
  });
}

async function leaveEverything(tools: Tools, user: string, because: 'deactivated' | 'not-eligible'): Promise<void> {
  for (const leader of await leaders.ofPerson(tools.db, tools.workspace, user)) {
    const programme = await programmes.find(tools.db, tools.workspace, leader.programme);
    if (programme) await leave(tools, { programme, user, because });
  }
  await transact(tools.db, (tx) => leaveTeams(tools, tx, user, tools.now()));
}
