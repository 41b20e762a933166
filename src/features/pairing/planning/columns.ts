// The people of a round as columns of numbers, one place for each: the engine looks at millions of pairs, and has no time to ask who they are. Pure.

import { hashed } from '../matching/dice.ts';
import { type Kinds, kindsOf, samplesOf } from '../matching/order/kinds.ts';
import type { Candidate, PairingFacts } from '../plan.ts';
import { builtOf } from './between.ts';
import type { Own } from './own.ts';
import { sharedHoursOfEach } from './shared-hours.ts';

/** A working day: more shared hours than this are no more alike. */
export const DAY = 8;
/** How often somebody can have carried something before it makes no difference any more. */
const MOST_CARRIED = 100;

/** Everyone is meant by their place. */
export interface Columns {
  people: readonly Candidate[];
  own: readonly Own[];
  /** The place of each id. */
  places: ReadonlyMap<string, number>;
  functions: Kinds;
  functionNames: readonly string[];
  levels: Kinds;
  rhythms: Kinds;
  weeks: Kinds;
  /** Whole hours that two weeks share on their best day, a day at most: at `one * weeks.count + other`. */
  hours: Uint8Array;
  /** How often pairs have joined two functions: at `one * functions.count + other`. */
  built: Float64Array;
  /** How often they have carried a compromise, and been in a trio. */
  carried: Kinds;
  trios: Float64Array;
  /** A number of their own, from the seed. */
  lots: Int32Array;
}

export function columnsOf(facts: PairingFacts, known: ReadonlyMap<string, Own>, people: readonly Candidate[]): Columns {
  const own = people.map(({ id }) => known.get(id) as Own);
  const functions = kindsOf(own.map((each) => each.function));
  const weeks = kindsOf(own.map(({ week }) => week));
  const functionNames = [...samplesOf(functions)].map((v) => own[v]?.function ?? '');
  const hours = [...samplesOf(weeks)].map((v) => people[v]?.hours ?? []);
  const often = (what: 'compromises' | 'trios') => people.map(({ id }) => Math.min(facts.duty[id]?.[what] ?? 0, MOST_CARRIED));
  return {
    people,
    own,
    places: new Map(people.map(({ id }, v) => [id, v])),
    functions,
    functionNames,
    levels: kindsOf(own.map(({ level }) => level)),
    rhythms: kindsOf(people.map(({ rhythm }) => rhythm)),
    weeks,
    hours: sharedHoursOfEach(hours, DAY),
    built: builtTable(facts, functionNames),
    carried: numbered(often('compromises')),
    trios: Float64Array.from(often('trios')),
    lots: Int32Array.from(people, ({ id }) => hashed(`${facts.seed}\n${id}`)),
  };
}

/** Kinds whose numbers are what is counted. */
function numbered(counts: readonly number[]): Kinds {
  return { of: Int32Array.from(counts), count: counts.reduce((most, count) => Math.max(most, count), 0) + 1 };
}

function builtTable(facts: PairingFacts, names: readonly string[]): Float64Array {
  const built = builtOf(facts);
  const table = new Float64Array(names.length ** 2);
  names.forEach((one, at) => {
    const counts = built.get(one);
    names.forEach((other, place) => {
      table[at * names.length + place] = counts?.get(other) ?? 0;
    });
  });
  return table;
}
