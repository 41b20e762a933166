// What speaks for a pair or a trio, from the same numbers that the engine weighed. Nobody's private list is hinted at. Pure.

import type { Because, Candidate } from '../plan.ts';
import { type Between, functionOf, isNewBridge } from './between.ts';
import { couples } from './bridges.ts';
import type { Known } from './question.ts';
import { sharedHours } from './shared-hours.ts';

/** The reasons for a group, most telling first. */
export function reasonsFor(group: readonly Candidate[], { between, facts }: Known): Because[] {
  const twos = couples(group).map(([a, b]) => between(a, b));
  const chose = (facts.chosen ?? []).some((two) => two.every((id) => group.some((leader) => leader.id === id)));
  const reasons = group.length === 2 ? reasonsForTwo(group, twos, chose) : reasonsForThree(group, twos, chose);
  if (facts.history.length > 0 && group.length === 2 && twos.every(isNewBridge)) reasons.push(firstBridge(group));
  const hours = Math.floor(sharedHours(...group.map((leader) => leader.hours)));
  if (hours === 1) reasons.push(because('pairing.reason.hour'));
  if (hours > 1) reasons.push(because('pairing.reason.hours', { hours }));
  if (twos.every(({ topics }) => topics > 0)) reasons.push(because('pairing.reason.topics'));
  if (group.every(({ level }) => level !== '') && twos.every(({ sameLevel }) => sameLevel)) reasons.push(because('pairing.reason.level'));
  return reasons;
}

export function because(id: string, blanks: Because['blanks'] = {}): Because {
  return { id, blanks };
}

/** What of the reasons for a trio still holds when one of them has left. Who named whom is not known of the two that remain. */
export function withoutThird(reasons: readonly Because[]): Because[] {
  return reasons.flatMap((each) => {
    if (each.id === 'pairing.reason.functions.three') return [because('pairing.reason.functions')];
    return OF_THREE.has(each.id) ? [] : [each];
  });
}

const OF_THREE: ReadonlySet<string> = new Set(['pairing.reason.trio', 'pairing.reason.both.three', 'pairing.reason.chosen.three']);

function reasonsForTwo(group: readonly Candidate[], twos: readonly Between[], chose: boolean): Because[] {
  const [known] = twos as readonly [Between];
  return [
    ...(chose ? [because('pairing.reason.chosen')] : []),
    ...together(twos),
    ...(new Set(group.map(functionOf)).size === 2 ? [because('pairing.reason.functions')] : []),
    ...(known.welcomes === 2 && !chose ? [because('pairing.reason.both')] : []),
    ...(known.welcomes === 1 ? [because('pairing.reason.wished')] : []),
  ];
}

function reasonsForThree(group: readonly Candidate[], twos: readonly Between[], chose: boolean): Because[] {
  const mutual = twos.some(({ welcomes }) => welcomes === 2);
  return [
    because('pairing.reason.trio'),
    ...(chose ? [because('pairing.reason.chosen.three')] : []),
    ...together(twos),
    ...(new Set(group.map(functionOf)).size === 3 ? [because('pairing.reason.functions.three')] : []),
    ...(mutual && !chose ? [because('pairing.reason.both.three')] : []),
    ...(!mutual && twos.some(({ welcomes }) => welcomes === 1) ? [because('pairing.reason.wished')] : []),
  ];
}

function together(twos: readonly Between[]): Because[] {
  return twos.every(({ past }) => past.length === 0) ? [because('pairing.reason.first')] : [];
}

function firstBridge(group: readonly Candidate[]): Because {
  const [one = '', other = ''] = group.map((leader) => leader.function).sort();
  return because('pairing.reason.bridge', { one, other });
}
