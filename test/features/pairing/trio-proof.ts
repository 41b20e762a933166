// Judges a proof with a trio by the theorem alone, in numbers of any length: whatever three are together, the prices of the others say what a plan
// with them asks at least, stage by stage. Shares no line with the program.
import type { Question } from '../../../src/features/pairing/matching/order/tiers.ts';
import type { TrioPlan } from '../../../src/features/pairing/matching/trio/trio.ts';
import { trioCost } from './small-problems.ts';
import { exact } from './staged-proof.ts';

type Prices = TrioPlan['proof'][number];
type Stages = Prices['stages'];
type Group = Stages[number]['group'];

/** What is claimed: that no trio, with any pairs for the others, is better. */
export interface ProvedTrio {
  question: Question;
  plan: TrioPlan;
}

/** What is wrong with the proof; nothing where it rules out every better plan. */
export function faultInTrio({ question, plan }: ProvedTrio): string | undefined {
  try {
    return planFault(question, plan) ?? aimsFault(question, plan) ?? betterTrio(question, plan);
  } catch (fault) {
    if (fault instanceof RangeError || fault instanceof TypeError) return `not a number: ${fault.message}`;
    throw fault;
  }
}

function planFault({ size, open }: Question, { trio, mate }: TrioPlan): string | undefined {
  const [a, b, c] = trio;
  const joined = (u: number, v: number) => u !== v && open[u * size + v] === 1;
  const others = Array.from({ length: size }, (_, v) => v).filter((v) => !trio.includes(v));
  if (others.length !== size - 3 || !joined(a, b) || !joined(a, c) || !joined(b, c)) return 'no trio';
  if (mate.length !== size || trio.some((v) => mate[v] !== -1)) return 'one of three has a partner';
  const paired = others.every((u) => others.includes(mate[u] as number) && mate[mate[u] as number] === u && joined(u, mate[u] as number));
  return paired ? undefined : 'not everybody else has a partner who is allowed';
}

/** Aims stand in their order, each once; one that is left out asks the same of every plan. Lower ones never come to one unit of a higher one. */
function aimsFault(question: Question, { proof }: TrioPlan): string | undefined {
  const groups = proof[0]?.stages.map(({ group }) => group) ?? [];
  const order = groups.flatMap((group) => group.map(({ tier }) => tier));
  if (order.some((tier, at) => !question.tiers[tier] || (at > 0 && tier <= (order[at - 1] as number)))) return 'aims out of order';
  const ranges = rangesOf(question);
  if (ranges.some((range, at) => range > 0n && !order.includes(at))) return 'an aim left out';
  const overlaps = groups.some((group) => {
    let below = 0n;
    return group.toReversed().some(({ tier, place }) => {
      if (exact(place) <= below) return true;
      below += (ranges[tier] as bigint) * exact(place);
      return false;
    });
  });
  return overlaps ? 'digits overlap' : undefined;
}

/** How far apart two plans can be under each aim, at most. */
function rangesOf(question: Question): bigint[] {
  const { size, tiers } = question;
  const pairs = couples(question);
  const trios = triangles(question).map((trio) => trioCost(question, trio));
  return tiers.map((_, at) => {
    const ofPairs = pairs.map(([u, v]) => BigInt(unitsOf(question, at, u, v)));
    const ofTrios = trios.map((costs) => BigInt(costs[at] as number));
    return (BigInt(size - 3) / 2n) * (most(ofPairs) - least(ofPairs)) + most(ofTrios) - least(ofTrios);
  });
}

function betterTrio(question: Question, { trio, mate, proof }: TrioPlan): string | undefined {
  const groups = proof[0]?.stages.map(({ group }) => group) ?? [];
  const pairs = Array.from(mate).flatMap((v, u) => (u < v ? [[u, v] as const] : []));
  const value = groups.map((group) =>
    pairs.reduce((sum, [u, v]) => sum + pairNumber(question, group, u, v), trioNumber(question, group, trio)),
  );
  const sets = proof.filter((prices) => isSound(question, prices, groups));
  const may = triangles(question).find((each) => !sets.some((prices) => rulesOut(question, { prices, groups, value }, each)));
  return may && `trio ${may} may be better`;
}

/** Whether prices hold for everyone but those whom they are without, stage after stage among the pairs that are left. */
function isSound(question: Question, { without, stages, obstacle }: Prices, groups: readonly Group[]): boolean {
  const { size } = question;
  let pairs = couples(question).filter(([u, v]) => !without.includes(u) && !without.includes(v));
  if (obstacle) return isObstacle(size - without.length, pairs, obstacle);
  const earlier: Set<number>[] = [];
  return stages.every(({ group, toll, y, blossoms }, at) => {
    if (y.length !== size || JSON.stringify(group) !== JSON.stringify(groups[at])) return false;
    const sets = blossoms.map(({ members, z }) => ({ set: new Set(members), z: exact(z) }));
    if (sets.some(({ z }, place) => z < 0n || sets[place]?.set.size !== blossoms[place]?.members.length)) return false;
    const slacks = pairs.map(([u, v]) => {
      const crossed = earlier.filter((set) => set.has(u) !== set.has(v)).length;
      const around = sets.reduce((sum, { set, z }) => (set.has(u) && set.has(v) ? sum + z : sum), 0n);
      const tolls = crossed > 0 ? exact(toll) * BigInt(crossed) : 0n;
      return pairNumber(question, group, u, v) + tolls + around - exact(y[u] as number) - exact(y[v] as number);
    });
    pairs = pairs.filter((_, place) => slacks[place] === 0n);
    earlier.push(...sets.map(({ set }) => set));
    return slacks.every((slack) => slack >= 0n);
  });
}

function isObstacle(
  people: number,
  pairs: readonly (readonly [number, number])[],
  { groups, partners }: NonNullable<Prices['obstacle']>,
): boolean {
  const home = new Map(groups.flatMap((group, at) => group.map((v) => [v, at] as const)));
  if (home.size !== groups.flat().length || partners.some((v) => home.has(v)) || home.size + partners.length > people) return false;
  const leaks = pairs.some(([u, v]) =>
    [[u, v] as const, [v, u] as const].some(
      ([one, other]) => home.has(one) && home.get(one) !== home.get(other) && !partners.includes(other),
    ),
  );
  return !leaks && groups.every(({ length }) => length % 2 === 1) && groups.length > partners.length;
}

interface Offered {
  prices: Prices;
  groups: readonly Group[];
  value: readonly bigint[];
}

function rulesOut(question: Question, { prices, groups, value }: Offered, trio: readonly [number, number, number]): boolean {
  const { without, stages, obstacle } = prices;
  if (!without.every((v) => trio.includes(v))) return false;
  if (obstacle) return true;
  for (const [at, stage] of stages.entries()) {
    const bound = boundOf(question, stages, at, trio);
    if (bound !== value[at]) return bound > (value[at] as bigint);
    if (at === groups.length - 1) return stage !== undefined;
  }
  return groups.length === 0;
}

function boundOf(question: Question, stages: Stages, at: number, trio: readonly number[]): bigint {
  const { group, toll, y, blossoms } = stages[at] as Stages[number];
  let bound = trioNumber(question, group, trio);
  for (const [v, price] of y.entries()) if (!trio.includes(v)) bound += exact(price);
  const left = (members: Int32Array) => members.filter((v) => !trio.includes(v)).length;
  for (const { members, z } of blossoms) bound -= exact(z) * BigInt(Math.floor(left(members) / 2));
  for (const { members } of stages.slice(0, at).flatMap((earlier) => earlier.blossoms)) if (left(members) % 2 === 1) bound -= exact(toll);
  return bound;
}

function pairNumber(question: Question, group: Group, u: number, v: number): bigint {
  return group.reduce((sum, { tier, least: from, place }) => sum + BigInt(unitsOf(question, tier, u, v) - from) * exact(place), 0n);
}

function trioNumber(question: Question, group: Group, trio: readonly number[]): bigint {
  const costs = trioCost(question, trio);
  return group.reduce((sum, { tier, place }) => sum + BigInt(costs[tier] as number) * exact(place), 0n);
}

function couples({ size, open }: Question): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  for (let u = 0; u < size; u++) for (let v = u + 1; v < size; v++) if (open[u * size + v] === 1) pairs.push([u, v]);
  return pairs;
}

function triangles(question: Question): (readonly [number, number, number])[] {
  const { size, open } = question;
  return couples(question).flatMap(([a, b]) =>
    Array.from({ length: size }, (_, c) => [a, b, c] as const).filter(
      ([, , c]) => c > b && open[a * size + c] === 1 && open[b * size + c] === 1,
    ),
  );
}

function unitsOf({ size, tiers }: Question, tier: number, u: number, v: number): number {
  const row = new Float64Array(size);
  tiers[tier]?.row(u, row);
  return row[v] as number;
}

function most(numbers: readonly bigint[]): bigint {
  return numbers.reduce((highest, each) => (each > highest ? each : highest), numbers[0] ?? 0n);
}

function least(numbers: readonly bigint[]): bigint {
  return numbers.reduce((lowest, each) => (each < lowest ? each : lowest), numbers[0] ?? 0n);
}
