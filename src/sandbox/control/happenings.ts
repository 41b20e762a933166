// What happens in the workspace, ordered over the control API: `{ what: 'deactivate', person: 'bo' }`.
import { z } from 'zod';
import { findPerson } from '../act/persons.ts';
import { findConversation } from '../conversations.ts';
import { archive, changePerson, deactivate, deleteChannel, joinTeam, removeApp, rename, revokeTokens, uninstall } from '../happen.ts';
import { joinChannel, leaveChannel } from '../membership.ts';
import type { SmallSlack } from '../small-slack.ts';
import type { Conversation } from '../world.ts';

const person = z.string();
const channel = z.string();
const details = {
  title: z.string().optional(),
  email: z.string().optional(),
  timeZone: z.string().optional(),
  kind: z.enum(['member', 'guest', 'external']).optional(),
  admin: z.boolean().optional(),
};

const happening = z.discriminatedUnion('what', [
  z.object({ what: z.literal('join-team'), name: z.string().min(1), ...details }),
  z.object({ what: z.literal('change'), person, name: z.string().min(1).optional(), ...details }),
  z.object({ what: z.literal('deactivate'), person }),
  z.object({ what: z.literal('join'), person, channel }),
  z.object({ what: z.literal('leave'), person, channel }),
  z.object({ what: z.literal('archive'), channel }),
  z.object({ what: z.literal('unarchive'), channel }),
  z.object({ what: z.literal('rename'), channel, name: z.string().min(1) }),
  z.object({ what: z.literal('delete-channel'), channel }),
  z.object({ what: z.literal('remove-app'), channel }),
  z.object({ what: z.literal('revoke-tokens') }),
  z.object({ what: z.literal('uninstall') }),
]);

type Happening = z.infer<typeof happening>;

/** Lets it happen. Throws when it does not fit, or names nobody or nothing. */
export function happen(slack: SmallSlack, body: Record<string, unknown>): void {
  const read = happening.safeParse(body);
  if (!read.success)
    throw new Error(`This cannot happen: ${read.error.issues.map((one) => `${one.path.join('.')} ${one.message}`).join('; ')}`);
  if ('channel' in read.data) inChannel(slack, read.data, channelNamed(slack, read.data.channel));
  else inTeam(slack, read.data);
}

function channelNamed(slack: SmallSlack, name: string): Conversation {
  const found = findConversation(slack.world, name);
  if (!found) throw new Error(`There is no channel ${name}.`);
  return found;
}

function inTeam(slack: SmallSlack, what: Exclude<Happening, { channel: string }>): void {
  if (what.what === 'join-team') joinTeam(slack, given(what));
  else if (what.what === 'change') changePerson(slack, findPerson(slack, what.person), given(what));
  else if (what.what === 'deactivate') deactivate(slack, findPerson(slack, what.person));
  else if (what.what === 'revoke-tokens') revokeTokens(slack);
  else uninstall(slack);
}

/** The fields that were really given. */
function given<Fields extends object>(fields: Fields): { [Name in keyof Fields]: Exclude<Fields[Name], undefined> } {
  const { what: _what, person: _person, ...rest } = fields as Fields & { what?: string; person?: string };
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as never;
}

function inChannel(slack: SmallSlack, what: Extract<Happening, { channel: string }>, on: Conversation): void {
  const admin = [...slack.world.people.values()].find((one) => one.admin)?.id ?? slack.world.app.botUser;
  if (what.what === 'join') joinChannel(slack, on, findPerson(slack, what.person).id);
  else if (what.what === 'leave') leaveChannel(slack, on, findPerson(slack, what.person).id);
  else if (what.what === 'rename') rename(slack, on, what.name, admin);
  else if (what.what === 'delete-channel') deleteChannel(slack, on, admin);
  else if (what.what === 'remove-app') removeApp(slack, on);
  else archive(slack, on, admin, what.what === 'archive');
}
