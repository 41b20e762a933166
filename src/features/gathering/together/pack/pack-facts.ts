// All that a pack is made from, gathered at one moment: what pairs have agreed to share, which functions have met, and where it is named there the next
// pairs as they stand.
import type { Temporal } from 'temporal-polyfill';
import type { Programme } from '../../../founding/programmes.ts';
import type { BridgeMap } from '../../../pairing/planning/bridges.ts';
import type { Named } from '../../../pairing/said.ts';
import type { SharedInsight } from '../../../reviewing/closing/shared-insights.ts';

/** The pairs of the next round, as they stand. */
export interface NextPairs {
  announcing: Programme['announcing'];
  groups: readonly (readonly Named[])[];
}

export interface PackFacts {
  programme: string;
  number: number;
  zone: string;
  startsAt: Temporal.Instant;
  place: string;
  /** In the order in which they are numbered, which chance has drawn; the first `most` of them stand on slides. */
  insights: readonly SharedInsight[];
  most: number;
  map: BridgeMap;
  /** Where the next pairs are named at the gathering, and are known. */
  pairs?: NextPairs;
  /** They are still to come, and everyone hears of theirs in a message. */
  later: boolean;
  /** Letters that no font here can draw. */
  hidden: ReadonlySet<string>;
}
