// The three taps of the eighth week: opened once for a whole team, asked of each member alone on a day with room, and counted a week after the last of them
// was asked, or once everyone has answered. What somebody tapped goes into the tallies; that they tapped stays with them.
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
import { ASK, asksOf, lastOf } from './asks.ts';
import { type Slot, tapsAskedUntil, tapsClose, tapsSlot } from './calendar.ts';
import { type Answering, conclude, type Item, MARKS } from './conclude.ts';
import type { Reader } from './plan.ts';
import { type Scene, TAPS } from './scene.ts';
import { type TapsShown, tapsMessage } from './taps-views.ts';
import { tell } from './tell.ts';

type Telling = Scene & { readers: ReadonlyMap<string, Reader> };

/** Opens, asks or counts, whichever is due; returns when the next of it will be. */
export async function runTaps(tools: Tools, tx: Tx, scene: Telling, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const { team, weeks, people, tapsOpenedAt } = scene;
  if (team.countedAt !== null) return undefined;
  const slot = tapsSlot(weeks);
  if (isBefore(now, slot.due)) return slot.due;
  const late = !isBefore(now, slot.closes);
  const openedAt = tapsOpenedAt ?? now;
  if (!tapsOpenedAt) {
    const occurrence = { programme: team.programme, stream: TAPS, subject: team.id, period: 'open', dueAt: slot.due };
    await claim(tools, tx, { ...occurrence, ...(late ? { outcome: 'skipped', reason: 'late' } : { outcome: 'done' }) }, now);
  }
  if ((late && !tapsOpenedAt) || people.every(hasAnswered)) return count(tools, tx, team, now);
  const askUntil = tapsAskedUntil(openedAt, team.zone);
  const asks = isBefore(now, askUntil);
  const next = asks ? await askAll(tools, tx, { ...scene, slot: { due: slot.due, closes: askUntil } }, now) : undefined;
  if (next && isBefore(next, askUntil)) return next;
  const closes = lastOf(await asksOf(tx, { workspace: tools.workspace, team: team.id }), team.zone) ?? askUntil;
  return isBefore(now, closes) ? earliest(closes, next) : count(tools, tx, team, now);
}

function hasAnswered(member: Member): boolean {
  return Object.values(MARKS).every((mark) => member[mark] !== null);
}

async function askAll(
  tools: Tools,
  tx: Tx,
  { team, people, readers, slot }: Telling & { slot: Slot },
  now: Temporal.Instant,
): Promise<Temporal.Instant | undefined> {
  let next: Temporal.Instant | undefined;
  const before = await asksOf(tx, { workspace: tools.workspace, team: team.id });
  for (const member of people) {
    const { at, tries } = before.get(member.user) ?? { tries: 0 };
    const reader = readers.get(member.user);
    if (!reader || at || hasAnswered(member)) continue;
    const first = `${ASK}:${team.id}:${member.user}`;
    const key = tries === 0 ? first : `${first}:${tries + 1}`;
    const body = tapsMessage(tools.content, shownTo(team, member, tapsClose(now, team.zone)));
    const placing = await tell(tools, tx, { key, kind: ASK, rank: 'closing', readers: [reader], slot, body }, now);
    if (placing.then === 'wait') next = earliest(next, placing.until);
  }
  return next;
}

/** The taps as one member has them before them. */
export function shownTo(team: Team, member: Member, closes: Temporal.Instant): TapsShown {
  const items = Object.keys(MARKS) as Item[];
  const answered = items.filter((item) => member[MARKS[item]] !== null);
  const until = sayDay(dayOf(closes.subtract({ milliseconds: 1 }), team.zone));
  return { team: team.id, host: team.name, until, answered };
}

async function count(tools: Tools, tx: Tx, team: Team, now: Temporal.Instant): Promise<undefined> {
  const { workspace } = tools;
  const pairs = await teamPairs.standingIn(tx, workspace, team.id);
  const pairOf = (user: string) => pairs.find((pair) => pair.members.some((each) => each.user === user))?.id;
  const asks = await asksOf(tx, { workspace, team: team.id });
  // Whoever could not be asked may have tapped all the same, where they looked up their team.
  const ever = await members.ofTeam(tx, workspace, team.id);
  const asked = ever.filter((member) => asks.get(member.user)?.at || Object.values(MARKS).some((mark) => member[mark] !== null));
  const answering = asked.map(({ user, worthAt, moreAt, heardAt }): Answering => ({ pair: pairOf(user), worthAt, moreAt, heardAt }));
  const result = conclude(answering, await tallies.ofTeam(tx, workspace, team.id));
  if (await teams.count(tx, team, JSON.stringify(result), now)) await tallies.forget(tx, workspace, team.id);
}
