// Finds out who in Slack the people on an imported list are. Runs beside everything else and may be stopped anywhere: every address that has
// been looked up is on record, and the next knock goes on with the rest.
import type { Temporal } from 'temporal-polyfill';
import { instantOf, isBefore } from '../../../platform/clock.ts';
import type { RosterEntryTable } from '../../../platform/db/tables.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Stream } from '../../../platform/schedule/stream.ts';
import type { SlackPerson } from '../../../platform/slack/calls.ts';
import { learn } from '../../../platform/slack/people.ts';
import type { Tools } from '../../../platform/tools.ts';
import { askProfiles } from './ask-profiles.ts';
import { bringIn } from './bring-in.ts';
import * as rosterEntries from './roster-entries.ts';
import type { Import } from './roster-imports.ts';
import * as rosterImports from './roster-imports.ts';

/** Up to here, asking address by address is no slower than reading the list of everyone. */
const FEW = 20;
/** Slack lets an app ask for some fifty addresses a minute. */
const AT_ONCE = 40;
const GIVE_UP_HOURS = 24;
/** Nobody who types a command meanwhile waits for more than these. */
const SETTLED_AT_ONCE = 200;
/** Refusals that asking again does not change. */
const FINAL: ReadonlySet<string> = new Set([
  'missing_scope',
  'unknown_method',
  'no_permission',
  'access_denied',
  'not_allowed_token_type',
  'team_access_not_granted',
]);

type LookedUp = { done: true; blocked?: string } | { done: false };

/** Every import that is still open: looks people up, then invites or enrols them and tells the organiser. */
export const rosterLookUp: Stream = {
  name: 'roster-lookup',
  run: async (tools, now) => {
    let waiting = false;
    for (const each of await rosterImports.open(tools.db, tools.workspace)) {
      const looked = await lookUpImport(tools, each, now);
      const asked = looked.done ? await askProfiles(tools, each, now) : { done: false };
      const late = isBefore(instantOf(each.at).add({ hours: GIVE_UP_HOURS }), now);
      if (looked.done && (asked.done || late)) await bringIn(tools, each, { tell: true, blocked: looked.blocked, unread: asked.refused });
      else waiting = true;
    }
    return waiting ? now.add({ minutes: 1 }) : undefined;
  },
};

async function lookUpImport(tools: Tools, each: Import, now: Temporal.Instant): Promise<LookedUp> {
  const unknown = await rosterEntries.unknownOf(tools.db, each.id);
  if (unknown.length > FEW && (await lookUpTogether(tools, unknown, now))) return { done: true };
  const looked = await lookUpOneByOne(tools, unknown.slice(0, AT_ONCE), now);
  if (!looked.done) return isBefore(instantOf(each.at).add({ hours: GIVE_UP_HOURS }), now) ? { done: true, blocked: 'no_answer' } : looked;
  return looked.blocked !== undefined || unknown.length <= AT_ONCE ? looked : { done: false };
}

/** False where Slack does not list everyone, or lists nobody's address. */
async function lookUpTogether(tools: Tools, entries: readonly RosterEntryTable[], now: Temporal.Instant): Promise<boolean> {
  const people = await tools.slack.people();
  if (!people.ok || !people.value.some(({ email }) => email)) return false;
  const byEmail = new Map(people.value.filter(({ email }) => email).map((person) => [person.email?.toLowerCase() ?? '', person]));
  for (let from = 0; from < entries.length; from += SETTLED_AT_ONCE) {
    const some = entries.slice(from, from + SETTLED_AT_ONCE);
    await transact(tools.db, async (tx) => {
      for (const entry of some) await settle({ ...tools, db: tx }, entry, byEmail.get(entry.email ?? ''), now);
    });
  }
  return true;
}

async function lookUpOneByOne(tools: Tools, entries: readonly RosterEntryTable[], now: Temporal.Instant): Promise<LookedUp> {
  for (const entry of entries) {
    const found = await tools.slack.personByEmail(entry.email ?? '');
    if (!found.ok && FINAL.has(found.error)) return { done: true, blocked: found.needed ?? found.error };
    if (!found.ok && found.error !== 'users_not_found') return { done: false };
    await transact(tools.db, (tx) => settle({ ...tools, db: tx }, entry, found.ok ? found.value : undefined, now));
  }
  return { done: true };
}

async function settle(tools: Tools, entry: RosterEntryTable, person: SlackPerson | undefined, now: Temporal.Instant): Promise<void> {
  if (person) await learn(tools, person);
  await rosterEntries.settle(tools.db, entry.id, person?.id ?? null, now);
}
