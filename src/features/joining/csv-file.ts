// Rows as a CSV file that is safe to open in a spreadsheet: no cell begins a formula, and each is quoted, so that whatever splits lines at other marks
// than commas cannot begin one either. Pure.
import { stringify } from 'csv-stringify/sync';
import { safeCell } from './roster-cells.ts';

/** UTF-8 with the mark that spreadsheets look for. */
export function csvFile(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\uFEFF${stringify([columns, ...rows.map((row) => row.map(safeCell))], { quoted: true })}`;
}
