// What time, organisers and changed rules do to what leaders have asked and chosen: the last day goes by, another way of finding partners is set,
// somebody goes or gets a new manager. Whom it concerns hears that it has changed, and nothing of why.
import type { Temporal } from 'temporal-polyfill';
import { earliest } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Stream } from '../../../platform/schedule/stream.ts';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import * as programmes from '../../founding/programmes.ts';
import type { Leader } from '../../joining/leaders.ts';
import * as leaders from '../../joining/leaders.ts';
import { tellUndone, unsay, withdrawAccepted } from './choose.ts';
import { otherOf } from './chooser.ts';
import type { News } from './letters.ts';
import type { Ending, InRound, PartnerRequest } from './partner-requests.ts';
import * as partnerRequests from './partner-requests.ts';
import { endOf, neverTogether, phaseOf } from './plan.ts';
import { wouldRatherNot } from './private-lists.ts';
import { choosersIn, seasonNow } from './season.ts';
import { type Here, tellNews } from './tell.ts';

/** A rule that has changed may be noticed a little later: the plan of a round looks at the rules itself. */
const BETWEEN_LOOKS = 10;

export const choices: Stream = { name: 'choices', run, minutes: BETWEEN_LOOKS };

async function run(tools: Tools, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const nexts: (Temporal.Instant | undefined)[] = [];
  for (const inRound of await partnerRequests.rounds(tools.db, tools.workspace)) nexts.push(await look(tools, inRound, now));
  return earliest(...nexts);
}

async function look(tools: Tools, inRound: InRound, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const here = await hereOf(tools, tools.db, inRound, now);
  if (!here) return undefined;
  if ((await endings(tools, tools.db, here, now)).length > 0) {
    await transact(tools.db, async (tx) => {
      const again = await hereOf(tools, tx, inRound, now);
      if (again) for (const each of await endings(tools, tx, again, now)) await carryOut(tools, tx, { here: again, ...each }, now);
    });
    tools.knock();
  }
  return phaseOf(here.season, here.programme, now) === 'over' ? undefined : endOf(here.season, here.programme);
}

/** Nothing where the round has begun, or its programme is no more. */
async function hereOf({ workspace }: Tools, db: Db | Tx, { programme: id, number }: InRound, now: Temporal.Instant) {
  const programme = await programmes.find(db, workspace, id);
  if (!programme) return undefined;
  const season = await seasonNow(db, programme, now);
  return season.number === number ? { programme, season } : undefined;
}

interface Fate {
  request: PartnerRequest;
  because: Ending;
  news: News;
}

async function endings(tools: Tools, db: Db | Tx, here: Here, now: Temporal.Instant): Promise<Fate[]> {
  const { programme, season } = here;
  const standing = await partnerRequests.standing(db, { programme: programme.id, number: season.number });
  if (programme.choosing !== 'leaders') return standing.map((request) => ({ request, because: 'switched', news: 'switched' }));
  const over = phaseOf(season, programme, now) === 'over';
  const choosers = await choosersIn(db, programme, season);
  const people = await leaders.some(db, [...new Set(standing.flatMap(({ asker, asked }) => [asker, asked]))]);
  const byId = new Map(people.map((leader) => [leader.id, leader]));
  const fates: Fate[] = [];
  for (const request of standing) {
    const open = request.accepted_at === null;
    const broken = neverTogether(choosers, request.asker, request.asked) || (await isUnwished(tools, db, byId, request));
    if (broken) fates.push({ request, because: 'rules', news: open ? 'gone' : 'undone' });
    else if (open && over) fates.push({ request, because: 'lapsed', news: 'lapsed' });
  }
  return fates;
}

/** An open request of somebody on the other's list stands as if it had not been answered. */
async function isUnwished(tools: Tools, db: Db | Tx, people: ReadonlyMap<string, Leader>, request: PartnerRequest): Promise<boolean> {
  const [asker, asked] = [people.get(request.asker), people.get(request.asked)];
  if (!asker || !asked) return true;
  if (await wouldRatherNot(tools, db, asker, asked)) return true;
  return request.accepted_at !== null && (await wouldRatherNot(tools, db, asked, asker));
}

async function carryOut(
  tools: Tools,
  tx: Tx,
  { here, request, because, news }: Fate & { here: Here },
  now: Temporal.Instant,
): Promise<void> {
  if (!(await partnerRequests.end(tx, request.id, because, now))) return;
  const open = request.accepted_at === null;
  const both = [request.asker, request.asked];
  if (news === 'undone') return tellUndone(tools, tx, { here, request, to: both }, now);
  if (open) await unsay(tools, tx, { here, request }, now);
  else await withdrawAccepted(tools, tx, request, now);
  for (const to of open ? [request.asker] : both) await tellNews(tools, tx, { here, request, to, news }, now);
}

/** A leader goes: what they asked and were asked ends, and who had chosen them, or asks them, hears so. */
export async function endChoicesOf(tools: Tools, tx: Tx, leader: Leader, now: Temporal.Instant): Promise<void> {
  const programme = await programmes.find(tx, tools.workspace, leader.programme);
  if (!programme) return;
  const here = { programme, season: await seasonNow(tx, programme, now) };
  for (const request of await partnerRequests.standingOf(tx, { programme: programme.id, number: here.season.number }, leader.id)) {
    await partnerRequests.end(tx, request.id, 'left', now);
    await unsay(tools, tx, { here, request }, now);
    const other = otherOf(request, leader.id);
    if (request.accepted_at !== null) await tellUndone(tools, tx, { here, request, to: [other] }, now);
    else if (request.asker === other) await tellNews(tools, tx, { here, request, to: other, news: 'gone' }, now);
  }
}
