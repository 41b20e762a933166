// Shared conversations: opened for each pair at a moment within the hours of all who have not just said something themselves.
import type { Temporal } from 'temporal-polyfill';
import { isBefore, stamp } from '../../platform/clock.ts';
import { enqueueAll, type Letter } from '../../platform/outbox/enqueue.ts';
import type { Tools, Tx } from '../../platform/tools.ts';
import * as contacts from '../joining/contacts.ts';
import type { Leader } from '../joining/leaders.ts';
import * as leaders from '../joining/leaders.ts';
import { freshForAll, freshFrom, PER_WEEK } from './fresh-days.ts';
import { pairMessage } from './letters.ts';
import type { Pair } from './pairs.ts';
import * as pairs from './pairs.ts';
import { isJustNow, politeForAll } from './telling-hours.ts';

type Sending = Pick<Tools, 'vault' | 'newId' | 'workspace' | 'content'>;

/** Whether people hear at once, because somebody has just decided it, or each in their own hours. */
export type Pace = 'at-once' | 'polite';

/** The postman goes by time: who is in a pair hears before the pair does. */
const AFTER = { milliseconds: 1 };

/** Opens the shared conversation of each pair that has none yet: at a moment within the hours of all who have not just said something themselves. */
export async function openSpaces(
  tools: Sending,
  tx: Tx,
  { groups, pace }: { groups: readonly Pair[]; pace: Pace },
  now: Temporal.Instant,
): Promise<void> {
  const closed = groups.filter(({ openedAt }) => openedAt === null);
  const hours = await leadersIn(tx, closed);
  const fresh = await freshFrom(tools, tx, [...hours.values()], { now, perWeek: PER_WEEK });
  const spaces = closed.map((pair) => {
    const moment = pace === 'polite' ? momentFor(pair, { hours, fresh }, now) : now;
    // To whoever has just said that it suits them, it is the answer.
    const readers = pair.members.filter(({ confirmedAt }) => !isJustNow(confirmedAt, now));
    return { letter: spaceLetter(tools.content, pair, moment.add(AFTER)), readers };
  });
  await enqueueAll(
    tools,
    tx,
    spaces.map(({ letter }) => letter),
    now,
  );
  for (const { letter, readers } of spaces) await contacts.note(tools, tx, { key: letter.key, kind: 'pair', rank: 'match', readers }, now);
  await pairs.open(
    tx,
    closed.map(({ id }) => id),
    stamp(now),
  );
}

/** The first words in a pair's shared conversation. A pair that has become a trio has another conversation, and another letter. */
export function spaceLetter(content: Sending['content'], { id, members, openedAt }: Pair, notBefore: Temporal.Instant): Letter {
  const body = pairMessage(content, { pair: id, names: members.map(({ name }) => name) });
  const address = { to: 'group', users: members.map(({ user }) => user) } as const;
  const key = openedAt === null ? `pair:${id}` : `pair:${id}:three:${members.at(-1)?.leader}`;
  return { key, kind: 'pair', address, priority: 2, body, notBefore };
}

interface Known {
  hours: ReadonlyMap<string, Leader>;
  fresh: ReadonlyMap<string, Temporal.Instant>;
}

/** Who has just pressed is still there; only the others are waited for. */
function momentFor({ members }: Pair, { hours, fresh }: Known, now: Temporal.Instant): Temporal.Instant {
  const readers = (some: Pair['members']) => some.map(({ leader }) => hours.get(leader)).filter((each) => each !== undefined);
  const waited = readers(members.filter(({ confirmedAt }) => !isJustNow(confirmedAt, now)));
  const from = freshForAll(
    fresh,
    waited.map(({ id }) => id),
    now,
  );
  return isBefore(now, politeForAll(waited, from)) ? politeForAll(readers(members), from) : now;
}

/** Everyone in `groups`, by their leader's id. */
export async function leadersIn(tx: Tx, groups: readonly Pair[]): Promise<ReadonlyMap<string, Leader>> {
  const ids = groups.flatMap(({ members }) => members.map(({ leader }) => leader));
  return new Map((await leaders.some(tx, ids)).map((leader) => [leader.id, leader]));
}
