// The best plan for an odd number: three together, the rest in pairs, all three pairs of the trio counted, best of all trios. Any prices bound
// what a plan with a trio costs at least; good ones leave few trios open, and these are looked at one by one. `docs/decisions` says why this
// is exact.

import { type Group, groupsOf, type Question, type Tier } from '../order/tiers.ts';
import { isBefore, type Value } from '../order/values.ts';
import type { Obstacle } from '../search/feasible.ts';
import { type Apart, type Prices, pairWithout } from './apart.ts';
import { type Chaired, chairedAgain, chairedBy } from './chair.ts';
import { type Trio, type TrioCosts, trioCostsOf } from './costs.ts';
import { firstOf, type Guess, guessesOf } from './guess.ts';
import { type Begun, type Bounded, closedOff, keyOf } from './left.ts';
import { eachBelow } from './near.ts';
import { better, type Found, foundWith, joinedBy } from './plans.ts';
import { boundOf, type Sight, sightOf } from './sight.ts';

export interface TrioPlan {
  trio: Trio;
  /** The partners of the others; −1 for the three. */
  mate: Int32Array;
  /** Prices that rule out every better trio; the first set for all trios, the others for those that hold somebody, or for all as well. */
  proof: readonly Prices[];
}

/** Prices for everyone, and what can be seen in them. */
interface View {
  chaired: Chaired;
  sight: Sight;
  guesses: readonly (Guess | undefined)[];
  /** The trio that is likely to have the lowest bound. */
  first: Guess | undefined;
}

/** So often the chair's problem is solved once more while there may be something better than the best plan. */
const MOST_VIEWS = 4;
/** Where so many trios are open, one of them is tried before the others are looked for. */
const MOST_OPEN = 256;

/** The best trio and pairs, or what stands in the way; the obstacle is missing where only no three people may be together. */
export function planWithTrio(question: Question, seed: number): TrioPlan | { obstacle: Obstacle | undefined } {
  const costs = trioCostsOf(question, groupsWithTrio(question));
  const chaired = chairedBy(costs, guessesOf(costs, { sight: sightOf(costs, []), first: true }), seed);
  if ('obstacle' in chaired) return chaired;
  const { views, ...begun } = viewsOf(costs, chaired);
  const [main] = views as [View, ...View[]];
  const { left, used, ...nearer } = leftOpen(costs, views, begun);
  const { best, proof } = closedOff(costs, nearer, left);
  const forAll = [main, ...used].map(({ chaired: { stages } }) => ({ without: [], stages }));
  return best ? { trio: best.trio, mate: best.mate, proof: [...forAll, ...proof] } : { obstacle: undefined };
}

/** Groups that have room for what a trio costs: as if there were one more person, and each tier went up to what a trio can bring about. */
function groupsWithTrio({ size, open, tiers }: Question): Group[] {
  const wide = tiers.map((tier): Tier => {
    const [least, most] = tier.reach ?? reachOf({ size, open, tiers: [tier] });
    const duty = 3 * Math.max(0, ...(tier.duty ?? []));
    return { ...tier, reach: [Math.min(least, most), tier.flat ?? 2 * most + duty] };
  });
  return groupsOf({ size: size + 1, open, tiers: wide });
}

function reachOf({ size, open, tiers: [tier] }: Question): readonly [number, number] {
  const row = new Float64Array(size);
  let [least, most] = [Infinity, 0];
  for (let u = 1; u < size; u++) {
    tier?.row(u, row, u);
    for (let v = 0; v < u; v++) {
      if (open[u * size + v] === 0) continue;
      least = Math.min(least, row[v] as number);
      most = Math.max(most, row[v] as number);
    }
  }
  return [least, most];
}

/** Several views of the same question, the sharpest first; with the last standing, and the best plan met on the way. */
function viewsOf(costs: TrioCosts, chaired: Chaired): Begun & { views: View[] } {
  const { mate } = chaired.standing.present.deep.flower;
  let best = joinedBy(costs, mate[costs.question.size] as number, mate);
  let view = viewOf(costs, chaired);
  const views = [view];
  const tried = new Map<string, Apart>();
  for (;;) {
    if (view.first) best = better(best, planWith(costs, { standing: view.chaired.standing, tried }, view.first.trio));
    if (!view.first || !best || !isBefore(view.first.bound, best.value) || views.length === MOST_VIEWS) break;
    view = viewOf(costs, chairedAgain(costs, view.chaired, view.sight, view.guesses));
    views.push(view);
  }
  views.sort((one, other) => (isBefore(other.first?.bound ?? [], one.first?.bound) ? -1 : 1));
  return { views, standing: view.chaired.standing, best, tried };
}

function viewOf(costs: TrioCosts, chaired: Chaired): View {
  const sight = sightOf(costs, chaired.stages);
  const guesses = guessesOf(costs, { sight, first: false });
  return { chaired, sight, guesses, first: firstOf(guesses) };
}

/** The best plan with a trio; a trio is tried once. */
function planWith(costs: TrioCosts, { standing, tried }: Pick<Begun, 'standing' | 'tried'>, trio: Trio): Found | undefined {
  const apart = tried.get(keyOf(trio)) ?? pairWithout(costs, standing, trio);
  tried.set(keyOf(trio), apart);
  return apart.mate && foundWith(costs, trio, apart.mate);
}

interface Left extends Begun {
  left: Bounded[];
  used: Set<View>;
}

/** The trios that no view rules out. Where they are many, the best plan is not good enough yet: the nearest one of some is tried first. */
function leftOpen(costs: TrioCosts, views: readonly View[], begun: Begun): Left {
  let { best } = begun;
  for (let most = MOST_OPEN; ; most *= 4) {
    const { left, used } = openBelow(costs, views, best?.value ?? costs.surcharge.map(() => Number.MAX_VALUE), most);
    if (left.length < most) return { ...begun, best, left, used };
    const nearest = left.reduce((first, each) => (isBefore(each.bound, first.bound) ? each : first));
    best = better(best, planWith(costs, begun, nearest.trio));
  }
}

/** Not more of them than `most`, and the views that were needed besides the first. */
function openBelow(costs: TrioCosts, [main, ...others]: readonly View[], limit: Value, most: number): Pick<Left, 'left' | 'used'> {
  const left: Bounded[] = [];
  const used = new Set<View>();
  eachBelow(costs, (main as View).sight, limit, (trio, bound) => {
    const ruling = others.find(({ sight }) => !isBefore(boundOf(costs, sight, trio), limit));
    if (ruling) used.add(ruling);
    else left.push({ trio, bound });
    return left.length === most;
  });
  return { left, used };
}
