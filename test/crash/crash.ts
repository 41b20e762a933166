// `npm run test:crash -- --most 1000 --double 200 --from 1`: a process is killed at every passage in turn until it lives through undisturbed, and
// at random pairs of passages; figures at the end. Exit 1 when anything was lost or doubled.
import { parseArgs } from 'node:util';
import { seededDice } from '../../src/sandbox/dice.ts';
import { live } from './kills.ts';

const { values } = parseArgs({
  options: {
    most: { type: 'string', default: '100000' },
    from: { type: 'string', default: '1' },
    step: { type: 'string', default: '1' },
    double: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
  },
});

const began = performance.now();
const violations: string[] = [];
let kills = 0;
let doubles = 0;

async function die(...passages: number[]): Promise<number> {
  const life = await live(passages);
  kills += life.kills;
  if (life.kills > 1) doubles += 1;
  for (const violation of life.violations) {
    violations.push(`killed at ${passages.join(', ')}: ${violation}`);
    process.stdout.write(`${violations.at(-1)}\n`);
  }
  return life.kills;
}

let last = 0;
for (let passage = Number(values.from); passage <= Number(values.most); passage += Number(values.step)) {
  if ((await die(passage)) === 0) break;
  last = passage;
  if (passage % 25 === 0) process.stderr.write(`killed at ${passage} passages, ${violations.length} violations\n`);
}

const dice = seededDice(Number(values.seed));
for (let pair = 0; pair < Number(values.double); pair += 1) {
  await die(1 + Math.floor(dice() * last), 1 + Math.floor(dice() * last));
}

const seconds = Math.round((performance.now() - began) / 1000);
process.stdout.write(
  `${JSON.stringify({ passages: last, kills, doubleKills: doubles, seconds, violations: violations.length }, null, 2)}\n`,
);
process.exitCode = violations.length > 0 ? 1 : 0;
