// Draws the pairs of a proposed round from the facts and from what organisers asked for. Pure.
import { asked, type Edit } from './edits.ts';
import { type Gathered, withAsked } from './facts.ts';
import { type PairingPlan, planRound } from './plan.ts';

/** The plan for these facts, changes and seed. */
export function draw(gathered: Gathered, edits: readonly Edit[], seed: string): PairingPlan {
  const wanted = asked(edits);
  const facts = withAsked(gathered, wanted, seed);
  const plan = planRound(facts);
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
