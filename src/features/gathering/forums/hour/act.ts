// What whoever reads the words may press: on to the next round, more time, a pause, and on again. While nobody reads them, whoever presses first does.
import { transact } from '../../../../platform/db/transact.ts';
import type { Tools, Tx } from '../../../../platform/tools.ts';
import * as forums from '../forums.ts';
import { forumById } from '../forums.ts';
import { type Seat, seated } from '../seats.ts';
import { type Hour, hourWith, standing } from './circle.ts';
import { moveTo } from './keep-time.ts';
import { type Act, advance } from './plan.ts';

export interface Pressing {
  user: string;
  forum: string;
  /** The line under which it was pressed, and when that was to end then (milliseconds). */
  step: number;
  ends: number;
}

export type Refused = { ok: false; because: Because; names?: readonly string[] };
export type Because =
  | 'not-seated'
  | 'not-begun'
  | 'ended'
  | 'round-over'
  | 'not-yours'
  | 'reader-taken'
  | 'keeper-taken'
  | 'not-keeper'
  | 'held'
  | 'no-question-now'
  | 'just-asked';

/** `changed`: the present line has to be drawn anew. */
export type Acted = { ok: true; hour: Hour; changed: boolean } | Refused;

/** The hour, and the place in it of whoever pressed under its present line. */
export async function pressedIn(
  tools: Tools,
  tx: Tx,
  { user, forum, step }: Pick<Pressing, 'user' | 'forum'> & { step?: number },
): Promise<{ ok: true; hour: Hour; own: Seat } | Refused> {
  const found = await forumById(tx, tools.workspace, forum);
  const own = found && (await seated(tx, found)).find((seat) => seat.user === user);
  if (!found || !own) return { ok: false, because: 'not-seated' };
  const hour = await hourWith(tools, tx, found);
  if (!hour) return { ok: false, because: 'not-begun' };
  if (hour.forum.endedAt !== null) return { ok: false, because: 'ended' };
  return step === undefined || step === hour.going.step ? { ok: true, hour, own } : { ok: false, because: 'round-over' };
}

/** Done as pressed, once: the second click finds that it has been done, and only sees the line as it is, which Slack may not have taken the first time. */
export async function act(tools: Tools, pressing: Pressing, what: Act): Promise<Acted> {
  const now = tools.now();
  const acted = await transact(tools.db, async (tx): Promise<Acted> => {
    const found = await pressedIn(tools, tx, pressing);
    if (!found.ok) return found;
    const led = leading(found.hour, found.own);
    if (!led) return { ok: false, because: 'not-yours', names: readerOf(found.hour) };
    const hour = { ...found.hour, forum: led };
    const isStale = what === 'more' && pressing.ends !== hour.going.ends.epochMilliseconds;
    const going = isStale ? undefined : advance(hour.script, hour.going, what, now);
    if (!going) return { ok: true, hour, changed: true };
    if (going.step !== hour.going.step) return { ok: true, hour: await moveTo(tools, tx, { hour, going }, now), changed: false };
    const forum = standing(led, going);
    await forums.save(tx, forum);
    return { ok: true, hour: { ...hour, forum, going }, changed: true };
  });
  tools.knock();
  return acted;
}

/** The forum with a reader, if `own` may lead: who reads, who offered it, or whoever comes first. */
export function leading({ forum, seats }: Hour, own: Seat): Hour['forum'] | undefined {
  const hasReader = seats.some(({ leader }) => leader === forum.reader);
  if (!hasReader) return { ...forum, reader: own.leader };
  return forum.reader === own.leader || forum.offeredBy === own.user ? forum : undefined;
}

export function readerOf({ forum, seats }: Hour): string[] {
  return seats.flatMap(({ leader, name }) => (leader === forum.reader ? [name] : []));
}
