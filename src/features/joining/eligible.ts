// Who may join a programme: members of the workspace; for a programme in a private channel, those who are in it or have been invited.
import { lookUpSurely, type Person } from '../../platform/slack/people.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Programme } from '../founding/programmes.ts';
import * as programmes from '../founding/programmes.ts';

export type Eligible =
  | { ok: true; person: Person }
  | { ok: false; because: 'guest' | 'bot' | 'external' | 'deactivated' | 'private' | 'unasked' };

/** Looks at a person who would like to join. `channel` is where they said so, if they typed it. */
export async function eligible(tools: Tools, programme: Programme, user: string, channel?: string): Promise<Eligible> {
  const person = await lookUpSurely(tools, user, { hours: 24 });
  if (!person) return { ok: false, because: 'unasked' };
  if (person.kind !== 'member') return { ok: false, because: person.kind };
  if (channel === programme.channel || (await mayKnow(tools, programme, user))) return { ok: true, person };
  return { ok: false, because: 'private' };
}

/** What Slack does not tell is no hindrance: only a channel known to be private keeps anyone out. */
async function mayKnow(tools: Tools, programme: Programme, user: string): Promise<boolean> {
  const places = await programmes.placesOf(tools.db, tools.workspace, user);
  const invited = await programmes.invitingTo(tools.db, tools.workspace, user);
  if (invited.includes(programme.id) || places.some((place) => place.programme === programme.id)) return true;
  const channel = await tools.slack.channel(programme.channel);
  if (!channel.ok || !channel.value.isPrivate) return true;
  const members = await tools.slack.members(programme.channel);
  return !members.ok || members.value.includes(user);
}
