// A report as a file for spreadsheets: one row for each measure. No cell begins a formula, and each is quoted. Pure.
import type { Content } from '../../platform/content/load.ts';
import { csvFile } from '../../platform/csv.ts';
import { titleOf } from './report-view.ts';
import type { Readers } from './row.ts';
import { type Shown, sayReport } from './said.ts';

const COLUMNS = ['report', 'published', 'question', 'measure', 'when', 'figure', 'aim', 'counted', 'replies'] as const;

/** UTF-8 with the mark that spreadsheets look for. */
export function reportFile(content: Content, report: Shown, to: Readers): string {
  const columns = to === 'organisers' ? COLUMNS : COLUMNS.filter((column) => column !== 'aim');
  const about = { report: titleOf(content, report), published: report.date };
  const rows = sayReport(content, report, to).flatMap(({ question, rows: measures, notes }) => [
    ...measures.map(({ measure, when = '', figure, aim = '', how = '' }) => ({
      ...{ ...about, question, measure, when, figure, aim, counted: how },
      replies: when === '' ? '' : notes.join(' '),
    })),
    ...(measures.some(({ when }) => when !== undefined) || notes.length === 0
      ? []
      : [{ ...about, question, measure: '', when: '', figure: '', aim: '', counted: '', replies: notes.join(' ') }]),
  ]);
  return csvFile(
    columns,
    rows.map((row) => columns.map((column) => row[column])),
  );
}
