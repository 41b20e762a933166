// An easier problem whose answer is never worse than the best plan with a trio: one more vertex, an empty chair. Whoever gets the chair is the
// third of a trio and pays the least that any two others would ask for it, though these two need not be a pair in the end.
import type { Question, Tier } from './tiers.ts';

/** The question with the chair as its last vertex. `mosts` are the highest costs that a trio can bring about, for each tier. */
export function relaxed(question: Question): { chair: Question; mosts: number[] } {
  const { size, open, tiers } = question;
  const thirds = Array.from({ length: size }, (_, third) => cheapestThird(question, third));
  const wide = new Uint8Array((size + 1) * (size + 1));
  for (let u = 0; u < size; u++) {
    wide.set(open.subarray(u * size, (u + 1) * size), u * (size + 1));
    if (!thirds[u]) continue;
    wide[u * (size + 1) + size] = 1;
    wide[size * (size + 1) + u] = 1;
  }
  const prices = tiers.map((_, at) => Float64Array.from({ length: size + 1 }, (_, u) => thirds[u]?.[at] ?? 0));
  return {
    chair: { size: size + 1, open: wide, tiers: tiers.map((tier, at) => withChair(tier, prices[at] as Float64Array)) },
    mosts: tiers.map((tier) => tier.flat ?? 2 * mostOf(question, tier) + 3 * Math.max(0, ...(tier.duty ?? []))),
  };
}

function withChair(tier: Tier, prices: Float64Array): Tier {
  const chair = prices.length - 1;
  const row = (u: number, into: Float64Array) => {
    if (u === chair) return into.set(prices);
    tier.row(u, into);
    into[chair] = prices[u] as number;
  };
  return { name: tier.name, row };
}

/** What `third` costs with the two others for whom that is least, tier by tier; `undefined` where no two others are allowed. */
function cheapestThird({ size, open, tiers }: Question, third: number): Float64Array | undefined {
  const rows = tiers.map((tier) => askedBy(tier, size, third));
  const sums = (a: number, b: number) => rows.map((row) => (row[a] as number) + (row[b] as number));
  const others = Array.from({ length: size }, (_, v) => v).filter((v) => open[third * size + v] === 1);
  others.sort((a, b) => compareAt(rows, a, b));
  let best: number[] | undefined;
  for (const [at, a] of others.entries()) {
    const next = others[at + 1];
    if (next === undefined || (best && compared(sums(a, next), best) >= 0)) break;
    const b = others.slice(at + 1).find((v) => open[a * size + v] === 1);
    if (b !== undefined && (!best || compared(sums(a, b), best) < 0)) best = sums(a, b);
  }
  return best && Float64Array.from(best, (sum, at) => sum + (tiers[at]?.duty?.[third] ?? 0));
}

/** What each other asks under a tier for being three with `third`. A flat tier asks nothing beyond what the two others cost as a pair. */
function askedBy({ row: read, duty, flat }: Tier, size: number, third: number): Float64Array {
  const row = new Float64Array(size);
  if (flat !== undefined) return row;
  read(third, row);
  if (duty) for (let v = 0; v < size; v++) row[v] = (row[v] as number) + (duty[v] as number);
  return row;
}

/** Below zero where `a` comes first in the order of importance, above zero where `b` does. */
export function compared(a: ArrayLike<number>, b: ArrayLike<number>): number {
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return (a[at] as number) - (b[at] as number);
  return 0;
}

function compareAt(rows: Float64Array[], a: number, b: number): number {
  for (const row of rows) if (row[a] !== row[b]) return (row[a] as number) - (row[b] as number);
  return 0;
}

function mostOf({ size, open }: Question, tier: Tier): number {
  const row = new Float64Array(size);
  let most = 0;
  for (let u = 0; u < size; u++) {
    tier.row(u, row);
    for (let v = 0; v < size; v++) if (open[u * size + v] === 1 && (row[v] as number) > most) most = row[v] as number;
  }
  return most;
}
