// Holds the engine against exhaustion on as many small problems as wanted: `npm run test:matching -- 100000`. Prints figures, and every difference.
import { check } from '../../../src/features/pairing/matching/certificate.ts';
import { checkTrio } from '../../../src/features/pairing/matching/trio-certificate.ts';
import { bestByTrying, inPairs, smallQuestion, withTrio, worthOf } from './small-problems.ts';

/** What is wrong with the engine's answer to one problem; nothing where it is right, and proved. */
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

const [program, count] = process.argv.slice(1);
if (program?.endsWith('against-exhaustion.ts')) {
  const begun = process.cpuUsage();
  const faults = Array.from({ length: Number(count ?? 10_000) }, (_, seed) => faultOf(seed)).filter((fault) => fault !== undefined);
  for (const fault of faults) console.log(fault);
  console.log(`${count ?? 10_000} problems, ${faults.length} differences, ${(process.cpuUsage(begun).user / 1e6).toFixed(1)} s`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
