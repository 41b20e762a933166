// One measurement in a process of its own, so that nothing is warm: `solve-once.ts WHAT …` prints one line of JSON. CPU seconds of all threads, and
// the most memory that the process ever took.
import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { readRoster } from '../../src/features/joining/rosters/roster-csv.ts';
import { type Changes, settleAgain, standingOf } from '../../src/features/pairing/matching/again/again.ts';
import type { Costs } from '../../src/features/pairing/matching/costs.ts';
import { settleInOrder } from '../../src/features/pairing/matching/order/in-order.ts';
import { witnessOf } from '../../src/features/pairing/matching/raw/witness.ts';
import { matchPerfectly } from '../../src/features/pairing/matching/search/solve.ts';
import { planRound } from '../../src/features/pairing/plan.ts';
import { afterRound } from '../../src/features/pairing/planning/ahead.ts';
import { factsOf } from '../../src/features/pairing/roster-facts.ts';
import { NO_RULES } from '../../src/features/pairing/rules-csv.ts';
import { exactly } from '../features/pairing/middling-graphs.ts';
import { edgesOf, heaviestPairs } from '../features/pairing/npm-blossom.ts';
import { proves } from '../features/pairing/prices-proof.ts';
import { faultInProof } from '../features/pairing/proof.ts';
import { type Class, graphOf, type RosterGraph, type Shape } from '../features/pairing/roster-graphs.ts';
import { diceFrom } from '../features/pairing/small-problems.ts';
import { inventedRound, type Shape as Roster } from './round-facts.ts';

export interface Solved {
  weights: number;
  solve: number;
  check: number;
  mb: number;
  sum: string;
  blossoms: number;
  /** What is wrong with the certificate, by the program and by a judge with sums of any length (up to 2,000 people); nothing where it holds. */
  fault?: string;
}

export interface Planned {
  seconds: number[];
  mb: number;
}

export interface Changed {
  force: number[];
  forbid: number[];
  leaveOut: number[];
  /** Changes that cost something else when everything is worked out anew. */
  faults: string[];
}

/** Beyond this the judge with sums of any length takes longer than everything else. */
const JUDGED = 2000;

function own(kind: Class | Shape, size: number, seed: number): Solved {
  const spent = clock();
  const graph = graphOf(kind, size, seed);
  const weights = spent();
  const costs: Costs = { size, row: graph.row, lower: graph.lower };
  const matched = matchPerfectly(costs, { mate: witness(graph, kind), seed });
  const solve = spent();
  const refused = proves(costs, matched);
  const check = spent();
  const mb = memory();
  const { mate, y, blossoms } = matched;
  const fault = refused ?? (size > JUDGED ? undefined : faultInProof({ size, cost: exactly(graph.cost), mate, y, blossoms }));
  return { weights, solve, check, mb, sum: sumOf(graph, mate), blossoms: blossoms.length, ...(fault !== undefined && { fault }) };
}

/** Any perfect matching: of a complete graph the nearest at hand; otherwise one has to be found. */
function witness({ size, row, lower }: RosterGraph, kind: string): Int32Array {
  if (kind !== 'forbid') return Int32Array.from({ length: size }, (_, v) => v ^ 1);
  const listed = (read: typeof row) => (u: number, into: Float64Array) => {
    read(u, into);
    for (let v = 0; v < size; v++) if (into[v] === Number.POSITIVE_INFINITY || v === u) into[v] = -1;
  };
  const found = witnessOf({ size, complete: false, least: 0, greatest: 0, row: listed(row), lower: listed(lower) });
  if ('obstacle' in found) throw new Error('no perfect matching');
  return found.mate;
}

function theirs(kind: Class | Shape, size: number, seed: number): Pick<Solved, 'solve' | 'mb' | 'sum'> {
  const graph = graphOf(kind, size, seed);
  const edges = edgesOf(size, graph.cost);
  const spent = clock();
  const mate = heaviestPairs(size, edges);
  const solve = spent();
  if (!mate) throw new Error('no perfect matching');
  return { solve, mb: memory(), sum: sumOf(graph, mate) };
}

function sumOf({ cost }: RosterGraph, mate: ArrayLike<number>): string {
  return Array.from(mate)
    .reduce((sum, v, u) => (v > u ? sum + BigInt(cost(u, v)) : sum), 0n)
    .toString();
}

const EACH = 20;
/** So many of each are worked out anew. */
const VERIFIED = 2;

/** What one change costs, warm, in a process that has only solved the question before. */
function change(kind: Class, size: number, seed: number): Changed {
  const { row, lower, cost } = graphOf(kind, size, seed);
  const open = Uint8Array.from({ length: size * size }, (_, at) => (at % (size + 1) === 0 ? 0 : 1));
  const groups = [[{ tier: 0, least: 0, place: 1 }]];
  const numbers = () => ({ size, row, lower });
  const settled = settleInOrder({ open, groups, numbers, mate: Int32Array.from({ length: size }, (_, v) => v ^ 1), seed });
  const standing = standingOf({ open, groups, numbers, settled });
  const dice = diceFrom(seed);
  const faults: string[] = [];
  const one = (at: number, changesFor: (u: number, v: number) => Changes) => {
    const u = Math.floor(dice() * size);
    const v = (u + 1 + Math.floor(dice() * (size - 1))) % size;
    const changes = changesFor(u, v);
    const spent = clock();
    const after = settleAgain(standing, changes);
    const took = spent();
    const anew = at < VERIFIED ? sumAnew({ row, size, seed }, changes) : undefined;
    if ('obstacle' in after) faults.push('a change was taken for impossible');
    else if (anew !== undefined && sumAfter(cost, after.mate, changes) !== anew)
      faults.push(`${sumAfter(cost, after.mate, changes)} instead of ${anew}`);
    return took;
  };
  const each = (changesFor: (u: number, v: number) => Changes) => Array.from({ length: EACH }, (_, at) => one(at, changesFor));
  return {
    force: each((u, v) => ({ forced: [[u, v]] })),
    forbid: each((u) => ({ forbidden: [[u, settled.mate[u] as number]] })),
    leaveOut: each((u, v) => ({ leftOut: [[u, v]] })),
    faults,
  };
}

function sumAfter(cost: RosterGraph['cost'], mate: Int32Array, { leftOut = [] }: Changes): number {
  const out = new Set(leftOut.flat());
  return mate.reduce((sum, v, u) => (v > u && !out.has(u) ? sum + cost(u, v) : sum), 0);
}

/** The same change with everything worked out anew. */
function sumAnew({ row, size, seed }: { row: RosterGraph['row']; size: number; seed: number }, changes: Changes): number {
  const together = [...(changes.forced ?? []), ...(changes.leftOut ?? [])];
  const partner = new Map(together.flatMap(([u, v]) => [[u, v] as const, [v, u] as const]));
  const parted = new Map((changes.forbidden ?? []).flatMap(([u, v]) => [[u, v] as const, [v, u] as const]));
  const read = (u: number, into: Float64Array) => {
    row(u, into);
    for (const v of partner.keys()) if (partner.get(u) !== v) into[v] = Number.POSITIVE_INFINITY;
    const own = partner.get(u);
    if (own !== undefined) {
      const asked = into[own] as number;
      into.fill(Number.POSITIVE_INFINITY);
      into[own] = changes.leftOut ? 0 : asked;
    }
    const without = parted.get(u);
    if (without !== undefined) into[without] = Number.POSITIVE_INFINITY;
  };
  const [one, other] = changes.forbidden?.[0] ?? [-1, -1];
  const [first = 0, second = 0, ...others] = Array.from({ length: size }, (_, v) => v).filter((v) => !partner.has(v) && !parted.has(v));
  // Two who may not be together stand beside others.
  const order = parted.size > 0 ? [one, first, other, second, ...others] : [first, second, ...others];
  const mate = new Int32Array(size);
  for (const [u, v] of [...together, ...order.flatMap((u, at) => (at % 2 === 0 ? [[u, order[at + 1] as number] as const] : []))]) {
    mate[u] = v;
    mate[v] = u;
  }
  const values = new Float64Array(size);
  const { mate: best } = matchPerfectly({ size, row: read }, { mate, seed });
  return best.reduce((sum, v, u) => {
    if (v < u) return sum;
    read(u, values);
    return sum + (values[v] as number);
  }, 0);
}

/** A whole round, reasons and all. */
function round(shape: Roster, size: number, seed: number): Planned {
  const facts = inventedRound(size, seed, { shape });
  const spent = clock();
  if (!planRound(facts).possible) throw new Error('no plan');
  return { seconds: [spent()], mb: memory() };
}

/** Round after round for a roster, each remembering those before it. */
function rounds(file: string, count: number): Planned {
  const read = readRoster(readFileSync(file, 'utf8'));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  let facts = factsOf({ roster: read.rows, history: [], rules: NO_RULES }, '1', Temporal.PlainDate.from('2027-01-12'));
  const seconds: number[] = [];
  for (let at = 1; at <= count; at++) {
    const spent = clock();
    const plan = planRound(facts);
    seconds.push(spent());
    if (!plan.possible) throw new Error(JSON.stringify(plan.causes));
    facts = afterRound(facts, plan, `${at + 1}`);
  }
  return { seconds, mb: memory() };
}

/** CPU seconds since it was last asked. */
function clock(): () => number {
  let before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    before = process.cpuUsage();
    return (user + system) / 1e6;
  };
}

function memory(): number {
  return process.resourceUsage().maxRSS / 1024;
}

const [what, first = '', second, third] = process.argv.slice(2);
const measured =
  what === 'own'
    ? own(first as Class, Number(second), Number(third))
    : what === 'theirs'
      ? theirs(first as Class, Number(second), Number(third))
      : what === 'change'
        ? change(first as Class, Number(second), Number(third))
        : what === 'round'
          ? round(first as Roster, Number(second), Number(third))
          : rounds(first, Number(second));
process.stdout.write(`${JSON.stringify(measured)}\n`);
