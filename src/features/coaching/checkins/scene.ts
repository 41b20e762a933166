// Where one leader stands in the check-in of one fortnight: asked anew at every press, for an id in a button proves nothing, the pair may have
// ended since, and the fortnight may not have begun.
import type { Temporal } from 'temporal-polyfill';
import { sayDay } from '../../../platform/clock.ts';
import type { Blanks } from '../../../platform/content/load.ts';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import type { Member } from '../../pairing/pairs.ts';
import { type PairSeat, seatIn } from '../agreement/seat.ts';
import { fortnightDays } from '../calendar.ts';
import { isFortnight } from '../fortnights.ts';
import type { Match } from '../places.ts';
import * as places from '../places.ts';
import * as checkins from './checkins.ts';
import type { Commitment } from './commitments.ts';
import * as commitments from './commitments.ts';
import { nextStep, type Step } from './plan.ts';
import { type TeamOffer, teamOfferOf } from './team-offer.ts';

/** One leader's check-in of one fortnight, by ids that were not yet looked at. */
export interface Wanted {
  user: string;
  pair: string;
  fortnight: number;
}

export interface Scene extends PairSeat {
  match: Match;
  fortnight: number;
  partners: readonly Member[];
  /** Those of them who said that the pair met. */
  saidMet: readonly Member[];
  /** The leader's own commitments of the round, oldest first. */
  own: readonly Commitment[];
  step: Step;
  /** What the end of this check-in offers besides. */
  team?: TeamOffer;
}

export type Looked = { ok: true; scene: Scene } | { ok: false; because: 'others' | 'over' | 'not-begun'; blanks: Blanks };

/** What stands before `user` in the check-in they mean, or why there is nothing. */
export async function look(tools: Pick<Tools, 'workspace'>, db: Db | Tx, wanted: Wanted, now: Temporal.Instant): Promise<Looked> {
  const found = await seatIn(tools, db, wanted);
  if (!found.ok) return { ...found, blanks: {} };
  const { seat } = found;
  const { match, away } = await places.ofSeat(db, seat, now);
  if (match?.pair.id !== seat.pair.id) return { ok: false, because: 'over', blanks: {} };
  if (!isFortnight(wanted.fortnight)) return { ok: false, because: 'others', blanks: {} };
  if (!hasBegun(match, wanted.fortnight)) {
    const { first } = fortnightDays(match.calendar, wanted.fortnight);
    return { ok: false, because: 'not-begun', blanks: { date: sayDay(first) } };
  }
  const scene = await sceneOf(db, { ...seat, match, fortnight: wanted.fortnight });
  // Whoever sits out could not begin one.
  const team = away ? undefined : await teamOfferOf(tools, db, scene);
  return { ok: true, scene: { ...scene, ...(team && { team }) } };
}

async function sceneOf(db: Db | Tx, { fortnight, ...seat }: PairSeat & { match: Match; fortnight: number }): Promise<Scene> {
  const { leader, pair, round } = seat;
  const said = await checkins.ofFortnight(db, pair.id, fortnight);
  const mine = said.find((each) => each.leader === leader.id);
  const own = await commitments.ofRound(db, leader.id, round.id);
  const partners = pair.members.filter((member) => member.leader !== leader.id);
  const saidMet = partners.filter((member) => said.some((each) => each.leader === member.leader && each.met === 'met'));
  const answer = mine && { met: mine.met, answeredAt: mine.answeredAt, finished: mine.finishedAt !== null };
  return { ...seat, fortnight, partners, saidMet, own, step: nextStep({ fortnight, commitments: own, ...(answer && { answer }) }) };
}

function hasBegun({ fortnight: present }: Match, n: number): boolean {
  return present === 'after' || (present !== 'before' && n <= present);
}
