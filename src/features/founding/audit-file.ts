// The audit as a file, for whoever has to keep it: one line for each deed, with ids and words as they are on record. Safe to open in a spreadsheet.
// Pure.

import { csvFile } from '../../platform/csv.ts';
import type { AuditTable } from '../../platform/db/tables.ts';

const COLUMNS = ['at', 'who', 'action', 'subject', 'detail'];

/** The instants are UTC; people and channels stand as Slack's ids. */
export function auditFile(deeds: readonly AuditTable[]): string {
  const rows = deeds.map(({ at, actor, action, subject, detail }) => [at, actor, action, subject ?? '', detail]);
  return csvFile(COLUMNS, rows);
}
