// Asks Slack's own profile fields for what an imported list leaves out. Like looking people up, it may be stopped anywhere and goes on with the rest.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../../platform/clock.ts';
import type { RosterEntryTable } from '../../../platform/db/tables.ts';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import * as programmes from '../../founding/programmes.ts';
import * as profileFields from '../profile-fields.ts';
import { type ProfileSays, profileSays } from '../profile-says.ts';
import type { Import } from './roster-imports.ts';

/** Slack lets an app ask for some hundred profiles a minute. */
const AT_ONCE = 60;
/** Refusals that asking again does not change: then the list has to do. */
const FINAL: ReadonlySet<string> = new Set(['missing_scope', 'unknown_method', 'no_permission', 'access_denied', 'not_allowed_token_type']);
const GONE: ReadonlySet<string> = new Set(['user_not_found', 'users_not_found', 'user_not_visible']);

/** Done when nothing is left to ask, or Slack refuses for good: then with the permission it wants. */
export async function askProfiles(tools: Tools, each: Import, now: Temporal.Instant): Promise<{ done: boolean; refused?: string }> {
  const mapping = await profileFields.of(tools.db, each.programme);
  const programme = await programmes.find(tools.db, tools.workspace, each.programme);
  if (!programme || Object.keys(mapping).length === 0) return { done: true };
  const entries = await unasked(tools.db, each.id, mapping);
  for (const entry of entries) {
    const found = await tools.slack.profileOf(entry.slack_user ?? '');
    if (!found.ok && FINAL.has(found.error)) return { done: true, refused: found.needed ?? found.error };
    if (!found.ok && !GONE.has(found.error)) return { done: false };
    await keep(tools.db, entry, profileSays(mapping, found.ok ? found.value : new Map(), programme.functions), now);
  }
  return { done: entries.length < AT_ONCE };
}

/** People of an import who are known in Slack and of whom the list leaves something out. */
function unasked(db: Db, importId: string, mapping: profileFields.Mapping): Promise<RosterEntryTable[]> {
  return db
    .selectFrom('roster_entry')
    .selectAll()
    .where('import', '=', importId)
    .where('slack_user', 'is not', null)
    .where('profiled_at', 'is', null)
    .where(({ eb, or, and }) =>
      or([
        ...(mapping.function ? [eb('function', '=', '')] : []),
        ...(mapping.manager ? [and([eb('manager_email', 'is', null), eb('manager', 'is', null)])] : []),
      ]),
    )
    .orderBy('id')
    .limit(AT_ONCE)
    .execute();
}

/** The list goes before the profile. */
async function keep(db: Db | Tx, entry: RosterEntryTable, says: ProfileSays, now: Temporal.Instant): Promise<void> {
  const line = entry.manager_email === null ? { manager_email: says.managerEmail, manager: says.manager } : {};
  await db
    .updateTable('roster_entry')
    .set({ function: entry.function || says.function, ...line, profiled_at: stamp(now) })
    .where('id', '=', entry.id)
    .execute();
}
