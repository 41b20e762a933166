// Decides who meets with whom in a team: nobody with a person within two steps of their reporting line, again with somebody else where that is possible,
// and with people whose day begins at much the same hour. The same people, days and seed give the same pairs. Pure.
import { diceOf, hashed, inDrawnOrder } from '../../pairing/matching/dice.ts';
import type { Question, Tier } from '../../pairing/matching/order/tiers.ts';
import { bestGroups } from '../../pairing/planning/best.ts';

export interface Person {
  user: string;
  /** How many minutes their clock is ahead of UTC; nothing where it is not known. */
  ahead: number | undefined;
}

export interface TeamFacts {
  people: readonly Person[];
  /** Who stands within two steps of whom, by Slack id, as far as that is known. */
  line: ReadonlyMap<string, ReadonlySet<string>>;
  /** Who has met with whom in this team before. */
  before: readonly (readonly string[])[];
  seed: string;
}

/** `waiting`: those for whom there is nobody. */
export interface Formed {
  groups: string[][];
  waiting: string[];
}

/**
 * Pairs for everyone, with a trio where they are odd. Where the reporting lines leave no way to do so, whoever may be with the fewest others waits,
 * one after the other, until the rest can meet: nobody is kept from beginning by a line that is not theirs.
 */
export function formed(facts: TeamFacts): Formed {
  const waiting: string[] = [];
  let here = shuffled(facts);
  while (here.length >= 2) {
    const groups = groupsOf(facts, here);
    if (groups) return { groups, waiting };
    const hardest = hardestOf(facts, here);
    waiting.push(hardest.user);
    here = here.filter((each) => each !== hardest);
  }
  return { groups: [], waiting: [...waiting, ...here.map(({ user }) => user)] };
}

/**
 * Who joins, or has lost their partner, finds a place: with one another, else as third in a pair, else with three of whom two pairs are made. `groups`
 * are the new ones, `ended` those of the standing groups (by place) that they take the place of.
 */
export function placed(facts: TeamFacts, standing: readonly (readonly string[])[]): Formed & { ended: number[] } {
  const inGroup = new Set(standing.flat());
  const byUser = new Map(facts.people.map((each) => [each.user, each]));
  const { groups, waiting } = formed({ ...facts, people: facts.people.filter(({ user }) => !inGroup.has(user)) });
  const left: string[] = [];
  const ended: number[] = [];
  for (const user of waiting) {
    const way = wayIn(facts, { user, standing, taken: ended, byUser });
    if (way) ended.push(way.at);
    groups.push(...(way?.groups ?? []));
    if (!way) left.push(user);
  }
  return { groups, waiting: left, ended };
}

interface Entering {
  user: string;
  standing: readonly (readonly string[])[];
  taken: readonly number[];
  byUser: ReadonlyMap<string, Person>;
}

/** The best group to come into: two before three, then as `costOf` has it. */
function wayIn(facts: TeamFacts, { user, standing, taken, byUser }: Entering): { at: number; groups: string[][] } | undefined {
  const ways = standing.flatMap((group, at) => {
    if (taken.includes(at)) return [];
    const people = [...group, user].flatMap((each) => byUser.get(each) ?? []);
    const groups = people.length === group.length + 1 && groupsOf(facts, people);
    const own = byUser.get(user) as Person;
    const costs = people.filter((each) => each !== own).map((each) => costOf(facts, own, each));
    return groups ? [{ at, groups, size: group.length, cost: Math.min(...costs) }] : [];
  });
  return ways.sort((one, other) => one.size - other.size || one.cost - other.cost)[0];
}

function groupsOf(facts: TeamFacts, people: readonly Person[]): string[][] | undefined {
  const best = bestGroups(questionOf(facts, people), hashed(facts.seed));
  if (!best.found) return undefined;
  const places = new Map(people.map(({ user }, place) => [user, place]));
  const named = best.groups.map((group) => group.map((at) => (people[at] as Person).user).sort());
  return named.sort(([one = ''], [other = '']) => (places.get(one) ?? 0) - (places.get(other) ?? 0));
}

function questionOf(facts: TeamFacts, people: readonly Person[]): Question {
  const size = people.length;
  const open = new Uint8Array(size * size);
  for (const [u, one] of people.entries())
    for (const [v, other] of people.entries()) open[u * size + v] = u !== v && !isLine(facts, one, other) ? 1 : 0;
  const tier = (name: string, cost: (one: Person, other: Person) => number): Tier => ({
    name,
    row: (u, into, until = size) => {
      for (let v = 0; v < until; v++) into[v] = cost(people[u] as Person, people[v] as Person);
    },
  });
  return {
    size,
    open,
    tiers: [
      tier('again', (one, other) => again(facts, one, other)),
      tier('hours', hoursBetween),
      tier('chance', (one, other) => chance(facts, one, other)),
    ],
  };
}

function costOf(facts: TeamFacts, one: Person, other: Person): number {
  return (again(facts, one, other) * 25 + hoursBetween(one, other)) * CHANCES + chance(facts, one, other);
}

function isLine({ line }: TeamFacts, one: Person, other: Person): boolean {
  return Boolean(line.get(one.user)?.has(other.user) || line.get(other.user)?.has(one.user));
}

function again({ before }: TeamFacts, one: Person, other: Person): number {
  return before.some((group) => group.includes(one.user) && group.includes(other.user)) ? 1 : 0;
}

/** Half a day is the farthest that two clocks are apart. */
function hoursBetween({ ahead: one }: Person, { ahead: other }: Person): number {
  if (one === undefined || other === undefined) return 0;
  const apart = Math.abs(one - other) % (24 * 60);
  return Math.ceil(Math.min(apart, 24 * 60 - apart) / 60);
}

const CHANCES = 1000;

function chance({ seed }: TeamFacts, one: Person, other: Person): number {
  return hashed(`${seed} ${[one.user, other.user].sort().join(' ')}`) % CHANCES;
}

function hardestOf(facts: TeamFacts, people: readonly Person[]): Person {
  const open = (one: Person) => people.filter((other) => other !== one && !isLine(facts, one, other)).length;
  return people.reduce((hardest, each) => (open(each) < open(hardest) ? each : hardest));
}

/** In an order that depends on who they are and on the seed, not on who came first. */
function shuffled({ people, seed }: TeamFacts): Person[] {
  const byUser = [...people].sort((one, other) => (one.user < other.user ? -1 : 1));
  return inDrawnOrder(byUser, diceOf(hashed(seed)));
}
