// Whom else somebody could be with in a proposed round, and what it would come to: the head that is asked when an organiser looks for another
// partner. Pure.
import type { Head } from '../../../platform/thinking/think.ts';
import { withAsked } from '../asked-facts.ts';
import { type Drawing, draw, groupsOf, isQuick } from '../draw.ts';
import { pricedFor, standingFor } from '../drawing-minds.ts';
import { aroundTrio, asked, type Edit, moved } from '../edits.ts';
import type { PairingPlan, PairingTotals } from '../plan.ts';
import { pricedRound, type StandingRound } from '../planning/standing-round.ts';
import { partnersFor } from '../planning/whom-else.ts';

/** The round as it stands, and whom it is asked for. */
export interface Offering extends Drawing {
  groups: readonly (readonly string[])[];
  leader: string;
  count: number;
}

/** A partner, and the round with the two together: what it comes to, and how many have somebody else beside them. */
export interface Offer {
  partner: string;
  totals: PairingTotals;
  moved: number;
}

export const offering: Head<Offering, Offer[]> = {
  name: 'pairing.offer',
  think: (facts) => offers(facts, { priced: pricedRound }),
  mind: () => ({
    think: (facts) => offers(facts, { standing: standingFor(facts), priced: pricedFor }),
    afterwards: () => undefined,
  }),
  isQuick,
};

interface Rounds {
  standing?: StandingRound | undefined;
  priced: typeof pricedRound;
}

function offers({ gathered, edits, seed, groups, leader, count }: Offering, { standing, priced }: Rounds): Offer[] {
  const facts = withAsked(gathered, asked(edits), seed);
  return partnersFor(facts, { groups, leader, count, priced })
    .flatMap((partner) => {
      const edit: Edit = { what: 'keep', group: [leader, partner] };
      const plan = draw({ gathered, edits: [...edits, { ...edit, ...aroundTrio(groups, edit) }], seed }, standing);
      return offered(partner, plan, groups);
    })
    .sort((one, other) => inTurn(worth(one), worth(other)));
}

function offered(partner: string, plan: PairingPlan, groups: Offering['groups']): Offer[] {
  return plan.possible ? [{ partner, totals: plan.totals, moved: moved(groups, groupsOf(plan)) }] : [];
}

/** By what an organiser sees, and by nothing else. */
function worth({ totals, moved: people, partner }: Offer): readonly (number | string)[] {
  return [totals.sameFunction, totals.repeats, totals.shortHours, -totals.newBridges, people, partner];
}

function inTurn(one: readonly (number | string)[], other: readonly (number | string)[]): number {
  const at = one.findIndex((each, place) => each !== other[place]);
  if (at < 0) return 0;
  return (one[at] as number | string) < (other[at] as number | string) ? -1 : 1;
}
