// What people saw of a round, judged from the small Slack's own record alone: everything that was to be seen once, how often it was.
import type { Seen } from '../../src/sandbox/small-slack.ts';
import type { Block } from '../../src/sandbox/world.ts';
import type { OpenSlack } from './slack-on-a-port.ts';

export interface Verdict {
  /** Leaders who were told their match, and how many messages that took. */
  matched: number;
  matches: number;
  /** Group conversations with the first words in them. */
  groups: number;
  /** Leaders who got these words alone, because the group's message may or may not have arrived; and those among them who have it in both places. */
  toldAlone: number;
  inBothPlaces: number;
  announcements: number;
  /** Pairs and trios the announcement names. */
  announced: number;
  lost: string[];
  doubled: string[];
  /** When the last of all this was seen; milliseconds since 1970. */
  lastAt: number;
}

/** Judges everything the bot posted from number `after` of the record on. */
export function judge({ slack }: OpenSlack, leaders: readonly string[], after: number): Verdict {
  const { conversations, app } = slack.world;
  const posted = slack.transcript
    .slice(after)
    .filter(({ what, by, conversation }) => what === 'posted' && by === app.botUser && conversation);
  const kindOf = ({ conversation = '' }: Seen) => conversations.get(conversation)?.kind;
  const membersOf = ({ conversation = '' }: Seen) => conversations.get(conversation)?.members ?? [];
  const matches = posted.filter((seen) => kindOf(seen) === 'dm' && has(seen, 'pairing.suits'));
  const firstWords = posted.filter((seen) => has(seen, 'pairing.first-plan'));
  const parts = posted.filter((seen) => kindOf(seen) === 'channel');
  const countFor = (messages: readonly Seen[], leader: string) => messages.filter((seen) => membersOf(seen).includes(leader)).length;
  const inGroups = firstWords.filter((seen) => kindOf(seen) === 'group');
  const alone = firstWords.filter((seen) => kindOf(seen) === 'dm');
  const each = leaders.map((leader) => ({
    leader,
    matches: countFor(matches, leader),
    groups: countFor(inGroups, leader),
    alone: countFor(alone, leader),
  }));
  const announcement = judgeParts(parts);
  const keys = posted.map(({ metadata }) => String(metadata?.event_payload.k ?? '')).filter((key) => key !== '');
  const repeated = keys.filter((key, at) => keys.indexOf(key) !== at);
  const relevant = [...matches, ...firstWords, ...parts];
  return {
    matched: each.filter((one) => one.matches > 0).length,
    matches: matches.length,
    groups: new Set(inGroups.map(({ conversation }) => conversation)).size,
    toldAlone: each.filter((one) => one.alone > 0).length,
    inBothPlaces: each.filter((one) => one.alone > 0 && one.groups > 0).length,
    announcements: parts.length,
    announced: announcement.pairs,
    lost: [
      ...each.filter((one) => one.matches === 0).map(({ leader }) => `${leader} has no match`),
      ...each.filter((one) => one.groups + one.alone === 0).map(({ leader }) => `${leader} has no first words`),
      ...announcement.lost,
    ],
    doubled: [
      ...each.filter((one) => one.matches > 1).map((one) => `${one.leader} has ${one.matches} matches`),
      ...each.filter((one) => one.groups > 1 || one.alone > 1).map(({ leader }) => `${leader} has the first words twice in one place`),
      ...announcement.doubled,
      ...repeated.map((key) => `the mark ${key} was posted again`),
    ],
    lastAt: Math.max(...relevant.map(({ at }) => at)),
  };
}

function has({ blocks }: Seen, action: string): boolean {
  return blocks.some(({ elements }) => Array.isArray(elements) && (elements as Block[]).some(({ action_id }) => action_id === action));
}

/** The announcement's parts carry "(2 of 3)", but for the first. */
function judgeParts(parts: readonly Seen[]): { pairs: number; lost: string[]; doubled: string[] } {
  const texts = parts.map(({ text, blocks }) => `${text}\n${JSON.stringify(blocks)}`);
  const numbers = texts
    .map((text) => /\((\d+) of (\d+)\)/.exec(text))
    .map((found) => ({ at: Number(found?.[1] ?? 1), of: Number(found?.[2] ?? 1) }));
  const most = Math.max(1, ...numbers.map(({ of }) => of));
  const times = (part: number) => numbers.filter(({ at }) => at === part).length;
  const all = Array.from({ length: most }, (_, at) => at + 1);
  return {
    pairs: parts.flatMap(({ blocks }) => JSON.stringify(blocks).match(/• /g) ?? []).length,
    lost: all.filter((part) => times(part) === 0).map((part) => `part ${part} of ${most} of the announcement is missing`),
    doubled: all
      .filter((part) => times(part) > 1)
      .map((part) => `part ${part} of ${most} of the announcement stands there ${times(part)} times`),
  };
}
