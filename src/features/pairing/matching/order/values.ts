// Values that are compared in strict order: one number for each group of tiers, most important first.

export type Value = readonly number[];

/** Whether `a` comes before `b`; before nothing at all comes everything. */
export function isBefore(a: Value, b: Value | undefined): boolean {
  if (!b) return true;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return (a[at] as number) < (b[at] as number);
  return false;
}

/** Whether the sum of two comes before `b`: asked so often that the sum is never written down. */
export function isSumBefore(one: Value, other: Value, b: Value | undefined): boolean {
  if (!b) return true;
  for (let at = 0; at < one.length; at++) {
    const sum = (one[at] as number) + (other[at] as number);
    if (sum !== b[at]) return sum < (b[at] as number);
  }
  return false;
}

/** For sorting, those that come first in front. */
export function inTurn(a: Value, b: Value): number {
  return isBefore(a, b) ? -1 : isBefore(b, a) ? 1 : 0;
}

export function plus(a: Value, b: Value): number[] {
  return a.map((each, at) => each + (b[at] as number));
}

export function minus(a: Value, b: Value): number[] {
  return a.map((each, at) => each - (b[at] as number));
}

export function times(a: Value, count: number): number[] {
  return a.map((each) => each * count);
}

/** The value that stands at a vertex' (or a group's) place in a list of values one after another. */
export function valueAt(list: Float64Array, place: number, levels: number): number[] {
  const value = new Array<number>(levels);
  for (let at = 0; at < levels; at++) value[at] = list[place * levels + at] as number;
  return value;
}
