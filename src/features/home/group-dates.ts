// Of what groups do together, the dates that concern a leader: forums in which they have a place, the gathering, the steps of a team that they host or
// are in; and when time alone changes what Home says of it all.
import type { Temporal } from 'temporal-polyfill';
import { at, dayNamed, dayOf, instantOf, isBefore } from '../../platform/clock.ts';
import type { Db } from '../../platform/tools.ts';
import type { Place } from '../coaching/places.ts';
import * as pauseWeeks from '../founding/pause-weeks.ts';
import { openForums } from '../gathering/forums/forums.ts';
import { signedUpBy } from '../gathering/forums/own-seats.ts';
import { seated } from '../gathering/forums/seats.ts';
import { formsAt, joinsUntil } from '../gathering/teams/calendar.ts';
import * as members from '../gathering/teams/members.ts';
import type { Team } from '../gathering/teams/teams.ts';
import * as teams from '../gathering/teams/teams.ts';
import { FORTNIGHTS, fortnightEnds, fortnightSlot, tapsSlot } from '../gathering/teams/weeks/calendar.ts';
import { aheadIn } from '../gathering/together/occasion.ts';
import type { Ahead } from './dates.ts';

/** In no order. */
export async function groupsAhead(db: Db, { programme, leader }: Place, now: Temporal.Instant): Promise<Ahead[]> {
  const ahead: Ahead[] = [];
  for (const forum of await signedUpBy(db, programme.workspace, leader.user)) {
    if (forum.programme !== programme.id || !isBefore(now, instantOf(forum.startsAt))) continue;
    const isIn = (await seated(db, forum)).some((seat) => seat.leader === leader.id);
    if (isIn) ahead.push({ what: 'forum', ...whereTheyAre(instantOf(forum.startsAt), leader.timeZone) });
  }
  for (const { startsAt } of await aheadIn(db, programme, now))
    if (isBefore(now, startsAt)) ahead.push({ what: 'gathering', ...whereTheyAre(startsAt, leader.timeZone) });
  for (const team of await teamsOf(db, { workspace: programme.workspace, user: leader.user, programme: programme.id }))
    ahead.push(...(await stepAhead(db, team, now)));
  return ahead;
}

export function whereTheyAre(starts: Temporal.Instant, zone: string): Required<Pick<Ahead, 'on' | 'time'>> {
  const there = starts.toZonedDateTimeISO(zone);
  return { on: there.toPlainDate(), time: there.toPlainTime() };
}

/** The team that they host, which stands with the programme in which they began it; and those that they are in. */
async function teamsOf(db: Db, { workspace, user, programme }: { workspace: string; user: string; programme: string }): Promise<Team[]> {
  const own = await teams.openOf(db, workspace, user);
  const places = (await members.openPlacesOf(db, workspace, user)).filter(members.isIn);
  const others = await Promise.all(places.map(({ team }) => teams.byId(db, workspace, team)));
  return [...(own?.programme === programme ? [own] : []), ...others.filter((team) => team !== undefined)];
}

/** What comes next in its eight weeks. */
async function stepAhead(db: Db, team: Team, now: Temporal.Instant): Promise<Ahead[]> {
  const weeks = { beginsOn: dayNamed(team.beginsOn), rests: await pauseWeeks.of(db, team.programme), zone: team.zone };
  if (team.beganAt === null) return [{ what: 'team-begins', on: weeks.beginsOn }];
  const fortnights = Array.from({ length: FORTNIGHTS }, (_, n) => ({ what: 'team-step' as const, due: fortnightSlot(weeks, n + 1).due }));
  const steps = [...fortnights, { what: 'team-taps' as const, due: tapsSlot(weeks).due }];
  const next = steps.find(({ due }) => isBefore(now, due));
  return next ? [{ what: next.what, on: dayOf(next.due, team.zone) }] : [];
}

/** When time alone changes what stands on Home of forums, the gathering and teams. */
export async function groupTimes(db: Db, { programme, leader }: Place, now: Temporal.Instant): Promise<Temporal.Instant[]> {
  const times = (await openForums(db, programme, now)).map(({ startsAt }) => instantOf(startsAt));
  for (const { startsAt, endsAt } of await aheadIn(db, programme, now)) times.push(startsAt, endsAt);
  const rests = await pauseWeeks.of(db, programme.id);
  for (const team of await teamsOf(db, { workspace: programme.workspace, user: leader.user, programme: programme.id })) {
    const weeks = { beginsOn: dayNamed(team.beginsOn), rests, zone: team.zone };
    times.push(formsAt(team), joinsUntil(team, rests), nextMorning(team, now));
    for (let n = 1; n <= FORTNIGHTS; n += 1) times.push(fortnightEnds(weeks, n));
  }
  return times.filter((each) => isBefore(now, each));
}

/** How many have joined is counted once a day. */
function nextMorning({ zone }: Team, now: Temporal.Instant): Temporal.Instant {
  return at(dayOf(now, zone).add({ days: 1 }), '00:00', zone);
}
