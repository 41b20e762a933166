// The faults of a roster as a list to work through. Pure.
import type { KnownBlock } from '@slack/types';
import type { Content } from '../../../platform/content/load.ts';
import { sections } from '../../../platform/slack/blocks.ts';
import { cut } from '../../../platform/slack/text.ts';
import type { RosterFault } from './roster-faults.ts';

/** More are not read in a form: they go into a file. */
export const FAULTS_SHOWN = 50;

/** Where each fault is, what it is, and what would be right; the first fifty of them. `inFile`: all of them have been handed over as a file. */
export function faultBlocks(content: Content, faults: readonly RosterFault[], inFile = false): KnownBlock[] {
  const rest = faults.length - FAULTS_SHOWN;
  const lines = faults.slice(0, FAULTS_SHOWN).map((fault) => sayFault(content, fault));
  const more = rest > 0 ? [content.say('joining.import.faults.more', { count: rest })] : [];
  const file = inFile ? [content.say('joining.import.faults.file')] : [];
  return sections(
    [content.say('joining.import.faults', { count: faults.length }), ...lines, [...more, ...file].join(' ')].join('\n').trimEnd(),
  );
}

/** The same for a terminal: a line of plain text for each. */
export function faultLine(content: Content, { line, column, id, blanks }: RosterFault): string {
  return `line ${line}${column === '' ? '' : `, ${cut(column, 40)}`}: ${content.plain(id, blanks)}`;
}

function sayFault(content: Content, { line, column, id, blanks }: RosterFault): string {
  const what = { mrkdwn: content.say(id, blanks) };
  const where = column === '' ? 'joining.csv.line' : 'joining.csv.cell';
  return content.say(where, { line, column: cut(column, 40), what });
}
