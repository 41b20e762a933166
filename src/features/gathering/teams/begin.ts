// On its Monday a team begins: those who have joined are put together in pairs. Where too few can be, it is put off by a week, twice at most; then it is
// given up, kindly. Nobody hears whether it was for want of people or for the lines between them.
import type { Temporal } from 'temporal-polyfill';
import { dayNamed, dayOf, earliest, isBefore, sayDay } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import { faultFields } from '../../../platform/log.ts';
import { claim, settledPeriods } from '../../../platform/schedule/occurrences.ts';
import type { Stream } from '../../../platform/schedule/stream.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import * as pauseWeeks from '../../founding/pause-weeks.ts';
import { formsAt, isTooLate, TRIES, usableMonday } from './calendar.ts';
import { endTeam } from './end-team.ts';
import { laterMessage, notYetMessage, waitsMessage } from './letters.ts';
import * as members from './members.ts';
import { regroup } from './regroup.ts';
import type { Team } from './teams.ts';
import * as teams from './teams.ts';
import { tellPeople } from './tell-people.ts';

const STREAM = 'team-begins';

const SOON = { minutes: 15 };

export const teamBeginnings: Stream = { name: STREAM, run };

async function run(tools: Tools, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const waiting = (await teams.open(tools.db, tools.workspace)).filter(({ beganAt }) => beganAt === null);
  const due = waiting.filter((team) => !isBefore(now, formsAt(team)));
  for (const { id } of due) {
    try {
      await transact(tools.db, (tx) => begin(tools, tx, id, now));
    } catch (fault) {
      tools.log.error('A team could not begin', faultFields(fault));
    }
  }
  if (due.length > 0) tools.knock();
  const next = (await teams.open(tools.db, tools.workspace)).filter(({ beganAt }) => beganAt === null);
  // What has failed is tried again soon; everything else has a Monday ahead.
  return earliest(...next.map((team) => (isBefore(now, formsAt(team)) ? formsAt(team) : now.add(SOON))));
}

async function begin(tools: Tools, tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  const team = await teams.byId(tx, tools.workspace, id);
  if (!team || team.endedAt !== null || team.beganAt !== null || isBefore(now, formsAt(team))) return;
  const rests = await pauseWeeks.of(tx, team.programme);
  // The bot was not there on that day, or the programme rests then: another Monday, and that was no try.
  const first = usableMonday(dayNamed(team.beginsOn), rests);
  if (isTooLate(team, now) || !first.equals(dayNamed(team.beginsOn))) {
    const today = dayOf(now, team.zone);
    const next = usableMonday(isTooLate(team, now) ? today.add({ days: 8 - today.dayOfWeek }) : first, rests);
    return putOff(tools, tx, { team, to: next }, now);
  }
  const { formed, waiting } = await regroup(tools, tx, team, now);
  if (formed.length === 0) return tryAgain(tools, tx, { team, next: usableMonday(first.add({ weeks: 1 }), rests) }, now);
  await teams.begin(tx, team, now);
  if (waiting.length > 0) await tellWaiting(tools, tx, { team, users: waiting }, now);
}

async function tryAgain(
  tools: Tools,
  tx: Tx,
  { team, next }: { team: Team; next: Temporal.PlainDate },
  now: Temporal.Instant,
): Promise<void> {
  const { programme, id: subject, beginsOn: period } = team;
  await claim(
    tools,
    tx,
    { programme, stream: STREAM, subject, period, dueAt: formsAt(team), outcome: 'skipped', reason: 'nobody-to-pair' },
    now,
  );
  const tried = await settledPeriods(tx, { programme, stream: STREAM, subjects: [subject] });
  if (tried.size >= TRIES) {
    await endTeam(tools, tx, { team, because: 'few' }, now);
    return;
  }
  await putOff(tools, tx, { team, to: next }, now);
  const body = notYetMessage(tools.content, { team: team.id, date: sayDay(next) });
  await tellPeople(
    tools,
    tx,
    { team, users: [team.user], kind: 'team-not-yet', which: next.toString(), body, expiresAt: startOf(team, next) },
    now,
  );
}

async function putOff(tools: Tools, tx: Tx, { team, to }: { team: Team; to: Temporal.PlainDate }, now: Temporal.Instant): Promise<void> {
  if (!(await teams.putOff(tx, team, to.toString()))) return;
  const users = (await members.inTeam(tx, tools.workspace, team.id)).filter(({ gone }) => !gone).map(({ user }) => user);
  const body = laterMessage(tools.content, { name: team.name, date: sayDay(to) });
  await tellPeople(tools, tx, { team, users, kind: 'team-later', which: to.toString(), body, expiresAt: startOf(team, to) }, now);
}

async function tellWaiting(
  tools: Tools,
  tx: Tx,
  { team, users }: { team: Team; users: readonly string[] },
  now: Temporal.Instant,
): Promise<void> {
  await tellPeople(tools, tx, { team, users, kind: 'team-waits', body: waitsMessage(tools.content, { name: team.name }) }, now);
}

function startOf({ zone }: Team, day: Temporal.PlainDate): Temporal.Instant {
  return formsAt({ beginsOn: day.toString(), zone });
}
