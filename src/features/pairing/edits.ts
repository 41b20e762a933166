// What an organiser may change about a proposed round, and what a list of changes asks of the engine. Later changes win over earlier ones
// that they contradict; taking the last one back is leaving it off the list. Pure.

export type Edit =
  /** Two people take each other's place: the groups as they are afterwards. */
  | ({ what: 'swap'; people: readonly [string, string]; groups: readonly (readonly string[])[] } & Around)
  /** A pair (or trio) is together, whatever else changes. */
  | ({ what: 'keep'; group: readonly string[] } & Around)
  /** Two people are never paired, in this round or a later one. */
  | ({ what: 'forbid'; pair: readonly [string, string]; reason: string; by: string } & Around)
  /** Someone sits this round out. */
  | { what: 'leave-out'; leader: string }
  /** Ties fall another way. */
  | { what: 'redraw'; seed: string };

/** The trio of a large round that stays as it is, since the change is not about it: the best trio of all would take seconds to find again. */
interface Around {
  around?: readonly string[] | undefined;
}

/** What all edits together ask for. */
export interface Asked {
  fixed: readonly (readonly string[])[];
  forbidden: readonly { pair: readonly [string, string]; reason: string; by: string }[];
  leftOut: readonly string[];
  around?: readonly string[] | undefined;
  /** Missing where nothing was redrawn. */
  seed?: string;
}

/** Adds up `edits`, oldest first. */
export function asked(edits: readonly Edit[]): Asked {
  const latest = edits.flatMap((edit) => ('around' in edit && edit.around ? [edit.around] : [])).at(-1);
  return { ...edits.reduce<Asked>(add, { fixed: [], forbidden: [], leftOut: [] }), ...(latest && { around: latest }) };
}

/** Rounds of so many leaders and fewer are planned anew with their trio: that takes no time. */
const SMALL = 100;

/** The trio that stays when `edit` is made in a round of these groups; nothing where the edit is about somebody in it. */
export function aroundTrio(groups: readonly (readonly string[])[], edit: Edit): Around {
  const trio = groups.find((group) => group.length === 3);
  if (!trio || groups.flat().length <= SMALL || edit.what === 'leave-out' || edit.what === 'redraw') return {};
  const about = edit.what === 'swap' ? edit.groups.flat() : edit.what === 'keep' ? edit.group : [];
  const parted = edit.what === 'forbid' && edit.pair.every((leader) => trio.includes(leader));
  return parted || about.some((leader) => trio.includes(leader)) ? {} : { around: trio };
}

/** The groups that come about when `a` and `b` change places; `undefined` where they are together, or one of them is in no group. */
export function swapped(groups: readonly (readonly string[])[], a: string, b: string): (readonly string[])[] | undefined {
  const own = groups.find((group) => group.includes(a));
  const other = groups.find((group) => group.includes(b));
  if (!own || !other || own === other) return undefined;
  return [own.map((each) => (each === a ? b : each)), other.map((each) => (each === b ? a : each))];
}

/** How many people have someone else beside them in `after` than in `before`. */
export function moved(before: readonly (readonly string[])[], after: readonly (readonly string[])[]): number {
  const earlier = besides(before);
  const later = besides(after);
  return [...new Set([...earlier.keys(), ...later.keys()])].filter((leader) => earlier.get(leader) !== later.get(leader)).length;
}

function add(so: Asked, edit: Edit): Asked {
  switch (edit.what) {
    case 'swap':
      return { ...so, fixed: [...apartFrom(so.fixed, edit.groups.flat()), ...edit.groups] };
    case 'keep':
      return { ...so, fixed: [...apartFrom(so.fixed, edit.group), edit.group] };
    case 'forbid':
      return {
        ...so,
        fixed: so.fixed.filter((group) => !edit.pair.every((leader) => group.includes(leader))),
        forbidden: [...so.forbidden, { pair: edit.pair, reason: edit.reason, by: edit.by }],
      };
    case 'leave-out':
      return { ...so, fixed: apartFrom(so.fixed, [edit.leader]), leftOut: [...so.leftOut, edit.leader] };
    case 'redraw':
      return { ...so, seed: edit.seed };
  }
}

/** The groups that none of `leaders` is in. */
function apartFrom(groups: readonly (readonly string[])[], leaders: readonly string[]): (readonly string[])[] {
  return groups.filter((group) => !group.some((leader) => leaders.includes(leader)));
}

function besides(groups: readonly (readonly string[])[]): Map<string, string> {
  return new Map(
    groups.flatMap((group) =>
      group.map(
        (leader) =>
          [
            leader,
            group
              .filter((each) => each !== leader)
              .sort()
              .join(),
          ] as const,
      ),
    ),
  );
}
