// Holds the engine against exhaustion and against other people's work, on as many small problems as wanted: `npm run test:matching -- 100000`.
// Prints what was tried, and every difference; exit 1 where there is one.
import { check } from '../../../src/features/pairing/matching/order/certificate.ts';
import { checkTrio } from '../../../src/features/pairing/matching/trio/certificate.ts';
import { faultInMiddling, KINDS } from './middling-graphs.ts';
import { faultInChanged } from './small-changes.ts';
import { faultInSmall } from './small-graphs.ts';
import { bestByTrying, inPairs, smallQuestion, withTrio, worthOf } from './small-problems.ts';
import { faultInRaw } from './small-raw.ts';
import { faultInRound } from './small-rounds.ts';

/** What is wrong with the engine's answer to one problem of strict order; nothing where it is right, and proved. */
export function faultOf(seed: number, size?: number): string | undefined {
  const question = smallQuestion(seed, size);
  const wanted = bestByTrying(question);
  const even = question.size % 2 === 0;
  const pairs = even ? inPairs(question, seed) : undefined;
  const plan = even ? undefined : withTrio(question, seed);
  if (!pairs && !plan) return wanted ? `seed ${seed}: a plan was missed` : undefined;
  const worth = pairs ? worthOf(question, pairs.mate) : plan ? worthOf(question, plan.mate, plan.trio) : [];
  if (worth.join() !== wanted?.join()) return `seed ${seed}: ${worth} instead of ${wanted}`;
  const verdict = pairs ? check(question, pairs.mate, pairs.stages) : plan ? checkTrio(question, plan) : undefined;
  return verdict?.holds ? undefined : `seed ${seed}: not proved: ${verdict?.because}`;
}

interface Part {
  name: string;
  count: number;
  faultOf: (seed: number) => string | undefined;
}

/** Rosters of 20, 30, … 200 people, kind after kind. */
function middling(at: number): string | undefined {
  const kind = KINDS[at % KINDS.length] as (typeof KINDS)[number];
  return faultInMiddling(kind, 20 + 10 * (Math.floor(at / KINDS.length) % 19), at);
}

function partsOf(count: number): Part[] {
  return [
    { name: 'aims in strict order, pairs and trios, against every plan', count, faultOf },
    { name: 'one weight, against every matching and against edmonds-blossom', count, faultOf: faultInSmall },
    { name: 'changes after the fact, against every plan that is left', count, faultOf: faultInChanged },
    { name: 'weights up to 2⁵³, dense and sparse, against every matching', count, faultOf: faultInRaw },
    { name: 'whole rounds of up to nine leaders, against every plan', count: Math.ceil(count / 10), faultOf: faultInRound },
    { name: 'rosters of 20 to 200, against edmonds-blossom', count: Math.min(11 * 19, Math.ceil(count / 100)), faultOf: middling },
  ];
}

/** Tries all of a part; prints its line, and returns the number of differences. */
function run({ name, count, faultOf: faultIn }: Part, from: number): number {
  const begun = process.cpuUsage();
  let differences = 0;
  for (let seed = from; seed < from + count; seed++) {
    const fault = faultIn(seed);
    if (fault === undefined) continue;
    differences += 1;
    console.log(fault);
  }
  const seconds = (process.cpuUsage(begun).user / 1e6).toFixed(1);
  console.log(`${name}: ${count} from seed ${from} on, ${differences} differences, ${seconds} s`);
  return differences;
}

const [program, count = '10000', from = '0'] = process.argv.slice(1);
if (program?.endsWith('against-exhaustion.ts')) {
  const differences = partsOf(Number(count)).reduce((sum, part) => sum + run(part, Number(from)), 0);
  process.exitCode = differences > 0 ? 1 : 0;
}
