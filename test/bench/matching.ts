// `npm run bench -- matching`: how long the engine takes, by size and shape, each run in a process of its own; beside `edmonds-blossom` from npm on
// the same instances; and whole rounds, odd numbers, changes and years of rounds. `--quick` for a look, `--max N` for no more than N people.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CLASSES, type Class, SHAPES, type Shape } from '../features/pairing/roster-graphs.ts';
import { measured, measuredMeanwhile } from './in-a-child.ts';
import { quantile, tell } from './progress.ts';
import type { Changed, Planned, Solved } from './solve-once.ts';
import { judged, type Line, printTable, type Value } from './table.ts';

const options = {
  quick: { type: 'boolean', default: false },
  max: { type: 'string', default: '10000' },
  runs: { type: 'string', default: '5' },
  seed: { type: 'string' },
} as const;

/** CPU seconds of a solve, cold; at 2,000 the goal for everything but the plainest roster is one for hard shapes. */
const SOLVE_GOALS: Record<number, number> = { 100: 0.05, 500: 0.3, 1000: 0.4, 2000: 0.5, 5000: 2.5 };
const HARD_AT_2000 = 1.2;
/** Ten thousand people are measured with the making of their weights. */
const WHOLE_GOAL = 8;
const CHECK_GOALS: Record<number, number> = { 2000: 0.1, 10000: 2 };
const MEMORY_GOALS: Record<number, number> = { 5000: 400, 10000: 500 };
/** Here the npm package takes five minutes, once: it runs beside everything else, on another core. */
const SLOWEST = 2000;
/** How many times faster than the npm package. */
const RATIO_GOALS: readonly { size: number; times: number; runs: number }[] = [
  { size: 500, times: 10, runs: 3 },
  { size: 1000, times: 90, runs: 1 },
  { size: SLOWEST, times: 600, runs: 1 },
];
const ODD_GOAL = 3;
const CHANGE_GOAL = 0.1;
const ROUND_GOAL = 0.3;
const NHS = fileURLToPath(new URL('../data/rosters/nhs-england-2013.csv', import.meta.url));

interface Plan {
  runs: number;
  most: number;
  seed: number;
  quick: boolean;
}

/** Runs it; true when every goal is met and every answer is proved. */
export async function matching(args: string[]): Promise<boolean> {
  const { values } = parseArgs({ args, options });
  const plan: Plan = {
    runs: values.quick ? Math.min(3, Number(values.runs)) : Number(values.runs),
    most: values.quick ? Math.min(2000, Number(values.max)) : Number(values.max),
    seed: Number(values.seed ?? Date.now() % 1_000_000),
    quick: values.quick,
  };
  const began = Date.now();
  const slowest = plan.quick || plan.most < SLOWEST ? undefined : measuredMeanwhile<Solved>('theirs', 'std', SLOWEST, plan.seed);
  const columns = ['people', 'weights', 'solve with its certificate', 'check', 'memory'];
  const tables = [
    printTable('One weight for each pair', columns, graphLines(plan)),
    printTable('Whole rounds: all aims, reasons, the proof checked', ['people', 'even', 'one more', 'ratio'], roundLines(plan)),
    printTable('What one change costs, std', ['people', 'force', 'forbid', 'leave out'], changeLines(plan)),
    printTable('290 leaders of NHS England, eight rounds', ['round', 'seconds'], yearLines(plan)),
  ];
  if (slowest) tell(`waiting for edmonds-blossom, ${SLOWEST} people`);
  tables.push(printTable('Beside edmonds-blossom from npm, std', ['people', 'npm', 'ours', 'ratio'], besideLines(plan, await slowest)));
  const minutes = ((Date.now() - began) / 60_000).toFixed(1);
  const left = [
    plan.most < 10_000 ? `more than ${plan.most} people` : '',
    plan.quick ? 'edmonds-blossom at 1,000 and 2,000 (a minute, and five)' : '',
    'edmonds-blossom beyond 2,000 (it takes hours)',
  ];
  process.stdout.write(
    `CPU seconds of all threads, cold: median (least to most) of ${plan.runs} runs, of three from 5,000 people on and for whole rounds. Seed ${plan.seed}, ${minutes} minutes.\n` +
      `Left out: ${left.filter((each) => each !== '').join('; ')}.\n`,
  );
  return tables.every((met) => met);
}

function graphLines({ runs, most, seed, quick }: Plan): Line[] {
  const sizes = [100, 500, 1000, 2000, 5000].filter((size) => size <= most);
  const lines = sizes.flatMap((size) =>
    CLASSES.map((kind) => graphLine(kind, size, { runs: size < 5000 ? runs : Math.min(runs, 3), seed })),
  );
  const shapes = quick ? [] : SHAPES.flatMap((kind) => (most >= 2000 ? [graphLine(kind, 2000, { runs, seed })] : []));
  const largest = most >= 10_000 ? (['std', 'dom', 'forbid'] as const).map((kind) => graphLine(kind, 10_000, { runs: 3, seed })) : [];
  return [...lines, ...shapes, ...largest];
}

function graphLine(kind: Class | Shape, size: number, { runs, seed }: { runs: number; seed: number }): Line {
  const all = times(runs, (run) => measured<Solved>('own', kind, size, seed + run));
  const faults = all.flatMap(({ fault }) => fault ?? []);
  const whole = size === 10_000;
  const solve = all.map((one) => (whole ? one.weights + one.solve : one.solve));
  tell(`${kind}, ${size} people: ${quantile(solve, 0.5).toFixed(2)} s${faults.length > 0 ? `, NOT PROVED: ${faults[0]}` : ''}`);
  const hard = size === 2000 && kind !== 'std';
  const goal = whole ? WHOLE_GOAL : hard ? HARD_AT_2000 : SOLVE_GOALS[size];
  return {
    name: kind,
    values: [
      { shown: String(size) },
      seconds(all.map(({ weights }) => weights)),
      { ...seconds(solve, goal), ...(whole ? { note: 'with its weights' } : {}) },
      seconds(
        all.map(({ check }) => check),
        CHECK_GOALS[size],
      ),
      megabytes(Math.max(...all.map(({ mb }) => mb)), MEMORY_GOALS[size]),
    ],
    faults,
  };
}

/** The same instances for both. */
function besideLines({ runs, most, seed, quick }: Plan, slowest: Solved | undefined): Line[] {
  return RATIO_GOALS.filter(({ size }) => size <= most && !(quick && size > 500)).map(({ size, times: goal, runs: theirRuns }) => {
    if (size < SLOWEST) tell(`edmonds-blossom, ${size} people`);
    const theirs = size === SLOWEST && slowest ? [slowest] : times(theirRuns, (run) => measured<Solved>('theirs', 'std', size, seed + run));
    const ours = times(runs, (run) => measured<Solved>('own', 'std', size, seed + run));
    const faults = theirs.flatMap(({ sum }, at) => (sum === ours[at]?.sum ? [] : [`${sum} by npm, ${ours[at]?.sum} by us`]));
    const [slow, fast] = [theirs, ours].map((all) => all.map(({ solve }) => solve)) as [number[], number[]];
    const ratio = quantile(slow, 0.5) / quantile(fast, 0.5);
    const verdict = judged(`${ratio.toFixed(0)} times`, ratio >= goal, `${goal} times`);
    const name = theirRuns === 1 ? 'npm once' : `npm ${theirRuns} times`;
    return { name, values: [{ shown: String(size) }, seconds(slow), seconds(fast), verdict], faults };
  });
}

function roundLines({ runs, most, seed, quick }: Plan): Line[] {
  const sizes = [100, 500, 1000].filter((size) => size <= most);
  const few = Math.min(runs, 3);
  const lines = sizes.flatMap((size) =>
    (['std', 'dom'] as const).map((shape): Line => {
      const even = times(few, (run) => measured<Planned>('round', shape, size, seed + run).seconds[0] as number);
      const odd = times(few, (run) => measured<Planned>('round', shape, size + 1, seed + run).seconds[0] as number);
      const ratio = quantile(odd, 0.5) / quantile(even, 0.5);
      tell(`a round of ${size}, ${shape}: ${quantile(even, 0.5).toFixed(2)} s, one more ${quantile(odd, 0.5).toFixed(2)} s`);
      return {
        name: shape,
        values: [{ shown: String(size) }, seconds(even), seconds(odd), judged(ratio.toFixed(1), ratio <= ODD_GOAL, `${ODD_GOAL}`)],
      };
    }),
  );
  const large = quick || most < 2000 ? [] : [times(few, (run) => measured<Planned>('round', 'std', 2000, seed + run).seconds[0] as number)];
  return [...lines, ...large.map((all): Line => ({ name: 'std', values: [{ shown: '2000' }, seconds(all)] }))];
}

function changeLines({ most, seed }: Plan): Line[] {
  return [290, 1000, 2000]
    .filter((size) => size <= most)
    .map((size) => {
      const { force, forbid, leaveOut, faults } = measured<Changed>('change', 'std', size, seed);
      tell(`one change, ${size} people: ${quantile(force, 0.5).toFixed(3)} s`);
      const goal = size === 2000 ? CHANGE_GOAL : undefined;
      const values = [force, forbid, leaveOut].map((all) => seconds(all, goal, 3));
      return { name: `${force.length} of each`, values: [{ shown: String(size) }, ...values], faults };
    });
}

function yearLines({ runs }: Plan): Line[] {
  const all = times(runs, () => measured<Planned>('rounds', NHS, 8).seconds);
  return Array.from({ length: 8 }, (_, round) => ({
    name: '',
    values: [
      { shown: String(round + 1) },
      seconds(
        all.map((each) => each[round] as number),
        ROUND_GOAL,
      ),
    ],
  }));
}

function times<T>(count: number, run: (at: number) => T): T[] {
  return Array.from({ length: count }, (_, at) => run(at));
}

/** Median, least and most; held against the goal, if there is one, by the median. */
function seconds(all: readonly number[], goal?: number, places = 2): Value {
  const [median, least, most] = [quantile(all, 0.5), Math.min(...all), Math.max(...all)].map((each) => each.toFixed(places));
  const shown = all.length === 1 ? `${median}` : `${median} (${least} to ${most})`;
  return goal === undefined ? { shown } : judged(shown, quantile(all, 0.5) <= goal, `${goal}`);
}

function megabytes(most: number, goal?: number): Value {
  const shown = `${most.toFixed(0)} MB`;
  return goal === undefined ? { shown } : judged(shown, most <= goal, `${goal}`);
}
