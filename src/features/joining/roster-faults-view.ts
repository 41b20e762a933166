// The faults of a roster as a list to work through: where each is, what it is, and what would be right. Pure.
import type { KnownBlock } from '@slack/types';
import type { Content } from '../../platform/content/load.ts';
import { sections } from '../../platform/slack/blocks.ts';
import { cut } from '../../platform/slack/text.ts';
import { columnMost, type RosterFault, rosterColumns } from './roster-checks.ts';
import { ROSTER_MOST } from './roster-csv.ts';

const SHOWN = 50;

/** The first fifty of them, and how many more there are. */
export function faultBlocks(content: Content, faults: readonly RosterFault[]): KnownBlock[] {
  const rest = faults.length - SHOWN;
  const lines = faults.slice(0, SHOWN).map((fault) => sayFault(content, fault));
  const more = rest > 0 ? [content.say('joining.import.faults.more', { count: rest })] : [];
  return sections([content.say('joining.import.faults', { count: faults.length }), ...lines, ...more].join('\n'));
}

function sayFault(content: Content, { line, column, because, found }: RosterFault): string {
  const most = because === 'too-many' ? ROSTER_MOST : (columnMost[column as keyof typeof columnMost] ?? 0);
  const blanks = { found, most, columns: rosterColumns.join(',') };
  const what = { mrkdwn: content.say(because === 'missing' ? `joining.csv.missing.${column}` : `joining.csv.${because}`, blanks) };
  if (column === null) return content.say('joining.csv.line', { line, what });
  return content.say('joining.csv.cell', { line, column: cut(column, 40), what });
}
