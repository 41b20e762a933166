// The proof of a plan as it is kept with its round and printed: plain data, whole, with people by their ids. Pure.
import type { Stage } from '../matching/order/in-order.ts';
import type { Question } from '../matching/order/tiers.ts';

/** The prices that settle some aims among the plans that are best for all aims before them. */
export interface ProofStage {
  /** The aims settled in this stage: a pair's cost is the sum of (units − least) × place. */
  aims: readonly { aim: string; least: number; place: number }[];
  toll: number;
  prices: readonly number[];
  blossoms: readonly { members: readonly number[]; z: number }[];
}

/** The proof that a plan is the best there is; it was checked before the plan was offered. `matching/order/certificate.ts` says what it has to fulfil. */
export interface Certificate {
  checked: true;
  /** Leaders' ids by the numbers that the stages use. */
  people: readonly string[];
  stages: readonly ProofStage[];
  /** For an odd number: how many trios had to be tried, each with a proof of its own. */
  triosTried: number;
  /** These proofs: prices that rule out every better trio with all of `without`, or those who would then be left over. */
  trios?: readonly {
    without: readonly number[];
    stages: readonly ProofStage[];
    obstacle?: { groups: readonly (readonly number[])[]; partners: readonly number[] };
  }[];
}

/** A stage as it is kept and printed. */
export function keptStage({ tiers }: Question, { group, toll, y, blossoms }: Stage): ProofStage {
  return {
    aims: group.map(({ tier, least, place }) => ({ aim: tiers[tier]?.name ?? '', least, place })),
    toll,
    prices: [...y],
    blossoms: blossoms.map(({ members, z }) => ({ members: [...members], z })),
  };
}
