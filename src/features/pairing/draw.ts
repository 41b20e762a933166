// Draws the pairs of a proposed round from the facts and from what organisers asked for: the head that thinks longest in the house. Pure.
import type { Head, Mind } from '../../platform/thinking/think.ts';
import { type Asked, asked, type Edit } from './edits.ts';
import type { Gathered } from './facts.ts';
import { type PairingFacts, type PairingPlan, planRound } from './plan.ts';
import { isAbout, type StandingRound, standingRound } from './planning/standing-round.ts';

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
  mind: drawingMind,
  isQuick: ({ gathered }) => gathered.facts.leaders.length <= QUICK,
};

/** A drawing with no more of what was gathered than the head needs. */
export function drawingOf({ facts, chosen }: Gathered, edits: readonly Edit[], seed: string): Drawing {
  return { gathered: { facts, chosen }, edits, seed };
}

/** So many prices of a proof are kept with a round. Those that only rule out single trios can be found again from the facts. */
const MOST_PRICES = 200_000;

function draw(drawing: Drawing, standing?: StandingRound): PairingPlan {
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

/** Keeps the round as it is without changes, ready for the next change. */
function drawingMind(): Mind<Drawing, PairingPlan> {
  let last: { asked: Drawing; plan: PairingPlan } | undefined;
  let standing: StandingRound | undefined;
  return {
    think: (facts) => {
      const plan = draw(facts, standing);
      last = { asked: facts, plan };
      return plan;
    },
    afterwards: () => {
      if (last) standing = madeReady(last.asked, last.plan, standing);
      last = undefined;
    },
  };
}

/** The round without changes: `standing`, if that is the one, or else made ready anew. */
function madeReady({ gathered, edits, seed }: Drawing, plan: PairingPlan, standing: StandingRound | undefined): StandingRound | undefined {
  const facts = withAsked(gathered, asked(edits.filter(({ what }) => what === 'redraw')), seed);
  if (standing && isAbout(standing, facts)) return standing;
  return standingRound(facts, edits.every(({ what }) => what === 'redraw') ? plan : planRound(facts));
}

/** The facts as the engine takes them: with the seed, and with what organisers asked for as far as it concerns people who are here. */
function withAsked({ facts, chosen }: Drawing['gathered'], asked: Asked, seed: string): PairingFacts {
  const leftOut = new Set(asked.leftOut);
  const taking = facts.leaders.filter(({ id }) => !leftOut.has(id));
  const here = new Set(taking.map(({ id }) => id));
  const held = asked.fixed.filter((group) => group.every((leader) => here.has(leader)));
  const taken = new Set(held.flat());
  const free = (group: readonly string[]) => group.every((leader) => here.has(leader) && !taken.has(leader));
  const forbidden = [...facts.forbidden, ...asked.forbidden.map(({ pair }) => pair)];
  const apart = (group: readonly string[]) => forbidden.some((pair) => pair.every((leader) => group.includes(leader)));
  return {
    ...facts,
    leaders: taking,
    forbidden,
    fixed: chosen.filter((group) => free(group) && !apart(group)),
    kept: held,
    seed: asked.seed ?? seed,
  };
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
