// Whom an organiser is offered for somebody instead: those who come cheapest by what an organiser may know. Wishes and topics are left out of it,
// or the list itself would tell who named whom; who may not be with somebody is never in it, like most others. Pure.
import type { Candidate, PairingFacts } from '../plan.ts';
import { alternativesFor } from './alternatives.ts';
import type { StandingRound } from './standing-round.ts';

/** Everyone in a round as it stands, and whom it is asked for. */
export interface Asking {
  groups: readonly (readonly string[])[];
  leader: string;
  count: number;
  /** A round to price partners in, see `pricedRound`. */
  priced: (facts: PairingFacts) => StandingRound | undefined;
}

/** The ids of at most `count` others, cheapest first; none for one of three, around whom nothing can stay as it is. */
export function partnersFor(facts: PairingFacts, { groups, leader, count, priced }: Asking): string[] {
  const trios = groups.filter((group) => group.length > 2);
  if (trios.some((group) => group.includes(leader))) return [];
  const kept = (facts.kept ?? []).filter((group) => group.length === 2 && !group.includes(leader));
  const fixed = facts.fixed.filter((group) => !group.includes(leader) && !kept.some((each) => each.some((id) => group.includes(id))));
  const rest = trios.filter((trio) => ![...kept, ...fixed].some((group) => group.some((id) => trio.includes(id))));
  const round = priced({
    ...facts,
    leaders: facts.leaders.map(withoutWishes),
    fixed: [...fixed, ...kept, ...rest],
    kept: [],
    around: undefined,
    chosen: [],
  });
  const own = groups.find((group) => group.includes(leader)) ?? [];
  // The one who is there already may not come cheapest where wishes are left out.
  const found = round ? alternativesFor(round, leader, count + 1) : [];
  const first = round ? cheapestOf(round, leader) : [];
  return [...first, ...found.map(({ partner }) => partner)].filter((id) => !own.includes(id)).slice(0, count);
}

/** The one whom the round in which wishes are left out would give them. */
function cheapestOf({ parts: { people }, standing: { settled } }: StandingRound, leader: string): string[] {
  const u = people.findIndex(({ id }) => id === leader);
  const partner = people[settled.mate[u] ?? -1];
  return partner ? [partner.id] : [];
}

function withoutWishes(leader: Candidate): Candidate {
  return { ...leader, welcomes: [], workOn: '', helpWith: '' };
}
