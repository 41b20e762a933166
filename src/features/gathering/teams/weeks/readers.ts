// The people of a team as somebody who writes to them has to know them: leaders by the hours they have set, everyone else by the time zone that Slack
// tells and usual office hours; who sits out, and from when on each has a day free of other messages.
import type { Temporal } from 'temporal-polyfill';
import { at, dayOf, instantOf, stamp } from '../../../../platform/clock.ts';
import type { Db, Tools, Tx } from '../../../../platform/tools.ts';
import * as quiets from '../../../coaching/quiets.ts';
import type { PauseWeek } from '../../../founding/pause-weeks.ts';
import { hoursOfLeader } from '../../../joining/hours.ts';
import type { Leader } from '../../../joining/leaders.ts';
import * as leaders from '../../../joining/leaders.ts';
import { isAway } from '../../../joining/plan.ts';
import { firstFree, freshFrom } from '../../../pairing/fresh-days.ts';
import type { Team } from '../teams.ts';
import type { Reader } from './plan.ts';

/** Of people who have set no hours. */
const OFFICE = { workingDays: [1, 2, 3, 4, 5], workingFrom: '09:00', workingTo: '17:00' };
/** What is longer ago stands in nobody's way. */
const LOOK_BACK = { hours: 24 * 14 };

/** Somebody to write to. */
export interface Person {
  /** Slack id. */
  user: string;
  name: string;
  zone: string | null;
}

/** Everyone in `people`, by Slack id. On days of rest of the programme nobody is written to. */
export async function readersOf(
  tools: Pick<Tools, 'workspace'>,
  tx: Db | Tx,
  { team, rests, people }: { team: Team; rests: readonly PauseWeek[]; people: readonly Person[] },
  now: Temporal.Instant,
): Promise<ReadonlyMap<string, Reader>> {
  const known = await leadersAmong(tx, tools.workspace, { team, people });
  const fresh = await freshFrom(tools, tx, [...known.values()], now);
  const reached = await reachedByTeams(tx, tools.workspace, now);
  const readers = new Map<string, Reader>();
  for (const { user, name, zone } of people) {
    const leader = known.get(user);
    const own = leader ?? { ...OFFICE, timeZone: zone ?? team.zone };
    const freeFrom = leader ? fresh.get(leader.id) : firstFree(reached.get(user) ?? [], own.timeZone, now);
    const still = leader ? await stillness(tx, leader, now) : {};
    readers.set(user, {
      ...{ user, name, hours: hoursOfLeader(own, rests), freeFrom: freeFrom ?? now },
      ...(leader && { leader: leader.id }),
      ...still,
    });
  }
  return readers;
}

/** Who is in several programmes is known by the team's own, else by the first. */
async function leadersAmong(
  tx: Db | Tx,
  workspace: string,
  { team, people }: { team: Team; people: readonly Person[] },
): Promise<ReadonlyMap<string, Leader>> {
  const users = people.map(({ user }) => user);
  const known = new Map<string, Leader>();
  for (const leader of await leaders.ofPeople(tx, workspace, users))
    if (!known.has(leader.user) || leader.programme === team.programme) known.set(leader.user, leader);
  return known;
}

async function stillness(tx: Db | Tx, leader: Leader, now: Temporal.Instant): Promise<Pick<Reader, 'not' | 'backAt'>> {
  if (isAway(leader, dayOf(now, leader.timeZone)))
    return { not: 'paused', ...(leader.pausedUntil && { backAt: at(leader.pausedUntil, '00:00', leader.timeZone) }) };
  return (await quiets.isUnanswered(tx, leader.workspace, leader.user)) ? { not: 'quiet' } : {};
}

/** What teams have lately sent to whom, and what is on its way: of whoever is no leader nothing else is counted. */
async function reachedByTeams(tx: Db | Tx, workspace: string, now: Temporal.Instant): Promise<ReadonlyMap<string, Temporal.Instant[]>> {
  const rows = await tx
    .selectFrom('outbox')
    .select(['address', 'not_before', 'started_at', 'state'])
    .where('workspace', '=', workspace)
    .where('key', 'like', 'team-%')
    .where('not_before', '>=', stamp(now.subtract(LOOK_BACK)))
    .where('state', 'not in', ['skipped', 'dead'])
    .execute();
  const reached = new Map<string, Temporal.Instant[]>();
  for (const { address, not_before, started_at } of rows) {
    const instant = instantOf(started_at ?? not_before);
    for (const user of usersIn(address)) reached.set(user, [...(reached.get(user) ?? []), instant]);
  }
  return reached;
}

function usersIn(address: string): string[] {
  const { user, users = [] }: { user?: string; users?: string[] } = JSON.parse(address);
  return user === undefined ? users : [user];
}
