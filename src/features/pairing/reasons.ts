// Why these people: what speaks for a pair, and what it gives up and why that could not be avoided. From the same numbers that the engine
// weighed. Nobody's private list is named or hinted at. Pure.
import { isNewBridge } from './aims.ts';
import { type Between, functionOf, isRepeat, isShort } from './between.ts';
import type { Because, Candidate } from './plan.ts';
import { LINE } from './rules.ts';
import { sharedHours } from './shared-hours.ts';
import type { Whole } from './whole.ts';
import { twosOf } from './totals.ts';

/** What speaks for a group, most telling first. */
export function reasonsFor(group: readonly Candidate[], { between }: Whole): Because[] {
  const twos = twosOf(group).map(([a, b]) => between(a, b));
  const every = (is: (each: Between) => boolean) => twos.every(is);
  const some = (is: (each: Between) => boolean) => twos.some(is);
  const three = group.length === 3;
  const functions = new Set(group.map(functionOf)).size;
  const hours = Math.floor(sharedHours(...group.map((leader) => leader.hours)));
  return [
    three && because('pairing.reason.trio'),
    every(({ past }) => past.length === 0) && because('pairing.reason.first'),
    functions === 3 && because('pairing.reason.three-functions'),
    functions === 2 && !three && because('pairing.reason.functions'),
    some(isNewBridge) && some(({ built }) => built > 0) === false && isFirstBridge(group, twos),
    some(({ welcomes }) => welcomes === 2) && because(three ? 'pairing.reason.two-named' : 'pairing.reason.both-named'),
    some(({ welcomes }) => welcomes === 1) && !some(({ welcomes }) => welcomes === 2) && because('pairing.reason.wished'),
    hours >= 1 && because(hours === 1 ? 'pairing.reason.hour' : 'pairing.reason.hours', { hours }),
  ].filter((reason) => reason !== false);
}
