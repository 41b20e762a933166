// What of an obstacle people need to hear: the fewest vertices that show why not all can be matched. And if not all, then as many as can be.
import { type Allowed, completed, type Obstacle } from './feasible.ts';

/** Obstacles are looked for from so many vertices that stay bare: each may show a smaller one. */
const ROOTS = 24;

/** As many matched as can be, along `order`; −1 for those who stay bare. Also the partners who are too few, as seen from some of the bare. */
export function matchMost(graph: Allowed, order: Int32Array, roots = graph.size): { mate: Int32Array; scarce: number[][] } {
  const mate = new Int32Array(graph.size).fill(-1);
  const scarce: number[][] = [];
  let left = order;
  while (scarce.length < roots) {
    const obstacle = completed(graph, mate, left);
    if (!obstacle) break;
    scarce.push(obstacle.partners);
    // Nothing that is changed later can match this one: no way leads from it to another that is bare.
    const bare = obstacle.groups.flat().find((v) => mate[v] === -1);
    left = left.filter((v) => v !== bare);
  }
  return { mate, scarce };
}

/**
 * The smallest obstacle found to matching everyone (one of an odd number may be a third): nobody in a group may be matched outside it but with
 * `partners`, and nothing of it could be left out. Missing where the only obstacle is that no three may be together.
 */
export function smallestObstacle(graph: Allowed): Obstacle | undefined {
  const { scarce } = matchMost(
    graph,
    Int32Array.from({ length: graph.size }, (_, v) => v),
    ROOTS,
  );
  const found = [[], ...scarce, [...new Set(scarce.flat())]].flatMap((partners) => narrowed(graph, partners) ?? []);
  const count = ({ groups, partners }: Obstacle) => groups.flat().length + partners.length;
  return found.reduce<Obstacle | undefined>((best, each) => (best && count(best) <= count(each) ? best : each), undefined);
}

/** A group of odd size that only `partners` join to the others. */
interface Group {
  members: number[];
  partners: Set<number>;
}

/** What of the obstacle that `partners` make cannot be left out; `undefined` where they make none. */
function narrowed(graph: Allowed, partners: readonly number[]): Obstacle | undefined {
  const all = groupsWithout(graph, new Set(partners)).sort((a, b) => a.members.length - b.members.length);
  let groups = all;
  if (!isObstacle(graph, groups)) return undefined;
  for (const group of all.toReversed()) {
    const fewer = groups.filter((each) => each !== group);
    if (isObstacle(graph, fewer)) groups = fewer;
  }
  const scarce = partnersOf(groups);
  // Whoever depends on the same partners, and on nobody else, is as much in need of one as those who are named.
  const alike = all.filter(({ members, partners: own }) => members.length === 1 && [...own].every((v) => scarce.has(v)));
  const named = groups.some(({ members }) => members.length > 1) ? groups : [...new Set([...groups, ...alike])];
  return { groups: named.map(({ members }) => members), partners: [...scarce].sort((a, b) => a - b) };
}

/** More groups than partners; of an odd number one group may take a third in, if it is no single person. */
function isObstacle({ size }: Allowed, groups: readonly Group[]): boolean {
  const third = size % 2 === 1 && groups.some(({ members }) => members.length > 1) ? 1 : 0;
  return groups.length > partnersOf(groups).size + third;
}

function partnersOf(groups: readonly Group[]): Set<number> {
  return new Set(groups.flatMap(({ partners }) => [...partners]));
}

/** The connected parts of odd size that are left without `partners`, each with those of the partners it touches. */
function groupsWithout({ size, open }: Allowed, partners: ReadonlySet<number>): Group[] {
  const seen = new Uint8Array(size);
  const groups: Group[] = [];
  for (let root = 0; root < size; root++) {
    if (seen[root] === 1 || partners.has(root)) continue;
    const group: Group = { members: [root], partners: new Set() };
    seen[root] = 1;
    for (let at = 0; at < group.members.length; at++) {
      const row = (group.members[at] as number) * size;
      for (let v = 0; v < size; v++) {
        if (open[row + v] === 0 || seen[v] === 1) continue;
        if (partners.has(v)) group.partners.add(v);
        else {
          seen[v] = 1;
          group.members.push(v);
        }
      }
    }
    if (group.members.length % 2 === 1) groups.push(group);
  }
  return groups;
}
