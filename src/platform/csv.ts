// Tables as files for spreadsheets. No cell begins a formula, and each is quoted, so that whatever splits lines at other marks than commas cannot
// begin one either. Pure.
import { stringify } from 'csv-stringify/sync';

/** What a spreadsheet takes for a formula, in its two widths. */
const SIGNS = '=+\\-@\uFF1D\uFF0B\uFF0D\uFF20';
const FORMULA = new RegExp(`^[\\t\\r]*[${SIGNS}]`);
/** The mark that keeps text from being one; as many as there are, a file puts one more before them, and reading one takes one away. */
const MARKED = new RegExp(`^'+[\\t\\r]*[${SIGNS}]`);

/** UTF-8 with the mark that spreadsheets look for; the first line names the columns. */
export function csvFile(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${stringify([columns, ...rows.map((row) => row.map((cell) => safe(String(cell))))], { quoted: true })}`;
}

export function isFormula(text: string): boolean {
  return FORMULA.test(text);
}

/** What stood in a cell before a file of ours marked it. */
export function withoutMark(text: string): string {
  return MARKED.test(text) ? text.slice(1) : text;
}

function safe(text: string): string {
  return FORMULA.test(text) || MARKED.test(text) ? `'${text}` : text;
}
