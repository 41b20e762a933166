// What a list changes, in words: how many, whom and in what, and who is not on it. Pure.
import type { Content } from '../../../platform/content/load.ts';
import { cut } from '../../../platform/slack/text.ts';
import type { Change, RosterChanges, Updated } from './roster-changes.ts';
import { isIn } from './roster-changes.ts';
import { type RosterLine, STANDINGS } from './standings.ts';

/** More would push the buttons out of sight; the rest is in the file. */
export const CHANGES_SHOWN = 12;
const MISSING_SHOWN = 12;

/** Nothing but the totals where nobody who stands there changes. */
export function changeLines(content: Content, changes: RosterChanges): string[] {
  const { fresh, updated, unchanged, missing } = changes;
  const totals = { fresh: fresh.length, updated: updated.length, unchanged, missing: missing.length };
  if (updated.length + unchanged + missing.length === 0) return [];
  return [content.say('joining.import.totals', totals), ...(updated.length > 0 ? [updatedLines(content, updated)] : [])];
}

function updatedLines(content: Content, updated: readonly Updated[]): string {
  const lines = updated.slice(0, CHANGES_SHOWN).map(({ name, changes }) =>
    content.say('joining.import.change', {
      name: cut(name, 60),
      changes: { mrkdwn: changes.map((change) => sayChange(content, change)).join('; ') },
    }),
  );
  const rest = updated.length - lines.length;
  return [
    content.say('joining.import.updated'),
    ...lines,
    ...(rest > 0 ? [content.say('joining.import.more', { count: rest })] : []),
    ...(updated.some(({ isLeader }) => isLeader) ? [content.say('joining.import.own')] : []),
  ].join('\n');
}

function sayChange(content: Content, { field, from, to }: Change): string {
  const was = from === '' ? content.plain('joining.import.change.nothing') : cut(from, 75);
  return content.say(`joining.import.change.${field}`, { to: cut(to, 75), from: was });
}

/** Who is not on the list, those who take part first, and what can be done about them. */
export function missingLines(content: Content, missing: readonly RosterLine[]): string[] {
  const ordered = STANDINGS.flatMap((standing) => missing.filter((line) => line.standing === standing));
  const lines = ordered.slice(0, MISSING_SHOWN).map((line) => {
    const standing = content.plain(`joining.standing.${line.standing}`).toLowerCase();
    return content.say('joining.import.person', { name: cut(line.name || (line.email ?? ''), 60), standing });
  });
  const rest = missing.length - lines.length;
  return [
    content.say('joining.import.missing'),
    ...lines,
    ...(rest > 0 ? [content.say('joining.import.more', { count: rest })] : []),
    ...(missing.some(isIn) ? [content.say('joining.import.missing.in')] : []),
  ];
}
