// The menu: the same choices as the words one may type, as buttons; and the list of all words, made from their table. Pure.
import type { KnownBlock } from '@slack/types';
import type { Content } from '../../platform/content/load.ts';
import { actions, section, sections } from '../../platform/slack/blocks.ts';
import type { Answer } from '../../platform/slack/spoken.ts';
import type { HomeFacts } from './facts.ts';
import { wordButton } from './words.ts';

/** A word of a table of commands, as help tells it. */
export interface Word {
  word: string;
  args?: string;
  for: 'everyone' | 'organiser';
  /** Id of its line in `content/`. */
  help: string;
}

/** What someone may do next, the most likely first. `opening` is an id of `content/`. */
export function menu(content: Content, facts: HomeFacts, words: ReadonlySet<string>, opening = 'home.menu'): Answer {
  const row = (wanted: readonly string[]): KnownBlock[] => {
    const buttons = wanted.filter((word) => words.has(word)).map((word) => wordButton(word));
    return buttons.length > 0 ? [actions(buttons)] : [];
  };
  const organiser = facts.organising.length > 0;
  return {
    text: content.plain(opening),
    blocks: [
      section(content.say(opening)),
      ...row(forLeaders(facts)),
      ...(organiser ? [section(content.say('home.menu.organiser')), ...row(FOR_ORGANISERS)] : []),
    ],
  };
}

function forLeaders({ taking, organising, programmes }: HomeFacts): string[] {
  if (taking.length > 0) {
    const away = taking.some(({ paused }) => paused);
    const here = taking.some(({ paused }) => !paused);
    const sitting = [...(away ? ['resume'] : []), ...(here ? ['pause'] : [])];
    return [...LEADING, ...sitting, 'leave', 'guide', 'privacy', 'help'];
  }
  const begin = programmes === 0 && organising.length === 0 ? ['found'] : [];
  return ['join', ...begin, 'guide', 'privacy', 'help'];
}

const LEADING = [
  'note',
  'notes',
  'partner',
  'status',
  'meet',
  'checkin',
  'commitments',
  'agreement',
  'forum',
  'team',
  'profile',
  'help-me',
  'change',
];
const FOR_ORGANISERS = ['rotate', 'gathering', 'roster', 'settings', 'organisers', 'report', 'audit', 'found'];

/** Every word there is, in two parts: for everyone, and for organisers. */
export function helpList(content: Content, tables: readonly { name: string; words: readonly Word[] }[]): Answer {
  const lines = (whom: Word['for']) =>
    tables.flatMap(({ name, words }) =>
      words.filter((word) => word.for === whom).map((word) => line(content, [name, word.word, word.args ?? ''], word.help)),
    );
  const parts = [
    content.say('home.help', { lines: { mrkdwn: lines('everyone').join('\n') } }),
    content.say('home.help.organiser', { lines: { mrkdwn: lines('organiser').join('\n') } }),
  ];
  return { text: parts.join('\n\n'), blocks: parts.flatMap((part) => sections(part)) };
}

function line(content: Content, command: readonly string[], help: string): string {
  const typed = command.filter((part) => part !== '').join(' ');
  return content.say('home.help.line', { command: typed, help: { mrkdwn: content.say(help) } });
}
