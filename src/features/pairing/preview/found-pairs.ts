// Which pairs of a round are looked at: all of them, those with a compromise, those that an organiser has changed, or those of people who were
// searched for. Pure.

import type { PlannedPair } from '../plan.ts';
import type { Preview } from '../propose.ts';
import type { About, Look } from './about.ts';
import { drawnFirst } from './told-wishes.ts';

export const PAIRS_ON_A_PAGE = 20;
/** So many people are shown at once when somebody searches. */
const MOST_FOUND = 20;

export interface Shown {
  pairs: readonly PlannedPair[];
  /** How many there are on all pages, and how many in the whole round. */
  count: number;
  of: number;
  page: number;
  pages: number;
}

/** The pairs of one page. */
export function shownPairs({ proposal }: Pick<Preview, 'proposal'>, look: Look): Shown {
  const { plan } = proposal.drawn;
  const all = plan.possible ? plan.pairs : [];
  const isShown = showing(proposal, look);
  const some = all.filter(isShown);
  const pages = Math.max(1, Math.ceil(some.length / PAIRS_ON_A_PAGE));
  const page = Math.min(Math.max(0, look.page), pages - 1);
  const pairs = some.slice(page * PAIRS_ON_A_PAGE, (page + 1) * PAIRS_ON_A_PAGE);
  return { pairs, count: some.length, of: all.length, page, pages };
}

function showing(proposal: Preview['proposal'], { only, at }: Look): (pair: PlannedPair) => boolean {
  if (at) return ({ leaders }) => leaders.some((leader) => at.includes(leader));
  if (only === 'compromise') return ({ compromises }) => compromises.length > 0;
  if (only === 'changed') {
    const isFirst = drawnFirst(proposal);
    return ({ leaders }) => !isFirst(leaders);
  }
  return () => true;
}

/** Leaders whose name or function has every word of `text` in it, in their order in the round; whoever sits it out comes last. */
export function foundBy({ proposal, people }: Pick<Preview, 'proposal' | 'people'>, text: string): { leaders: string[]; more: boolean } {
  const words = simple(text)
    .split(' ')
    .filter((word) => word !== '');
  const { plan } = proposal.drawn;
  const placed = plan.possible ? plan.pairs.flatMap(({ leaders }) => leaders) : [];
  const order = [...new Set([...placed, ...people.keys()])];
  const found = order.filter((leader) => {
    const known = people.get(leader);
    const said = known ? ` ${simple(`${known.name} ${known.function}`)}` : '';
    return words.length > 0 && words.every((word) => said.includes(word));
  });
  return { leaders: found.slice(0, MOST_FOUND), more: found.length > MOST_FOUND };
}

/** Without case and accents, so that "jose" finds "José". */
function simple(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The same part of the round, from its first page. */
export function fromTheFirstPage({ proposal, revision }: About, look: Omit<Look, 'page'>): About {
  return { proposal, revision, page: 0, ...look };
}
