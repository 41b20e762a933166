// users.*, team.* and dnd.*: who is in the workspace.
import { describePerson, describeProfile, fieldsOf } from '../describe/person.ts';
import type { Person } from '../world.ts';
import { type Answered, type Call, flagArg, type Method, paged, refuse, textArg } from './call.ts';

function info(call: Call): Answered {
  const person = call.world.people.get(textArg(call.args, 'user'));
  if (!person) return refuse('user_not_found');
  const locale = flagArg(call.args, 'include_locale') ? { locale: 'en-GB' } : {};
  return { ok: true, user: { ...describePerson(call.world, person, call.now), ...locale } };
}

function list(call: Call): Answered {
  const part = paged(call, [...call.world.people.values()], 1000, 1000);
  if (!part) return refuse('invalid_cursor');
  const members = part.page.map((one) => describePerson(call.world, one, call.now));
  return { ok: true, members, cache_ts: Math.floor(call.now / 1000), response_metadata: { next_cursor: part.cursor } };
}

function byEmail(call: Call): Answered {
  const email = textArg(call.args, 'email').toLowerCase();
  const person = [...call.world.people.values()].find(
    (one) => one.email.toLowerCase() === email && one.kind !== 'bot' && one.kind !== 'deactivated',
  );
  return person ? { ok: true, user: describePerson(call.world, person, call.now) } : refuse('users_not_found');
}

function profile(call: Call): Answered {
  const person = call.world.people.get(textArg(call.args, 'user') || call.world.app.botUser);
  if (!person) return refuse('user_not_found');
  const { team: _team, ...described } = describeProfile(call.world, person);
  return { ok: true, profile: { ...described, fields: fieldsOf(person) } };
}

function profileFields(call: Call): Answered {
  const fields = call.world.profileFields.map((field, ordering) => ({
    id: field.id,
    ordering,
    field_name: field.label,
    label: field.label,
    hint: '',
    type: field.type,
    is_hidden: false,
    options: { is_scim: false, is_protected: false },
    possible_values: [],
  }));
  return { ok: true, profile: { fields, sections: [] } };
}

function presence(call: Call): Answered {
  return call.world.people.has(textArg(call.args, 'user')) ? { ok: true, presence: 'active' } : refuse('user_not_found');
}

function team(call: Call): Answered {
  const { id, name, domain } = call.world.team;
  return {
    ok: true,
    team: {
      id,
      name,
      domain,
      url: `https://${domain}.slack.com/`,
      email_domain: 'example.org',
      icon: { image_34: 'https://avatars.sandbox.invalid/team-34.png', image_default: true },
      avatar_base_url: 'https://avatars.sandbox.invalid/',
      is_verified: false,
    },
  };
}

function dnd(call: Call): Answered {
  const person: Person | undefined = call.world.people.get(textArg(call.args, 'user'));
  return person ? { ok: true, ...dndOf(person) } : refuse('user_not_found');
}

const MOST_ASKED = 50;

/** Whoever it does not know is left out. */
function teamDnd(call: Call): Answered {
  const asked = textArg(call.args, 'users').split(',').filter(Boolean);
  if (asked.length > MOST_ASKED) return refuse('too_many_users');
  const users = asked.length > 0 ? asked : [...call.world.people.keys()];
  const known = users.flatMap((id): [string, object][] => {
    const person = call.world.people.get(id);
    return person ? [[id, dndOf(person)]] : [];
  });
  return { ok: true, users: Object.fromEntries(known) };
}

function dndOf({ dnd }: Person): { dnd_enabled: boolean; next_dnd_start_ts: number; next_dnd_end_ts: number } {
  return { dnd_enabled: dnd !== undefined, next_dnd_start_ts: dnd?.from ?? 1, next_dnd_end_ts: dnd?.to ?? 1 };
}

export const people: Record<string, Method> = {
  'users.info': { tier: 4, scopes: ['users:read'], run: info },
  'users.list': { tier: 2, scopes: ['users:read'], run: list },
  'users.lookupByEmail': { tier: 3, scopes: ['users:read.email'], run: byEmail },
  'users.profile.get': { tier: 4, scopes: ['users.profile:read'], run: profile },
  'users.getPresence': { tier: 3, scopes: ['users:read'], run: presence },
  'team.profile.get': { tier: 3, scopes: ['users.profile:read'], run: profileFields },
  'team.info': { tier: 3, scopes: ['team:read'], run: team },
  'dnd.info': { tier: 3, scopes: ['dnd:read'], run: dnd },
  'dnd.teamInfo': { tier: 2, scopes: ['dnd:read'], run: teamDnd },
};
