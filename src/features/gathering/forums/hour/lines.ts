// The lines of an hour on their way into its space: each under a key of its own, so that none comes twice; and drawn anew where it stands already.
import type { Temporal } from 'temporal-polyfill';
import { type Address, type Body, enqueue } from '../../../../platform/outbox/enqueue.ts';
import { standingUnder } from '../../../../platform/outbox/placed.ts';
import { withdraw } from '../../../../platform/outbox/withdraw.ts';
import type { Tools, Tx } from '../../../../platform/tools.ts';
import type { Forum } from '../forums.ts';
import type { Seat } from '../seats.ts';
import { choosing, type Hour, holdersOf, mayPutRight, speaking } from './circle.ts';
import { type LineShown, type Live, lineMessage } from './line-view.ts';

/** Everybody leaves with the last line: it is said even when it comes late. */
export const LAST_WORTH = { hours: 3 };
/** What is said between the lines is worth nothing a little later. */
const ASIDE_WORTH = { seconds: 30 };

export function lineKey(forum: string, step: number): string {
  return `forum:${forum}:line:${step}`;
}

/** Where a forum speaks: in its channel, or in a group conversation of those who have a place. */
export function spaceOf({ space, channel }: Forum, seats: readonly Pick<Seat, 'user'>[]): Address | undefined {
  if (space === 'channel' && channel !== null) return { to: 'channel', channel };
  const users = seats.map(({ user }) => user);
  if (users.length > 1) return { to: 'group', users };
  return users[0] === undefined ? undefined : { to: 'person', user: users[0] };
}

/** Puts the present line on its way. What was to come before it and has not gone yet is not said any more. */
export async function sayLine(tools: Tools, tx: Tx, hour: Hour, now: Temporal.Instant): Promise<void> {
  const { forum, going } = hour;
  for (let step = Math.max(1, going.step - 3); step < going.step; step += 1)
    await withdraw(tx, tools.workspace, { keys: [lineKey(forum.id, step)], beginnings: [] });
  await post(tools, tx, { hour, key: lineKey(forum.id, going.step), body: lineMessage(tools.content, shownLine(hour, going.step)) }, now);
}

interface Again {
  hour: Hour;
  why: Why;
  /** For the how manieth time. */
  time?: number;
}

/** The present line once more, with the reason for that above it. */
export async function sayLineAgain(tools: Tools, tx: Tx, { hour, why, time = 1 }: Again, now: Temporal.Instant): Promise<void> {
  const { forum, going } = hour;
  const body = lineMessage(tools.content, { ...shownLine(hour, going.step), lead: why });
  await post(tools, tx, { hour, key: `${lineKey(forum.id, going.step)}:again${time > 1 ? `:${time}` : ''}`, body }, now);
}

type Why = 'forums.hour.here' | 'forums.hour.moved-here';

interface Posted {
  hour: Hour;
  key: string;
  body: Body;
}

async function post(tools: Tools, tx: Tx, { hour, key, body }: Posted, now: Temporal.Instant): Promise<void> {
  const { forum, seats, going, script } = hour;
  const address = spaceOf(forum, seats);
  const expiresAt = going.step < script.length ? going.ends : going.ends.add(LAST_WORTH);
  if (address) await enqueue(tools, tx, { key, kind: 'forum-script', priority: 1, address, body, expiresAt }, now);
}

/** Something said between the lines, worth saying only now. */
export async function sayAside(tools: Tools, tx: Tx, { hour, key, body }: Posted, now: Temporal.Instant): Promise<void> {
  const address = spaceOf(hour.forum, hour.seats);
  const expiresAt = now.add(ASIDE_WORTH);
  if (address) await enqueue(tools, tx, { key, kind: 'forum-script', priority: 1, address, body, expiresAt }, now);
}

/** Draws line `step` as it is now; without buttons, where it is not the present one. Returns whether Slack took it wherever it stands. */
export async function redrawLine(tools: Tools, hour: Hour, step: number): Promise<boolean> {
  const body = lineMessage(tools.content, shownLine(hour, step));
  let taken = true;
  for (const { channel, ts } of await standingUnder(tools.db, tools.workspace, lineKey(hour.forum.id, step)))
    taken = (await tools.slack.updateMessage(channel, ts, body)).ok && taken;
  return taken;
}

/** The line as it reads now. Once the hour is over only its last line has buttons still. */
export function shownLine(hour: Hour, step: number): LineShown {
  const { forum, seats, script, going } = hour;
  const { line = '', holder = 0 } = script[step - 1] ?? {};
  const named = (leader: string | null | undefined) => seats.find((seat) => seat.leader === leader)?.name;
  const holders = holdersOf(forum, seats);
  const [holding, reader, keeper] = [named(holders[holder - 1]), named(forum.reader), named(forum.keeper)];
  const most = forum.version === 'six' ? 1 : 2;
  const names = holders.flatMap((leader) => named(leader) ?? []);
  const isPresent = step === going.step;
  return {
    ...{ value: carried(hour), line, hints: hintsOf(hour, line, isPresent) },
    order: speaking(hour, step).map(({ name }) => name),
    ...(holding && { holder: holding }),
    ...(CHOOSING.has(line) && forum.version !== 'few' && { questions: { names, most } }),
    ...(reader && isPresent && { reader }),
    ...(keeper && isPresent && { keeper }),
    ...(isPresent && { live: liveOf(hour) }),
  };
}

const CHOOSING: ReadonlySet<string> = new Set(['f.word', 'f.choose']);

function liveOf(hour: Hour): Live {
  const { forum, seats, script, going, zone } = hour;
  const open = choosing(hour);
  const about = script[going.step - 1]?.holder;
  const others = seats.filter(({ leader }) => leader !== forum.holder && leader !== forum.secondHolder);
  return {
    ...{ ends: going.ends, zone, paused: going.pausedAt !== undefined, last: going.step === script.length, choosing: open },
    whose: (open && about) || mayPutRight(hour) ? others.map(({ leader, name }) => ({ value: `${forum.id}:${leader}`, name })) : [],
  };
}

/** Ids and numbers only: each press is looked at anew. */
function carried({ forum, going }: Hour): string {
  return `${forum.id}:${going.step}:${going.ends.epochMilliseconds}`;
}

/** What the buttons are for is said only as long as they are there. */
function hintsOf(hour: Hour, line: string, isPresent: boolean): string[] {
  const { reader, keeper, version } = hour.forum;
  if (line === 'f.open') return ['forums.hour.talk', ...(isPresent && !(reader && keeper) ? ['forums.hour.roles'] : [])];
  if (!isPresent || !choosing(hour)) return [];
  if (line === 'f.choose') return ['forums.hour.one-question'];
  return line === 'f.word' && version === 'four' ? ['forums.hour.two-questions'] : [];
}
