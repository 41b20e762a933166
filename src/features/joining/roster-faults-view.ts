// The faults of a roster as a list to work through. Pure.
import type { KnownBlock } from '@slack/types';
import type { Content } from '../../platform/content/load.ts';
import { sections } from '../../platform/slack/blocks.ts';
import { cut } from '../../platform/slack/text.ts';
import type { RosterFault } from './roster-faults.ts';

const SHOWN = 50;

/** Where each fault is, what it is, and what would be right; the first fifty of them. */
export function faultBlocks(content: Content, faults: readonly RosterFault[]): KnownBlock[] {
  const rest = faults.length - SHOWN;
  const lines = faults.slice(0, SHOWN).map((fault) => sayFault(content, fault));
  const more = rest > 0 ? [content.say('joining.import.faults.more', { count: rest })] : [];
  return sections([content.say('joining.import.faults', { count: faults.length }), ...lines, ...more].join('\n'));
}

function sayFault(content: Content, { line, column, id, blanks }: RosterFault): string {
  const what = { mrkdwn: content.say(id, blanks) };
  const where = column === '' ? 'joining.csv.line' : 'joining.csv.cell';
  return content.say(where, { line, column: cut(column, 40), what });
}
