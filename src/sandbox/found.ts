// Makes a workspace: its team, the app as installed, its people and channels.

import { nextId } from './ids.ts';
import { appSettings, appToken, botToken } from './installed.ts';
import type { AppSettings, Conversation, Person, World } from './world.ts';

export type NewPerson = Pick<Person, 'name'> & Partial<Person>;

export interface Founding {
  team?: { id?: string; name?: string; domain?: string };
  people: readonly NewPerson[];
  /** Channels by name; the app and everyone named (else everyone) are members. */
  channels: readonly { name: string; id?: string; private?: boolean; members?: readonly string[]; withoutApp?: boolean }[];
  app?: Partial<AppSettings>;
  /** The workspace's own profile fields; their values are in people's `fields`. */
  profileFields?: World['profileFields'];
  /** Milliseconds. */
  now: number;
}

/** A world with these people and channels in it. */
export function foundWorld(founding: Founding): World {
  const world = emptyWorld(founding);
  addPerson(world, { id: world.app.botUser, name: world.app.name, kind: 'bot', handle: 'coachingpairs' }, founding.now);
  for (const person of founding.people) addPerson(world, person, founding.now);
  for (const channel of founding.channels) {
    const members = channel.members ?? [...world.people.values()].filter((one) => one.kind === 'member').map((one) => one.id);
    addConversation(world, {
      ...(channel.id === undefined ? {} : { id: channel.id }),
      kind: channel.private ? 'private' : 'channel',
      name: channel.name,
      members: channel.withoutApp ? [...members] : [...members, world.app.botUser],
      creator: members[0] ?? world.app.botUser,
      created: Math.floor(founding.now / 1000),
    });
  }
  return world;
}

function emptyWorld(founding: Founding): World {
  return {
    team: { id: 'T0SANDBOX', name: 'Sandbox', domain: 'sandbox', ...founding.team },
    app: { ...appSettings(), ...founding.app },
    tokens: new Map([
      [botToken, { kind: 'bot', revoked: false }],
      [appToken, { kind: 'app', revoked: false }],
    ]),
    people: new Map(),
    profileFields: [...(founding.profileFields ?? [])],
    conversations: new Map(),
    byMembers: new Map(),
    views: new Map(),
    homes: new Map(),
    files: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    screens: new Map(),
    counters: {},
    lastTs: 0,
  };
}

/** Adds someone to the workspace; what is not said about them is made up from their name. */
export function addPerson(world: World, person: NewPerson, now: number): Person {
  const handle = person.handle ?? handleOf(world, person.name);
  const added: Person = {
    id: person.id ?? nextId(world, 'U'),
    name: person.name,
    handle,
    email: person.email ?? `${handle}@example.org`,
    title: person.title ?? '',
    timeZone: person.timeZone ?? 'Europe/London',
    kind: person.kind ?? 'member',
    admin: person.admin ?? false,
    fields: person.fields ?? {},
    updated: Math.floor(now / 1000),
  };
  world.people.set(added.id, added);
  return added;
}

function handleOf(world: World, name: string): string {
  const plain =
    name
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z0-9]+/g, '.')
      .replace(/^\.+|\.+$/g, '') || 'someone';
  const taken = new Set([...world.people.values()].map((one) => one.handle));
  let handle = plain;
  for (let count = 2; taken.has(handle); count += 1) handle = `${plain}${count}`;
  return handle;
}

/** Adds a conversation; a direct or group one is also found by its people. */
export function addConversation(
  world: World,
  conversation: Pick<Conversation, 'kind' | 'name' | 'members' | 'creator' | 'created'> & { id?: string },
): Conversation {
  const prefix = conversation.kind === 'dm' ? 'D' : 'C';
  const added: Conversation = {
    ...conversation,
    id: conversation.id ?? nextId(world, prefix),
    archived: false,
    messages: [],
    topic: '',
    bookmarks: [],
  };
  world.conversations.set(added.id, added);
  if (added.kind === 'dm' || added.kind === 'group') world.byMembers.set(memberKey(added.members), added.id);
  return added;
}

/** The same for the same people, in whatever order. */
export function memberKey(members: readonly string[]): string {
  return [...new Set(members)].sort().join(' ');
}
