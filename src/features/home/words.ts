// The words a person may type, as buttons: the menu, the Home tab and the answer to a stray message all offer the same ones. Pressing one is
// typing it. Pure.
import type { Button } from '@slack/types';
import { button } from '../../platform/slack/blocks.ts';

/** What stands on the button for each word of the table of commands. */
export const LABELS: Readonly<Record<string, string>> = {
  join: 'Join',
  profile: 'My profile',
  partner: 'My partner',
  status: 'Where I stand',
  checkin: 'Check in',
  note: 'Write a note',
  notes: 'My notes',
  commit: 'Commit to something',
  commitments: 'My commitments',
  agreement: 'Our agreement',
  guide: 'Starter cards',
  meet: 'Find a time',
  pause: 'Pause',
  resume: 'Come back',
  change: 'Ask for another partner',
  'help-me': 'Ask for help',
  forum: 'Forums',
  team: 'Start with my team',
  privacy: 'Who sees what',
  export: 'Download my data',
  erase: 'Delete my data',
  leave: 'Leave',
  help: 'All commands',
  found: 'Found a programme',
  settings: 'Settings',
  roster: 'Roster',
  organisers: 'Organisers',
  gathering: 'The gathering',
  report: 'Report',
  audit: 'What was done',
  rotate: 'Preview the next round',
};

/** Words a message to the bot may consist of when it is meant as a command and not as an answer to a question. */
export function isCommand(text: string): boolean {
  const said = text.trim().toLowerCase();
  if (said.startsWith('/')) return true;
  const bare = said.replace(/[.!?]+$/, '').replace(/^(?:coaching ?pairs)\s*/, '');
  return bare === 'menu' || Object.hasOwn(LABELS, bare) || /^(?:pause|resume|leave) (?:until|till|for|\d)\b/.test(bare);
}

/** The button for a word, about one programme where it is given; `label` where another one fits better. */
export function wordButton(
  word: string,
  { programme, label, style }: { programme?: string; label?: string; style?: 'primary' } = {},
): Button {
  const value = programme ? `${word} ${programme}` : word;
  return button({
    label: label ?? LABELS[word] ?? word,
    action: `home.word#${word}${programme ? `-${programme}` : ''}`,
    value,
    ...(style && { style }),
  });
}
