// What is known of people in this workspace: Slack's word, kept for a day, so that a round of 300 does not ask 300 times.
import type { Selectable } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { instantOf, isBefore, isZone, stamp } from '../clock.ts';
import type { PersonTable } from '../db/tables.ts';
import type { Db, Tools, Tx } from '../tools.ts';
import type { Called } from './called.ts';
import type { SlackPerson } from './calls.ts';

export interface Person extends SlackPerson {
  /** The bot's direct conversation with them, once it is known. */
  dm: string | null;
}

type Asking = Pick<Tools, 'db' | 'slack' | 'workspace' | 'now'>;

/**
 * Someone as Slack describes them, at most a day old. Where Slack cannot answer, what was known before; where nothing was, a person with
 * no more than an id, taken for a member. Someone whom Slack does not know counts as deactivated.
 */
export async function lookUp(tools: Asking, user: string): Promise<Person> {
  const known = await knownPerson(tools.db, tools.workspace, user);
  const now = tools.now();
  if (known && isBefore(now, instantOf(known.refreshed_at).add({ hours: 24 }))) return personOf(known);
  return ask(tools, user, known, now);
}

/** The same, asking Slack even if the last answer is young: when Slack says that someone changed, or much depends on it. */
export async function lookUpAgain(tools: Asking, user: string): Promise<Person> {
  return ask(tools, user, await knownPerson(tools.db, tools.workspace, user), tools.now());
}

/**
 * Someone on whose standing a right depends, at most `within` old. Where Slack cannot be asked just now, what it said less than a day ago;
 * `undefined` where it said nothing. A server that never tells of people hinders nobody: then whoever is not known otherwise is a member.
 */
export async function lookUpSurely(tools: Asking, user: string, within: { seconds?: number; hours?: number }): Promise<Person | undefined> {
  const known = await knownPerson(tools.db, tools.workspace, user);
  const now = tools.now();
  const saidWithin = (past: typeof within) => known !== undefined && isBefore(now, instantOf(known.refreshed_at).add(past));
  if (known && saidWithin(within)) return personOf(known);
  const found = await tools.slack.person(user);
  if (found.ok || NOT_HERE.has(found.error)) return kept(tools, { user, found, known }, now);
  if (NEVER_TELLS.has(found.error)) return known ? personOf(known) : stranger(user);
  return known && saidWithin({ hours: 24 }) ? personOf(known) : undefined;
}

/** Keeps what Slack has just said of someone, among others in a list. */
export async function learn(tools: Asking, person: SlackPerson): Promise<void> {
  await keep(tools, person, null, tools.now());
}

/** Those of `users` about whom something is known, as old as it may be. */
export async function knownPeople(db: Db | Tx, workspace: string, users: readonly string[]): Promise<Person[]> {
  const found: Person[] = [];
  for (let from = 0; from < users.length; from += 500) {
    const some = users.slice(from, from + 500);
    const rows = await db.selectFrom('person').selectAll().where('workspace', '=', workspace).where('slack_user', 'in', some).execute();
    found.push(...rows.map(personOf));
  }
  return found;
}

async function ask(tools: Asking, user: string, known: Selectable<PersonTable> | undefined, now: Temporal.Instant): Promise<Person> {
  return kept(tools, { user, found: await tools.slack.person(user), known }, now);
}

interface Answered {
  user: string;
  found: Called<SlackPerson>;
  known: Selectable<PersonTable> | undefined;
}

async function kept(tools: Asking, { user, found, known }: Answered, now: Temporal.Instant): Promise<Person> {
  if (found.ok) return keep(tools, found.value, known?.dm ?? null, now);
  const before = known ? personOf(known) : stranger(user);
  return NOT_HERE.has(found.error) ? keep(tools, { ...before, kind: 'deactivated' }, before.dm, now) : before;
}

/** Slack knows nobody of that id. */
const NOT_HERE = new Set(['user_not_found', 'user_not_visible', 'users_not_found']);
/** This server, or this installation, does not tell of people; asking again would change nothing. */
const NEVER_TELLS = new Set(['unknown_method', 'missing_scope', 'http_404', 'http_501']);

async function keep({ db, workspace }: Asking, person: SlackPerson, dm: string | null, now: Temporal.Instant): Promise<Person> {
  const fields = {
    name: person.name,
    email: person.email?.toLowerCase() ?? null,
    title: person.title,
    time_zone: person.timeZone && isZone(person.timeZone) ? person.timeZone : null,
    kind: person.kind,
    workspace_admin_at: person.workspaceAdmin ? stamp(now) : null,
    refreshed_at: stamp(now),
  };
  await db
    .insertInto('person')
    .values({ workspace, slack_user: person.id, dm, ...fields })
    .onConflict((conflict) => conflict.columns(['workspace', 'slack_user']).doUpdateSet(fields))
    .execute();
  return { ...person, email: fields.email, timeZone: fields.time_zone, dm };
}

async function knownPerson(db: Db | Tx, workspace: string, user: string): Promise<Selectable<PersonTable> | undefined> {
  return db.selectFrom('person').selectAll().where('workspace', '=', workspace).where('slack_user', '=', user).executeTakeFirst();
}

function personOf(row: Selectable<PersonTable>): Person {
  return {
    id: row.slack_user,
    name: row.name,
    email: row.email,
    title: row.title,
    timeZone: row.time_zone,
    kind: row.kind as Person['kind'],
    workspaceAdmin: row.workspace_admin_at !== null,
    dm: row.dm,
  };
}

function stranger(user: string): Person {
  return { id: user, name: user, email: null, title: null, timeZone: null, kind: 'member', workspaceAdmin: false, dm: null };
}
