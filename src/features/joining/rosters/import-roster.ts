// An organiser brings a list of people in. What it would change of those who are there already is said first, and takes effect when it is sent again.
import { transact } from '../../../platform/db/transact.ts';
import type { Tools } from '../../../platform/tools.ts';
import * as programmes from '../../founding/programmes.ts';
import { mayOrganise } from '../../founding/rights.ts';
import { type Brought, bringList, type List, weigh } from './bring-list.ts';
import type { RosterChanges } from './roster-changes.ts';

export interface RosterImport extends List {
  programme: string;
  /** The mark of what was said and is now sent again. */
  confirmed?: string | undefined;
}

export type Imported =
  | ({ ok: true } & Brought)
  | { ok: false; because: 'not-organiser' }
  | { ok: false; because: 'confirm'; changes: RosterChanges; mark: string };

/** Keeps every line. The mark covers the list and what it changes, so that a change by somebody else in between is seen before it is undone. */
export async function importRoster(tools: Tools, { programme: id, confirmed, ...list }: RosterImport): Promise<Imported> {
  if (!(await mayOrganise(tools, { id }, list.by))) return { ok: false, because: 'not-organiser' };
  const now = tools.now();
  return transact(tools.db, async (tx): Promise<Imported> => {
    const programme = await programmes.find(tx, tools.workspace, id);
    if (!programme) return { ok: false, because: 'not-organiser' };
    const weighed = await weigh(tx, programme, list.rows);
    const { changes } = weighed;
    const mark = changes.updated.length === 0 ? '' : tools.vault.mark(JSON.stringify([id, weighed]));
    if (changes.updated.length > 0 && confirmed !== mark) return { ok: false, because: 'confirm', changes, mark };
    return { ok: true, ...(await bringList(tools, tx, { ...list, ...weighed, programme }, now)) };
  });
}
