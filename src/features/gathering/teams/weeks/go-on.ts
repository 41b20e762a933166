// The leader says how it goes on after eight weeks: stop, carry on with the same pairs, or change them. Carrying on is another run, and each member is
// asked again before anything of it is known.
import type { Temporal } from 'temporal-polyfill';
import { dayNamed, dayOf, sayDay, stamp } from '../../../../platform/clock.ts';
import { transact } from '../../../../platform/db/transact.ts';
import type { Tools, Tx } from '../../../../platform/tools.ts';
import * as pauseWeeks from '../../../founding/pause-weeks.ts';
import { formsAt, usableMonday, usualMonday } from '../calendar.ts';
import { closeTeam } from '../end-team.ts';
import { INVITE } from '../invite.ts';
import { JOIN, NOT_NOW } from '../invite-views.ts';
import * as members from '../members.ts';
import { invitationOf, sealInvitation } from '../sealed-invitation.ts';
import type { Team } from '../teams.ts';
import * as teams from '../teams.ts';
import { tellPeople } from '../tell-people.ts';
import { knownOf, type Result, resultSchema } from './conclude.ts';
import type { Way } from './host-views.ts';
import { againMessage, plainWord } from './words-views.ts';

/** `date`: when it begins again, in words; empty where it does not. */
export type GoneOn = { ok: true; way: Way; result: Result; date: string } | { ok: false; because: 'not-theirs' | 'already' };

const ENDINGS = { stop: 'done', 'carry-on': 'carried-on', change: 'changed' } as const;

export async function goOn(tools: Tools, wish: { user: string; team: string; way: Way }): Promise<GoneOn> {
  const now = tools.now();
  const done = await transact(tools.db, (tx) => goOnIn(tools, tx, wish, now));
  if (done.ok) tools.knock();
  return done;
}

async function goOnIn(
  tools: Tools,
  tx: Tx,
  { user, team: id, way }: { user: string; team: string; way: Way },
  now: Temporal.Instant,
): Promise<GoneOn> {
  const team = await teams.byId(tx, tools.workspace, id);
  if (!team || team.user !== user || team.result === null) return { ok: false, because: 'not-theirs' };
  const result = resultSchema.parse(JSON.parse(team.result));
  if (way === 'stop')
    return (await stopHere(tools, tx, team, now)) ? { ok: true, way, result, date: '' } : { ok: false, because: 'already' };
  if (!(await closeTeam(tools, tx, { team, because: ENDINGS[way] }, now))) return { ok: false, because: 'already' };
  return { ok: true, way, result, date: await again(tools, tx, { team, way }, now) };
}

/** The eight weeks are over, and those who are in hear it; false where they were. */
export async function stopHere(tools: Tools, tx: Tx, team: Team, now: Temporal.Instant): Promise<boolean> {
  const users = (await members.inTeam(tx, tools.workspace, team.id)).filter(({ gone }) => !gone).map(({ user }) => user);
  if (!(await closeTeam(tools, tx, { team, because: 'done' }, now))) return false;
  await tellPeople(tools, tx, { team, users, kind: 'team-over', body: plainWord(tools.content, 'teams.weeks.over') }, now);
  return true;
}

/** Another run, with everyone asked who is in this one; returns its first day in words. */
async function again(
  tools: Tools,
  tx: Tx,
  { team, way }: { team: Team; way: Exclude<Way, 'stop'> },
  now: Temporal.Instant,
): Promise<string> {
  const { workspace } = tools;
  const rests = await pauseWeeks.of(tx, team.programme);
  const begins_on = usableMonday(usualMonday(dayOf(now, team.zone)), rests).toString();
  const users = (await members.inTeam(tx, workspace, team.id)).filter(({ gone }) => !gone).map(({ user }) => user);
  const id = tools.newId();
  const words = await invitationOf(tools, tx, team);
  // Whoever is asked later reads it as the first did.
  const invite_sealed = words ? await sealInvitation(tools, tx, { team: id, user: team.user }, words) : null;
  const row = { id, workspace, programme: team.programme, leader: team.leader, run: team.run + 1, follows: team.id };
  // As many as the leader has read that there were: who has gone since stays counted.
  const asked = Math.max(users.length, knownOf(team) ?? 0);
  await teams.add(tx, { ...row, time_zone: team.zone, begins_on, asked, made_at: stamp(now), invite_sealed });
  const next = (await teams.byId(tx, workspace, id)) as Team;
  const date = sayDay(dayNamed(begins_on));
  const invited = await members.ask(tx, { workspace, team: id, users }, now);
  const body = againMessage(tools.content, { team: id, host: team.name, way, date }, { join: JOIN, decline: NOT_NOW });
  await tellPeople(tools, tx, { team: next, users: invited, kind: INVITE, body, expiresAt: formsAt(next) }, now);
  return date;
}
