// Decides what a report says: facts of a round in, figures that may be said out. What leaders answered in pulses is never counted here: their published
// results are taken as they are. Pure; why nobody can work anything out of it is written in docs/decisions/0021.
import { type BridgeMap, couples } from '../pairing/planning/bridges.ts';
import type { Result } from '../reviewing/results.ts';
import { type Counted, sayingOf } from '../reviewing/thresholds.ts';
import { type Figures, type Moment, PULSES, type Pulse, SHOWN } from './figures.ts';
import { type Group, rateOf } from './meeting-rate.ts';
import { pooled } from './pooled.ts';
import type { Spread } from './spread.ts';

/** A leader who made a commitment of which this report speaks. */
export interface Following {
  leader: string;
  pair: string;
  answered: boolean;
}

export interface Facts {
  people: Figures['people'];
  formed: Figures['formed'];
  groups: readonly Group[];
  /** What has been published of the round's pulses. */
  results: readonly Pick<Result, 'report' | 'replied' | 'asked' | 'statements'>[];
  commitments: readonly Following[];
  /** At the end: everyone who had a place in the round, and whether they go on. */
  goingOn?: { drawn: boolean; people: readonly Counted[] };
  map: Figures['map'];
  fairness: Figures['fairness'];
  spread?: Spread;
  /** What was told half way, where it was: a thing that cannot change any more is told in the same words. */
  told?: Pick<Figures, 'firstMeetings'>;
}

export function figuresOf(moment: Moment, facts: Facts): Figures {
  const { people, formed, groups, map, fairness, spread, told } = facts;
  const firstMeetings = told ? told.firstMeetings : sayingOf(firstOf(groups), { sensitive: false });
  const met = rateOf(groups, moment);
  const followedUp = sayingOf(followUps(facts.commitments), { sensitive: false });
  const goOn = facts.goingOn && { drawn: facts.goingOn.drawn, saying: sayingOf(facts.goingOn.people, { sensitive: false }) };
  return {
    ...{ people, formed, map, fairness, pulses: pulsesOf(moment, facts.results) },
    ...(firstMeetings && { firstMeetings: firstMeetings as Figures['firstMeetings'] }),
    ...(met && { met: met as Figures['met'] }),
    ...(followedUp && { followedUp: followedUp as Figures['followedUp'] }),
    ...(goOn && { goOn: goOn as Figures['goOn'] }),
    ...(spread && { spread: spreadOf(spread) }),
  };
}

/** Of how many pairs of functions that are there, how many have been joined. */
export function coverageOf({ functions, bridges }: Pick<BridgeMap, 'functions' | 'bridges'>): { joined: number; of: number } {
  const here = new Set(functions);
  const joined = bridges.filter(({ between, pairs }) => pairs > 0 && between.every((each) => here.has(each))).length;
  return { joined, of: couples(functions).length };
}

/** One of the groups is enough people by itself: five from three pairs; that there are more does not make them fewer. */
function spreadOf({ feedback, ...counts }: Spread): NonNullable<Figures['spread']> {
  if (!feedback) return counts;
  const { replied, asked, items } = feedback;
  const statements = items.map(({ item, side, groups }) => {
    const bands = groups.some((group) => group.bands) ? pooled(groups) : undefined;
    return { item, side, ...(bands && { saying: { bands } as Pooled }) };
  });
  return { ...counts, feedback: { replied, asked, statements } };
}

type Pooled = NonNullable<NonNullable<NonNullable<Figures['spread']>['feedback']>['statements'][number]['saying']>;

/** Of one person one answer is counted, however many commitments they made. */
function followUps(commitments: readonly Following[]): Counted[] {
  const people = new Map<string, Counted>();
  for (const { leader, pair, answered } of commitments)
    people.set(leader, { pair: people.get(leader)?.pair ?? pair, yes: answered || (people.get(leader)?.yes ?? false) });
  return [...people.values()];
}

function firstOf(groups: readonly Group[]): Counted[] {
  return groups.flatMap(({ pair, first }) => (first === undefined ? [] : [{ pair, yes: first }]));
}

function pulsesOf(moment: Moment, results: Facts['results']): Pulse[] {
  return PULSES[moment].flatMap((report) => {
    const result = results.find((each) => each.report === report);
    if (!result) return [];
    const { replied, asked, statements } = result;
    return [{ report, replied, asked, statements: statements.filter(({ item }) => SHOWN[report].includes(item)) }];
  });
}
