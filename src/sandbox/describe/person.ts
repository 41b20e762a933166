// A person as Slack's API describes one. Which fields there are depends on who it is and on what the app may know.
import { Temporal } from 'temporal-polyfill';
import type { Person, World } from '../world.ts';

/** The workspace of people from elsewhere. */
export const elsewhere = 'T0ELSEWHERE';

/** The user object of users.info and user_change; the address only for apps that may read addresses. */
export function describePerson(world: World, person: Person, now: number): Record<string, unknown> {
  const gone = person.kind === 'deactivated';
  const base = {
    id: person.id,
    team_id: person.kind === 'external' ? elsewhere : world.team.id,
    name: person.handle,
    deleted: gone,
    color: '9f69e7',
    real_name: person.name,
    profile: describeProfile(world, person),
    is_bot: person.kind === 'bot',
    is_app_user: false,
    updated: person.updated,
    is_email_confirmed: person.kind !== 'bot',
    who_can_share_contact_card: 'EVERYONE',
  };
  if (gone) return base;
  return {
    ...base,
    ...zone(person.timeZone, now),
    is_admin: person.admin,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: person.kind === 'guest',
    is_ultra_restricted: false,
    has_2fa: false,
    ...(person.kind === 'external' ? { is_stranger: true } : {}),
  };
}

function zone(timeZone: string, now: number): Record<string, unknown> {
  if (timeZone === '') return {};
  try {
    const there = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
    return { tz: timeZone, tz_label: timeZone.replace(/^.*\//, '').replaceAll('_', ' '), tz_offset: there.offsetNanoseconds / 1e9 };
  } catch {
    // Whoever set a zone that does not exist wants to see what the app makes of it.
    return { tz: timeZone, tz_label: timeZone, tz_offset: 0 };
  }
}

/** The profile of users.profile.get, without the workspace's own fields. */
export function describeProfile(world: World, person: Person): Record<string, unknown> {
  const [first = '', ...rest] = person.name.split(' ');
  return {
    title: person.title,
    phone: '',
    skype: '',
    real_name: person.name,
    real_name_normalized: person.name,
    display_name: person.handle,
    display_name_normalized: person.handle,
    status_text: '',
    status_emoji: '',
    status_emoji_display_info: [],
    status_expiration: 0,
    status_text_canonical: '',
    avatar_hash: `g${person.id.toLowerCase()}`,
    first_name: first,
    last_name: rest.join(' '),
    ...images(person.id),
    team: world.team.id,
    ...(person.kind === 'bot' ? { bot_id: world.app.botId, api_app_id: world.app.id, always_active: true } : {}),
    ...(world.app.scopes.includes('users:read.email') && person.kind !== 'bot' ? { email: person.email } : {}),
  };
}

/** What stands in the workspace's own fields of someone's profile. */
export function fieldsOf(person: Person): Record<string, { value: string; alt: string }> {
  return Object.fromEntries(Object.entries(person.fields).map(([id, value]) => [id, { value, alt: '' }]));
}

function images(id: string): Record<string, string> {
  return Object.fromEntries(
    [24, 32, 48, 72, 192, 512].map((size) => [`image_${size}`, `https://avatars.sandbox.invalid/${id}-${size}.png`]),
  );
}
