// The waiting list moves up: whoever comes next and may sit with those who do gets the place that has come free, and hears of it. Whoever is away on
// that day keeps their place as long as nobody else needs it.
import type { Temporal } from 'temporal-polyfill';
import { instantOf, stamp } from '../../../platform/clock.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import { reportingLines } from '../../joining/line.ts';
import type { Forum } from './forums.ts';
import { placeLetter } from './letters.ts';
import { note, type Seat, type SignedUp, signedUp } from './seats.ts';
import { tellLeader } from './tell.ts';

/** Nobody sits with their own manager or with somebody they manage. */
export const STEPS = 1;

export type Lines = ReadonlyMap<string, readonly string[]>;

/** Whether a leader may sit with these. */
export function maySit(lines: Lines, leader: string, seats: readonly Pick<Seat, 'leader'>[]): boolean {
  const line = lines.get(leader) ?? [];
  return seats.every((seat) => !line.includes(seat.leader));
}

/** Whether somebody may be able to move up: cheap, for whoever looks again and again. */
export function hasRoom({ seated, waiting }: SignedUp, places: number): boolean {
  return waiting.length > 0 && seated.length < places;
}

export interface Filling {
  forum: Forum;
  /** Whoever sees it at once and is not written to. */
  asking?: string;
  /** Who reports to whom, where that has been read. */
  lines?: Lines;
}

/** Gives out the places that are free, in order. Returns who got one. */
export async function fill(
  tools: Tools,
  tx: Tx,
  { forum, asking, lines: known }: Filling,
  now: Temporal.Instant,
): Promise<readonly Seat[]> {
  const { seated, waiting, away } = await signedUp(tx, forum);
  if (!hasRoom({ seated, waiting, away }, forum.places)) return [];
  const lines = known ?? (await reportingLines(tx, forum.programme, STEPS));
  const seats = [...seated];
  const up: Seat[] = [];
  for (const each of waiting) {
    if (seats.length >= forum.places) break;
    if (!maySit(lines, each.leader, seats)) continue;
    seats.push(each);
    up.push(each);
    await note(tx, forum, each.leader, { seated_at: stamp(now) });
    if (each.leader !== asking) await tellThem(tools, tx, { forum, seat: each }, now);
  }
  const needed = seats.length + away.length - forum.places;
  for (const each of needed > 0 && up.length > 0 ? away.slice(0, needed) : []) await note(tx, forum, each.leader, { seated_at: null });
  return up;
}

async function tellThem(tools: Tools, tx: Tx, { forum, seat }: { forum: Forum; seat: Seat }, now: Temporal.Instant): Promise<void> {
  const until = instantOf(forum.startsAt);
  const body = placeLetter(tools.content, { forum: forum.id, at: until, zone: seat.zone });
  await tellLeader(tools, tx, { leader: seat.leader, key: `forum-seat:${forum.id}:${seat.leader}:${stamp(now)}`, body, until }, now);
}
