// `npm run bench -- quality`: what chance, greedy pairing, greedy with swaps, an empty chair and the optimum come to on the same rosters, with the
// same facts round after round. Exit 1 where any of them is better than the optimum, in the order of importance, even once.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { readRoster } from '../../src/features/joining/rosters/roster-csv.ts';
import { type PairingFacts, planRound } from '../../src/features/pairing/plan.ts';
import { afterRound } from '../../src/features/pairing/planning/ahead.ts';
import { factsOf } from '../../src/features/pairing/roster-facts.ts';
import { NO_RULES } from '../../src/features/pairing/rules-csv.ts';
import { week } from '../features/pairing/people.ts';
import { diceFrom } from '../features/pairing/small-problems.ts';
import { faultInGroups } from '../features/pairing/small-rounds.ts';
import { AIMS, compareWorth, couplesIn, type Yardstick, yardstickOf } from '../features/pairing/yardstick.ts';
import { byChance, type Ground, type Groups, greedily, withChair, withSwaps, worthOf } from './baselines.ts';
import { tell } from './progress.ts';
import { inventedRound } from './round-facts.ts';
import { type Line, printTable } from './table.ts';

const options = {
  seeds: { type: 'string', default: '10' },
  rounds: { type: 'string', default: '8' },
  seed: { type: 'string', default: '1' },
} as const;

/** `undefined` where a way does not apply: an empty chair for an even number. */
const WAYS: Record<string, (ground: Ground, seed: number) => Groups | undefined> = {
  'by chance': byChance,
  'greedy, one pass': greedily,
  'greedy with swaps': withSwaps,
  'empty chair, then the best pair': (ground, seed) => (ground.ids.length % 2 === 0 ? undefined : withChair(ground, seed)),
  optimum: () => undefined,
};

interface Count {
  sameFunction: number;
  repeats: number;
  mutual: number;
  oneSided: number;
  shortHours: number;
  newBridges: number;
  unpaired: number;
  /** Whether a plan comes to the same as the optimum in the first two aims (functions, repeats), and in all. */
  firstTwo: boolean;
  all: boolean;
}

/** Runs it; true when no other way is better than the optimum anywhere. */
export async function quality(args: string[]): Promise<boolean> {
  const { values } = parseArgs({ args, options });
  const [seeds, rounds, from] = [Number(values.seeds), Number(values.rounds), Number(values.seed)];
  const met = Object.entries(ROSTERS).map(([name, factsFor]) => {
    tell(name);
    const counts = new Map<string, Count[]>(Object.keys(WAYS).map((way) => [way, []]));
    const faults: string[] = [];
    for (let seed = from; seed < from + seeds; seed++) playThrough(answered(factsFor(seed), seed), { rounds, seed }, { counts, faults });
    return printTable(
      `${name}: ${seeds} seeds, ${rounds} rounds each; per round, in the mean (and at worst)`,
      COLUMNS,
      linesOf(counts, faults),
    );
  });
  process.stdout.write(
    'The two last columns: in how many rounds a way comes to the same as the optimum, under the first two aims and under all.\n',
  );
  return met.every((each) => each);
}

const ANSWERED = 0.3;
const COLUMNS = ['in one function', 'repeats', 'mutual', 'one-sided', 'short hours', 'new bridges', 'unpaired', 'two aims', 'all aims'];

const ROSTERS: Record<string, (seed: number) => PairingFacts> = {
  '290 leaders of NHS England': (seed) => published('nhs-england-2013', seed),
  '69 leaders of the Crown Prosecution Service': (seed) => published('crown-prosecution-service-2013', seed),
  '36 leaders of Culture, Media and Sport, 26 of them in one function': (seed) =>
    published('culture-media-sport-2013', seed, ['post-dcms4001@example.org']),
  '24 invented leaders': (seed) => inventedRound(24, seed, { rounds: 0 }),
  '61 invented leaders': (seed) => inventedRound(61, seed, { rounds: 0 }),
  '100 invented leaders, 60 of them in one function': (seed) => inventedRound(100, seed, { shape: 'dom', rounds: 0 }),
};

/** A published roster, with wishes and hours that the seed invents: nothing is published of these. */
function published(file: string, seed: number, leftOut: readonly string[] = []): PairingFacts {
  const read = readRoster(readFileSync(new URL(`../data/rosters/${file}.csv`, import.meta.url), 'utf8'));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  const rules = { ...NO_RULES, leftOut: new Set(leftOut) };
  const facts = factsOf({ roster: read.rows, history: [], rules }, `${seed}`, Temporal.PlainDate.from('2027-01-12'));
  const dice = diceFrom(seed);
  const ids = facts.leaders.map(({ id }) => id);
  const some = (own: string, share: number) =>
    dice() < share
      ? Array.from({ length: 1 + Math.floor(dice() * 3) }, () => ids[Math.floor(dice() * ids.length)] as string).filter((id) => id !== own)
      : [];
  const leaders = facts.leaders.map((leader) => {
    const from = [8, 8, 8, 8, 8, 8, 12, 16][Math.floor(dice() * 8)] as number;
    return {
      ...leader,
      welcomes: [...new Set(some(leader.id, 0.4))],
      avoids: [...new Set(some(leader.id, 0.05))],
      hours: week(from, from + 8),
    };
  });
  return { ...facts, leaders };
}

/** Some who are named as welcome name whoever named them. */
function answered(facts: PairingFacts, seed: number): PairingFacts {
  const dice = diceFrom(seed + 77);
  const answers = new Map<string, string[]>();
  for (const { id, welcomes } of facts.leaders)
    for (const other of welcomes) if (dice() < ANSWERED) answers.set(other, [...(answers.get(other) ?? []), id]);
  const leaders = facts.leaders.map((leader) => ({
    ...leader,
    welcomes: [...new Set([...(answers.get(leader.id) ?? []), ...leader.welcomes])].slice(0, 3),
  }));
  return { ...facts, leaders };
}

interface Kept {
  counts: Map<string, Count[]>;
  faults: string[];
}

/** Round after round: every way is given the facts that the optimum's rounds lead to. */
function playThrough(facts: PairingFacts, { rounds, seed }: { rounds: number; seed: number }, { counts, faults }: Kept): void {
  let present = facts;
  for (let round = 1; round <= rounds; round++) {
    const plan = planRound(present);
    if (!plan.possible) throw new Error(JSON.stringify(plan.causes));
    const best = plan.pairs.map(({ leaders }) => [...leaders]);
    const yardstick = yardstickOf(present);
    const ground: Ground = { ids: present.leaders.map(({ id }) => id), yardstick, dice: diceFrom(seed * 1000 + round) };
    const broken = faultInGroups(present, yardstick, best);
    if (broken) faults.push(`seed ${seed}, round ${round}: ${broken}`);
    const wanted = worthOf(ground, best);
    for (const [way, pair] of Object.entries(WAYS)) {
      const groups = way === 'optimum' ? best : pair(ground, seed);
      if (!groups) continue;
      const worth = worthOf(ground, groups);
      if (compareWorth(worth, wanted) < 0) faults.push(`seed ${seed}, round ${round}: ${way} comes to ${worth}, the optimum to ${wanted}`);
      counts.get(way)?.push(countOf(yardstick, groups, worth, wanted));
    }
    present = afterRound(present, plan, `${seed}.${round}`);
  }
}

function countOf(yardstick: Yardstick, groups: Groups, worth: readonly number[], wanted: readonly number[]): Count {
  const twos = groups.flatMap(couplesIn).map(([a, b]) => yardstick.twos(a, b));
  const where = (aim: (typeof AIMS)[number], is: (units: number) => boolean) =>
    twos.filter((units) => is(units[AIMS.indexOf(aim)] as number)).length;
  const first = 1 + AIMS.indexOf('newerRepeats');
  return {
    sameFunction: where('sameFunction', (units) => units > 0),
    repeats: where('repeats', (units) => units > 0),
    mutual: where('notMutual', (units) => units === 0),
    oneSided: where('notOneSided', (units) => units === 0),
    shortHours: where('shortHours', (units) => units > 0),
    newBridges: yardstick.bridges(groups),
    unpaired: worth[0] as number,
    firstTwo: worth.slice(0, first).join() === wanted.slice(0, first).join(),
    all: worth.join() === wanted.join(),
  };
}

function linesOf(counts: ReadonlyMap<string, readonly Count[]>, faults: readonly string[]): Line[] {
  const lines = [...counts].filter(([, all]) => all.length > 0).map(([way, all]): Line => ({ name: way, values: valuesOf(all) }));
  return [...lines.slice(0, -1), { ...(lines.at(-1) as Line), faults }];
}

/** Fewer wishes are worse; of everything else more. */
function valuesOf(all: readonly Count[]): Line['values'] {
  const mean = (numbers: readonly number[], worst: (...of: number[]) => number) => ({
    shown: `${(numbers.reduce((sum, each) => sum + each, 0) / numbers.length).toFixed(1)} (${worst(...numbers)})`,
  });
  const share = (numbers: readonly boolean[]) => ({ shown: `${numbers.filter((is) => is).length} of ${numbers.length}` });
  return [
    mean(
      all.map(({ sameFunction }) => sameFunction),
      Math.max,
    ),
    mean(
      all.map(({ repeats }) => repeats),
      Math.max,
    ),
    mean(
      all.map(({ mutual }) => mutual),
      Math.min,
    ),
    mean(
      all.map(({ oneSided }) => oneSided),
      Math.min,
    ),
    mean(
      all.map(({ shortHours }) => shortHours),
      Math.max,
    ),
    mean(
      all.map(({ newBridges }) => newBridges),
      Math.min,
    ),
    mean(
      all.map(({ unpaired }) => unpaired),
      Math.max,
    ),
    share(all.map(({ firstTwo }) => firstTwo)),
    share(all.map(({ all: every }) => every)),
  ];
}
