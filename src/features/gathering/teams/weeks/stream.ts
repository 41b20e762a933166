// Time sets the eight weeks of every team going: places are mended, lines told, taps asked and counted, the leader told, and what nobody has decided about
// comes to its end. A look reads; only where something is due is there a transaction, which reads again.
import { Temporal } from 'temporal-polyfill';
import { earliest, instantOf, isBefore } from '../../../../platform/clock.ts';
import { transact } from '../../../../platform/db/transact.ts';
import { faultFields } from '../../../../platform/log.ts';
import { settledPeriods } from '../../../../platform/schedule/occurrences.ts';
import type { Stream } from '../../../../platform/schedule/stream.ts';
import type { Tools, Tx } from '../../../../platform/tools.ts';
import { aloneAmong } from '../../../coaching/contacts/undisturbed.ts';
import { standingPairsOf } from '../../../joining/partners.ts';
import type { Team } from '../teams.ts';
import * as teams from '../teams.ts';
import { decideBy, FORTNIGHTS, fortnightAt, fortnightSlot, tapsSlot } from './calendar.ts';
import { stopHere } from './go-on.ts';
import { isBroken, mend, takeBackEnded } from './groups.ts';
import { tellHost } from './host.ts';
import { openParts } from './host-parts.ts';
import type { Reader } from './plan.ts';
import { readersOf } from './readers.ts';
import { type Scene, STEPS, sceneOf } from './scene.ts';
import { tellSteps } from './steps.ts';
import { runTaps } from './taps.ts';

/** What people do may make something due; it is seen at the latest after so long. */
const BETWEEN_LOOKS = 30;
/** What could not be looked at. */
const SOON = { minutes: 15 };

export const teamWeeks: Stream = { name: 'team-weeks', run: look, minutes: BETWEEN_LOOKS, comesBack: true };

async function look(tools: Tools, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  let next: Temporal.Instant | undefined;
  for (const team of await teams.open(tools.db, tools.workspace)) {
    try {
      next = earliest(next, await lookAt(tools, team, now));
    } catch (fault) {
      tools.log.error('A team could not be looked at', faultFields(fault));
      next = earliest(next, now.add(SOON));
    }
  }
  return next;
}

async function lookAt(tools: Tools, team: Team, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const scene = await sceneOf(tools, tools.db, team);
  const ahead = await aheadOf(tools, scene, now);
  if (!ahead || isBefore(now, ahead)) return ahead;
  const undisturbed = await aloneAmong(
    tools,
    scene.people.map(({ user }) => user),
    now.epochMilliseconds,
  );
  const next = await transact(tools.db, async (tx) => {
    const present = await teams.byId(tx, tools.workspace, team.id);
    return present && present.endedAt === null ? settle(tools, tx, { team: present, undisturbed }, now) : undefined;
  });
  tools.knock();
  return next;
}

/** When the first thing is due; in the past where it is due now. */
async function aheadOf(tools: Tools, scene: Scene, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const { team, weeks } = scene;
  if (isBroken(scene)) return now;
  const toldByRound = (await standingPairsOf(tools.db, team.leader)).length > 0;
  const host = toldByRound ? [] : (await openParts(tools.db, team, weeks.rests)).map(({ slot }) => slot.due);
  if (team.beganAt === null) return earliest(...host);
  if (team.countedAt !== null) return earliest(...host, decideBy(instantOf(team.countedAt)));
  const taps = isBefore(now, tapsSlot(weeks).due) ? tapsSlot(weeks).due : now;
  return earliest(...host, taps, await stepAhead(tools, scene, now));
}

async function stepAhead(tools: Tools, { team, weeks, pairs }: Scene, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const present = Math.min(fortnightAt(weeks, now), FORTNIGHTS);
  const about = { programme: team.programme, stream: STEPS, subjects: pairs.map(({ id }) => id) };
  const settled = await settledPeriods(tools.db, about);
  for (let n = 1; n <= present; n++) {
    if (pairs.some(({ id, formedAt }) => !settled.has(`${id} ${n}`) && !isBefore(fortnightSlot(weeks, n).closes, instantOf(formedAt))))
      return isBefore(now, fortnightSlot(weeks, n).due) ? fortnightSlot(weeks, n).due : now;
  }
  return present < FORTNIGHTS ? fortnightSlot(weeks, present + 1).due : undefined;
}

interface Settling {
  team: Team;
  /** Who wants no notifications now, and until when, in milliseconds. */
  undisturbed: ReadonlyMap<string, number>;
}

/** Does what is due, in its order; returns when something will be. */
async function settle(tools: Tools, tx: Tx, { team, undisturbed }: Settling, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  if (isBroken(await sceneOf(tools, tx, team)) && !(await mend(tools, tx, team, now))) return undefined;
  const next = team.beganAt === null ? undefined : await tellMembers(tools, tx, { team, undisturbed }, now);
  const present = (await teams.byId(tx, tools.workspace, team.id)) ?? team;
  if (present.countedAt === null || isBefore(now, decideBy(instantOf(present.countedAt))))
    return earliest(next, await tellHost(tools, tx, await sceneOf(tools, tx, present), now));
  await stopHere(tools, tx, present, now);
  return undefined;
}

async function tellMembers(
  tools: Tools,
  tx: Tx,
  { team, undisturbed }: Settling,
  now: Temporal.Instant,
): Promise<Temporal.Instant | undefined> {
  const scene = await sceneOf(tools, tx, team);
  await takeBackEnded(tools, tx, scene, now);
  const known = await readersOf(tools, tx, { team, rests: scene.weeks.rests, people: scene.people }, now);
  const readers = new Map([...known].map(([user, reader]) => [user, later(reader, undisturbed.get(user))]));
  return earliest(await tellSteps(tools, tx, { ...scene, readers }, now), await runTaps(tools, tx, { ...scene, readers }, now));
}

function later(reader: Reader, until: number | undefined): Reader {
  if (until === undefined || until <= reader.freeFrom.epochMilliseconds) return reader;
  return { ...reader, freeFrom: Temporal.Instant.fromEpochMilliseconds(until) };
}
