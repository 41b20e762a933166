// What a proposed round holds that is kept sealed: the plan, and what the last change did to it. Pure.
import type { PairingPlan, PairingTotals } from './plan.ts';

/** What was before the last change, how many it moved, and who made it. `wished`: see `told-wishes.ts`. */
export interface Before {
  totals: PairingTotals;
  moved: number;
  wished?: number | undefined;
  by?: string | undefined;
  /** Whether it took changes back. */
  undone?: boolean | undefined;
}

/** What is drawn: the plan, the mark of the facts it was made from, and what the last change did to it. */
export interface Drawn {
  plan: PairingPlan;
  /** Changes whenever a fact that matters for pairing changes. Says nothing about what the facts are. */
  mark: string;
  before?: Before;
  /** The groups as the bot drew them before anything was changed; missing while nothing is. */
  first?: readonly (readonly string[])[];
}
