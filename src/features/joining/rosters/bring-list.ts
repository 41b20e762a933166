// Keeps an organiser's list: every line at once, in one transaction. Who these people are in Slack is found out beside this, and told to the organiser.
import type { Temporal } from 'temporal-polyfill';
import { record } from '../../../platform/audit.ts';
import { stamp } from '../../../platform/clock.ts';
import type { RosterEntryTable } from '../../../platform/db/tables.ts';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import type { Programme } from '../../founding/programmes.ts';
import * as programmes from '../../founding/programmes.ts';
import { FUNCTION_MOST, FUNCTIONS_MOST } from '../../founding/settings-form.ts';
import * as leaders from '../leaders.ts';
import { roster } from './roster.ts';
import { type RosterChanges, rosterChanges, spelledAlike } from './roster-changes.ts';
import type { RosterRow } from './roster-csv.ts';
import * as rosterEntries from './roster-entries.ts';
import type { ImportWish } from './roster-imports.ts';
import * as rosterImports from './roster-imports.ts';

export interface List {
  /** Slack id of the organiser who is told how it went. */
  by: string;
  rows: readonly RosterRow[];
  wish: ImportWish;
  /** Whether whoever runs the program brings the list, in the organiser's name. */
  byOperator?: boolean;
}

/** A list as the programme spells it, and what it changes of the roster that stands. */
export interface Weighed {
  rows: readonly RosterRow[];
  changes: RosterChanges;
}

export interface Brought {
  import: string;
  people: number;
  newFunctions: readonly string[];
  changes: RosterChanges;
}

type Keeping = Pick<Tools, 'newId' | 'workspace'>;

/** The list in a form is one text box: no more functions than fit into it. */
const LIST_MOST = 2900;

export async function weigh(db: Db | Tx, programme: Programme, rows: readonly RosterRow[]): Promise<Weighed> {
  const spelled = spelledAlike(rows, programme.functions);
  return { rows: spelled, changes: rosterChanges(spelled, await roster(db, programme)) };
}

/** Keeps the list, which has been weighed in this transaction. An address that is on the roster already is brought up to date; nobody is taken off. */
export async function bringList(
  tools: Keeping,
  tx: Tx,
  { programme, rows, changes, ...list }: List & Weighed & { programme: Programme },
  now: Temporal.Instant,
): Promise<Brought> {
  const wanted = { programme: programme.id, by: list.by, wish: list.wish, people: rows.length };
  const { id } = await rosterImports.begin(tools, tx, wanted, now);
  const before = await rosterEntries.ofProgramme(tx, programme.id);
  await rosterEntries.putAll(tx, entriesFrom(tools, { programme, rows, before }, { import: id, imported_at: stamp(now) }));
  await bringLeadersUpToDate(tx, programme, { changes, before }, now);
  const newFunctions = functionsMissing(programme.functions, rows);
  if (newFunctions.length > 0) await programmes.change(tx, { ...programme, functions: [...programme.functions, ...newFunctions] });
  const detail = { count: rows.length, new: changes.fresh.length, changed: changes.updated.length };
  const action = list.byOperator ? 'roster-imported-by-operator' : 'roster-imported';
  await record(tools, tx, { programme: programme.id, actor: list.by, action, detail }, now);
  return { import: id, people: rows.length, newFunctions, changes };
}

interface Rows {
  programme: Programme;
  rows: readonly RosterRow[];
  before: readonly RosterEntryTable[];
}

/** Where the list says nothing, what stood before. */
function entriesFrom(
  { newId, workspace }: Keeping,
  { programme, rows, before }: Rows,
  imported: Pick<RosterEntryTable, 'import' | 'imported_at'>,
): RosterEntryTable[] {
  const known = new Map(before.map((entry) => [entry.email, entry]));
  const nothing = { slack_user: null, invited_at: null, reminded_at: null, declined_at: null, manager: null };
  return rows.map((row) => {
    const entry = known.get(row.email);
    return {
      ...nothing,
      ...{ id: newId(), workspace, programme: programme.id, email: row.email, name: row.name, ...imported },
      ...{ function: row.function || (entry?.function ?? ''), level: row.level || (entry?.level ?? '') },
      ...{ manager_email: row.managerEmail ?? entry?.manager_email ?? null, time_zone: row.timeZone ?? entry?.time_zone ?? null },
      ...{ looked_up_at: null, profiled_at: null },
    };
  });
}

/** What the list says of somebody who takes part already counts at the next matching. */
async function bringLeadersUpToDate(
  tx: Tx,
  programme: Programme,
  { changes, before }: { changes: RosterChanges; before: readonly RosterEntryTable[] },
  now: Temporal.Instant,
): Promise<void> {
  const updates = new Map(changes.updated.filter(({ isLeader }) => isLeader).map(({ row }) => [row.email, row]));
  if (updates.size === 0) return;
  const all = await leaders.inProgramme(tx, programme.id);
  const users = new Map(before.map(({ email, slack_user }) => [email, slack_user]));
  for (const { email, user } of all) if (email) users.set(email.toLowerCase(), user);
  for (const leader of all) {
    const row = updates.get(leader.email?.toLowerCase() ?? '');
    if (!row) continue;
    const line = row.managerEmail === null ? {} : { managerEmail: row.managerEmail, manager: users.get(row.managerEmail) ?? null };
    const said = { function: row.function || leader.function, level: row.level || leader.level };
    await leaders.change(tx, { ...leader, ...said, ...line }, now);
  }
}

/** Functions on the list that the programme does not have yet, in their order, as many as it can take. */
export function functionsMissing(present: readonly string[], rows: readonly { function: string }[]): string[] {
  const all = [...present];
  const known = new Set(all.map((name) => name.toLowerCase()));
  let length = all.join('\n').length;
  for (const { function: name } of rows) {
    if (name === '' || known.has(name.toLowerCase()) || name.length > FUNCTION_MOST) continue;
    if (all.length >= FUNCTIONS_MOST || length + 1 + name.length > LIST_MOST) continue;
    all.push(name);
    known.add(name.toLowerCase());
    length += 1 + name.length;
  }
  return all.slice(present.length);
}
