// `npm run test:rounds -- --seeds 1000 --from 1`: many half-years, with figures. Goes on after a violation; exit 1 if there was any.
import { parseArgs } from 'node:util';
import { halfYear } from './half-year.ts';

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '100' }, from: { type: 'string', default: '1' } } });
const from = Number(values.from);
const seeds = Number(values.seeds);

const began = performance.now();
const sum = { leaders: 0, messages: 0, unasked: 0, acts: 0, outages: 0 };
let violations = 0;

for (let seed = from; seed < from + seeds; seed += 1) {
  const half = await halfYear(seed);
  for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += half[key];
  violations += half.violations.length;
  for (const violation of half.violations.slice(0, 5)) process.stdout.write(`seed ${seed}: ${violation}\n`);
  if ((seed - from + 1) % 10 === 0) process.stderr.write(`${seed - from + 1} of ${seeds} half-years, ${violations} violations\n`);
}

const seconds = Math.round((performance.now() - began) / 1000);
process.stdout.write(`${JSON.stringify({ halfYears: seeds, from, seconds, ...sum, violations }, null, 2)}\n`);
process.exitCode = violations > 0 ? 1 : 0;
