// A leader starts a small version with their own team: says whom to ask, in which words, and from which Monday on.
import { Temporal } from 'temporal-polyfill';
import { dayOf, sayDay, stamp } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { PauseWeek } from '../../founding/pause-weeks.ts';
import * as pauseWeeks from '../../founding/pause-weeks.ts';
import type { Faults } from '../../founding/settings-form.ts';
import { dayFault, joinsUntil, usableMonday } from './calendar.ts';
import { INVITATION, INVITATION_LENGTH, MONDAY, PEOPLE } from './form-view.ts';
import { hostOf } from './host.ts';
import { invite } from './invite.ts';
import { sealInvitation } from './sealed-invitation.ts';
import type { Team } from './teams.ts';
import * as teams from './teams.ts';
import { whyNotAsked } from './whom.ts';

export interface Starting {
  user: string;
  programme: string;
  /** The team's id, made with the form, so that a form sent twice starts one. */
  id: string;
  people: readonly string[];
  invitation: string;
  /** `YYYY-MM-DD`, where a day was picked. */
  beginsOn: string | undefined;
}

export type Started =
  | { ok: true; team: Team }
  /** `gone`: there is a team of that id, and it is somebody else's. */
  | { ok: false; because: 'not-in' | 'away' | 'running' | 'gone' }
  | { ok: false; because: 'faults'; faults: Faults };

export async function startTeam(tools: Tools, starting: Starting): Promise<Started> {
  const { user, id } = starting;
  const now = tools.now();
  const again = await teams.byId(tools.db, tools.workspace, id);
  if (again) return again.user === user ? { ok: true, team: again } : { ok: false, because: 'gone' };
  const host = await hostOf(tools.db, tools.workspace, starting, now);
  if (!host.ok) return host;
  const { programme, timeZone } = host.leader;
  const faults = await faultsOf(tools, starting, { today: dayOf(now, timeZone), rests: await pauseWeeks.of(tools.db, programme) });
  if (Object.keys(faults).length > 0) return { ok: false, because: 'faults', faults };
  const done = await transact(tools.db, async (tx): Promise<Started> => {
    const still = await hostOf(tx, tools.workspace, starting, now);
    if (!still.ok) return still;
    const { leader } = still;
    const open = await teams.openOf(tx, tools.workspace, user);
    if (open) return open.id === id ? { ok: true, team: open } : { ok: false, because: 'running' };
    await teams.add(tx, {
      ...{ id, workspace: tools.workspace, programme: leader.programme, leader: leader.id, run: 1, follows: null },
      ...{ time_zone: leader.timeZone, begins_on: starting.beginsOn ?? '', asked: starting.people.length, made_at: stamp(now) },
      invite_sealed: await sealInvitation(tools, tx, { team: id, user }, starting.invitation),
    });
    const team = (await teams.byId(tx, tools.workspace, id)) as Team;
    const until = joinsUntil(team, await pauseWeeks.of(tx, team.programme));
    await invite(tools, tx, { team, people: starting.people, until }, now);
    return { ok: true, team };
  });
  if (done.ok) tools.knock();
  return done;
}

interface Days {
  today: Temporal.PlainDate;
  rests: readonly PauseWeek[];
}

async function faultsOf(tools: Tools, { user, people, invitation, beginsOn }: Starting, { today, rests }: Days): Promise<Faults> {
  const barred = await whyNotAsked(tools, { user, people, before: 0 });
  const day = beginsOn === undefined ? undefined : Temporal.PlainDate.from(beginsOn);
  const days = dayFault(day, today, rests);
  const next = day && sayDay(usableMonday(day, rests));
  const words = invitation === '' ? 'empty' : [...invitation].length > INVITATION_LENGTH ? 'long' : undefined;
  return {
    ...(barred && { [PEOPLE]: barred }),
    ...(words && { [INVITATION]: { id: `teams.fault.words.${words}`, blanks: { most: INVITATION_LENGTH } } }),
    ...(days && { [MONDAY]: { id: `teams.fault.day.${days}`, blanks: days === 'rests' && next ? { date: next } : {} } }),
  };
}
