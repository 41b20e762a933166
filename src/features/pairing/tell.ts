// The messages of a round, put on their way inside the transaction of their caller: to each leader, to each pair, to the channel.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, instantOf, isBefore, sayDay, stamp } from '../../platform/clock.ts';
import type { RoundTable } from '../../platform/db/tables.ts';
import { enqueue, enqueueAll, type Letter } from '../../platform/outbox/enqueue.ts';
import type { Tools, Tx } from '../../platform/tools.ts';
import * as organisers from '../founding/organisers.ts';
import type { Programme } from '../founding/programmes.ts';
import * as contacts from '../joining/contacts.ts';
import type { Leader } from '../joining/leaders.ts';
import * as leaders from '../joining/leaders.ts';
import { announcement } from './announcement.ts';
import { matchMessage, matchWords, pairMessage } from './letters.ts';
import { ranByItself } from './organiser-letters.ts';
import * as pairLeaders from './pair-leaders.ts';
import type { Pair } from './pairs.ts';
import * as pairs from './pairs.ts';
import type { Because } from './plan.ts';
import { bridgesOf } from './planning/bridges.ts';
import * as rounds from './rounds.ts';
import { isJustNow, politeForAll } from './telling-hours.ts';

type Sending = Pick<Tools, 'vault' | 'newId' | 'workspace' | 'content'>;

/** The postman goes by time: who is in a pair hears before the pair, and the pair before the channel, part by part. */
const SPACES = 1;
const ANNOUNCEMENT = 2;
const after = (now: Temporal.Instant, milliseconds: number) => now.add({ milliseconds });

export interface Told {
  programme: Programme;
  round: RoundTable;
  groups: readonly Pair[];
}

/** The same, with why each pair is one. */
export interface Explained extends Told {
  groups: readonly (Pair & { reasons: readonly Because[] })[];
}

/** Whether people hear at once, because somebody has just decided it, or each in their own hours. */
export type Pace = 'at-once' | 'polite';

/** The match, to everyone in `groups`. */
export async function tellLeaders(
  tools: Sending,
  tx: Tx,
  { programme, round, groups, pace }: Explained & { pace: Pace },
  now: Temporal.Instant,
): Promise<void> {
  const hours = await leadersIn(tx, groups);
  const letters = groups.flatMap((pair) =>
    pair.members.map(({ leader, user }) => {
      const body = matchMessage(tools.content, matchWords({ ...pair, leader }, round, { zone: programme.timeZone, now }));
      const notBefore = pace === 'polite' ? politeForAll(readersAmong(hours, [leader]), now) : now;
      const letter: Letter = {
        key: `match:${round.id}:${leader}`,
        kind: 'match',
        address: { to: 'person', user },
        priority: 2,
        body,
        notBefore,
      };
      return { letter, readers: [{ leader, user }] };
    }),
  );
  await enqueueAll(
    tools,
    tx,
    letters.map(({ letter }) => letter),
    now,
  );
  for (const { letter, readers } of letters)
    await contacts.note(tools, tx, { key: letter.key, kind: 'match', rank: 'match', readers }, now);
}

/** Opens the shared conversation of each pair that has none yet: at a moment within the hours of all who have not just said something themselves. */
export async function openSpaces(
  tools: Sending,
  tx: Tx,
  { groups, pace }: { groups: readonly Pair[]; pace: Pace },
  now: Temporal.Instant,
): Promise<void> {
  const closed = groups.filter(({ openedAt }) => openedAt === null);
  const hours = await leadersIn(tx, closed);
  const spaces = closed.map((pair) => {
    const moment = pace === 'polite' ? momentFor(pair, hours, now) : now;
    return { letter: spaceLetter(tools.content, pair, after(moment, SPACES)), readers: pair.members };
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

/** Who has just pressed is still there; only the others are waited for. */
function momentFor({ members }: Pair, hours: ReadonlyMap<string, Leader>, now: Temporal.Instant): Temporal.Instant {
  const waited = members.filter(({ confirmedAt }) => !isJustNow(confirmedAt, now));
  const moment = politeForAll(
    readersAmong(
      hours,
      waited.map(({ leader }) => leader),
    ),
    now,
  );
  return isBefore(now, moment)
    ? politeForAll(
        readersAmong(
          hours,
          members.map(({ leader }) => leader),
        ),
        now,
      )
    : now;
}

async function leadersIn(tx: Tx, groups: readonly Pair[]): Promise<ReadonlyMap<string, Leader>> {
  const ids = groups.flatMap(({ members }) => members.map(({ leader }) => leader));
  return new Map((await leaders.some(tx, ids)).map((leader) => [leader.id, leader]));
}

function readersAmong(hours: ReadonlyMap<string, Leader>, ids: readonly string[]): Leader[] {
  return ids.map((id) => hours.get(id)).filter((leader) => leader !== undefined);
}

/** Tells the channel who works with whom, once; a pair that waits for another match is left out. */
export async function announceRound(tools: Sending, tx: Tx, { programme, round, groups }: Told, now: Temporal.Instant): Promise<void> {
  if (!(await rounds.announce(tx, round.id, stamp(now)))) return;
  const past = (await pairLeaders.past(tx, programme.id))
    .filter(({ lived }) => lived)
    .map(({ members }) => members.map((member) => member.function));
  const present = new Set(past.flat());
  const functions = [...new Set([...programme.functions, ...present])].filter((each) => present.has(each));
  const messages = announcement(tools.content, {
    programme: programme.name,
    number: round.number,
    announcing: programme.announcing,
    groups: groups.filter(agreed).map(({ members }) => members),
    map: { programme: programme.name, round: round.number, functions, bridges: bridgesOf(past) },
  });
  for (const [at, body] of messages.entries()) {
    const key = at === 0 ? `announcement:${round.id}` : `announcement:${round.id}:${at + 1}`;
    const address = { to: 'channel', channel: programme.channel } as const;
    const notBefore = after(now, ANNOUNCEMENT + at);
    await enqueue(tools, tx, { key, kind: 'announcement', address, priority: 2, body, notBefore }, now);
  }
}

/** Tells the organisers that the round went out by itself. */
export async function tellItRan(
  tools: Sending & Pick<Tools, 'organisers'>,
  tx: Tx,
  { programme, round, groups }: Told,
  now: Temporal.Instant,
): Promise<void> {
  const x = groups.flatMap(({ members }) => members).length;
  const date = sayDay(dayOf(instantOf(round.confirm_by), programme.timeZone));
  const body = ranByItself(tools.content, { programme: programme.name, number: round.number, x, date });
  for (const user of await organisers.of(tools, tx, programme.id)) {
    await enqueue(tools, tx, { key: `ran:${round.id}:${user}`, kind: 'ran', address: { to: 'person', user }, priority: 2, body }, now);
  }
}

/** Whether everyone in the pair is still there, and nobody has asked for another match. */
export function agreed({ members }: Pair): boolean {
  return members.every(({ askedAnotherAt, leftAt }) => askedAnotherAt === null && leftAt === null);
}
