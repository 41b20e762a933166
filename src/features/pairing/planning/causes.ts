// Why a round cannot be planned: the smallest set of people and rules that stands in the way, for an organiser to do something about. Of private
// lists only "a private wish" is said, and never between which two. Pure.
import { sayList } from '../../founding/words.ts';
import { smallestObstacle } from '../matching/search/obstacles.ts';
import type { Because, Candidate, Cause } from '../plan.ts';
import { couples } from './bridges.ts';
import type { Known } from './question.ts';
import { because } from './reasons.ts';
import { LINE, ORGANISER, PRIVATE } from './rules.ts';
import { fewestRules, openAmong, type Two } from './rules-in-the-way.ts';

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

/** Why nobody is left for `people`: all who take part and are in no group that stays as it is. */
export function causesOf(known: Known, people: readonly Candidate[]): Cause[] {
  if (people.length === 1) return [told(people, because('pairing.cause.over', { name: people[0]?.name ?? '' }))];
  if (people.length <= 3) return apart(known, people);
  const lonely = people.filter((one) => people.every((other) => other === one || known.rules.apart(one, other) !== 0));
  if (lonely.length > 0) return nobodyFor(known, lonely, people);
  const obstacle = smallestObstacle({ size: people.length, open: openAmong(known.rules, people) });
  const named = (numbers: readonly number[]) => numbers.map((at) => people[at] as Candidate);
  if (obstacle) return tooFewPartners(known, people, obstacle.groups.map(named), named(obstacle.partners));
  return [told(people, because('pairing.cause.no-trio')), ...rulesFor(known, couples(people), people)];
}

/** So few people that they cannot be together at all: for a reason that is nobody's secret, or else for one that is not said of any two. */
function apart(known: Known, people: readonly Candidate[]): Cause[] {
  const open = couples(people).find(([a, b]) => (known.rules.apart(a, b) & (LINE | ORGANISER)) !== 0);
  const which = open ?? people;
  return [told(which, because('pairing.cause.apart', { names: namesOf(which) })), ...rulesFor(known, couples(which), which)];
}

/** People who may be with nobody: each rule once, for all whom it concerns. */
function nobodyFor(known: Known, lonely: readonly Candidate[], people: readonly Candidate[]): Cause[] {
  const whole = people.length === known.facts.leaders.length;
  const others = (one: Candidate) => people.filter((other) => other !== one).map((other): [Candidate, Candidate] => [one, other]);
  const leads = lonely.filter((one) => whole && others(one).every(([, other]) => (known.rules.apart(one, other) & LINE) !== 0));
  const kinds = new Map<number, Candidate[]>();
  for (const one of lonely.filter((each) => !leads.includes(each))) {
    const bits = fewestRules(known.rules, others(one));
    kinds.set(bits, [...(kinds.get(bits) ?? []), one]);
  }
  return [
    ...leads.map((leader) => told([leader], because('pairing.cause.leads-all', { name: leader.name }))),
    ...[...kinds].flatMap(([bits, some]) => [
      told(
        some,
        some.length === 1
          ? because('pairing.cause.nobody', { name: some[0]?.name ?? '' })
          : because('pairing.cause.nobody.several', { names: namesOf(some) }),
      ),
      ...rulesIn(bits, some),
      ...keptFrom(known, some, people),
    ]),
  ];
}

/** Groups that may be paired only inside themselves or with `partners`, who are too few. */
function tooFewPartners(
  known: Known,
  people: readonly Candidate[],
  groups: readonly Candidate[][],
  partners: readonly Candidate[],
): Cause[] {
  const inside = groups.flat();
  const which = groups.every((group) => group.length === 1) ? 'single' : 'odd';
  const blanks = (some: readonly Candidate[]) => ({ names: namesOf(some), others: namesOf(partners) });
  const cut = groups.flatMap((group) =>
    people.filter((other) => !group.includes(other) && !partners.includes(other)).flatMap((other) => group.map((one): Two => [one, other])),
  );
  return [
    ...(partners.length === 0
      ? groups.map((group) => told(group, because('pairing.cause.partners.alone', blanks(group))))
      : [told(inside, because(`pairing.cause.partners.${which}`, blanks(inside)))]),
    ...rulesFor(known, cut, inside),
    ...keptFrom(known, inside, people),
  ];
}

/** That somebody for them is in a group which stays as it is. */
function keptFrom({ facts, rules }: Known, some: readonly Candidate[], people: readonly Candidate[]): Cause[] {
  const free = new Set(people);
  const kept = facts.leaders.some((other) => !free.has(other) && some.some((one) => rules.apart(one, other) === 0));
  return kept ? [told(some, because('pairing.cause.rule.stays'))] : [];
}

function rulesFor(known: Known, twos: readonly Two[], people: readonly Candidate[]): Cause[] {
  return rulesIn(fewestRules(known.rules, twos), people);
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
