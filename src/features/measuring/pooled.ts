// What may be said of several groups together when each of them has heard its own result: bands, widened until whoever knows all of those results, and sat
// in every one of the groups, is still left with both answers of everybody else. Why, is written in docs/decisions/0021. Pure.
import { type Band, cellsOf } from '../reviewing/thresholds.ts';

/** One group's answers to one item: how many, how many of them yes, and the bands it has been told of; none where it was told nothing. */
export interface Told {
  replies: number;
  yes: number;
  bands?: readonly Band[] | undefined;
}

/** So much room is left on either side, as for a group by itself. */
const ROOM = 2;

/** What is known of how many said yes. */
interface Range {
  from: number;
  to: number;
}

interface Known extends Range {
  replies: number;
}

/** The bands in which the sum lies; nothing where all that could be said is nothing. */
export function pooled(groups: readonly Told[]): Band[] | undefined {
  const known = groups.filter(({ replies }) => replies > 0).map(knownOf);
  const cells = cellsOf(sum(known.map(({ replies }) => replies))).map((cell) => ({ ...cell }));
  for (
    let at = cells.findIndex((cell) => tells(known, cell));
    at >= 0 && cells.length > 1;
    at = cells.findIndex((cell) => tells(known, cell))
  ) {
    const first = Math.min(at, cells.length - 2);
    const [one, next] = cells.slice(first, first + 2) as [(typeof cells)[0], (typeof cells)[0]];
    cells.splice(first, 2, { from: one.from, to: next.to, bands: [...one.bands, ...next.bands] });
  }
  const yes = sum(groups.map((group) => group.yes));
  return cells.length > 1 ? cells.find(({ to }) => yes <= to)?.bands : undefined;
}

/** A group may have counted its answers before somebody was forgotten: then the bands are those of fewer replies. */
function knownOf({ replies, bands }: Told): Known {
  const words = bands?.join(' ');
  for (let count = replies; words !== undefined && count > 0; count--) {
    const cell = cellsOf(count).find((each) => each.bands.join(' ') === words);
    if (cell) return { replies, from: cell.from, to: Math.min(replies, cell.to + replies - count) };
  }
  return { replies, from: 0, to: replies };
}

/** Whether a sum within `cell` would tell of somebody in one of the groups; one that cannot be is never told. */
function tells(known: readonly Known[], cell: Range): boolean {
  const from = Math.max(cell.from, sum(known.map((each) => each.from)));
  const to = Math.min(cell.to, sum(known.map((each) => each.to)));
  if (from > to) return false;
  return known.some((each) => {
    const others = known.filter((other) => other !== each);
    // A reader who sits in the others too knows one answer in each.
    const least = sum(others.map((other) => Math.max(other.from, 1)));
    const most = sum(others.map((other) => Math.min(other.to, other.replies - 1)));
    const upTo = Math.min(each.to, to - least);
    const downTo = Math.max(each.from, from - most);
    return upTo < Math.min(ROOM, each.replies) || downTo > Math.max(0, each.replies - ROOM);
  });
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, one) => all + one, 0);
}
