// What a repair costs at least, whatever is still to come. With a price for each vertex, a pair costs its slack beyond its prices, and slack is
// never below nothing; so all that can still be won is the slack of standing groups that are given up. Any prices with that property will do.

import { inTurn, isBefore, minus, plus, type Value } from '../order/values.ts';
import type { Ground } from './ground.ts';
import type { Prices } from './prices.ts';

export interface Bounds {
  /** A value for each vertex. */
  prices: Float64Array;
  /** What each vertex brings at least into a new pair: half of the least slack with anyone but its partner. */
  share: readonly Value[];
  /** The slack of each standing pair: what giving it up wins. */
  regret: readonly Value[];
  /** Each standing pair's place in the order of what giving it up can win beyond the shares of those who are in it, most first; and pairs by place. */
  rank: Int32Array;
  ranked: Int32Array;
  /** What so many of the first can win together; it ends where there is nothing to win. */
  gains: readonly Value[];
  /** What exchanges among standing pairs can win by themselves, all together. */
  exchange: Value | undefined;
  /** For each vertex, standing people in the order in which it is best to go on with them. */
  near: (u: number) => Near;
}

/** People of standing pairs, and what going on with each adds to the bound: the slack, the share of the partner left, less the regret. */
export interface Near {
  ends: Int32Array;
  adds: readonly Value[];
}

/** No slack may be below nothing under `prices`, except between people who may not be together. */
export function boundsOf(ground: Ground, { prices, exchange }: Prices): Bounds {
  const { levels, pairs } = ground;
  const nothing = new Array<number>(levels).fill(0);
  const flat = prices.every((price) => price === 0);
  const share = Array.from({ length: ground.question.size }, (_, v) => (flat ? nothing : shareOf(ground, prices, v)));
  const regret = pairs.map(([v, w]) => slackOf(ground, prices, v, w));
  const net = pairs.map(([v, w], at) => minus(minus(regret[at] as Value, share[v] as Value), share[w] as Value));
  const ranked = Int32Array.from(pairs.keys()).sort((a, b) => inTurn(net[b] as Value, net[a] as Value) || a - b);
  const rank = new Int32Array(pairs.length);
  ranked.forEach((at, place) => {
    rank[at] = place;
  });
  const gains: Value[] = [nothing];
  for (const at of ranked) if (isBefore(nothing, net[at] as Value)) gains.push(plus(gains.at(-1) as Value, net[at] as Value));
  const known: Near[] = [];
  const bounds = { prices, share, regret, rank, ranked, gains, exchange };
  const near = (u: number) => {
    const own = known[u] ?? nearTo(ground, bounds, u);
    known[u] = own;
    return own;
  };
  return { ...bounds, near };
}

/** What giving up `count` standing pairs behind the place `root` can win at most. */
export function gainOf({ gains }: Bounds, root: number, count: number): Value {
  const last = gains.length - 1;
  const from = Math.min(last, root + 1);
  return minus(gains[Math.min(last, from + count)] as Value, gains[from] as Value);
}

/** The same, when whoever is open has a place: what is left then are exchanges among pairs that stand. */
export function exchangeOf(bounds: Bounds, root: number, count: number): Value {
  const gain = gainOf(bounds, root, count);
  return root < 0 && bounds.exchange && isBefore(bounds.exchange, gain) ? bounds.exchange : gain;
}

/** What a pair costs beyond its prices. */
export function slackOf({ costs, levels }: Ground, prices: Float64Array, u: number, v: number): number[] {
  const row = costs(u);
  const slack = new Array<number>(levels);
  for (let at = 0; at < levels; at++) {
    slack[at] = (row[v * levels + at] as number) - (prices[u * levels + at] as number) - (prices[v * levels + at] as number);
  }
  return slack;
}

function shareOf(ground: Ground, prices: Float64Array, u: number): Value {
  const { question, levels, partner, costs } = ground;
  const row = costs(u);
  let least: Value | undefined;
  for (let v = 0; v < question.size; v++) {
    if (question.open[u * question.size + v] === 0 || v === u || v === partner[u]) continue;
    const first = (row[v * levels] as number) - (prices[u * levels] as number) - (prices[v * levels] as number);
    if (least && first > (least[0] as number)) continue;
    const slack = slackOf(ground, prices, u, v);
    if (isBefore(slack, least)) least = slack;
  }
  return least ? least.map((each) => each / 2) : new Array<number>(levels).fill(0);
}

function nearTo(ground: Ground, { prices, share, regret }: Omit<Bounds, 'near'>, u: number): Near {
  const { question, pairOf, partner } = ground;
  const found: { v: number; add: Value }[] = [];
  for (let v = 0; v < question.size; v++) {
    const at = pairOf[v] as number;
    if (at < 0 || question.open[u * question.size + v] === 0 || v === partner[u]) continue;
    const left = minus(share[partner[v] as number] as Value, regret[at] as Value);
    found.push({ v, add: plus(slackOf(ground, prices, u, v), left) });
  }
  found.sort((a, b) => inTurn(a.add, b.add));
  return { ends: Int32Array.from(found, ({ v }) => v), adds: found.map(({ add }) => add) };
}
