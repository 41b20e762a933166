// Shared conversations: opened for each pair at a moment within the hours of all who have not just said something themselves.
import type { Temporal } from 'temporal-polyfill';
import { isBefore, stamp } from '../../platform/clock.ts';
import { enqueueAll, type Letter } from '../../platform/outbox/enqueue.ts';
import type { Tools, Tx } from '../../platform/tools.ts';
import * as contacts from '../joining/contacts.ts';
import type { Leader } from '../joining/leaders.ts';
import * as leaders from '../joining/leaders.ts';
import { freshForAll, freshFrom } from './fresh-days.ts';
import { pairMessage } from './letters.ts';
import type { Pair } from './pairs.ts';
import * as pairs from './pairs.ts';
import { isJustNow, politely, politelyTogether } from './telling-hours.ts';

type Content = Tools['content'];
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
  await beginSpaces(tools, tx, { groups: closed, pace }, now);
  await pairs.open(
    tx,
    closed.map(({ id }) => id),
    stamp(now),
  );
}

/** Puts the first words of these pairs' conversations on their way, also where a pair had another one before. */
export async function beginSpaces(
  tools: Sending,
  tx: Tx,
  { groups, pace }: { groups: readonly Pair[]; pace: Pace },
  now: Temporal.Instant,
): Promise<void> {
  const hours = await leadersIn(tx, groups);
  const fresh = await freshFrom(tools, tx, [...hours.values()], now);
  const letters = groups.flatMap((pair) =>
    pace === 'polite' ? whenItSuits(tools.content, pair, { hours, fresh }, now) : [atOnce(tools.content, pair, now)],
  );
  await enqueueAll(
    tools,
    tx,
    letters.map(({ letter }) => letter),
    now,
  );
  for (const { letter, readers } of letters) await contacts.note(tools, tx, { key: letter.key, kind: 'pair', rank: 'match', readers }, now);
}

interface Addressed {
  letter: Letter;
  /** To whom it comes unasked. */
  readers: Pair['members'];
}

interface Known {
  hours: ReadonlyMap<string, Leader>;
  fresh: ReadonlyMap<string, Temporal.Instant>;
}

function atOnce(content: Content, pair: Pair, now: Temporal.Instant): Addressed {
  // To whoever has just said that it suits them, it is the answer.
  return { letter: { ...letterOf(content, pair), notBefore: now.add(AFTER) }, readers: waitedFor(pair, now) };
}

/** Who has just pressed is still there, and only the others are waited for; where they are not there now, it is unasked for everyone. */
function whenItSuits(content: Content, pair: Pair, { hours, fresh }: Known, now: Temporal.Instant): Addressed[] {
  const people = (members: Pair['members']) => members.map(({ leader }) => hours.get(leader)).filter((each) => each !== undefined);
  const windowsOf = (members: Pair['members']) => {
    const ids = members.map(({ leader }) => leader);
    return politelyTogether(people(members), freshForAll(fresh, ids, now));
  };
  const waited = waitedFor(pair, now);
  if (waited.length === 0) return [atOnce(content, pair, now)];
  const letter = letterOf(content, pair);
  const windows = windowsOf(pair.members);
  const [present] = waited.length < pair.members.length ? windowsOf(waited) : [];
  if (present && !isBefore(now, present.opens)) {
    const later = windows.filter(({ opens }) => !isBefore(opens, present.closes));
    return [{ letter: { ...letter, notBefore: now, windows: [present, ...later] }, readers: waited }];
  }
  if (windows[0]) return [{ letter: { ...letter, notBefore: windows[0].opens, windows }, readers: pair.members }];
  return pair.members.map((member) => alone(letter, member, { to: hours.get(member.leader), from: fresh.get(member.leader) ?? now }));
}

/** Those who are never at work together hear of each other one by one; their conversation begins when one of them does something. */
function alone(
  letter: Letter,
  member: Pair['members'][number],
  { to, from }: { to: Leader | undefined; from: Temporal.Instant },
): Addressed {
  const { alone: body = letter.body } = letter.body;
  const own = { ...letter, key: `${letter.key}:${member.user}`, address: { to: 'person', user: member.user }, body } as const;
  return { letter: { ...own, ...(to ? politely(to, from) : { notBefore: from }) }, readers: [member] };
}

function waitedFor({ members }: Pair, now: Temporal.Instant): Pair['members'] {
  return members.filter(({ confirmedAt }) => !isJustNow(confirmedAt, now));
}

/** The first words in a pair's shared conversation. A pair that has become a trio has another conversation, and another letter. */
function letterOf(content: Content, { id, members, openedAt }: Pair): Letter {
  const body = pairMessage(content, { pair: id, names: members.map(({ name }) => name) });
  const address = { to: 'group', users: members.map(({ user }) => user) } as const;
  const key = openedAt === null ? `pair:${id}` : `pair:${id}:three:${members.at(-1)?.leader}`;
  return { key, kind: 'pair', address, priority: 2, body };
}

/** Everyone in `groups`, by their leader's id. */
export async function leadersIn(tx: Tx, groups: readonly Pair[]): Promise<ReadonlyMap<string, Leader>> {
  const ids = groups.flatMap(({ members }) => members.map(({ leader }) => leader));
  return new Map((await leaders.some(tx, ids)).map((leader) => [leader.id, leader]));
}
