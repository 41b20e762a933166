// The messages of a round, put on their way inside the transaction of their caller: to each leader, to each pair, to the channel.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, instantOf, sayDay, stamp } from '../../platform/clock.ts';
import type { RoundTable } from '../../platform/db/tables.ts';
import { enqueue, enqueueAll, type Letter } from '../../platform/outbox/enqueue.ts';
import type { Tools, Tx } from '../../platform/tools.ts';
import * as organisers from '../founding/organisers.ts';
import type { Programme } from '../founding/programmes.ts';
import { announcement } from './announcement.ts';
import { matchMessage, matchWords, pairMessage } from './letters.ts';
import { ranByItself } from './organiser-letters.ts';
import * as pairLeaders from './pair-leaders.ts';
import type { Pair } from './pairs.ts';
import * as pairs from './pairs.ts';
import type { Because } from './plan.ts';
import { bridgesOf } from './planning/bridges.ts';
import * as rounds from './rounds.ts';

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

/** The match, to everyone in `groups`. */
export async function tellLeaders(tools: Sending, tx: Tx, { programme, round, groups }: Explained, now: Temporal.Instant): Promise<void> {
  const letters = groups.flatMap((pair) =>
    pair.members.map(({ leader, user }): Letter => {
      const body = matchMessage(tools.content, matchWords({ ...pair, leader }, round, programme.timeZone));
      return { key: `match:${round.id}:${leader}`, kind: 'match', address: { to: 'person', user }, priority: 2, body };
    }),
  );
  await enqueueAll(tools, tx, letters, now);
}

/** Opens the shared conversation of each pair that has none yet. */
export async function openSpaces(tools: Sending, tx: Tx, groups: readonly Pair[], now: Temporal.Instant): Promise<void> {
  const closed = groups.filter(({ openedAt }) => openedAt === null);
  const letters = closed.map(({ id, members }): Letter => {
    const names = members.map(({ name }) => name);
    const address = { to: 'group', users: members.map(({ user }) => user) } as const;
    return {
      key: `pair:${id}`,
      kind: 'pair',
      address,
      priority: 2,
      body: pairMessage(tools.content, names),
      notBefore: after(now, SPACES),
    };
  });
  await enqueueAll(tools, tx, letters, now);
  await pairs.open(
    tx,
    closed.map(({ id }) => id),
    stamp(now),
  );
}

/** Tells the channel who works with whom, once; a pair that waits for another match is left out. */
export async function announceRound(tools: Sending, tx: Tx, { programme, round, groups }: Told, now: Temporal.Instant): Promise<void> {
  if (!(await rounds.announce(tx, round.id, stamp(now)))) return;
  const past = (await pairLeaders.past(tx, programme.id)).map(({ members }) => members.map((member) => member.function));
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
