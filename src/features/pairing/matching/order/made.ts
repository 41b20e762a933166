// Makes a tier of what is said in a line: what a pair costs by the kinds of its two vertices, and of which single pairs something else is true.
import { crossed, type Kinds, MOST_KINDS, reachOf, tableOf, writeKinds } from './kinds.ts';
import type { Made, Tier } from './tiers.ts';

export interface Said {
  name: string;
  /** Nothing but the kinds of the two vertices under these makes a difference to the cost … */
  by: readonly Kinds[];
  cost: (u: number, v: number) => number;
  /** … but for single pairs. */
  but?: But;
  duty?: Float64Array | undefined;
  flat?: number | undefined;
}

/** What single pairs cost more, or less. */
export interface But {
  add: NonNullable<Made['besides']>;
  reach: readonly [least: number, most: number];
  /** 1 for vertices of which each of these pairs has one. */
  few: Uint8Array;
}

export function tierOf(size: number, { name, by, cost, but, duty, flat }: Said): Tier {
  const more = { name, ...(duty && { duty }), ...(flat !== undefined && { flat }) };
  const kinds = crossed(by, size);
  if (kinds.count > MOST_KINDS) return { ...more, row: eachPair(size, cost, but) };
  const table = tableOf(kinds, cost);
  const [least, most] = reachOf(table);
  return {
    ...more,
    row: (u, into, until = size) => {
      writeKinds(table, u, into, until);
      but?.add(u, into, until, 1);
    },
    reach: [least + (but?.reach[0] ?? 0), most + (but?.reach[1] ?? 0)],
    made: { table, ...(but && { besides: but.add }) },
    ...(but && least === most && { few: but.few }),
  };
}

/** Where nearly everyone is of a kind of their own. */
function eachPair(size: number, cost: Said['cost'], but: But | undefined): Tier['row'] {
  return (u, into, until = size) => {
    for (let v = 0; v < until; v++) into[v] = cost(u, v);
    but?.add(u, into, until, 1);
  };
}
