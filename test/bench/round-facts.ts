// Invented rounds of any size for measurements: leaders of nine functions with lines, hours, wishes and topics, and rounds at random behind them.
// The same for the same seed.
import type { Candidate, PairingFacts, PastPair } from '../../src/features/pairing/plan.ts';
import { week } from '../features/pairing/people.ts';
import { diceFrom } from '../features/pairing/small-problems.ts';

/** `dom`: one function with more than half of all. */
export type Shape = 'std' | 'dom';

const TOPICS = 'delegation,feedback,conflict,strategy,hiring,budget,negotiation,priorities,coaching,presenting,planning,influence'.split(
  ',',
);
/** In UTC, when a working day begins; most are in one place. */
const BEGINNINGS = [8, 8, 8, 8, 8, 7, 7, 13, 16, 1];
const REPORTS = 7;

export interface Wanted {
  shape?: Shape;
  rounds?: number;
}

/** The facts of a round for `size` leaders after so many rounds. */
export function inventedRound(size: number, seed: number, { shape = 'std', rounds = 4 }: Wanted = {}): PairingFacts {
  const dice = diceFrom(seed);
  const below = (count: number) => Math.floor(dice() * count);
  const id = (at: number) => `p${String(at).padStart(5, '0')}`;
  const manager = (at: number) => (at === 0 ? -1 : Math.floor((at - 1) / REPORTS));
  const topics = () => [TOPICS[below(TOPICS.length)], TOPICS[below(TOPICS.length)]].join(' ');
  const some = (share: number, most: number) => (dice() < share ? Array.from({ length: 1 + below(most) }, () => id(below(size))) : []);
  const leaders = Array.from({ length: size }, (_, at): Candidate => {
    const from = BEGINNINGS[below(BEGINNINGS.length)] as number;
    const others = (ids: readonly string[]) => [...new Set(ids)].filter((other) => other !== id(at));
    return {
      ...{ id: id(at), name: `Leader ${at}`, function: `Function ${functionBy(shape, dice())}`, level: `L${below(4)}` },
      ...{ line: above(at, manager).map(id), hours: week(from, from + 8), rhythm: dice() < 0.8 ? 'steady' : 'full' },
      ...{ welcomes: others(some(0.3, 3)), avoids: others(some(0.05, 2)), workOn: topics(), helpWith: topics() },
    };
  });
  const duty = Object.fromEntries(leaders.map((leader) => [leader.id, { trios: below(2), compromises: below(3) }]));
  const history = Array.from({ length: rounds }, (_, ago) => atRandom(leaders, ago + 1, dice)).flat();
  return { leaders, history, forbidden: [], fixed: [], duty, seed: `${seed}` };
}

function functionBy(shape: Shape, chance: number): number {
  if (shape === 'dom') return chance < 0.6 ? 0 : 1 + Math.floor(((chance - 0.6) / 0.4) * 6);
  return Math.floor(9 * chance ** 1.5);
}

/** Two steps up the line; the lowest half of the managers' reports. Whoever is named counts as being on the line both ways. */
function above(at: number, manager: (at: number) => number): number[] {
  const first = manager(at);
  const second = first < 0 ? -1 : manager(first);
  return [first, second].filter((each) => each > 0);
}

/** A round in which chance has put two together each time. */
function atRandom(leaders: readonly Candidate[], roundsAgo: number, dice: () => number): PastPair[] {
  const order = leaders.map((leader) => [dice(), leader.id] as const).sort(([a], [b]) => a - b);
  const pairs: PastPair[] = [];
  for (let at = 0; at + 1 < order.length; at += 2) {
    const [one, other] = [order[at]?.[1], order[at + 1]?.[1]];
    if (one !== undefined && other !== undefined) pairs.push({ roundsAgo, leaders: [one, other], met: dice() < 0.8 });
  }
  return pairs;
}
