// Which functions pairs have joined so far, and how often: counted, and told in words for everyone who does not see the map. Pure.
import type { Content } from '../../../platform/content/load.ts';

/** How many pairs (or trios) have joined two functions; a pair within one function joins nothing. */
export interface Bridge {
  between: readonly [string, string];
  pairs: number;
}

export interface BridgeMap {
  programme: string;
  round: number;
  /** In the order in which they are shown. */
  functions: readonly string[];
  bridges: readonly Bridge[];
}

/** Counts the bridges that groups of people build, each group given as the functions in it. */
export function bridgesOf(groups: readonly (readonly string[])[]): Bridge[] {
  const counts = new Map<string, Bridge>();
  for (const [a, b] of groups.flatMap(couples)) {
    if (a === b) continue;
    const between = [a, b].sort() as [string, string];
    const key = JSON.stringify(between);
    counts.set(key, { between, pairs: (counts.get(key)?.pairs ?? 0) + 1 });
  }
  return [...counts.values()];
}

/** The functions that are there, in the order of `known` and then as they come, with the bridges that these groups have built. */
export function joinedSoFar(known: readonly string[], groups: readonly (readonly string[])[]): Pick<BridgeMap, 'functions' | 'bridges'> {
  const present = new Set(groups.flat());
  return { functions: [...new Set([...known, ...present])].filter((each) => present.has(each)), bridges: bridgesOf(groups) };
}

/** Each two of a group. */
export function couples<T>(group: readonly T[]): [T, T][] {
  return group.flatMap((one, at) => group.slice(at + 1).map((other): [T, T] => [one, other]));
}

/** All that the picture says, in words, as far as a text of `most` characters holds it. */
export function tellBridgeMap(content: Content, map: BridgeMap, most = 2000): string {
  const count = counter(map.bridges);
  const all = couples(map.functions);
  const joined = all.filter(([a, b]) => count(a, b) > 0).sort((one, other) => count(...other) - count(...one));
  const open = all.filter(([a, b]) => count(a, b) === 0);
  const first = content.plain('pairing.map.alt', { programme: map.programme, number: map.round, x: joined.length, y: all.length });
  const half = Math.floor((most - first.length) / 2) - 80;
  const parts = [
    joined.length > 0 &&
      content.plain('pairing.map.alt.joined', {
        list: listed(
          content,
          joined.map(([a, b]) => `${a} – ${b} ${count(a, b)}`),
          half,
        ),
      }),
    open.length > 0 &&
      content.plain('pairing.map.alt.open', {
        list: listed(
          content,
          open.map(([a, b]) => `${a} – ${b}`),
          half,
        ),
      }),
  ];
  return [first, ...parts.filter((part) => part !== false)].join(' ');
}

function listed(content: Content, items: readonly string[], most: number): string {
  let list = items[0] ?? '';
  for (const [at, item] of items.entries()) {
    if (at === 0) continue;
    if (list.length + item.length > most)
      return `${list}. ${content.plain('pairing.map.alt.more', { x: items.length - at })}`.replace(/\.$/, '');
    list += `; ${item}`;
  }
  return list;
}

/** Looks up how many pairs have joined two functions, in either order. */
export function counter(bridges: readonly Bridge[]): (a: string, b: string) => number {
  const counts = new Map(bridges.map(({ between, pairs }) => [JSON.stringify([...between].sort()), pairs]));
  return (a, b) => counts.get(JSON.stringify([a, b].sort())) ?? 0;
}
