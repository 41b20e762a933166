// The programme's aims in their strict order of importance (`product.md` §5), as whole numbers that the engine makes as small as it can, first
// aim first. Each says in one line what a pair costs. Pure.
import { type Between, isCompromise, isRepeat, isShort, ROUNDS_REMEMBERED } from './between.ts';
import type { KeepsBridge } from './bridge-keepers.ts';
import { hashed, stirred } from './matching/dice.ts';
import type { Candidate, PairingFacts } from './plan.ts';
import { MOST_TOPICS } from './topics.ts';

export interface Aim {
  name: string;
  cost: (between: Between, a: Candidate, b: Candidate) => number;
  /** What being one of three costs. */
  duty?: (leader: Candidate) => number;
  /** What a trio costs whoever is in it; the pairs inside it are not counted then. */
  flat?: number;
}

/** How often somebody can have carried something before it makes no difference any more. */
const MOST_CARRIED = 100;
/** Bridges that were built so often count alike. */
const MOST_BUILT = 200;
/** A working day: more shared hours than this are no more alike. */
const DAY = 8;
/** Ties fall by a draw of so many lots. */
const LOTS = 2 ** 16;

/** The aims of a round, most important first; an aim for which there is nothing to go by is left out. */
export function aimsOf({ leaders, history, duty, seed }: PairingFacts, keepsBridge: KeepsBridge): readonly Aim[] {
  const carried = (leader: Candidate) => Math.min(duty[leader.id]?.compromises ?? 0, MOST_CARRIED);
  const lots = lotsOf(seed);
  const past = history.length > 0;
  const named = leaders.some(({ welcomes }) => welcomes.length > 0);
  const topical = leaders.some(({ workOn, helpWith }) => workOn !== '' || helpWith !== '');
  const aims: readonly (Aim | false)[] = [
    { name: 'sameFunction', cost: ({ sameFunction }) => (sameFunction ? 1 : 0) },
    past && { name: 'repeats', cost: repeats },
    past && { name: 'newerRepeats', cost: newerRepeats },
    named && { name: 'mutualWelcomes', cost: ({ welcomes }) => (welcomes === 2 ? 0 : 1) },
    named && { name: 'oneSidedWelcomes', cost: ({ welcomes }) => (welcomes === 1 ? 0 : 1) },
    { name: 'shortHours', cost: (between) => (isShort(between) ? 1 : 0) },
    { name: 'newBridges', cost: (between) => (isNewBridge(between) ? 0 : 1) },
    past && { name: 'leastBuilt', cost: ({ built }) => Math.min(built, MOST_BUILT) },
    { name: 'amongThemselves', cost: ({ sameFunction }) => (sameFunction ? 1 : 0), flat: 1 },
    { name: 'trioDuty', cost: () => 0, duty: (leader) => Math.min(duty[leader.id]?.trios ?? 0, MOST_CARRIED) },
    { name: 'pastCompromises', cost: (between, a, b) => (isCompromise(between) ? carried(a) + carried(b) : 0) },
    { name: 'eachBridgeOnce', cost: (_, a, b) => (keepsBridge(a, b) ? 0 : 1) },
    { name: 'level', cost: ({ sameLevel }) => (sameLevel ? 0 : 1) },
    topical && { name: 'topics', cost: ({ topics }) => MOST_TOPICS - topics },
    { name: 'pattern', cost: patterns },
    { name: 'lot', cost: (_, a, b) => lots(a.id, b.id) },
  ];
  return aims.filter((aim) => aim !== false);
}

/** Two functions that no pair has joined yet. */
export function isNewBridge({ sameFunction, built }: Between): boolean {
  return !sameFunction && built === 0;
}

/** A repeat counts two, and one where they never met. */
function repeats(between: Between): number {
  if (!isRepeat(between)) return 0;
  return remembered(between).some(({ met }) => met) ? 2 : 1;
}

/** The later they were together, the more; each time counts. */
function newerRepeats(between: Between): number {
  if (between.past.length === 0) return 0;
  return remembered(between).reduce((sum, { roundsAgo, met }) => sum + (met ? 2 : 1) * (ROUNDS_REMEMBERED + 1 - roundsAgo), 0);
}

function remembered({ past }: Between): Between['past'] {
  return past.filter(({ roundsAgo }) => roundsAgo <= ROUNDS_REMEMBERED);
}

function patterns({ sameRhythm, hours }: Between): number {
  return (sameRhythm ? 0 : DAY / 2) + DAY - Math.min(DAY, Math.floor(hours));
}

/** A lot for each two people, by the seed and who they are: never by the alphabet, or by the order in which they came. */
function lotsOf(seed: string): (a: string, b: string) => number {
  const own = new Map<string, number>();
  const lot = (id: string) => {
    const known = own.get(id) ?? hashed(`${seed}\n${id}`);
    own.set(id, known);
    return known;
  };
  return (a, b) => {
    const one = lot(a);
    const other = lot(b);
    return stirred(Math.imul(Math.min(one, other), 0x9e3779b1) ^ Math.max(one, other)) % LOTS;
  };
}
