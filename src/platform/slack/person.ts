// A person as Slack's API describes them, reduced to what the programme needs. Pure.
import { z } from 'zod';
import type { SlackPerson } from './calls.ts';
import { clean } from './inputs.ts';
import { cut } from './text.ts';

/** Slack itself lets nobody have a longer one. */
const NAME_MOST = 120;

const text = z.string().nullish().catch(null);
const flag = z.boolean().nullish().catch(null);

export const userShape = z.object({
  id: z.string(),
  team_id: text,
  name: text,
  real_name: text,
  tz: text,
  deleted: flag,
  is_bot: flag,
  is_stranger: flag,
  is_restricted: flag,
  is_ultra_restricted: flag,
  is_admin: flag,
  is_owner: flag,
  is_primary_owner: flag,
  enterprise_user: z
    .object({ teams: z.array(z.string()).catch([]) })
    .nullish()
    .catch(null),
  profile: z.object({ real_name: text, display_name: text, email: text, title: text }).nullish().catch(null),
});

export type SlackUser = z.infer<typeof userShape>;

/** `workspace` decides who belongs here and who comes from another organisation through a shared channel. */
export function personFrom(user: SlackUser, workspace: string): SlackPerson {
  const { profile } = user;
  return {
    id: user.id,
    name: nameOf([profile?.real_name, user.real_name, profile?.display_name, user.name]) ?? user.id,
    email: profile?.email || null,
    title: profile?.title || null,
    timeZone: user.tz || null,
    kind: kindOf(user, workspace),
    workspaceAdmin: Boolean(user.is_admin || user.is_owner || user.is_primary_owner),
  };
}

/** What people call themselves is said to others: on one line, and without marks that turn the direction of writing around it. */
function nameOf(names: readonly (string | null | undefined)[]): string | undefined {
  const clear = names.map((name) => cut(clean(name ?? '').replace(/\s+/g, ' '), NAME_MOST));
  return clear.find((name) => name !== '');
}

function kindOf(user: SlackUser, workspace: string): SlackPerson['kind'] {
  // Slackbot does not say that it is one.
  if (user.is_bot || user.id === 'USLACKBOT') return 'bot';
  const home = user.team_id ?? workspace;
  if (user.is_stranger || (home !== workspace && !user.enterprise_user?.teams.includes(workspace))) return 'external';
  if (user.deleted) return 'deactivated';
  return user.is_restricted || user.is_ultra_restricted ? 'guest' : 'member';
}
