// Brings a list of people in: every line is kept at once; who they are in Slack is found out beside this, and told to the organiser.
import { record } from '../../platform/audit.ts';
import { stamp } from '../../platform/clock.ts';
import { transact } from '../../platform/db/transact.ts';
import type { Tools } from '../../platform/tools.ts';
import * as programmes from '../founding/programmes.ts';
import { mayOrganise } from '../founding/rights.ts';
import { FUNCTION_MOST, FUNCTIONS_MOST } from '../founding/settings-form.ts';
import type { RosterRow } from './roster-csv.ts';
import * as rosterEntries from './roster-entries.ts';
import type { ImportWish } from './roster-imports.ts';
import * as rosterImports from './roster-imports.ts';

export interface RosterImport {
  programme: string;
  by: string;
  rows: readonly RosterRow[];
  wish: ImportWish;
}

export type Imported = { ok: true; people: number; newFunctions: readonly string[] } | { ok: false; because: 'not-organiser' };

/** The list in a form is one text box: no more functions than fit into it. */
const LIST_MOST = 2900;

/** Keeps every line; an address that is on the roster already is brought up to date. */
export async function importRoster(tools: Tools, { programme: id, by, rows, wish }: RosterImport): Promise<Imported> {
  if (!(await mayOrganise(tools, { id }, by))) return { ok: false, because: 'not-organiser' };
  const now = tools.now();
  return transact(tools.db, async (tx): Promise<Imported> => {
    const programme = await programmes.find(tx, tools.workspace, id);
    if (!programme) return { ok: false, because: 'not-organiser' };
    const each = await rosterImports.begin(tools, tx, { programme: id, by, wish, people: rows.length }, now);
    for (const row of rows) {
      const { email, name, level, managerEmail: manager_email, timeZone: time_zone } = row;
      const known = { id: tools.newId(), workspace: tools.workspace, programme: id, import: each.id, imported_at: stamp(now) };
      const unknown = {
        slack_user: null,
        looked_up_at: null,
        invited_at: null,
        reminded_at: null,
        declined_at: null,
        profiled_at: null,
        manager: null,
      };
      await rosterEntries.put(tx, { ...known, ...unknown, email, name, function: row.function, level, manager_email, time_zone });
    }
    const newFunctions = functionsMissing(programme.functions, rows);
    if (newFunctions.length > 0) await programmes.change(tx, { ...programme, functions: [...programme.functions, ...newFunctions] });
    await record(tools, tx, { programme: id, actor: by, action: 'roster-imported', detail: { count: rows.length } }, now);
    return { ok: true, people: rows.length, newFunctions };
  });
}

/** Functions on the list that the programme does not have yet, in their order, as many as it can take. */
function functionsMissing(present: readonly string[], rows: readonly RosterRow[]): string[] {
  const all = [...present];
  for (const { function: name } of rows) {
    const fits = all.length < FUNCTIONS_MOST && [...all, name].join('\n').length <= LIST_MOST && name.length <= FUNCTION_MOST;
    if (name !== '' && fits && !all.some((other) => other.toLowerCase() === name.toLowerCase())) all.push(name);
  }
  return all.slice(present.length);
}
