// What a pair or a trio gives up, and why that could not be avoided: true sentences, because the plan is proved to be the best. A private list
// is never hinted at. Pure.

import type { Because, Candidate } from '../plan.ts';
import { type Between, isRepeat, isShort, ROUNDS_REMEMBERED } from './between.ts';
import { couples } from './bridges.ts';
import type { Known } from './question.ts';
import { because } from './reasons.ts';

/** What is known of everyone in a plan, and of each function how many people there are and how many pairs within it. */
export interface Whole {
  known: Known;
  people: ReadonlyMap<string, number>;
  pairsWithin: ReadonlyMap<string, number>;
}

export function wholeOf(known: Known, groups: readonly (readonly Candidate[])[]): Whole {
  const people = new Map<string, number>();
  const pairsWithin = new Map<string, number>();
  const count = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const leader of known.facts.leaders) count(people, nameOf(known, leader));
  for (const group of groups) {
    const [one, other] = group.map((leader) => nameOf(known, leader));
    if (group.length === 2 && one !== undefined && one === other) count(pairsWithin, one);
  }
  return { known, people, pairsWithin };
}

function nameOf({ own }: Known, { id }: Candidate): string {
  return own.get(id)?.function ?? '';
}

/** The compromises of a group, in the order of the aims. */
export function compromisesOf(group: readonly Candidate[], whole: Whole): Because[] {
  const { between, facts, rules } = whole.known;
  const twos = couples(group);
  const kept = [...facts.fixed, ...(facts.kept ?? [])].some((each) => group.every(({ id }) => each.includes(id)));
  const found: Because[] = [];
  const excused = twos.flat().find(({ id }) => rules.leadsAll.has(id) && isOnLine(group));
  if (excused) found.push(because('pairing.compromise.line', { name: excused.name }));
  if (twos.some(([a, b]) => between(a, b).sameFunction)) found.push(withinOne(group, whole, kept));
  const known = twos.map(([a, b]) => between(a, b));
  if (known.some(isRepeat)) found.push(again(known, whole, kept));
  if (known.some(isShort)) found.push(fewHours(known, kept));
  return found;
}

/** Whether some of a group are on each other's reporting line. */
function isOnLine(group: readonly Candidate[]): boolean {
  return group.some(({ line }) => group.some(({ id }) => line.includes(id)));
}

/** Two (or three) from one function: because of its share, or because of the rules. */
function withinOne(group: readonly Candidate[], { known, people, pairsWithin }: Whole, kept: boolean): Because {
  const names = group.map((leader) => nameOf(known, leader));
  const at = names.findIndex((name, place) => names.indexOf(name) !== place || names.lastIndexOf(name) !== place);
  const name = names[at] ?? '';
  const blanks = { function: group[at]?.function ?? '' };
  if (kept) return because('pairing.compromise.function.kept', blanks);
  if (group.length === 3) return because(`pairing.compromise.function.${new Set(names).size === 1 ? 'all' : 'two'}`, blanks);
  const pairs = pairsWithin.get(name) ?? 0;
  const leaders = known.facts.leaders.length;
  const count = people.get(name) ?? 0;
  // More of them than the numbers alone explain: then it was the rules, and which function it fell on was not given.
  if (pairs > fewestWithin(count, leaders)) return because('pairing.compromise.function.rules', blanks);
  const share = { ...blanks, count, leaders, pairs };
  return because(pairs === 1 ? 'pairing.compromise.function.share.one' : 'pairing.compromise.function.share', share);
}

/** How many pairs within a function nobody can avoid who pairs up `leaders`, `count` of them from it; a trio may take two of them. */
function fewestWithin(count: number, leaders: number): number {
  const groups = Math.floor(leaders / 2);
  return Math.max(0, count - groups - (leaders % 2));
}

/** Of three it is told only that some were: which two, and when, would take a sentence for each. */
function again(twos: readonly Between[], { known }: Whole, kept: boolean): Because {
  // Where some never met, "fewer" counts those half.
  const half = known.facts.history.some(({ met }) => met === false) ? '.half' : '';
  if (twos.length > 1) {
    if (kept) return because('pairing.compromise.repeat.kept.three');
    return because(`pairing.compromise.repeat.${twos.every(isRepeat) ? 'all' : 'two'}${half}`, { rounds: ROUNDS_REMEMBERED });
  }
  const times = (twos[0] as Between).past.filter(({ roundsAgo }) => roundsAgo <= ROUNDS_REMEMBERED);
  const last = times.find(({ met }) => met) ?? (times[0] as Between['past'][number]);
  const when = last.roundsAgo === 1 ? 'last' : 'ago';
  const which = kept ? `kept.${when}` : `${when}${last.met ? '' : '.unmet'}${half}`;
  return because(`pairing.compromise.repeat.${which}`, { rounds: last.roundsAgo });
}

function fewHours(twos: readonly Between[], kept: boolean): Because {
  const which = Math.min(...twos.map(({ hours }) => hours)) < 1 ? 'none' : 'one';
  return because(`pairing.compromise.hours.${kept ? 'kept.' : ''}${twos.length > 1 ? 'three.' : ''}${which}`);
}
