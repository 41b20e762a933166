// Which standing pair goes on in which new group: the one with whom it shares two people, so that what they have agreed and arranged stays with
// them. Pure.
import type { Mended } from './mending.ts';

export interface Successor {
  leaders: readonly string[];
  /** The pair that goes on in it. */
  pair?: string;
}

export interface Succession {
  groups: readonly Successor[];
  /** Pairs that end. */
  ended: readonly string[];
}

/** The groups that are not what they were, and the pairs that are no more. */
export function successorsOf(
  { before, after }: Pick<Mended, 'before' | 'after'>,
  pairs: readonly { id: string; members: readonly { leader: string }[] }[],
): Succession {
  const idOf = (group: readonly string[]) =>
    pairs.find(({ members }) =>
      isSame(
        members.map(({ leader }) => leader),
        group,
      ),
    )?.id;
  const groups = after
    .filter((group) => !before.some((stood) => isSame(stood, group)))
    .map((leaders): Successor => {
      const stood = before.find((group) => group.filter((leader) => leaders.includes(leader)).length >= 2);
      const pair = stood && idOf(stood);
      return { leaders, ...(pair && { pair }) };
    });
  const goOn = new Set(groups.map(({ pair }) => pair));
  const changed = before.filter((group) => !after.some((now) => isSame(now, group)));
  return { groups, ended: changed.map(idOf).filter((id): id is string => id !== undefined && !goOn.has(id)) };
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each) => other.includes(each));
}
