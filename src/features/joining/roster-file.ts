// The roster as a file: the columns an import reads, and each person's standing. Safe to open in a spreadsheet: no cell begins a formula, and each is quoted,
// so that whatever splits lines at other marks than commas cannot begin one either.
import { stringify } from 'csv-stringify/sync';
import type { RosterLine } from './roster.ts';

/** UTF-8 with the mark that spreadsheets look for. */
export function rosterFile(lines: readonly RosterLine[]): string {
  const rows = lines.map(({ email, name, function: where, level, managerEmail, timeZone, standing }) => ({
    email: email ?? '',
    name,
    function: where,
    level,
    manager_email: managerEmail ?? '',
    time_zone: timeZone ?? '',
    standing,
  }));
  const columns = ['email', 'name', 'function', 'level', 'manager_email', 'time_zone', 'standing'];
  return `\uFEFF${stringify(rows, { header: true, columns, escape_formulas: true, quoted: true })}`;
}
