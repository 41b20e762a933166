// Why a round cannot be planned: the smallest set of people and rules that stands in the way, for an organiser to do something about. Of private
// lists only "a private wish" is said, and never between which two. Pure.
import { sayList } from '../founding/words.ts';
import { couples } from './bridges.ts';
import type { Obstacle } from './matching/feasible.ts';
import type { Because, Candidate, Cause } from './plan.ts';
import type { Known } from './question.ts';
import { because } from './reasons.ts';
import { LINE, ORGANISER, PRIVATE } from './rules.ts';

/** Longer lists of names end in "and 7 more". */
const MOST_NAMES = 8;

export function tooFew(leaders: readonly Candidate[]): Cause[] {
  return [{ leaders: leaders.map(({ id }) => id), because: because('pairing.cause.few') }];
}

/** What is wrong with the groups that are to stay together; empty where nothing is. */
export function wrongAmongFixed({ facts, rules }: Known, groups: readonly (readonly Candidate[])[]): Cause[] {
  const twice = facts.leaders.filter((leader) => groups.filter((group) => group.includes(leader)).length > 1);
  return [
    ...twice.map((leader) => told([leader], because('pairing.cause.kept-twice', { name: leader.name }))),
    ...groups
      .filter((group) => group.length < 2 || group.length > 3)
      .map((group) => told(group, because('pairing.cause.kept-size', { names: namesOf(group) }))),
    ...groups.flatMap((group) => {
      const bits = couples(group).reduce((all, [a, b]) => all | rules.apart(a, b), 0);
      // Whoever keeps two people together could try out pair after pair: which rule it is stays unsaid, or private lists could be read off.
      return bits === 0
        ? []
        : [told(group, because('pairing.cause.kept', { names: namesOf(group) })), told(group, because('pairing.cause.rule.kept'))];
    }),
  ];
}

/** Why nobody is left for `people`, an obstacle to pairing them being known or not. */
export function causesOf(known: Known, people: readonly Candidate[], obstacle: Obstacle | undefined): Cause[] {
  if (people.length === 1) return [told(people, because('pairing.cause.over', { name: people[0]?.name ?? '' }))];
  if (people.length <= 3) return apart(known, people);
  const lonely = people.filter((one) => people.every((other) => other === one || known.rules.apart(one, other) !== 0));
  if (lonely.length > 0) return lonely.flatMap((leader) => nobodyFor(known, leader, people));
  const named = (numbers: readonly number[]) => numbers.flatMap((at) => people[at] ?? []);
  const groups = (obstacle?.groups ?? []).map(named).filter((group) => group.length > 0);
  const everyone = groups.flat().length === people.length;
  if (groups.length > 0 && !everyone) return tooFewPartners(known, people, groups, named(obstacle?.partners ?? []));
  return [told(people, because('pairing.cause.no-trio')), ...rulesIn(bitsAmong(known, people), people)];
}

/** So few people that they cannot be together at all. */
function apart(known: Known, people: readonly Candidate[]): Cause[] {
  return [told(people, because('pairing.cause.apart', { names: namesOf(people) })), ...rulesIn(bitsAmong(known, people), people)];
}

function nobodyFor({ rules, facts }: Known, leader: Candidate, people: readonly Candidate[]): Cause[] {
  const bits = people.filter((other) => other !== leader).map((other) => rules.apart(leader, other));
  const all = (bit: number) => bits.every((each) => (each & bit) !== 0);
  if (people.length === facts.leaders.length && all(LINE)) {
    return [told([leader], because('pairing.cause.leads-all', { name: leader.name }))];
  }
  const one = [told([leader], because('pairing.cause.nobody', { name: leader.name }))];
  return [
    ...one,
    ...rulesIn(
      bits.reduce((sum, each) => sum | each, 0),
      [leader],
    ),
  ];
}

/** Groups that may be paired only inside themselves or with `partners`, who are too few. */
function tooFewPartners(
  { rules }: Known,
  people: readonly Candidate[],
  groups: readonly Candidate[][],
  partners: readonly Candidate[],
): Cause[] {
  const inside = groups.flat();
  const which = partners.length === 0 ? 'alone' : groups.every((group) => group.length === 1) ? 'single' : 'odd';
  let bits = 0;
  for (const group of groups)
    for (const one of group)
      for (const other of people) if (!group.includes(other) && !partners.includes(other)) bits |= rules.apart(one, other);
  const blanks = { names: namesOf(inside), others: namesOf(partners) };
  return [told(inside, because(`pairing.cause.partners.${which}`, blanks)), ...rulesIn(bits, inside)];
}

function bitsAmong({ rules }: Known, people: readonly Candidate[]): number {
  return couples(people).reduce((all, [a, b]) => all | rules.apart(a, b), 0);
}

/** The rules behind some bits, a sentence for each. */
function rulesIn(bits: number, people: readonly Candidate[]): Cause[] {
  return [
    ...(bits & LINE ? [told(people, because('pairing.cause.rule.line'))] : []),
    ...(bits & ORGANISER ? [told(people, because('pairing.cause.rule.organiser'))] : []),
    ...(bits & PRIVATE ? [told(people, because('pairing.cause.rule.private'))] : []),
  ];
}

function told(people: readonly Candidate[], why: Because): Cause {
  return { leaders: people.map(({ id }) => id).sort(), because: why };
}

function namesOf(people: readonly Candidate[]): string {
  const names = people.map(({ name }) => name).sort();
  if (names.length <= MOST_NAMES) return sayList(names);
  return sayList([...names.slice(0, MOST_NAMES - 1), `${names.length - MOST_NAMES + 1} more`]);
}
