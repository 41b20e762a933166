// Where a round of everyone is not possible: the plan for as many as can be in it, who is left out of it, and every cause. For previews outside
// of Slack; in Slack nobody is left out but by an organiser. Pure.
import { matchMost } from '../matching/search/obstacles.ts';
import { type Cause, type PairingFacts, type PairingPlan, planRound } from '../plan.ts';
import { knownOf, shuffled } from './question.ts';
import { openAmong } from './rules-in-the-way.ts';

export interface AsMany {
  plan: PairingPlan;
  /** Ids of those who could not be paired. */
  unpaired: readonly string[];
  causes: readonly Cause[];
}

/** The plan for everyone where there is one. Whom it falls on to be left out, among those it could fall on, is up to the seed. */
export function planAsMany(facts: PairingFacts): AsMany {
  const unpaired: string[] = [];
  const causes: Cause[] = [];
  for (let present = facts; ; ) {
    const plan = planRound(present);
    if (plan.possible) return { ...withOneMore(facts, { plan, unpaired, causes }), causes };
    const aside = present.leaders.length < 2 ? new Set<string>() : asideFor(present, plan.causes);
    if (unpaired.length === 0 || present.leaders.length > 1) causes.push(...plan.causes);
    if (aside.size === 0) return { plan, unpaired: facts.leaders.map(({ id }) => id), causes };
    unpaired.push(...aside);
    present = without(facts, unpaired);
  }
}

function without(facts: PairingFacts, unpaired: readonly string[]): PairingFacts {
  const aside = new Set(unpaired);
  return { ...facts, leaders: facts.leaders.filter(({ id }) => !aside.has(id)) };
}

/** Who is set aside for these causes: of those who are named, as many as are bare when as many as possible are in pairs. */
function asideFor(facts: PairingFacts, causes: readonly Cause[]): ReadonlySet<string> {
  const named = new Set(causes.flatMap(({ leaders }) => leaders));
  if (causes.some(isAboutKept)) return named;
  const known = knownOf(facts);
  const here = new Set(facts.leaders.map(({ id }) => id));
  const taken = new Set(facts.fixed.filter((group) => group.every((id) => here.has(id))).flat());
  const people = shuffled(
    facts.leaders.filter(({ id }) => !taken.has(id)),
    known.seed,
  );
  const { mate } = matchMost({ size: people.length, open: openAmong(known.rules, people) }, Int32Array.from(people.keys()));
  const bare = people.filter((_, at) => mate[at] === -1).map(({ id }) => id);
  const concerned = bare.filter((id) => named.has(id));
  return new Set(concerned.length > 0 ? concerned : bare);
}

/** That a group which is to stay together may not: those in it wait for somebody to decide. */
function isAboutKept({ because }: Cause): boolean {
  return because.id.startsWith('pairing.cause.kept');
}

/** Pairs leave an even number; where three can be together, one more may find a place. */
function withOneMore(facts: PairingFacts, found: AsMany): Omit<AsMany, 'causes'> {
  const { plan, unpaired, causes } = found;
  if ((facts.leaders.length - unpaired.length) % 2 === 1) return { plan, unpaired };
  const waiting = new Set(causes.filter(isAboutKept).flatMap(({ leaders }) => leaders));
  for (const id of unpaired.filter((each) => !waiting.has(each))) {
    const left = unpaired.filter((each) => each !== id);
    const more = without(facts, left);
    const wider = hasSomebody(more, id) ? planRound(more) : plan;
    if (wider !== plan && wider.possible) return { plan: wider, unpaired: left };
  }
  return { plan, unpaired };
}

function hasSomebody(facts: PairingFacts, one: string): boolean {
  const { rules } = knownOf(facts);
  const own = facts.leaders.find(({ id }) => id === one);
  return own !== undefined && facts.leaders.some((each) => each !== own && rules.apart(own, each) === 0);
}
