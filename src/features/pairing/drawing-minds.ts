// What the thread remembers between two changes of a round: the rounds that organisers look at, ready for the next change, and the last plans.
// Several heads share it, for they are asked about the same rounds. It makes them quicker, and never makes them find anything else.
import type { Mind } from '../../platform/thinking/think.ts';
import { withAsked } from './asked-facts.ts';
import type { Drawing } from './draw.ts';
import { asked } from './edits.ts';
import type { PairingFacts, PairingPlan } from './plan.ts';
import { planRound } from './plan.ts';
import { isAbout, pricedRound, type StandingRound, standingRound } from './planning/standing-round.ts';

export type Draw = (drawing: Drawing, standing?: StandingRound) => PairingPlan;

/** Rounds of so many programmes, or draws, are kept ready. */
const MOST_ROUNDS = 4;
const MOST_PLANS = 3;

/** By their seeds, the one that was used last at the end. Empty everywhere but in the thread. */
const rounds = new Map<string, StandingRound>();
/** Rounds to price partners in, the one that was used last at the end. */
let priced: readonly StandingRound[] = [];
/** What was asked, word for word, and what it came to: what is tried is often done next. */
const plans = new Map<string, PairingPlan>();

/** Keeps the round as it is without changes, ready for the next change. */
export function drawingMind(draw: Draw): Mind<Drawing, PairingPlan> {
  let last: { asked: Drawing; plan: PairingPlan } | undefined;
  return {
    think: (drawing) => {
      const key = JSON.stringify(drawing);
      const plan = plans.get(key) ?? draw(drawing, standingFor(drawing));
      keep(plans, key, plan, MOST_PLANS);
      last = { asked: drawing, plan };
      return plan;
    },
    afterwards: () => {
      if (last) getReady(last.asked, last.plan);
      last = undefined;
    },
  };
}

/** Finds nothing, but gets a round ready that has been forgotten meanwhile. */
export function readyingMind(draw: Draw): Mind<Drawing, undefined> {
  let last: Drawing | undefined;
  return {
    think: (drawing) => {
      last = drawing;
      return undefined;
    },
    afterwards: () => {
      if (last && !standingFor(last)) getReady(last, draw(last));
      last = undefined;
    },
  };
}

/** The round that stands for these changes, if it is remembered. */
export function standingFor({ edits, seed }: Pick<Drawing, 'edits' | 'seed'>): StandingRound | undefined {
  return rounds.get(asked(edits).seed ?? seed);
}

/** A round to price partners in: the same for everybody in a round, so that it is not worked out for each. */
export function pricedFor(facts: PairingFacts): StandingRound | undefined {
  const round = priced.find((each) => each.facts.seed === facts.seed && isAbout(each, facts)) ?? pricedRound(facts);
  if (round) priced = [...priced.filter((each) => each !== round), round].slice(-MOST_ROUNDS);
  return round;
}

function getReady({ gathered, edits, seed }: Drawing, plan: PairingPlan): void {
  const facts = unchangedFacts({ gathered, edits, seed }, plan);
  if (!facts) return;
  const known = rounds.get(facts.seed);
  const isUnchanged = edits.every(({ what }) => what === 'redraw') && facts.leaders.length % 2 === 0;
  const standing = known && isAbout(known, facts) ? known : standingRound(facts, isUnchanged ? plan : planRound(facts));
  if (standing) keep(rounds, facts.seed, standing, MOST_ROUNDS);
}

/** The facts without changes, around its trio if there is one; `undefined` where that is not known. */
function unchangedFacts({ gathered, edits, seed }: Drawing, plan: PairingPlan): PairingFacts | undefined {
  const facts = withAsked(gathered, asked(edits.filter(({ what }) => what === 'redraw')), seed);
  if (facts.leaders.length % 2 === 0) return facts;
  const drawn =
    plan.possible && edits.every(({ what }) => what === 'redraw') ? plan.pairs.find(({ leaders }) => leaders.length === 3) : undefined;
  const around = asked(edits).around ?? drawn?.leaders;
  return around && withAsked(gathered, { ...asked(edits.filter(({ what }) => what === 'redraw')), around }, seed);
}

function keep<Value>(kept: Map<string, Value>, key: string, value: Value, most: number): void {
  kept.delete(key);
  kept.set(key, value);
  for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - most))) kept.delete(oldest);
}
