// What a pair or a trio gives up, and why that could not be avoided: true sentences, because the plan is proved to be the best. A private list
// is never hinted at. Pure.
import { type Between, functionOf, isRepeat, isShort, ROUNDS_REMEMBERED } from './between.ts';
import { couples } from './bridges.ts';
import type { Because, Candidate } from './plan.ts';
import type { Known } from './question.ts';
import { because } from './reasons.ts';

/** The groups of a plan, and what is known of everyone in them. */
export interface Whole {
  known: Known;
  groups: readonly (readonly Candidate[])[];
}

/** The compromises of a group, in the order of the aims. */
export function compromisesOf(group: readonly Candidate[], whole: Whole): Because[] {
  const { between, facts, rules } = whole.known;
  const twos = couples(group);
  const kept = facts.fixed.some((each) => group.every(({ id }) => each.includes(id)));
  const found: Because[] = [];
  const excused = twos.flat().find(({ id }) => rules.leadsAll.has(id) && isOnLine(group));
  if (excused) found.push(because('pairing.compromise.line', { name: excused.name }));
  if (twos.some(([a, b]) => between(a, b).sameFunction)) found.push(withinOne(group, whole, kept));
  for (const [a, b] of twos) if (isRepeat(between(a, b))) found.push(again(between(a, b), kept));
  if (twos.some(([a, b]) => isShort(between(a, b)))) found.push(fewHours(group, whole, kept));
  return found;
}

/** Whether some of a group are on each other's reporting line. */
function isOnLine(group: readonly Candidate[]): boolean {
  return group.some(({ line }) => group.some(({ id }) => line.includes(id)));
}

/** Two (or three) from one function: because of its share, or because of the rules. */
function withinOne(group: readonly Candidate[], { known, groups }: Whole, kept: boolean): Because {
  const shared = group.find((a) => group.some((b) => a !== b && functionOf(a) === functionOf(b))) as Candidate;
  const own = (leader: Candidate) => functionOf(leader) === functionOf(shared);
  const blanks = { function: shared.function };
  if (kept) return because('pairing.compromise.function.kept', blanks);
  if (group.length === 3) return because(group.every(own) ? 'pairing.compromise.function.all' : 'pairing.compromise.function.two', blanks);
  const pairs = groups.filter((each) => each.length === 2 && each.every(own)).length;
  const leaders = known.facts.leaders.length;
  const count = known.facts.leaders.filter(own).length;
  const by = pairs > fewestWithin(count, leaders) ? 'rules' : 'share';
  return because(pairs === 1 ? `pairing.compromise.function.${by}.one` : `pairing.compromise.function.${by}`, {
    ...blanks,
    count,
    leaders,
    pairs,
  });
}

/** How many pairs within a function nobody can avoid who pairs up `leaders`, `count` of them from it; a trio may take two of them. */
function fewestWithin(count: number, leaders: number): number {
  const groups = Math.floor(leaders / 2);
  return Math.max(0, count - groups - (leaders % 2));
}

function again({ past }: Between, kept: boolean): Because {
  const last = past[0] as Between['past'][number];
  const met = past.some((time) => time.roundsAgo <= ROUNDS_REMEMBERED && time.met) ? '' : '.unmet';
  const blanks = { rounds: last.roundsAgo };
  const when = last.roundsAgo === 1 ? 'last' : 'ago';
  return because(kept ? `pairing.compromise.repeat.kept.${when}` : `pairing.compromise.repeat.${when}${met}`, blanks);
}

function fewHours(group: readonly Candidate[], { known }: Whole, kept: boolean): Because {
  const least = Math.min(...couples(group).map(([a, b]) => known.between(a, b).hours));
  const which = least < 1 ? 'none' : 'one';
  return because(kept ? `pairing.compromise.hours.kept.${which}` : `pairing.compromise.hours.${which}`);
}
