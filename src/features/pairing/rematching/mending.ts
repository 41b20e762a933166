// Decides how a round is put right for those who want a partner: whom it may move, who is given a place now, and whom it has to let wait. A pair
// that has said yes is the last to be moved; nobody is ever left alone for it. Pure.
import type { Head } from '../../../platform/thinking/think.ts';
import type { Because, PairingFacts, PlannedPair } from '../plan.ts';
import { type Repair, repairRound } from '../planning/repair.ts';

/** Whose groups may be moved besides those of the people who ask: nobody's, those that have not said yes, or all that are not held. */
export type Reach = 'none' | 'silent' | 'any';

export interface StandingGroup {
  leaders: readonly string[];
  /** Everyone in it has said that it suits them. */
  confirmed: boolean;
  /** Not to be touched for others: somebody in it is away. */
  held: boolean;
}

export interface Wanting {
  /** The wish's id. */
  wish: string;
  leader: string;
  /** They cannot wait any longer: others may be moved for them. */
  due: boolean;
}

export interface Mending {
  /** Everyone who is here today. */
  facts: Omit<PairingFacts, 'fixed' | 'kept'>;
  groups: readonly StandingGroup[];
  /** In the order in which they asked. */
  wanting: readonly Wanting[];
  refused: readonly (readonly [string, string])[];
  /** In the order in which they are tried. */
  reaches: readonly Reach[];
}

export interface Mended {
  /** Wishes that come true now. */
  placed: readonly string[];
  /** The groups that were open to change, as they stood, and what becomes of them. */
  before: readonly (readonly string[])[];
  after: readonly (readonly string[])[];
  /** Of those, the ones that are new, with the reasons for them. */
  made: readonly PlannedPair[];
  /** Why a wish that is due does not come true. */
  refusals: readonly { wish: string; causes: readonly Because[] }[];
}

/** So many people are put together again in less time than a thread takes to start. */
const QUICK = 40;

export const mending: Head<Mending, Mended> = {
  name: 'pairing.mend',
  think: mend,
  isQuick: ({ facts }) => facts.leaders.length <= QUICK,
};

/** As many of the wishes as can come true together, the latest ones waiting first. */
export function mend(question: Mending): Mended {
  let wanting = question.wanting;
  let first = tryFor(question, wanting);
  while (wanting.length > 0) {
    if (first.repair.possible) return mended(question, wanting, first.open, first.repair);
    for (const out of wanting.toReversed()) {
      const others = wanting.filter((each) => each !== out);
      const { open, repair } = tryFor(question, others);
      if (others.length > 0 && repair.possible) return mended(question, others, open, repair);
    }
    wanting = without(question, wanting, first.repair);
    first = tryFor(question, wanting);
  }
  return { placed: [], before: [], after: [], made: [], refusals: refusalsOf(question, []) };
}

interface Attempt {
  open: readonly (readonly string[])[];
  repair: Repair;
}

/** The first attempt that succeeds, or the last one there is. Others are moved only where somebody can wait no longer. */
function tryFor(question: Mending, wanting: readonly Wanting[]): Attempt {
  const [first, ...wider] = question.reaches;
  let tried = attempt(question, wanting, first ?? 'none');
  for (const reach of wanting.some(({ due }) => due) ? wider : []) {
    if (tried.repair.possible) break;
    tried = attempt(question, wanting, reach);
  }
  return tried;
}

function attempt({ facts, groups, refused }: Mending, wanting: readonly Wanting[], reach: Reach): Attempt {
  const asking = new Set(wanting.map(({ leader }) => leader));
  const isOpen = ({ leaders, confirmed, held }: StandingGroup) =>
    leaders.some((leader) => asking.has(leader)) || (!held && (reach === 'any' || (reach === 'silent' && !confirmed)));
  const open = groups.filter(isOpen).map(({ leaders }) => leaders);
  const among = new Set([...open.flat(), ...asking]);
  const here = (group: readonly string[]) => group.filter((leader) => among.has(leader));
  const some: PairingFacts = {
    ...facts,
    leaders: facts.leaders.filter(({ id }) => among.has(id)),
    history: facts.history.map((past) => ({ ...past, leaders: here(past.leaders) })).filter(({ leaders }) => leaders.length > 1),
    forbidden: facts.forbidden.filter((two) => here(two).length === 2),
    fixed: [],
  };
  return { open, repair: repairRound({ facts: some, standing: open, refused: refused.filter((two) => here(two).length === 2) }) };
}

/** Leaves out one wish: of somebody who stands in the way, or else the last. */
function without({ groups }: Mending, wanting: readonly Wanting[], repair: Repair): Wanting[] {
  const inTheWay = new Set(repair.possible ? [] : repair.causes.flatMap(({ leaders }) => leaders));
  const about = (leader: string) => [leader, ...(groups.find(({ leaders }) => leaders.includes(leader))?.leaders ?? [])];
  const out = wanting.findLast(({ leader }) => about(leader).some((each) => inTheWay.has(each))) ?? wanting.at(-1);
  return wanting.filter((each) => each !== out);
}

function mended(
  question: Mending,
  wanting: readonly Wanting[],
  before: readonly (readonly string[])[],
  repair: Extract<Repair, { possible: true }>,
): Mended {
  const placed = wanting.map(({ wish }) => wish);
  return { placed, before, after: repair.groups, made: repair.made, refusals: refusalsOf(question, placed) };
}

/** For each wish that is due and does not come true: what stands in the way of it alone. */
function refusalsOf(question: Mending, placed: readonly string[]): Mended['refusals'] {
  const left = question.wanting.filter(({ wish, due }) => due && !placed.includes(wish));
  return left.map((each) => {
    const { repair } = attempt(question, [each], question.reaches.at(-1) ?? 'none');
    return { wish: each.wish, causes: repair.possible ? [] : repair.causes.map(({ because }) => because) };
  });
}
