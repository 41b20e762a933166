// The messages of a round, put on their way inside the transaction of their caller: to each leader, to each pair, to the channel.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, instantOf, sayDay, stamp } from '../../platform/clock.ts';
import type { RoundTable } from '../../platform/db/tables.ts';
import { type Body, enqueue, enqueueAll, type Letter } from '../../platform/outbox/enqueue.ts';
import type { Db, Tools, Tx } from '../../platform/tools.ts';
import * as organisers from '../founding/organisers.ts';
import * as pauseWeeks from '../founding/pause-weeks.ts';
import type { Programme } from '../founding/programmes.ts';
import * as contacts from '../joining/contacts.ts';
import { announcement } from './announcement.ts';
import { freshFrom } from './fresh-days.ts';
import { matchMessage, matchWords } from './letters.ts';
import { itRan, type Ran } from './organiser-letters.ts';
import * as pairLeaders from './pair-leaders.ts';
import type { Pair } from './pairs.ts';
import type { Because } from './plan.ts';
import { joinedSoFar } from './planning/bridges.ts';
import * as rounds from './rounds.ts';
import { leadersIn, type Pace } from './spaces.ts';
import { politely } from './telling-hours.ts';

type Sending = Pick<Tools, 'vault' | 'newId' | 'workspace' | 'content'>;

/** The postman goes by time: leaders and pairs hear before the channel, and that part by part. */
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

/** The match, to everyone in `groups`; `before` is what some of them read above it. */
export async function tellLeaders(
  tools: Sending,
  tx: Tx,
  { programme, round, groups, pace, before }: Explained & { pace: Pace; before?: ReadonlyMap<string, string> },
  now: Temporal.Instant,
): Promise<void> {
  const hours = await leadersIn(tx, groups);
  const fresh = pace === 'polite' ? await freshFrom(tools, tx, [...hours.values()], now) : undefined;
  const rests = await pauseWeeks.of(tx, programme.id);
  const letters = groups.flatMap((pair) =>
    pair.members.map(({ leader, user }) => {
      const to = hours.get(leader);
      const when = to && fresh ? politely(to, fresh.get(leader) ?? now, rests) : { notBefore: now };
      const said = before?.get(leader);
      const words = {
        ...matchWords({ ...pair, leader }, round, { zone: programme.timeZone, now: when.notBefore }),
        ...(said && { before: said }),
      };
      const key = `match:${round.id}:${leader}`;
      const letter: Letter = {
        key,
        kind: 'match',
        address: { to: 'person', user },
        priority: 2,
        body: matchMessage(tools.content, words),
        ...when,
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

/** Tells the channel who works with whom, once; a pair that waits for another match is left out. */
export async function announceRound(tools: Sending, tx: Tx, { programme, round, groups }: Told, now: Temporal.Instant): Promise<void> {
  if (!(await rounds.announce(tx, round.id, stamp(now)))) return;
  const messages = await announcementOf(tools, tx, { programme, round, groups });
  for (const [at, body] of messages.entries()) {
    const key = at === 0 ? `announcement:${round.id}` : `announcement:${round.id}:${at + 1}`;
    const address = { to: 'channel', channel: programme.channel } as const;
    const notBefore = after(now, ANNOUNCEMENT + at);
    await enqueue(tools, tx, { key, kind: 'announcement', address, priority: 2, body, notBefore }, now);
  }
}

/** What the channel hears of a round, as its pairs stand now. */
export async function announcementOf(
  { content }: Pick<Tools, 'content'>,
  db: Db | Tx,
  { programme, round, groups }: Told,
): Promise<Body[]> {
  const past = (await pairLeaders.past(db, programme.id))
    .filter(({ lived }) => lived)
    .map(({ members }) => members.map((member) => member.function));
  return announcement(content, {
    programme: programme.name,
    number: round.number,
    announcing: programme.announcing,
    groups: groups.filter(agreed).map(({ members }) => members),
    map: { programme: programme.name, round: round.number, ...joinedSoFar(programme.functions, past) },
  });
}

/** Tells the organisers that the round went out, and how. */
export async function tellItRan(
  tools: Sending & Pick<Tools, 'organisers'>,
  tx: Tx,
  { programme, round, groups, how }: Told & { how: Ran },
  now: Temporal.Instant,
): Promise<void> {
  const x = groups.flatMap(({ members }) => members).length;
  const date = sayDay(dayOf(instantOf(round.confirm_by), programme.timeZone));
  const body = itRan(tools.content, how, { programme: programme.name, number: round.number, x, date });
  for (const user of await organisers.of(tools, tx, programme.id)) {
    await enqueue(tools, tx, { key: `ran:${round.id}:${user}`, kind: 'ran', address: { to: 'person', user }, priority: 2, body }, now);
  }
}

/** Whether everyone in the pair is still there, and nobody has asked for another match. */
export function agreed({ members }: Pair): boolean {
  return members.every(({ askedAnotherAt, leftAt }) => askedAnotherAt === null && leftAt === null);
}
