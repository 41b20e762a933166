// What a form has no room for, as files: everything that is wrong with a list, and everything that one changes. Pure.
import type { Content } from '../../../platform/content/load.ts';
import { csvFile } from '../../../platform/csv.ts';
import type { RosterChanges } from './roster-changes.ts';
import type { RosterFault } from './roster-faults.ts';

export interface ToldFile {
  name: string;
  title: string;
  bytes: Uint8Array;
}

export function faultsFile(content: Content, faults: readonly RosterFault[]): ToldFile {
  const rows = faults.map(({ line, column, id, blanks }) => [String(line), column, content.plain(id, blanks)]);
  return file('to-put-right.csv', 'What to put right', csvFile(['line', 'column', 'what'], rows));
}

export function changesFile(changes: RosterChanges): ToldFile {
  const updated = changes.updated.flatMap(({ row, name, changes: each }) =>
    each.map(({ field, from, to }) => [row.email, name, field, from, to]),
  );
  const missing = changes.missing.map(({ email, name, standing }) => [email ?? '', name, 'not on the list', standing, standing]);
  return file('changes.csv', 'What the list changes', csvFile(['email', 'name', 'what', 'was', 'is'], [...updated, ...missing]));
}

function file(name: string, title: string, text: string): ToldFile {
  return { name, title, bytes: new TextEncoder().encode(text) };
}
