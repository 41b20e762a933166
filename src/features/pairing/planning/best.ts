// The best groups for the people of a round, proved before anyone sees them: an even number in pairs, an odd one with a trio. Pure.

import { check } from '../matching/order/certificate.ts';
import { type Settled, settleInOrder } from '../matching/order/in-order.ts';
import { type Group, groupsOf, LARGEST_COST, numbersOf, type Question } from '../matching/order/tiers.ts';
import { completed, type Obstacle } from '../matching/search/feasible.ts';
import { checkTrio } from '../matching/trio/certificate.ts';
import { planWithTrio } from '../matching/trio/trio.ts';
import { type Certificate, keptStage } from './certificate.ts';

export type Best =
  | { found: true; groups: number[][]; proof: Omit<Certificate, 'checked' | 'people'> }
  /** The obstacle is missing where an odd number lacks only three people who may be together. */
  | { found: false; obstacle: Obstacle | undefined };

/** Throws where the proof does not hold: then the engine is at fault, and no plan is offered. */
export function bestGroups(question: Question, seed: number): Best {
  if (question.size === 0) return { found: true, groups: [], proof: { stages: [], triosTried: 0 } };
  return question.size % 2 === 0 ? inPairs(question, seed) : withTrio(question, seed);
}

function inPairs(question: Question, seed: number): Best {
  const mate = new Int32Array(question.size).fill(-1);
  const obstacle = completed(question, mate, Int32Array.from(mate.keys()));
  if (obstacle) return { found: false, obstacle };
  const groups = groupsOf(question, [], LARGEST_COST);
  const numbers = (at: number) => numbersOf(question, groups[at] as Group);
  const best = settleInOrder({ open: question.open, groups, numbers, mate, seed });
  insist(check(question, best.mate, best.stages));
  return told(question, best);
}

/** An answer that was worked out otherwise; `undefined` where its proof does not hold. */
export function provedPairs(question: Question, settled: Settled): Best | undefined {
  return check(question, settled.mate, settled.stages).holds ? told(question, settled) : undefined;
}

function told(question: Question, { mate, stages }: Settled): Best {
  return { found: true, groups: pairsIn(mate), proof: { stages: stages.map((stage) => keptStage(question, stage)), triosTried: 0 } };
}

function withTrio(question: Question, seed: number): Best {
  const plan = planWithTrio(question, seed);
  if ('obstacle' in plan) return { found: false, obstacle: plan.obstacle };
  insist(checkTrio(question, plan));
  const [all, ...tried] = plan.proof.map(({ without, stages, obstacle }) => ({
    without,
    stages: stages.map((stage) => keptStage(question, stage)),
    ...(obstacle && { obstacle }),
  }));
  const proof = { stages: all?.stages ?? [], triosTried: tried.length, trios: tried };
  return { found: true, groups: [[...plan.trio], ...pairsIn(plan.mate)], proof };
}

function insist(verdict: ReturnType<typeof check>): void {
  if (!verdict.holds) throw new Error(`the plan is not proved: ${verdict.because}`);
}

function pairsIn(mate: Int32Array): number[][] {
  return [...mate].flatMap((v, u) => (u < v ? [[u, v]] : []));
}
