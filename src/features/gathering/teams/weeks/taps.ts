// The three taps of the eighth week: opened once for a whole team, asked of each member alone, counted when their week is over. What somebody tapped goes
// into the tallies; that they tapped stays with them.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, earliest, isBefore, sayDay } from '../../../../platform/clock.ts';
import { claim } from '../../../../platform/schedule/occurrences.ts';
import type { Tools, Tx } from '../../../../platform/tools.ts';
import type { Member } from '../members.ts';
import * as members from '../members.ts';
import * as tallies from '../tallies.ts';
import * as teamPairs from '../team-pairs.ts';
import type { Team } from '../teams.ts';
import * as teams from '../teams.ts';
import { tapsClose, tapsSlot } from './calendar.ts';
import { type Answering, conclude, type Item, MARKS } from './conclude.ts';
import type { Reader } from './plan.ts';
import { type Scene, TAPS } from './scene.ts';
import { type TapsShown, tapsMessage } from './taps-views.ts';
import { tell } from './tell.ts';

type Telling = Scene & { readers: ReadonlyMap<string, Reader> };

/** Opens, asks or counts, whichever is due; returns when the next of it will be. */
export async function runTaps(tools: Tools, tx: Tx, scene: Telling, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const { team, weeks, tapsOpenedAt } = scene;
  if (team.countedAt !== null) return undefined;
  const slot = tapsSlot(weeks);
  if (isBefore(now, slot.due)) return slot.due;
  const late = !isBefore(now, slot.closes);
  const openedAt = tapsOpenedAt ?? now;
  if (!tapsOpenedAt) {
    const occurrence = { programme: team.programme, stream: TAPS, subject: team.id, period: 'open', dueAt: slot.due };
    await claim(tools, tx, { ...occurrence, ...(late ? { outcome: 'skipped', reason: 'late' } : { outcome: 'done' }) }, now);
  }
  const closes = tapsClose(openedAt, team.zone);
  if ((late && !tapsOpenedAt) || !isBefore(now, closes)) {
    await count(tools, tx, team, now);
    return undefined;
  }
  return earliest(closes, await askAll(tools, tx, { ...scene, slot: { due: slot.due, closes } }, now));
}

async function askAll(
  tools: Tools,
  tx: Tx,
  { team, people, readers, slot }: Telling & { slot: { due: Temporal.Instant; closes: Temporal.Instant } },
  now: Temporal.Instant,
): Promise<Temporal.Instant | undefined> {
  let next: Temporal.Instant | undefined;
  for (const member of people) {
    const before = await askedBefore(tx, tools.workspace, { team: team.id, user: member.user });
    const reader = readers.get(member.user);
    if (!reader || before.isAsked) continue;
    const first = `team-taps:${team.id}:${member.user}`;
    const key = before.tries === 0 ? first : `${first}:${before.tries + 1}`;
    const body = tapsMessage(tools.content, shownTo(team, member, slot.closes));
    const placing = await tell(tools, tx, { key, kind: 'team-taps', rank: 'closing', readers: [reader], slot, body }, now);
    if (placing.then === 'wait') next = earliest(next, placing.until);
  }
  return next;
}

/** Whether somebody has been asked, and how often it was tried: what something more important took the place of was not. */
async function askedBefore(
  tx: Tx,
  workspace: string,
  { team, user }: { team: string; user: string },
): Promise<{ isAsked: boolean; tries: number }> {
  const key = `team-taps:${team}:${user}`;
  const letters = tx.selectFrom('outbox').select('state').where('workspace', '=', workspace);
  const rows = await letters.where(({ eb, or }) => or([eb('key', '=', key), eb('key', 'like', `${key}:%`)])).execute();
  return { isAsked: rows.some(({ state }) => state !== 'skipped'), tries: rows.length };
}

/** The taps as one member has them before them. */
export function shownTo(team: Team, member: Member, closes: Temporal.Instant): TapsShown {
  const items = Object.keys(MARKS) as Item[];
  const answered = items.filter((item) => member[MARKS[item]] !== null);
  const until = sayDay(dayOf(closes.subtract({ milliseconds: 1 }), team.zone));
  return { team: team.id, host: team.name, until, answered };
}

async function count(tools: Tools, tx: Tx, team: Team, now: Temporal.Instant): Promise<void> {
  const { workspace } = tools;
  const ever = await members.ofTeam(tx, workspace, team.id);
  const pairs = await teamPairs.standingIn(tx, workspace, team.id);
  const pairOf = (user: string) => pairs.find((pair) => pair.members.some((each) => each.user === user))?.id;
  const asked: Answering[] = [];
  for (const { user, worthAt, moreAt, heardAt } of ever) {
    if ((await askedBefore(tx, workspace, { team: team.id, user })).isAsked) asked.push({ pair: pairOf(user), worthAt, moreAt, heardAt });
  }
  const result = conclude(asked, await tallies.ofTeam(tx, workspace, team.id));
  if (await teams.count(tx, team, JSON.stringify(result), now)) await tallies.forget(tx, workspace, team.id);
}
