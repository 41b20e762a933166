// How many hours people share on the day on which they share most: enough for a meeting, or not. Pure.

/** Minutes of the week in UTC, from Monday 00:00; half-open. */
export type Ranges = readonly (readonly [from: number, to: number])[];

/** With less than this on every day, a pair hardly finds an hour. */
export const ENOUGH_HOURS = 2;

const WEEK = 7 * 24 * 60;

/** The longest stretch, in hours, in which both (or all) work. A stretch may run over the end of the week. */
export function sharedHours(...people: readonly Ranges[]): number {
  const [first = [], ...others] = people.map(joined);
  return longest(others.reduce(meeting, first)) / 60;
}

/** `sharedHours` in whole hours, `most` at most, of each two of many weeks: at `one * weeks.length + other`. */
export function sharedHoursOfEach(weeks: readonly Ranges[], most: number): Uint8Array {
  const ready = weeks.map(joined);
  const hours = new Uint8Array(weeks.length ** 2);
  ready.forEach((one, at) => {
    for (let place = 0; place <= at; place++) {
      const whole = Math.min(most, Math.floor(longest(meeting(one, ready[place] as Ranges)) / 60));
      hours[at * weeks.length + place] = whole;
      hours[place * weeks.length + at] = whole;
    }
  });
  return hours;
}

/** In order, those that touch as one. */
function joined(ranges: Ranges): Ranges {
  const stretches: [number, number][] = [];
  for (const [from, to] of [...ranges].filter(([begin, end]) => begin < end).sort(([a], [b]) => a - b)) {
    const last = stretches.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else stretches.push([from, to]);
  }
  return stretches;
}

/** What two have in common, both in order. */
function meeting(one: Ranges, other: Ranges): Ranges {
  const common: [number, number][] = [];
  for (let at = 0, place = 0; at < one.length && place < other.length; ) {
    const [from, to] = one[at] as Ranges[number];
    const [opens, closes] = other[place] as Ranges[number];
    if (Math.max(from, opens) < Math.min(to, closes)) common.push([Math.max(from, opens), Math.min(to, closes)]);
    if (to < closes) at++;
    else place++;
  }
  return common;
}

/** The longest of some stretches in order, in minutes; the week's last goes on into its first. */
function longest(stretches: Ranges): number {
  const first = stretches[0];
  const last = stretches.at(-1);
  if (!first || !last) return 0;
  const over = last[1] >= first[0] + WEEK ? Math.max(last[1], first[1] + WEEK) - last[0] : 0;
  return Math.min(
    stretches.reduce((most, [from, to]) => Math.max(most, to - from), over),
    WEEK,
  );
}
