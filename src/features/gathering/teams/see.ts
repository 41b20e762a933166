// Everything that somebody may see of teams: the one they host, in numbers; whether they may start one; and where they stand in those they were asked into.
import type { Temporal } from 'temporal-polyfill';
import { dayNamed, isBefore, sayDay } from '../../../platform/clock.ts';
import type { Tools } from '../../../platform/tools.ts';
import { timesMet } from '../../coaching/checkins/checkins.ts';
import * as pauseWeeks from '../../founding/pause-weeks.ts';
import * as pairs from '../../pairing/pairs.ts';
import { joinsUntil } from './calendar.ts';
import { hostOf, toldCount } from './host.ts';
import type { Invitation, Standing } from './invite-views.ts';
import * as members from './members.ts';
import { isIn, type Member } from './members.ts';
import { invitationOf } from './sealed-invitation.ts';
import * as teamPairs from './team-pairs.ts';
import type { Hosted, Start, TeamSeen } from './team-view.ts';
import type { Team } from './teams.ts';
import * as teams from './teams.ts';
import { fortnightAt } from './weeks/calendar.ts';
import { resultSchema } from './weeks/conclude.ts';
import { goesOnBlocks } from './weeks/host-parts.ts';
import { seeWeeks } from './weeks/see-weeks.ts';

type Seeing = Pick<Tools, 'db' | 'workspace' | 'vault' | 'content'>;

/** For the person alone. `programme`: from where they look, as far as that is known. */
export async function seeTeams(tools: Seeing, who: { user: string; programme?: string }, now: Temporal.Instant): Promise<TeamSeen> {
  const host = await seeHost(tools, who, now);
  const own = await teams.openOf(tools.db, tools.workspace, who.user);
  const goesOn = own ? goesOnBlocks(tools.content, own) : [];
  return { ...(host && { host }), ...(goesOn.length > 0 && { goesOn }), places: await seePlaces(tools, who.user, now) };
}

async function seeHost(tools: Seeing, who: { user: string; programme?: string }, now: Temporal.Instant): Promise<TeamSeen['host']> {
  const own = await teams.openOf(tools.db, tools.workspace, who.user);
  if (own) return hostedOf(tools, own, now);
  const may = await mayStart(tools, who, now);
  return may ? ('away' in may ? may : { may }) : undefined;
}

/** Whether they may start one at all; nothing where they take part in no programme. */
export async function mayStart(
  { db, workspace }: Seeing,
  who: { user: string; programme?: string },
  now: Temporal.Instant,
): Promise<Start | { away: true } | undefined> {
  const host = await hostOf(db, workspace, who, now);
  if (!host.ok) return host.because === 'away' ? { away: true } : undefined;
  const pair = await pairs.presentOf(db, host.leader.id);
  return { programme: host.leader.programme, met: pair ? await timesMet(db, pair.id) : 0 };
}

export async function hostedOf({ db, workspace }: Seeing, team: Team, now: Temporal.Instant): Promise<Hosted> {
  const rests = await pauseWeeks.of(db, team.programme);
  const fortnight = team.beganAt === null ? 0 : fortnightAt({ beginsOn: dayNamed(team.beginsOn), rests, zone: team.zone }, now);
  return {
    ...{ team: team.id, date: sayDay(dayNamed(team.beginsOn)), fortnight },
    told: await toldCount(db, workspace, team, now),
    mayAskMore: isBefore(now, joinsUntil(team, rests)),
    ...(team.countedAt !== null && team.result !== null && { result: resultSchema.parse(JSON.parse(team.result)) }),
  };
}

/** Teams that have not ended: where they are in, and where they may still say something. */
export async function seePlaces(tools: Seeing, user: string, now: Temporal.Instant): Promise<TeamSeen['places']> {
  const found: TeamSeen['places'][number][] = [];
  for (const member of await members.openPlacesOf(tools.db, tools.workspace, user)) {
    const team = await teams.byId(tools.db, tools.workspace, member.team);
    if (!team) continue;
    const until = joinsUntil(team, await pauseWeeks.of(tools.db, team.programme));
    if (!isIn(member) && !isBefore(now, until)) continue;
    const standing = await standingOf(tools, team, member);
    const { line, taps } = await seeWeeks(tools, { team, member }, now);
    found.push({
      invitation: await invitationFor(tools, team),
      standing: standing.as === 'paired' && line ? { ...standing, line } : standing,
      ...(taps && { taps }),
    });
  }
  return found;
}

/** Where one person stands in one team, for the message under which they pressed; nothing where they were not asked. */
export async function seePlace(tools: Seeing, about: { user: string; team: string }): Promise<TeamSeen['places'][number] | undefined> {
  const team = await teams.byId(tools.db, tools.workspace, about.team);
  const member = team && (await members.find(tools.db, tools.workspace, about));
  return member && { invitation: await invitationFor(tools, team), standing: await standingOf(tools, team, member) };
}

async function invitationFor(tools: Seeing, team: Team): Promise<Invitation> {
  const words = (await invitationOf(tools, tools.db, team)) ?? '';
  return { team: team.id, name: team.name, date: sayDay(dayNamed(team.beginsOn)), words, begun: team.beganAt !== null };
}

async function standingOf({ db, workspace }: Seeing, team: Team, member: Member): Promise<Standing> {
  if (!isIn(member)) return { as: member.leftAt !== null ? 'left' : member.declinedAt !== null ? 'declined' : 'asked' };
  if (team.beganAt === null) return { as: 'joined' };
  const pair = await teamPairs.ofPerson(db, workspace, { team: team.id, user: member.user });
  const partners = pair?.members.filter(({ user }) => user !== member.user).map(({ name }) => name) ?? [];
  return partners.length > 0 ? { as: 'paired', partners } : { as: 'waiting' };
}
