// The programme's aims in their strict order of importance (`product.md` §5), as whole numbers that the engine makes as small as it can, first
// aim first. Each says in a line what a pair costs, and by which kinds of people. Pure.

import { stirred } from '../matching/dice.ts';
import type { Kinds } from '../matching/order/kinds.ts';
import { type Said, tierOf } from '../matching/order/made.ts';
import type { Tier } from '../matching/order/tiers.ts';
import { type Past, ROUNDS_REMEMBERED } from './between.ts';
import { type Keepers, keeping } from './bridge-keepers.ts';
import { type Columns, DAY } from './columns.ts';
import { ENOUGH_HOURS } from './shared-hours.ts';
import { ofChosen, ofPartners, ofWelcomes } from './singles.ts';
import { MOST_TOPICS, misfits } from './topics.ts';

/** Bridges that were built so often count alike. */
const MOST_BUILT = 200;
/** Ties fall by a draw of so many lots, so that hardly any are left. */
const LOT_BITS = 24;

/** The aims of a round, most important first; an aim for which there is nothing to go by is left out. `three` says whether there may be trios. */
export function aimsOf(columns: Columns, keepers: Keepers, three: boolean): Tier[] {
  const { people, own, functions, levels, weeks, rhythms, carried, trios } = columns;
  const said = (each: Omit<Said, 'by'> & Partial<Said>) => tierOf(people.length, { by: [], ...each });
  const past = own.some((each) => each.past.size > 0);
  const joined = columns.built.some((times) => times > 0);
  const named = own.some(({ welcomes }) => welcomes.size > 0);
  const chose = own.some(({ chosen }) => [...chosen].some((id) => columns.places.has(id)));
  const topical = own.some(({ topics }) => topics.wanted.size > 0);
  const within = alike(functions);
  const [built, hours] = [looked(columns.built, functions), looked(columns.hours, weeks)];
  const short = (u: number, v: number) => hours(u, v) < ENOUGH_HOURS;
  const given = (u: number, v: number) => (carried.of[u] as number) + (carried.of[v] as number);
  const isGiven = (u: number, v: number) => within(u, v) || short(u, v);
  const aims: readonly (Tier | false)[] = [
    chose && said({ name: 'chosen', cost: one, but: ofChosen(columns) }),
    said({ name: 'sameFunction', by: [functions], cost: (u, v) => (within(u, v) ? 1 : 0) }),
    past && said({ name: 'repeats', cost: nothing, but: ofPartners(columns, repeats) }),
    past && said({ name: 'newerRepeats', cost: nothing, but: ofPartners(columns, newerRepeats) }),
    named && said({ name: 'mutualWelcomes', cost: one, but: ofWelcomes(columns, (welcomes) => (welcomes === 2 ? -1 : 0)) }),
    named && said({ name: 'oneSidedWelcomes', cost: one, but: ofWelcomes(columns, (welcomes) => (welcomes === 1 ? -1 : 0)) }),
    said({ name: 'shortHours', by: [weeks], cost: (u, v) => (short(u, v) ? 1 : 0) }),
    joined && said({ name: 'newBridges', by: [functions], cost: (u, v) => (within(u, v) || built(u, v) > 0 ? 1 : 0) }),
    joined && said({ name: 'leastBuilt', by: [functions], cost: (u, v) => Math.min(built(u, v), MOST_BUILT) }),
    three && said({ name: 'amongThemselves', by: [functions], cost: (u, v) => (within(u, v) ? 1 : 0), flat: 1 }),
    three && said({ name: 'trioDuty', cost: nothing, duty: trios }),
    carried.count > 1 &&
      said({
        name: 'pastCompromises',
        by: [functions, weeks, carried],
        cost: (u, v) => (isGiven(u, v) ? given(u, v) : 0),
        but: ofPartners(columns, (times, u, v) => (repeats(times) > 0 && !isGiven(u, v) ? given(u, v) : 0)),
      }),
    said({ name: 'eachBridgeOnce', cost: one, but: keeping(columns, keepers) }),
    said({ name: 'level', by: [levels], cost: (u, v) => (alike(levels)(u, v) ? 0 : 1) }),
    topical && { name: 'topics', row: misfits(own.map(({ topics }) => topics)), reach: [0, MOST_TOPICS] },
    said({ name: 'pattern', by: [weeks, rhythms], cost: (u, v) => (alike(rhythms)(u, v) ? 0 : DAY / 2) + DAY - hours(u, v) }),
    lot(columns.lots),
  ];
  return aims.filter((aim) => aim !== false);
}

const nothing = () => 0;
const one = () => 1;

function alike({ of }: Kinds): (u: number, v: number) => boolean {
  return (u, v) => of[u] === of[v];
}

function looked(table: ArrayLike<number>, { of, count }: Kinds): (u: number, v: number) => number {
  return (u, v) => table[(of[u] as number) * count + (of[v] as number)] as number;
}

/** A repeat counts two, and one where they never met. */
function repeats(past: Past): number {
  let most = 0;
  for (const { roundsAgo, met } of past) if (roundsAgo <= ROUNDS_REMEMBERED) most = Math.max(most, met ? 2 : 1);
  return most;
}

/** The later they were together, the more; each time counts. */
function newerRepeats(past: Past): number {
  let sum = 0;
  for (const { roundsAgo, met } of past) if (roundsAgo <= ROUNDS_REMEMBERED) sum += (met ? 2 : 1) * (ROUNDS_REMEMBERED + 1 - roundsAgo);
  return sum;
}

/** A lot for each two people, by the seed and who they are: never by the alphabet, or by the order in which they came. */
function lot(lots: Int32Array): Tier {
  return {
    name: 'lot',
    row: (u, into, until = lots.length) => {
      const own = lots[u] as number;
      for (let v = 0; v < until; v++) into[v] = stirred(own + (lots[v] as number)) >>> (32 - LOT_BITS);
    },
    reach: [0, 2 ** LOT_BITS - 1],
  };
}
