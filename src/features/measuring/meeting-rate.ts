// How often pairs met. Of few pairs it is told in bands, counted so that nobody can work out whether one of them met in a given fortnight, not even
// somebody who knows everything about all the others; from ten pairs on it is a rounded figure. Why that holds: docs/decisions/0021. Pure.
import { lengthOf, type Rhythm } from '../coaching/meetings/plan.ts';
import { type Band, bandFrom, bandNames, sayingOf } from '../reviewing/thresholds.ts';
import { type Reach, reachOf, type Share } from './reach.ts';

/** One fortnight of a pair's own clock that is over and was theirs. */
export interface FortnightMet {
  n: number;
  met: boolean;
  /** Whether it was over already when the report half way was published: then it has been told of once. */
  before: boolean;
}

/** A pair or trio of the round. */
export interface Group {
  pair: string;
  size: number;
  rhythm: Rhythm;
  fortnights: readonly FortnightMet[];
  /** Whether they met within fifteen days of the round's beginning; missing where they did not begin with it. */
  first?: boolean;
}

interface Rate {
  share: Share;
  /** Hours of coaching, at least and at most; missing where only one figure may be told. */
  hours?: { least: number; most: number };
}

/** Programme.md §1.14: fewer pairs have one figure, at the end; and of fewer than three, that figure would be one pair's. */
const LEAST_PAIRS = 5;
const LEAST_AT_ALL = 3;
const LEAST_FOR_FIGURES = 10;
const STEP = 5;

/** What may be told of how often these groups met. */
export function rateOf(groups: readonly Group[], moment: 'half' | 'end'): Rate | undefined {
  const counted = groups.filter(({ fortnights }) => fortnights.length > 0);
  const enough = counted.length >= LEAST_PAIRS;
  if (!enough && (moment === 'half' || counted.length < LEAST_AT_ALL)) return undefined;
  const share = counted.length < LEAST_FOR_FIGURES ? inBands(counted, { firstApart: enough }) : inFigures(counted);
  // Where any band is possible, nothing is said.
  if ('bands' in share && share.bands.length === bandNames.length) return undefined;
  return enough ? { share, hours: hoursOf(counted, reachOf(share)) } : { share };
}

function inFigures(groups: readonly Group[]): Share {
  const all = groups.flatMap(({ fortnights }) => fortnights);
  const percent = STEP * Math.round((100 * all.filter(({ met }) => met).length) / all.length / STEP);
  if (percent >= 100 - STEP) return { percent: 100 - STEP, is: 'or-more' };
  return percent <= STEP ? { percent: STEP, is: 'or-less' } : { percent, is: 'about' };
}

/** Every band in which the share may lie, as far as it is looked at. */
function inBands(groups: readonly Group[], how: { firstApart: boolean }): Share {
  const reaches = groups.map((group) => reachIn(group, how));
  const of = sum(groups.map(({ fortnights }) => fortnights.length));
  const [least, most] = [bandOf(sum(reaches.map((each) => each.least)), of), bandOf(sum(reaches.map((each) => each.most)), of)];
  return { bands: [least, ...bandNames.slice(bandNames.indexOf(least) + 1, bandNames.indexOf(most) + 1)] };
}

/**
 * What a group adds, at least and at most. The first fortnight is told of by itself, as an admin fact. What is known of the others is blurred at its
 * ends, for the time before the report half way and the time since by themselves: so nothing follows from both reports together either.
 */
function reachIn({ fortnights }: Group, { firstApart }: { firstApart: boolean }): { least: number; most: number } {
  const isApart = ({ n }: FortnightMet) => firstApart && n === 1;
  const first = fortnights.filter((each) => isApart(each) && each.met).length;
  const rest = fortnights.filter((each) => !isApart(each));
  const parts = [rest.filter(({ before }) => before), rest.filter(({ before }) => !before)];
  const blurs = parts.map((part) => blurred(part.filter(({ met }) => met).length, part.length));
  return { least: first + sum(blurs.map(({ least }) => least)), most: first + sum(blurs.map(({ most }) => most)) };
}

/** "Never" and "once" are not told apart, nor are "always" and "all but once". */
function blurred(met: number, of: number): { least: number; most: number } {
  if (of <= 2) return { least: 0, most: of };
  if (met <= 1) return { least: 0, most: 1 };
  return met >= of - 1 ? { least: of - 1, most: of } : { least: met, most: met };
}

/**
 * The share that is told, of the time that the rhythms plan: so the hours say nothing more of anybody's meetings than the share does. Which rhythm a
 * pair has agreed on is theirs too: of few pairs both are taken for possible, of more the part that has the full one is taken as it might be told.
 */
function hoursOf(groups: readonly Group[], { sure, most }: Reach): { least: number; most: number } {
  const [steady, full] = [plannedIn(groups, 'steady'), plannedIn(groups, 'full')];
  if (groups.length < LEAST_FOR_FIGURES) return { least: rounded(steady, sure), most: rounded(full, most) };
  const said = sayingOf(
    groups.map(({ pair, rhythm }) => ({ pair, yes: rhythm === 'full' })),
    { sensitive: false },
  );
  const part = said ? reachOf(said) : { sure: 0, most: 100 };
  const planned = steady + ((full - steady) * (part.sure + part.most)) / 200;
  return { least: rounded(planned, sure), most: rounded(planned, most) };
}

/** In minutes. */
function plannedIn(groups: readonly Group[], rhythm: Rhythm): number {
  const each = groups.flatMap(({ size, fortnights }) =>
    fortnights.map(({ n }) => lengthOf({ fortnight: n, size, first: n === 1 }, rhythm)),
  );
  return sum(each);
}

/** So much of these minutes, in hours. */
function rounded(minutes: number, percent: number): number {
  const hours = (minutes * percent) / 100 / 60;
  const step = hours < 100 ? 5 : 10;
  return step * Math.round(hours / step);
}

function bandOf(met: number, of: number): Band {
  return [...bandNames].reverse().find((band) => 100 * met >= bandFrom[band] * of) ?? 'few';
}

function sum(values: readonly number[]): number {
  return values.reduce((so, value) => so + value, 0);
}
