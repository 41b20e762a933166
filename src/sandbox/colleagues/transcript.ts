// What each person received, as a line of plain data for each message and reader: read from the small Slack, and from what the bot has on record
// of it.
import { Temporal } from 'temporal-polyfill';
import { fortnight as fortnightOf } from '../../platform/content/elements.ts';
import type { Tools } from '../../platform/tools.ts';
import { readerOf } from '../readings.ts';
import { readText } from '../render/mrkdwn.ts';
import type { Seen, SmallSlack } from '../small-slack.ts';
import type { Block } from '../world.ts';
import { type Hours, hoursOfLeaders, letterAt } from './on-record.ts';

/** One message as one person received it. */
export interface Line extends Hours {
  at: string;
  to: string;
  email: string;
  surface: 'dm' | 'group' | 'channel';
  kind: string;
  key: string;
  /** Nobody had asked for it: counted by the limits of a week and of a day. */
  unprompted: boolean;
  fortnight: number | null;
  element: string | null;
  text: string;
}

/** A line, and where its message stands. */
export interface Received {
  line: Line;
  channel: string;
  ts: string;
  blocks: readonly Block[];
}

/** Reads what could be seen as it was received: what the bot posted, once for each reader. */
export type Reading = (fresh: readonly Seen[]) => Promise<Received[]>;

/** Nobody changes their hours and is surprised within the day. */
const DAY = 86_400_000;
const SURFACES = { dm: 'dm', group: 'group', channel: 'channel', private: 'channel' } as const;

export function openReading(slack: SmallSlack, tools: () => Tools): Reading {
  let known: { day: number; hours: ReadonlyMap<string, Hours> } = { day: 0, hours: new Map() };
  return async (fresh) => {
    const messages = fresh.filter((seen) => isMessage(slack, seen));
    if (messages.length === 0) return [];
    const day = Math.floor(slack.now() / DAY);
    if (day !== known.day) known = { day, hours: await hoursOfLeaders(tools()) };
    const received: Received[] = [];
    for (const seen of messages) {
      const place = { channel: seen.conversation ?? '', ts: seen.ts ?? '', blocks: seen.blocks };
      received.push(...(await linesOf(slack, tools(), seen, known.hours)).map((line) => ({ line, ...place })));
    }
    return received;
  };
}

function isMessage(slack: SmallSlack, { what, only, by, conversation, ts }: Seen): boolean {
  return what === 'posted' && only === undefined && by === slack.world.app.botUser && conversation !== undefined && ts !== undefined;
}

async function linesOf(slack: SmallSlack, tools: Tools, seen: Seen, hours: ReadonlyMap<string, Hours>): Promise<Line[]> {
  const conversation = slack.world.conversations.get(seen.conversation ?? '');
  if (!conversation) return [];
  const letter = await letterAt(tools, conversation.id, seen.ts ?? '');
  const { fortnight } = letter;
  const at = Temporal.Instant.fromEpochMilliseconds(seen.at).toString();
  return conversation.members.flatMap((to): Line[] => {
    const person = slack.world.people.get(to);
    if (!person || person.kind === 'bot') return [];
    return [
      {
        at,
        to,
        email: person.email,
        ...(hours.get(to) ?? { timeZone: person.timeZone, workingDays: [1, 2, 3, 4, 5], workingHours: { from: '09:00', to: '17:00' } }),
        surface: SURFACES[conversation.kind],
        kind: letter.kind,
        key: letter.key,
        unprompted: letter.unasked.has(to),
        fortnight: fortnight ?? null,
        element: fortnight === undefined ? null : (fortnightOf(tools.content, fortnight).element?.key ?? 'closing'),
        text: readText({ type: 'mrkdwn', text: seen.text }, readerOf(slack, to)),
      },
    ];
  });
}
