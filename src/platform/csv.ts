// Tables as files for spreadsheets. No cell begins a formula, and each is quoted, so that whatever splits lines at other marks than commas cannot
// begin one either. Pure.
import { stringify } from 'csv-stringify/sync';

/** UTF-8 with the mark that spreadsheets look for; the first line names the columns. */
export function csvFile(columns: readonly string[], rows: readonly Readonly<Record<string, string | number>>[]): string {
  return `\uFEFF${stringify([...rows], { header: true, columns: [...columns], escape_formulas: true, quoted: true })}`;
}
