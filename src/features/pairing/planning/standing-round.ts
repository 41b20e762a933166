// A round that is planned, made ready for changes: its prices, partners and blossoms lie in memory, so that what an organiser tries is worked out
// from there. Whatever cannot be told as a few pairs kept together or forbidden is left to be planned from nothing. Pure.

import { type Standing, settleAgain, standingOf, type Two } from '../matching/again/again.ts';
import type { Stage } from '../matching/order/in-order.ts';
import { type Group, numbersOf, type Question } from '../matching/order/tiers.ts';
import type { PairingFacts, PairingPlan } from '../plan.ts';
import { type Best, bestGroups, provedPairs } from './best.ts';
import { firstQuestion, keepingTogether, timesAgain } from './best-round.ts';
import type { ProofStage } from './certificate.ts';
import { type Known, knownOf } from './question.ts';
import { openAmong } from './rules-in-the-way.ts';
import { type Parts, partsOf, placesOf } from './together.ts';

/** More changes than this are planned from nothing. */
const MOST_CHANGES = 40;

export interface StandingRound {
  facts: PairingFacts;
  /** What must be the same in the facts of a changed round. */
  unchanged: string;
  parts: Parts;
  question: Question;
  standing: Standing;
}

/**
 * Makes a plan ready for changes. `undefined` where it cannot be: it is not possible, has a trio or pairs that are kept already, or so few people
 * that they are planned several times over, which takes no time anyway.
 */
export function standingRound(facts: PairingFacts, plan: PairingPlan): StandingRound | undefined {
  const known = knownOf(facts);
  const parts = partsOf(facts, known.seed);
  const count = parts.people.length;
  if (!plan.possible || (facts.kept ?? []).length > 0 || count === 0 || count % 2 === 1 || timesAgain(count) > 0) return undefined;
  // What leaders have chosen gave way: then it is not these facts that were planned.
  if (plan.certificate.people.length !== count) return undefined;
  const pairs = placesOf(
    parts,
    plan.pairs.map(({ leaders }) => leaders.map((id) => ({ id }))),
  );
  return ready(facts, { parts, question: firstQuestion(known, parts) }, pairs, plan.certificate.stages);
}

/** A round that is only there to price partners in, of any even number of people; `undefined` where there is none. */
export function pricedRound(facts: PairingFacts): StandingRound | undefined {
  const known = knownOf(facts);
  const parts = partsOf(facts, known.seed);
  if (parts.people.length % 2 === 1) return undefined;
  const question = firstQuestion(known, parts);
  const best = bestGroups(question, known.seed);
  if (!best.found || best.groups.length === 0) return undefined;
  return ready(
    facts,
    { parts, question },
    best.groups.map(([u = 0, v = 0]) => [u, v]),
    best.proof.stages,
  );
}

function ready(
  facts: PairingFacts,
  { parts, question }: Pick<StandingRound, 'parts' | 'question'>,
  pairs: readonly Two[],
  kept: readonly ProofStage[],
): StandingRound {
  const stages = kept.map((stage) => stageOf(question, stage));
  const mate = new Int32Array(parts.people.length);
  for (const [u, v] of pairs) {
    mate[u] = v;
    mate[v] = u;
  }
  const groups = stages.map(({ group }) => group);
  const numbers = (at: number) => numbersOf(question, groups[at] as Group);
  const standing = standingOf({ open: question.open, groups, numbers, settled: { mate, stages } });
  return { facts, unchanged: unchangedIn(facts), parts, question, standing };
}

/** A stage as the engine has it, from what is kept of it. */
function stageOf({ tiers }: Question, { aims, toll, prices, blossoms }: ProofStage): Stage {
  return {
    group: aims.map(({ aim, least, place }) => ({ tier: tiers.findIndex(({ name }) => name === aim), least, place })),
    toll,
    y: Float64Array.from(prices),
    blossoms: blossoms.map(({ members, z }) => ({ members: Int32Array.from(members), z })),
  };
}

/** Whether these are the facts of the round itself, or of a changed one. */
export function isAbout({ unchanged }: StandingRound, facts: PairingFacts): boolean {
  return unchangedIn(facts) === unchanged;
}

function unchangedIn({ forbidden: _, kept: __, ...others }: PairingFacts): string {
  return JSON.stringify(others);
}

/** The best groups for changed facts, proved; `undefined` where they differ in more than a few pairs that are kept together or forbidden besides. */
export function bestAgain(round: StandingRound, known: Known, parts: Parts): Best | undefined {
  const { question, standing } = round;
  if (!isAbout(round, known.facts)) return undefined;
  const open = openAmong(known.rules, parts.people);
  const forbidden = closedPairs(standing.open, open);
  const forced = placesOf(parts, parts.kept);
  if (!forbidden || forced.length + forbidden.length > MOST_CHANGES) return undefined;
  const isSame = forced.length + forbidden.length === 0;
  const settled = isSame ? standing.settled : settleAgain(standing, { forced, forbidden });
  if ('obstacle' in settled) return { found: false, obstacle: settled.obstacle };
  return provedPairs(keepingTogether({ ...question, open }, forced), settled);
}

/** The pairs that are allowed no more; `undefined` where others are allowed instead. */
function closedPairs(before: Uint8Array, after: Uint8Array): Two[] | undefined {
  const size = Math.sqrt(after.length);
  const closed: Two[] = [];
  for (let at = 0; at < after.length; at++) {
    if (before[at] === after[at]) continue;
    const [u, v] = [Math.floor(at / size), at % size];
    if (after[at] === 1) return undefined;
    if (v < u) closed.push([u, v]);
  }
  return closed;
}
