// A round begins: everything that one approval puts on record and on its way, inside the transaction of its caller.
import type { Insertable } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { record } from '../../platform/audit.ts';
import { dayOf, isBefore, stamp } from '../../platform/clock.ts';
import type { PairTable, RoundTable } from '../../platform/db/tables.ts';
import type { Tools, Tx } from '../../platform/tools.ts';
import { comingRound } from '../founding/coming-round.ts';
import * as pauseWeeks from '../founding/pause-weeks.ts';
import { withNextRoundOn } from '../founding/plan.ts';
import type { Programme } from '../founding/programmes.ts';
import * as programmes from '../founding/programmes.ts';
import { beginsOn, confirmBy, heardAt, isItsDay } from './calendar.ts';
import { apartIn, cameBefore, chosenFor, endChoosing } from './choosing/chosen.ts';
import { asked } from './edits.ts';
import type { Person } from './facts.ts';
import * as forbiddenPairs from './forbidden-pairs.ts';
import type { Ran } from './organiser-letters.ts';
import * as pairLeaders from './pair-leaders.ts';
import type { Pair } from './pairs.ts';
import * as pairs from './pairs.ts';
import type { Because, PairingPlan } from './plan.ts';
import type { Proposal } from './proposals.ts';
import * as proposals from './proposals.ts';
import * as reveals from './reveals.ts';
import * as rounds from './rounds.ts';
import { sealWhy } from './sealed-plans.ts';
import { openSpaces, type Pace } from './spaces.ts';
import { announceRound, tellItRan, tellLeaders } from './tell.ts';

/** Partners first: the channel hears when everyone has said yes, or by their silence. Announce now: everyone hears at once. */
export type Telling = 'partners-first' | 'announce-now';

export interface Beginning {
  programme: Programme;
  proposal: Proposal;
  plan: Extract<PairingPlan, { possible: true }>;
  people: ReadonlyMap<string, Person>;
  telling: Telling;
  by: string;
  /** How it goes out where no organiser approves it in this moment. */
  ran?: Ran;
  pace: Pace;
}

/** The round that has begun. */
export interface Begun {
  programme: Programme;
  round: RoundTable;
  leaders: number;
}

/** Who acts where time alone does. */
export const BY_ITSELF = 'programme';

export async function begin(tools: Tools, tx: Tx, beginning: Beginning, now: Temporal.Instant): Promise<Begun> {
  const { programme, proposal, plan, telling, by, ran, pace } = beginning;
  const round = await saveRound(tools, tx, beginning, now);
  const groups = await savePairs(tools, tx, beginning, round);
  await proposals.decide(tx, { id: proposal.id, revision: proposal.revision, decision: 'approved', by, at: stamp(now) });
  await keepForbidden(tools, tx, beginning, now);
  const told = { programme, round, groups };
  const apart = apartIn(plan, await chosenFor(tx, programme, round.number));
  await endChoosing(tx, { programme: programme.id, number: round.number }, now);
  const before = cameBefore(tools.content, apart, beginning.people);
  await tellLeaders(tools, tx, { ...told, pace, before }, now);
  if (telling === 'announce-now') {
    await openSpaces(tools, tx, { groups, pace }, now);
    await announceRound(tools, tx, told, now);
  }
  if (ran) await tellItRan(tools, tx, { ...told, how: ran }, now);
  const detail = { number: round.number, leaders: plan.totals.leaders, pairs: groups.length, telling };
  await record(tools, tx, { programme: programme.id, actor: by, action: 'rotation-approved', subject: round.id, detail }, now);
  return { programme, round, leaders: groups.flatMap(({ members }) => members).length };
}

/** A round on its day keeps the calendar, and so does one that has waited for its gathering; later ones are counted from any other day. */
async function saveRound(
  tools: Tools,
  tx: Tx,
  { programme, proposal, plan, telling, by, pace }: Beginning,
  now: Temporal.Instant,
): Promise<RoundTable> {
  const today = dayOf(now, programme.timeZone);
  const next = await comingRound(tx, programme, now);
  const held = next.gathering !== undefined && !isBefore(now, next.at);
  const keeps = held || isItsDay(next.inCalendar, today);
  const anchored = withNextRoundOn(programme, next.number - 1, keeps ? next.inCalendar : today);
  if (anchored !== programme) await programmes.change(tx, anchored);
  const rests = await pauseWeeks.of(tx, programme.id);
  const silentUntil = confirmBy(programme, rests, pace === 'polite' ? heardAt(programme, rests, now) : now);
  const round: RoundTable = {
    id: tools.newId(),
    workspace: tools.workspace,
    programme: programme.id,
    number: next.number,
    proposal: proposal.id,
    seed: plan.seed,
    anchor_before: JSON.stringify({ on: programme.anchorOn.toString(), number: programme.anchorNumber }),
    rotated_on: today.toString(),
    begins_on: beginsOn(programme, rests, silentUntil).toString(),
    telling,
    totals: JSON.stringify(plan.totals),
    approved_by: by,
    approved_at: stamp(now),
    confirm_by: stamp(silentUntil),
    announced_at: null,
    undone_at: null,
    closed_at: null,
  };
  await rounds.add(tx, round);
  if (held && next.gathering) await reveals.revealed(tx, { workspace: tools.workspace, id: next.gathering }, now);
  return round;
}

type Explained = Pair & { reasons: readonly Because[] };

async function savePairs(tools: Tools, tx: Tx, { plan, people }: Beginning, round: RoundTable): Promise<Explained[]> {
  const of = { round: round.id, workspace: tools.workspace };
  const groups: Explained[] = [];
  const rows: Insertable<PairTable>[] = [];
  for (const { leaders, reasons, compromises } of plan.pairs) {
    const members = leaders.map((leader, place) => {
      const { user, name, function: own } = people.get(leader) as Person;
      return { leader, user, name, function: own, place, confirmedAt: null, askedAnotherAt: null, leftAt: null };
    });
    const id = tools.newId();
    const whySealed = await sealWhy(tools, tx, id, { reasons, compromises });
    groups.push({ id, round: round.id, reasons, whySealed, openedAt: null, endedAt: null, members });
    const nothingYet = { opened_at: null, ended_at: null, ended_because: null };
    rows.push({ ...of, ...nothingYet, id, why_sealed: whySealed, compromised: compromises.length > 0 ? 1 : 0 });
  }
  await pairs.add(tx, rows);
  const nothingSaid = { confirmed_at: null, asked_another_at: null, ended_at: null };
  await pairLeaders.add(
    tx,
    groups.flatMap(({ id, members }) => members.map(({ leader, place }) => ({ ...of, ...nothingSaid, pair: id, leader, place }))),
  );
  return groups;
}

async function keepForbidden(tools: Tools, tx: Tx, { programme, proposal }: Beginning, now: Temporal.Instant): Promise<void> {
  for (const { pair, reason, by } of asked(proposal.edits).forbidden) {
    const id = tools.newId();
    const of = { id, workspace: tools.workspace, programme: programme.id, leader_a: pair[0], leader_b: pair[1] };
    await forbiddenPairs.forbid(tx, { ...of, reason, forbidden_by: by, forbidden_at: stamp(now), lifted_at: null });
    await record(tools, tx, { programme: programme.id, actor: by, action: 'pair-forbidden', subject: id }, now);
  }
}
