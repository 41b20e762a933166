// Puts a mended round on record, and on its way to everyone whom it concerns, inside the transaction of its caller.
import type { Temporal } from 'temporal-polyfill';
import { record } from '../../../platform/audit.ts';
import { dayOf, instantOf, isBefore, stamp } from '../../../platform/clock.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import { restPair } from '../../joining/rest-pairs.ts';
import { confirmBy } from '../calendar.ts';
import * as pairLeaders from '../pair-leaders.ts';
import type { Pair } from '../pairs.ts';
import * as pairs from '../pairs.ts';
import type { PlannedPair } from '../plan.ts';
import { sealWhy } from '../sealed-plans.ts';
import type { Turn } from './letters.ts';
import type { Look } from './look.ts';
import type { Mended } from './mending.ts';
import * as rematches from './rematches.ts';
import { type Successor, successorsOf } from './successors.ts';
import { type Placed, tellTurns } from './tell-turns.ts';

/** `by` is a Slack user id, or `programme` where time alone acts. Nothing happens where nothing changes. */
export async function store(
  tools: Tools,
  tx: Tx,
  { look, mended, by }: { look: Look; mended: Mended; by: string },
  now: Temporal.Instant,
): Promise<void> {
  const { round, programme } = look;
  const at = stamp(now);
  const { groups, ended } = successorsOf(mended, look.pairs);
  for (const pair of ended) await pairs.end(tx, pair, at, pairLeaders.CHANGED);
  const goingOn = groups.filter(({ pair }) => pair !== undefined);
  for (const { pair = '', leaders } of goingOn) await endPlaces(tx, membersOf(look, pair), { pair, leaders, at });
  const placed: Placed[] = [];
  for (const group of groups) placed.push(...(await settleIn(tools, tx, { look, group, made: reasonsFor(mended, group) })));
  const today = dayOf(now, programme.timeZone);
  for (const { pair } of goingOn) await restPair(tools, tx, { pair: pair ?? '', today }, now);
  for (const wish of mended.placed) await rematches.settle(tx, wish, 'matched', at);
  const alone = await waitForAnother(tools, tx, { look, mended }, now);
  await tellTurns(tools, tx, { look, placed, ended, alone }, now);
  const detail = { number: round.number, changed: groups.length };
  await record(tools, tx, { programme: programme.id, actor: by, action: 'rematched', subject: round.id, detail }, now);
}

async function endPlaces(
  tx: Tx,
  members: Pair['members'],
  { pair, leaders, at }: { pair: string; leaders: readonly string[]; at: string },
): Promise<void> {
  for (const { leader } of members) if (!leaders.includes(leader)) await pairLeaders.end(tx, pair, leader, at);
}

interface Settling {
  look: Look;
  group: Successor;
  made: PlannedPair | undefined;
}

/** A new pair, or one that goes on with others in it; returns what has become of each of them. */
async function settleIn(tools: Tools, tx: Tx, { look, group, made }: Settling): Promise<Placed[]> {
  const of = { round: look.round.id, workspace: tools.workspace };
  const id = group.pair ?? tools.newId();
  const stayed = group.pair ? membersOf(look, group.pair).map(({ leader }) => leader) : [];
  if (made) {
    const compromised = made.compromises.length > 0 ? 1 : 0;
    const why = { why_sealed: await sealWhy(tools, tx, id, made), compromised };
    if (group.pair) await pairs.explain(tx, id, why);
    else await pairs.add(tx, [{ id, ...of, ...why, opened_at: null, ended_at: null, ended_because: null }]);
  }
  const comers = group.leaders.filter((leader) => !stayed.includes(leader));
  for (const [at, leader] of comers.entries()) await pairLeaders.take(tx, { pair: id, leader, ...of, place: stayed.length + at });
  const had = new Set(look.pairs.flatMap(({ members }) => members.map(({ leader }) => leader)));
  return group.leaders.map((leader) => ({ pair: id, leader, turn: turnOf(leader, { comers, had, three: group.leaders.length === 3 }) }));
}

function turnOf(leader: string, { comers, had, three }: { comers: readonly string[]; had: ReadonlySet<string>; three: boolean }): Turn {
  if (comers.includes(leader)) return had.has(leader) ? 'changed' : 'placed';
  return three ? 'grown' : 'shrunk';
}

/** Whoever is left without anybody for it wants a partner from now on, without having to say so. */
async function waitForAnother(
  tools: Tools,
  tx: Tx,
  { look, mended }: { look: Look; mended: Mended },
  now: Temporal.Instant,
): Promise<string[]> {
  const placed = new Set(mended.after.flat());
  const alone = mended.before.flat().filter((leader) => !placed.has(leader));
  const due = confirmBy(look.programme, [], now);
  for (const leader of alone) {
    const wish = { id: tools.newId(), programme: look.programme.id, round: look.round.id, leader, wish: 'new', notWith: [] } as const;
    await rematches.add(tx, tools.workspace, { ...wish, wantedAt: stamp(now), dueBy: stamp(due) });
  }
  return alone;
}

function membersOf({ pairs: standing }: Look, pair: string): Pair['members'] {
  return standing.find(({ id }) => id === pair)?.members ?? [];
}

function reasonsFor({ made }: Mended, { leaders }: Successor): PlannedPair | undefined {
  return made.find((pair) => pair.leaders.length === leaders.length && pair.leaders.every((leader) => leaders.includes(leader)));
}

/** Whether the pairs of the round have their shared conversations by now. */
export function isOpen({ round }: Pick<Look, 'round'>, now: Temporal.Instant): boolean {
  return round.announced_at !== null || !isBefore(now, instantOf(round.confirm_by));
}
