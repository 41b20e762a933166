// `npm run test:sim -- --seeds 100000 --from 1`: many simulated afternoons, with figures. Stops at the first hundred violations; exit 1 if any.
import { parseArgs } from 'node:util';
import { simulate } from './simulate.ts';

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '1000' }, from: { type: 'string', default: '1' } } });
const from = Number(values.from);
const seeds = Number(values.seeds);

const began = performance.now();
const sum = { letters: 0, deaths: 0, requests: 0 };
const ended: Record<string, number> = {};
const violations: string[] = [];

for (let seed = from; seed < from + seeds && violations.length < 100; seed += 1) {
  const afternoon = await simulate(seed);
  sum.letters += afternoon.letters;
  sum.deaths += afternoon.deaths;
  sum.requests += afternoon.requests;
  for (const [state, count] of Object.entries(afternoon.ended)) ended[state] = (ended[state] ?? 0) + count;
  for (const violation of afternoon.violations) {
    violations.push(`seed ${seed}: ${violation}`);
    process.stdout.write(`${violations.at(-1)}\n`);
  }
  if ((seed - from + 1) % 100 === 0) process.stderr.write(`${seed - from + 1} of ${seeds} afternoons, ${violations.length} violations\n`);
}

const seconds = (performance.now() - began) / 1000;
process.stdout.write(
  `${JSON.stringify({ seeds, from, seconds: Math.round(seconds), ...sum, ended, violations: violations.length }, null, 2)}\n`,
);
process.exitCode = violations.length > 0 ? 1 : 0;
