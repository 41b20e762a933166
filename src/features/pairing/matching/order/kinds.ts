// Vertices that are alike in what counts are of one kind: what pairs cost is then a small table, and a row of it is read off in a nanosecond for
// each vertex. Several tables become one by crossing their kinds.

/** What kind each vertex is of, as numbers from 0 up to, and without, `count`. */
export interface Kinds {
  of: Int32Array;
  count: number;
}

/** What pairs cost by the kinds of their two vertices: `costs[i * kinds.count + j]`. Symmetric. */
export interface Table {
  kinds: Kinds;
  costs: Float64Array;
}

/** More kinds than this are not worth a table of their own. */
export const MOST_KINDS = 1024;

/** Vertices with the same key are of one kind. */
export function kindsOf(keys: readonly (string | number)[]): Kinds {
  const known = new Map<string | number, number>();
  const of = new Int32Array(keys.length);
  keys.forEach((key, v) => {
    const kind = known.get(key) ?? known.size;
    if (kind === known.size) known.set(key, kind);
    of[v] = kind;
  });
  return { of, count: known.size };
}

/** Vertices are of one kind where they are so under all of `all`. */
export function crossed([first, ...others]: readonly Kinds[], size: number): Kinds {
  let both = first ?? { of: new Int32Array(size), count: 1 };
  for (const { of, count } of others) {
    const before = both.of;
    if (of !== before) both = kindsOf(Array.from(before, (kind, v) => kind * count + (of[v] as number)));
  }
  return both;
}

/** A vertex of each kind. */
export function samplesOf({ of, count }: Kinds): Int32Array {
  const samples = new Int32Array(count);
  for (let v = of.length - 1; v >= 0; v--) samples[of[v] as number] = v;
  return samples;
}

/** The table of a cost that depends on nothing but the kinds of the two vertices. */
export function tableOf(kinds: Kinds, cost: (u: number, v: number) => number): Table {
  const samples = samplesOf(kinds);
  const { count } = kinds;
  const costs = new Float64Array(count * count);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j <= i; j++) {
      const units = cost(samples[i] as number, samples[j] as number);
      costs[i * count + j] = units;
      costs[j * count + i] = units;
    }
  }
  return { kinds, costs };
}

/** The least and the most in a table, as far as there are two vertices of such kinds. */
export function reachOf({ kinds: { of, count }, costs }: Table): [least: number, most: number] {
  const people = new Int32Array(count);
  for (const kind of of) people[kind] = (people[kind] as number) + 1;
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) {
      if (i === j && (people[i] as number) < 2) continue;
      const units = costs[i * count + j] as number;
      if (units < least) least = units;
      if (units > most) most = units;
    }
  }
  return [least, most];
}

/** A part of a sum: (cost − least) × place. */
export interface Part {
  table: Table;
  least: number;
  place: number;
}

/** As few tables as can be that come to the same sums: kinds are crossed as long as that leaves no more of them than `most`. */
export function summed(parts: readonly Part[], size: number, most: number): Table[] {
  const tables: Table[] = [];
  let begun: { kinds: Kinds; parts: Part[] } = { kinds: crossed([], size), parts: [] };
  for (const part of parts) {
    const kinds = crossed([begun.kinds, part.table.kinds], size);
    if (begun.parts.length > 0 && kinds.count > most) {
      tables.push(sumOf(begun.kinds, begun.parts));
      begun = { kinds: part.table.kinds, parts: [part] };
    } else begun = { kinds, parts: [...begun.parts, part] };
  }
  return [...tables, sumOf(begun.kinds, begun.parts)];
}

function sumOf(kinds: Kinds, parts: readonly Part[]): Table {
  const samples = samplesOf(kinds);
  const { count } = kinds;
  const sums = new Float64Array(count * count);
  for (const { table, least, place } of parts) {
    const { of, count: own } = table.kinds;
    for (let i = 0; i < count; i++) {
      const row = (of[samples[i] as number] as number) * own;
      for (let j = 0; j < count; j++) {
        const units = table.costs[row + (of[samples[j] as number] as number)] as number;
        sums[i * count + j] = (sums[i * count + j] as number) + (units - least) * place;
      }
    }
  }
  return { kinds, costs: sums };
}

/** Writes what pairs of `u` cost by their kinds to the places before `until`. */
export function writeKinds({ kinds: { of, count }, costs }: Table, u: number, into: Float64Array, until: number): void {
  const row = (of[u] as number) * count;
  for (let v = 0; v < until; v++) into[v] = costs[row + (of[v] as number)] as number;
}

/** The same, added. */
export function addKinds({ kinds: { of, count }, costs }: Table, u: number, into: Float64Array, until: number): void {
  const row = (of[u] as number) * count;
  for (let v = 0; v < until; v++) into[v] = (into[v] as number) + (costs[row + (of[v] as number)] as number);
}
