// Decides who works with whom. Pure: facts and a seed in, a plan with its reasons and its proof out; it can be read aloud to a leader who
// asks "why Bo?".
import { bestRound, groupsIn } from './planning/best-round.ts';
import { causesOf, tooFew, wrongAmongFixed } from './planning/causes.ts';
import type { Certificate } from './planning/certificate.ts';
import { compromisesOf, wholeOf } from './planning/compromises.ts';
import { knownOf } from './planning/question.ts';
import { reasonsFor } from './planning/reasons.ts';
import { bestAgain, type StandingRound } from './planning/standing-round.ts';
import { partsOf } from './planning/together.ts';
import { totalsOf } from './planning/totals.ts';

export interface Candidate {
  /** The leader's id. */
  id: string;
  name: string;
  function: string;
  level: string;
  /** Ids of those on the reporting line within two steps, up or down: never paired. */
  line: readonly string[];
  welcomes: readonly string[];
  /** Private: never named, never hinted at. */
  avoids: readonly string[];
  /** Minutes of the week in UTC that lie in the leader's working hours, as half-open ranges [from, to) from Monday 00:00. */
  hours: readonly (readonly [number, number])[];
  /** Free words of "what I would like to work on" and "what I can help with". */
  workOn: string;
  helpWith: string;
  rhythm: 'steady' | 'full';
}

/** A pair (or trio) of an earlier round. */
export interface PastPair {
  /** 1 for the round before this one. */
  roundsAgo: number;
  leaders: readonly string[];
  /** Whether they ever met; `undefined` where it is not known (counts as met). */
  met?: boolean;
}

export interface PairingFacts {
  leaders: readonly Candidate[];
  history: readonly PastPair[];
  /** Pairs that an organiser has forbidden, by leader ids. */
  forbidden: readonly (readonly [string, string])[];
  /** Pairs (or one trio) that stay as they are: everyone else is planned without them. */
  fixed: readonly (readonly string[])[];
  /** Pairs that an organiser keeps together while looking at a round: planned with everyone else, so that nobody is moved who need not be. */
  kept?: readonly (readonly string[])[];
  /** Three who stay together, around whom everyone else is planned just as they were with them. */
  around?: readonly string[] | undefined;
  /** Those whom an organiser has left out: everyone else is planned much as with them. */
  leftOut?: readonly Candidate[];
  /** Pairs of leaders who have chosen each other. Those that are not fixed are kept together before anything else is aimed at. */
  chosen?: readonly (readonly string[])[];
  /** How often each leader has been in a trio, and how often in a compromise, in earlier rounds. */
  duty: Readonly<Record<string, { trios: number; compromises: number }>>;
  seed: string;
}

/** A reason or a compromise: an id of `content/` with its blanks, so that the words stay with the editors. */
export interface Because {
  id: string;
  blanks: Record<string, string | number>;
}

export interface PlannedPair {
  leaders: readonly string[];
  reasons: readonly Because[];
  compromises: readonly Because[];
}

export interface PairingTotals {
  leaders: number;
  pairs: number;
  trios: number;
  sameFunction: number;
  repeats: number;
  mutualWelcomes: number;
  oneSidedWelcomes: number;
  shortHours: number;
  /** How many function-to-function bridges are built for the first time. */
  newBridges: number;
}

/** Who cannot be paired, or the rule that is in the way. */
export interface Cause {
  leaders: readonly string[];
  because: Because;
}

export type PairingPlan =
  | { possible: true; pairs: readonly PlannedPair[]; totals: PairingTotals; seed: string; certificate: Certificate }
  /** The smallest useful set of causes. */
  | { possible: false; causes: readonly Cause[] };

/**
 * The best plan for these facts, proved, with the reasons for each pair; or what stands in the way. The same facts give the same plan, whether it
 * is worked out from nothing or, where only a few pairs are kept together or forbidden besides, from a round that stands.
 */
export function planRound(facts: PairingFacts, standing?: StandingRound): PairingPlan {
  if (facts.leaders.length < 2) return { possible: false, causes: tooFew(facts.leaders) };
  const known = knownOf(facts);
  const parts = partsOf(facts, known.seed);
  const together = [...parts.fixed, ...parts.kept];
  const wrong = wrongAmongFixed(known, together);
  if (wrong.length > 0) return { possible: false, causes: wrong };
  const taken = new Set(together.flat());
  const free = parts.people.filter((leader) => !taken.has(leader));
  if (free.length === 1) return { possible: false, causes: causesOf(known, free) };
  const best = (standing && bestAgain(standing, known, parts)) ?? bestRound(known, parts);
  if (!best.found) return { possible: false, causes: causesOf(known, free) };
  const groups = [...parts.fixed, ...groupsIn(best, parts.people)].map(inOrder).sort(byFirst);
  const whole = wholeOf(known, groups);
  return {
    possible: true,
    pairs: groups.map((group) => ({
      leaders: group.map(({ id }) => id),
      reasons: reasonsFor(group, known),
      compromises: compromisesOf(group, whole),
    })),
    totals: totalsOf(groups, known.between),
    seed: facts.seed,
    certificate: { checked: true, people: parts.people.map(({ id }) => id), ...best.proof },
  };
}

/** The people of a group by name. */
export function inOrder(group: readonly Candidate[]): Candidate[] {
  return [...group].sort(byName);
}

/** For sorting groups that are in order. */
export function byFirst(one: readonly Candidate[], other: readonly Candidate[]): number {
  return byName(one[0] as Candidate, other[0] as Candidate);
}

function byName(a: Candidate, b: Candidate): number {
  return a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1;
}
