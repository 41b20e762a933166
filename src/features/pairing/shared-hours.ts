// How many hours two people share on the day on which they share most: enough for a meeting, or not. Pure.

/** Minutes of the week in UTC, from Monday 00:00; half-open. */
export type Ranges = readonly (readonly [from: number, to: number])[];

/** With less than this on every day, a pair hardly finds an hour. */
export const ENOUGH_HOURS = 2;

const WEEK = 7 * 24 * 60;

/** The longest stretch, in hours, in which both (or all) work. A stretch may run over the end of the week. */
export function sharedHours(...people: readonly Ranges[]): number {
  const [first = [], ...others] = people.map(inOrder);
  const stretches = others.reduce(meeting, first);
  let longest = 0;
  for (const [from, to] of joined([...stretches, ...stretches.map(([from, to]) => [from + WEEK, to + WEEK] as const)])) {
    longest = Math.max(longest, to - from);
  }
  return Math.min(longest, WEEK) / 60;
}

function inOrder(ranges: Ranges): Ranges {
  return [...ranges].filter(([from, to]) => from < to).sort(([a], [b]) => a - b);
}

function meeting(one: Ranges, other: Ranges): Ranges {
  return one.flatMap(([from, to]) =>
    other.map(([opens, closes]) => [Math.max(from, opens), Math.min(to, closes)] as const).filter(([begin, end]) => begin < end),
  );
}

/** Ranges that touch become one. */
function joined(ranges: Ranges): Ranges {
  const stretches: [number, number][] = [];
  for (const [from, to] of inOrder(ranges)) {
    const last = stretches.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else stretches.push([from, to]);
  }
  return stretches;
}
