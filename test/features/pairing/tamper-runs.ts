// Tampers with many proofs in every way, asks the program's checkers, and holds what they say against judges of their own and against every plan.

import type { Costs } from '../../../src/features/pairing/matching/costs.ts';
import { check } from '../../../src/features/pairing/matching/order/certificate.ts';
import type { Stage } from '../../../src/features/pairing/matching/order/in-order.ts';
import { numbersOf, type Question } from '../../../src/features/pairing/matching/order/tiers.ts';
import { prove } from '../../../src/features/pairing/matching/raw/proof.ts';
import { checkTrio } from '../../../src/features/pairing/matching/trio/certificate.ts';
import { proves } from './prices-proof.ts';
import { faultInProof } from './proof.ts';
import { bestByTrying, diceFrom, inPairs, smallQuestion, withTrio, worthOf } from './small-problems.ts';
import { asGraph } from './small-raw.ts';
import { faultInStages, type Proved } from './staged-proof.ts';
import { type Below, waysWithPairs } from './tampering.ts';
import { faultInRawProof, isHeaviest, type ProvedRaw, waysWithRaw } from './tampering-raw.ts';
import { waysWithTrio } from './tampering-trio.ts';
import { faultInTrio, type ProvedTrio } from './trio-proof.ts';

/** What came of one way to tamper. */
export interface Outcome {
  way: string;
  tried: number;
  refused: number;
  /** Taken, and rightly: what was changed is a proof as before. */
  stillProofs: number;
  /** Refused although the judge finds nothing wrong: the checker asks for more than it must. */
  strict: number;
  /** Taken although it proves nothing, or neither taken nor refused; each told. */
  wrong: string[];
  /** What the checker said, the commonest first. */
  said: [because: string, times: number][];
}

/** A kind of proof: how it is tampered with, what the program says of it, and what others say. */
export interface Court<P> {
  ways: Record<string, (proved: P, below: Below) => P | undefined>;
  check: (proved: P) => { holds: true } | { holds: false; because: string };
  /** What a judge finds wrong who shares no line with the program. */
  faultIn: (proved: P) => string | undefined;
  /** Whether what is claimed is true, by trying everything. */
  isTrue: (proved: P) => boolean;
}

export const pairsCourt: Court<Proved> = {
  ways: waysWithPairs,
  check: ({ question, mate, stages }) => check(question, mate, stages),
  faultIn: faultInStages,
  isTrue: ({ question, mate }) => worthOf(question, mate).join() === bestByTrying(question)?.join(),
};

/** One group alone, as the solver is asked: what is changed in aims or stages does not reach its checker. */
export const singleCourt: Court<Proved> = {
  ways: Object.fromEntries(Object.entries(waysWithPairs).filter(([way]) => !/aim|stage|digit|toll/.test(way))),
  check: ({ question, mate, stages }) => {
    const [stage] = stages as [Stage];
    const because = proves(costsIn(question, stage.group), { mate, ...stage });
    return because === undefined ? { holds: true } : { holds: false, because };
  },
  faultIn: ({ question, mate, stages }) => {
    const [{ group, y, blossoms }] = stages as [Stage];
    const { row, size } = costsIn(question, group);
    const costs = Array.from({ length: size }, (_, u) => {
      const own = new Float64Array(size);
      row(u, own);
      return own;
    });
    const cost = (u: number, v: number) => (Number.isFinite(costs[u]?.[v]) ? BigInt(costs[u]?.[v] as number) : undefined);
    return faultInProof({ size, cost, mate, y, blossoms: blossoms.filter(({ z }) => z !== 0) });
  },
  isTrue: ({ question, mate }) => worthOf(question, mate).join() === bestByTrying(question)?.join(),
};

function costsIn({ size, open, tiers }: Question, group: Stage['group']): Costs {
  const numbers = numbersOf({ size, open, tiers }, group);
  const row = (u: number, into: Float64Array) => {
    numbers.row(u, into);
    for (let v = 0; v < size; v++) if (open[u * size + v] !== 1) into[v] = Number.POSITIVE_INFINITY;
  };
  return { size, row };
}

/** Proofs of one stage with one aim. */
export function provedSingles(count: number): Proved[] {
  return provedPairs(4 * count).flatMap(({ question, mate }, seed) => {
    const single = { ...question, tiers: question.tiers.slice(0, 1) };
    const best = inPairs(single, seed);
    return best?.stages.length === 1 && mate.length > 0 ? [{ question: single, ...best }] : [];
  });
}

export const rawCourt: Court<ProvedRaw> = {
  ways: waysWithRaw,
  check: ({ listed, claim }) => prove(asGraph(listed, 'dense'), claim),
  faultIn: faultInRawProof,
  isTrue: isHeaviest,
};

export const trioCourt: Court<ProvedTrio> = {
  ways: waysWithTrio,
  check: ({ question, plan }) => checkTrio(question, plan),
  faultIn: faultInTrio,
  isTrue: ({ question, plan }) => worthOf(question, plan.mate, plan.trio).join() === bestByTrying(question)?.join(),
};

/** Even questions with their proofs, the same for the same seed; every second has a blossom, every fourth one before its last stage. */
export function provedPairs(count: number, from = 0): Proved[] {
  const proved: Proved[] = [];
  for (let seed = from; proved.length < count; seed++) {
    const question = smallQuestion(seed, 4 + 2 * (seed % 4));
    const best = inPairs(question, seed);
    const place = proved.length % 4;
    const looked = best?.stages.slice(0, place === 3 ? -1 : undefined) ?? [];
    if (best && looked.length > 0 && (place % 2 === 0 || looked.some(({ blossoms }) => blossoms.length > 0)))
      proved.push({ question, ...best });
  }
  return proved;
}

/** Odd questions with their proofs; every second has a blossom, or more sets of prices than one. */
export function provedTrios(count: number, from = 0): ProvedTrio[] {
  const proved: ProvedTrio[] = [];
  for (let seed = from; proved.length < count; seed++) {
    const question = smallQuestion(seed, 5 + 2 * (seed % 3));
    const plan = withTrio(question, seed);
    if (!plan) continue;
    const rich = plan.proof.length > 1 || plan.proof.some(({ stages }) => stages.some(({ blossoms }) => blossoms.length > 0));
    if (rich || proved.length % 2 === 0) proved.push({ question, plan });
  }
  return proved;
}

/** Every way to tamper, on each of `proofs`, `times` over. */
export function tamper<P>(court: Court<P>, proofs: readonly P[], times: number): Outcome[] {
  return Object.entries(court.ways).map(([way, change], at) => {
    const outcome: Outcome = { way, tried: 0, refused: 0, stillProofs: 0, strict: 0, wrong: [], said: [] };
    const said = new Map<string, number>();
    for (const [place, proved] of proofs.entries()) {
      const dice = diceFrom(1 + place + at * 100_003);
      for (let time = 0; time < times; time++) {
        const changed = change(proved, (count) => Math.floor(dice() * count));
        if (!changed) continue;
        const because = hear(outcome, court, changed, `${way}, proof ${place}, time ${time}`)?.replace(/-?\d+(?:\.\d+)?/g, 'N');
        if (because !== undefined) said.set(because, (said.get(because) ?? 0) + 1);
      }
    }
    return { ...outcome, said: [...said].sort(([, a], [, b]) => b - a) };
  });
}

/** Counts what the checker says; returns why it refuses, if it does. A checker that falls over has neither taken nor refused anything. */
function hear<P>(outcome: Outcome, court: Court<P>, changed: P, named: string): string | undefined {
  outcome.tried += 1;
  const fault = court.faultIn(changed);
  let verdict: ReturnType<Court<P>['check']>;
  try {
    verdict = court.check(changed);
  } catch (thrown) {
    outcome.wrong.push(`${named}: ${thrown}`);
    return undefined;
  }
  if (!verdict.holds) {
    outcome.refused += 1;
    if (!fault) outcome.strict += 1;
    return verdict.because;
  }
  if (fault) outcome.wrong.push(`${named}: ${fault}`);
  else if (!court.isTrue(changed)) outcome.wrong.push(`${named}: another plan is better`);
  else outcome.stillProofs += 1;
  return undefined;
}
