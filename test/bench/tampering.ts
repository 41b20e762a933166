// `npm run bench -- tampering`: what the checkers say to proofs that were tampered with after the fact, way by way. Whatever they still take must be
// a proof as before, by a judge who shares no line with the program and by trying every plan; exit 1 where it is not.
import { parseArgs } from 'node:util';
import {
  type Outcome,
  pairsCourt,
  provedPairs,
  provedSingles,
  provedTrios,
  rawCourt,
  singleCourt,
  tamper,
  trioCourt,
} from '../features/pairing/tamper-runs.ts';
import { provedRaw } from '../features/pairing/tampering-raw.ts';
import { tell } from './progress.ts';

const options = { proofs: { type: 'string', default: '300' }, times: { type: 'string', default: '10' } } as const;

/** Runs it; true when nothing was taken wrongly. */
export async function tampering(args: string[]): Promise<boolean> {
  const { values } = parseArgs({ args, options });
  const [proofs, times] = [Number(values.proofs), Number(values.times)];
  const courts: [name: string, outcomes: () => Outcome[]][] = [
    ['A proof of pairs, its plan, and the question behind it', () => tamper(pairsCourt, provedPairs(proofs), times)],
    ['A proof of one matching', () => tamper(singleCourt, provedSingles(proofs), times)],
    ['A proof with a trio', () => tamper(trioCourt, provedTrios(proofs), times)],
    ['A certificate of another program', () => tamper(rawCourt, provedRaw(proofs), times)],
  ];
  const wrong = courts.flatMap(([name, outcomesOf]) => {
    tell(name);
    const outcomes = outcomesOf();
    printCourt(name, outcomes);
    return outcomes.flatMap((outcome) => outcome.wrong);
  });
  for (const each of wrong.slice(0, 20)) process.stdout.write(`WRONG: ${each}\n`);
  process.stdout.write(`${wrong.length} taken wrongly or neither taken nor refused (goal 0: ${wrong.length === 0 ? 'met' : 'MISSED'})\n`);
  return wrong.length === 0;
}

function printCourt(title: string, outcomes: readonly Outcome[]): void {
  const width = Math.max(...outcomes.map(({ way }) => way.length));
  const head = `  ${'what was changed'.padEnd(width)}   tried  refused  still a proof  wrong  what was said`;
  const lines = outcomes.map(({ way, tried, refused, stillProofs, wrong, said }) => {
    const counts = `${cell(tried, 7)}${cell(refused, 9)}${cell(stillProofs, 15)}${cell(wrong.length, 7)}`;
    return `  ${way.padEnd(width)} ${counts}  ${said[0]?.[0] ?? ''}`;
  });
  process.stdout.write(`${[title, head, ...lines].join('\n')}\n\n`);
}

function cell(number: number, width: number): string {
  return String(number).padStart(width);
}
