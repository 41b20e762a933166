// Whom else somebody could be with, and what that would cost the round: every partner is priced at once from the round that stands, and for the
// cheapest the whole round is worked out, so that an organiser sees it before changing anything. Pure.
import { moved } from '../edits.ts';
import { settleAgain } from '../matching/again/again.ts';
import { partnersPriced } from '../matching/again/partners.ts';
import { inTurn } from '../matching/order/values.ts';
import type { PairingTotals } from '../plan.ts';
import { type Known, knownOf } from './question.ts';
import type { StandingRound } from './standing-round.ts';
import { totalsOf } from './totals.ts';

export interface Alternative {
  /** The leader's id. */
  partner: string;
  /** By how much the best round with the two together is above the one that stands, aim by aim; those that stay the same are left out. */
  costs: readonly AimCost[];
  /** What that round comes to, and how many people have another partner in it. */
  totals: PairingTotals;
  moved: number;
}

/** Units of an aim: more are worse. */
export interface AimCost {
  aim: string;
  by: number;
}

/** The partners that `leader` could have instead, cheapest first, `count` at most; empty where the leader is not planned in this round. */
export function alternativesFor(round: StandingRound, leader: string, count: number): Alternative[] {
  const { parts, standing, facts } = round;
  const { between } = knownOf(facts);
  const u = parts.people.findIndex(({ id }) => id === leader);
  if (u < 0) return [];
  return partnersPriced(standing.present, u)
    .flatMap((price, v) => (price && v !== standing.settled.mate[u] ? [{ v, price }] : []))
    .sort((one, other) => inTurn(one.price, other.price))
    .slice(0, count)
    .map(({ v }) => alternative(round, between, u, v));
}

function alternative(round: StandingRound, between: Known['between'], u: number, v: number): Alternative {
  const { parts, standing } = round;
  const settled = settleAgain(standing, { forced: [[u, v]] });
  if ('obstacle' in settled) throw new Error('a partner who has a price cannot be had');
  const groups = [...parts.fixed, ...pairsIn(round, settled.mate)];
  const ids = (all: readonly (readonly { id: string }[])[]) => all.map((group) => group.map(({ id }) => id));
  return {
    partner: parts.people[v]?.id ?? '',
    costs: costsBetween(round, standing.settled.mate, settled.mate),
    totals: totalsOf(groups, between),
    moved: moved(ids(pairsIn(round, standing.settled.mate)), ids(pairsIn(round, settled.mate))),
  };
}

function pairsIn({ parts: { people } }: StandingRound, mate: Int32Array) {
  return people.flatMap((one, u) => {
    const v = mate[u] as number;
    const other = people[v];
    return u < v && other ? [[one, other]] : [];
  });
}

/** What one matching costs more than another, aim by aim, most important first. */
function costsBetween({ question: { tiers, size } }: StandingRound, before: Int32Array, after: Int32Array): AimCost[] {
  const row = new Float64Array(size);
  const others = [...before.keys()].filter((u) => before[u] !== after[u]);
  return tiers.flatMap(({ name: aim, row: read }) => {
    let twice = 0;
    for (const u of others) {
      read(u, row);
      twice += (row[after[u] as number] as number) - (row[before[u] as number] as number);
    }
    return twice === 0 ? [] : [{ aim, by: twice / 2 }];
  });
}
