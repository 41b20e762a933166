// Draws the pairs of a proposed round from the facts and from what organisers asked for: the head that thinks longest in the house. Pure.
import type { Head } from '../../platform/thinking/think.ts';
import { withAsked } from './asked-facts.ts';
import { drawingMind, readyingMind } from './drawing-minds.ts';
import { asked, type Edit } from './edits.ts';
import type { Gathered } from './facts.ts';
import { type PairingPlan, planRound } from './plan.ts';
import type { StandingRound } from './planning/standing-round.ts';

/** What a plan is drawn from. */
export interface Drawing {
  gathered: Pick<Gathered, 'facts' | 'chosen'>;
  edits: readonly Edit[];
  seed: string;
}

/** So few are paired in less time than a thread takes to start (80 ms); 40 would take twice as long. */
const QUICK = 24;

export const drawing: Head<Drawing, PairingPlan> = {
  name: 'pairing.draw',
  think: (facts) => draw(facts),
  mind: () => drawingMind(draw),
  isQuick,
};

/** Gets the mind ready for the next change, where there is one; answers at once. */
export const readying: Head<Drawing, undefined> = {
  name: 'pairing.ready',
  think: () => undefined,
  mind: () => readyingMind(draw),
  isQuick,
};

export function isQuick({ gathered }: Pick<Drawing, 'gathered'>): boolean {
  return gathered.facts.leaders.length <= QUICK;
}

/** A drawing with no more of what was gathered than the head needs. */
export function drawingOf({ facts, chosen }: Gathered, edits: readonly Edit[], seed: string): Drawing {
  return { gathered: { facts, chosen }, edits, seed };
}

/** So many prices of a proof are kept with a round. Those that only rule out single trios can be found again from the facts. */
const MOST_PRICES = 200_000;

/** The plan; sooner where a round that stands is given, and the very same. */
export function draw(drawing: Drawing, standing?: StandingRound): PairingPlan {
  const plan = drawn(drawing, standing);
  if (!plan.possible) return plan;
  const { trios = [], ...certificate } = plan.certificate;
  const prices = trios.flatMap(({ stages }) => stages).reduce((sum, stage) => sum + stage.prices.length, 0);
  return prices > MOST_PRICES ? { ...plan, certificate } : plan;
}

/** The plan for these facts, changes and seed. */
function drawn({ gathered, edits, seed }: Drawing, standing?: StandingRound): PairingPlan {
  const wanted = asked(edits);
  const facts = withAsked(gathered, wanted, seed);
  const plan = planRound(facts, standing);
  // What leaders have chosen for themselves gives way where it would leave somebody without a partner.
  if (plan.possible || gathered.chosen.length === 0) return plan;
  return planRound(withAsked({ ...gathered, chosen: [] }, wanted, seed));
}

/** The groups of a plan; none where it is not possible. */
export function groupsOf(plan: PairingPlan): (readonly string[])[] {
  return plan.possible ? plan.pairs.map(({ leaders }) => leaders) : [];
}

/** Whether two plans put the same people together, in whatever order. */
export function alike(one: PairingPlan, other: PairingPlan): boolean {
  const set = (plan: PairingPlan) =>
    groupsOf(plan)
      .map((group) => [...group].sort().join(' '))
      .sort()
      .join('\n');
  return one.possible && other.possible && set(one) === set(other);
}
