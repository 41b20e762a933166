// What stands open between people in the scene, besides: Dolores is gone, and Goran would like to join a pair; Bo suggests two more weeks; what
// the group said half way is published, with words that organisers alone may read.

import * as programmes from '../../src/features/founding/programmes.ts';
import { startTeam } from '../../src/features/gathering/teams/start.ts';
import { tellInvitation } from '../../src/features/gathering/together/tell.ts';
import * as reports from '../../src/features/measuring/reports.ts';
import type { PartnerRequest } from '../../src/features/pairing/choosing/partner-requests.ts';
import * as partnerRequests from '../../src/features/pairing/choosing/partner-requests.ts';
import * as gatherings from '../../src/features/pairing/gatherings.ts';
import { suggest } from '../../src/features/pairing/rematching/suggest.ts';
import * as results from '../../src/features/reviewing/results.ts';
import { stamp } from '../../src/platform/clock.ts';
import { transact } from '../../src/platform/db/transact.ts';
import { cast } from '../cast.ts';
import { companion, neighbour, type Scene, scene } from './forging.ts';
import { type TeamScene, teamScene } from './standing-team.ts';

/** What somebody let the organisers read half way, and nobody else. */
export const REMARK = 'canary-remark-plover-6262';

export interface OpenScene extends Scene {
  /** Goran's, for a place in a pair. */
  wish: string;
  /** Of the round, as it was when the organiser looked at a match for Goran. */
  mark: string;
  /** Amina's, who asks Bo to be her partner in the next round. */
  partnerRequest: string;
  /** Amina's, which has not begun: Bo, Edo, Freya and Joon have been asked into it. */
  team: string;
  /** Of the neighbour's teams that run, with Amina in one. */
  weeks: TeamScene;
  /** Of the pulse half way. */
  result: string;
  /** Of the round, half way. */
  report: string;
  /** An open one that Amina has offered, and in which she has a place. */
  forum: string;
  /** The letter that invites to it. */
  invitation: string;
  /** At the end of the round that runs. */
  gathering: string;
  /** The letter that invites to it. */
  gatheringWord: string;
}

export async function openScene(): Promise<OpenScene> {
  const on = await scene();
  await asksToJoin(on);
  await on.house.as('bo').types('/coachingpairs partner', '#leaders');
  await on.house.as('bo').presses('Two more weeks');
  const { id: wish } = await on.house.tools.db.selectFrom('rematch').select('id').where('settled_at', 'is', null).executeTakeFirstOrThrow();
  const suggested = await suggest(on.house.tools, { id: wish, user: cast.hana.id });
  if (!suggested.ok) throw new Error(suggested.because);
  const partnerRequest = await asksBo(on);
  const forum = await offersForum(on);
  const letter = on.house.tools.db.selectFrom('outbox').select('id').where('kind', '=', 'forum-invite');
  const { id: invitation } = await letter.executeTakeFirstOrThrow();
  return {
    ...on,
    invitation,
    wish,
    partnerRequest,
    mark: suggested.thought.look.mark,
    result: await published(on),
    report: await reported(on),
    forum,
    team: await startsTeam(on),
    weeks: await teamScene(on),
    ...(await gathers(on)),
  };
}

/** Leaders choose each other from now on. */
async function asksBo({ house: { tools }, programme, leader, pair }: Scene): Promise<string> {
  await tools.db.updateTable('programme').set({ choosing: 'leaders' }).where('id', '=', programme).execute();
  const members = await tools.db.selectFrom('pair_leader').select('leader').where('pair', '=', pair).execute();
  const bo = members.find((member) => member.leader !== leader);
  const { number } = await tools.db.selectFrom('round').select('number').where('programme', '=', programme).executeTakeFirstOrThrow();
  const request: PartnerRequest = {
    ...{ id: tools.newId(), workspace: tools.workspace, programme, number: number + 1, asker: leader, asked: bo?.leader ?? '' },
    ...{ asked_at: stamp(tools.now()), accepted_at: null, ended_at: null, ended_because: null },
  };
  await transact(tools.db, (tx) => partnerRequests.add(tx, request));
  return request.id;
}

async function startsTeam({ house: { tools }, programme }: Scene): Promise<string> {
  const people = [cast.bo.id, cast.edo.id, cast.freya.id, companion.id];
  const wish = {
    user: cast.amina.id,
    programme,
    id: tools.newId(),
    people,
    invitation: 'Would you like to try this?',
    beginsOn: '2027-03-15',
  };
  const started = await startTeam(tools, wish);
  if (!started.ok) throw new Error(started.because);
  return started.team.id;
}

async function gathers({ house: { tools }, programme, round }: Scene): Promise<{ gathering: string; gatheringWord: string }> {
  const plan = { id: tools.newId(), workspace: tools.workspace, programme, round, by: cast.hana.id, reveals: false };
  const startsAt = tools.now().add({ hours: 24 * 150 });
  const found = await programmes.find(tools.db, tools.workspace, programme);
  await transact(tools.db, async (tx) => {
    await gatherings.plan(tx, { ...plan, startsAt, place: 'Room 5' }, tools.now());
    const gathering = await gatherings.gatheringById(tx, tools.workspace, plan.id);
    if (found && gathering) await tellInvitation(tools, tx, { programme: found, gathering }, tools.now());
  });
  const letter = tools.db.selectFrom('outbox').select('id').where('kind', '=', 'gathering');
  return { gathering: plan.id, gatheringWord: (await letter.executeTakeFirstOrThrow()).id };
}

async function offersForum({ house }: Scene): Promise<string> {
  const amina = house.as('amina');
  await amina.types('/coachingpairs forum', '#leaders');
  await amina.presses('Offer a date');
  await amina.fillsIn({ Day: '2027-03-10' });
  await amina.submits();
  await amina.presses('Save me a place');
  await amina.closes();
  await house.forward({ minutes: 2 });
  return (await house.tools.db.selectFrom('forum').select('id').executeTakeFirstOrThrow()).id;
}

/** Amina has nothing against Goran any more; she and Bo are asked for him. */
async function asksToJoin({ house, pair }: Scene): Promise<void> {
  await house.as('amina').types('/coachingpairs profile', '#leaders');
  await house.as('amina').fillsIn({ 'People I would rather not be paired with': [cast.dolores.id, neighbour.id] });
  await house.as('amina').submits();
  await house.as('amina').closes();
  await house.as('goran').types('/coachingpairs change', '#leaders');
  await house.as('goran').presses('Join a pair');
  await house.forward({ minutes: 5 });
  const asked = await house.tools.db.selectFrom('third_ask').select('leader').where('pair', '=', pair).execute();
  if (asked.length !== 2) throw new Error(`${asked.length} have been asked`);
}

function published({ house: { tools }, programme, round }: Scene): Promise<string> {
  const said = { programme, round, report: 'half', replied: 6, asked: 6, statements: [], remarks: [REMARK] } as const;
  return transact(tools.db, (tx) => results.add(tools, tx, said, tools.now()));
}

async function reported({ house: { tools }, programme, round }: Scene): Promise<string> {
  const none = { sum: 0, people: 0, least: 0, most: 0 };
  const figures = {
    people: { invited: 0, joined: 5, active: 3, paused: 0, left: 2 },
    ...{ formed: { pairs: 2, trios: 0 }, pulses: [], map: { functions: [], bridges: [] } },
    fairness: { rounds: 1, trios: none, compromises: none, welcomes: 0 },
  };
  const id = await transact(tools.db, (tx) => reports.add(tools, tx, { programme, round, moment: 'half', figures }, tools.now()));
  return id ?? '';
}
