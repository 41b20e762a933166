// Tells an organiser what became of everyone on a list: how many, and which of them could not be brought in and why. Pure.
import type { Content } from '../../../platform/content/load.ts';
import type { RosterEntryTable } from '../../../platform/db/tables.ts';
import type { Letter } from '../../../platform/outbox/enqueue.ts';
import { sections } from '../../../platform/slack/blocks.ts';
import type { Programme } from '../../founding/programmes.ts';
import { counted } from '../../founding/words.ts';
import { FATES, type Fate } from './import-plan.ts';
import type { Import } from './roster-imports.ts';

export interface Outcome {
  fates: readonly { entry: RosterEntryTable; fate: Fate }[];
  /** The permission Slack wants, or its word for why it did not answer. */
  blocked?: string | undefined;
  /** The same for what Slack's own profile fields say. */
  unread?: string | undefined;
}

/** These are named, so that the organiser can do something about them. */
const NAMED: ReadonlySet<Fate> = new Set<Fate>(['functionless', 'unknown', 'guest', 'external', 'deactivated', 'bot']);
const NAMES_MOST = 20;
/** Letters for the names of one fate: of all six together a message must stay within what Slack takes of its blocks (about 13,000). */
const LETTERS_MOST = 1_400;

/** A sentence for each fate that somebody had. */
export function outcomeLines(content: Content, { fates, blocked, unread }: Outcome): string[] {
  const lines = FATES.flatMap((fate) => {
    const these = fates.filter((each) => each.fate === fate).map(({ entry }) => entry);
    return these.length === 0
      ? []
      : [content.say(`joining.import.${fate}`, { people: counted(these.length, 'person', 'people') }) + named(content, fate, these)];
  });
  return [
    ...lines,
    ...(blocked === undefined ? [] : [content.say('joining.import.blocked', { blocked })]),
    ...(unread === undefined ? [] : [content.say('joining.import.unread-profiles', { blocked: unread })]),
  ];
}

/** The same as a message to the organiser who brought the list. */
export function importReport(content: Content, each: Import, programme: Programme, outcome: Outcome): Letter {
  const heading = content.say('joining.import.done', { programme: programme.name, people: counted(each.people, 'person', 'people') });
  const text = [heading, ...outcomeLines(content, outcome), content.say('joining.import.next')].join('\n');
  return {
    key: `import:${each.id}`,
    kind: 'import',
    address: { to: 'person', user: each.by },
    priority: 1,
    body: { text, blocks: sections(text) },
  };
}

function named(content: Content, fate: Fate, entries: readonly RosterEntryTable[]): string {
  if (!NAMED.has(fate)) return '';
  const names = fitting(entries.slice(0, NAMES_MOST).map(({ email, name }) => content.say('joining.import.one', { who: email ?? name })));
  const rest = entries.length - names.length;
  return `\n${[...names, ...(rest > 0 ? [content.say('joining.import.more', { count: rest })] : [])].join('\n')}`;
}

/** As many of the lines as there is room for. */
function fitting(lines: readonly string[]): string[] {
  let letters = 0;
  return lines.filter((line) => {
    letters += line.length;
    return letters <= LETTERS_MOST;
  });
}
