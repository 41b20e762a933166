// `coachingpairs match`: a perfect matching of the largest weight in any graph, for comparison and for other programs. Needs no settings and no
// database.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { prove } from '../features/pairing/matching/raw/proof.ts';
import { maximumWeight, type Proved } from '../features/pairing/matching/raw/raw.ts';
import { exitCodes, Failed, give, readArgs, WrongUse } from './command-line.ts';
import { certificateText, claimOf, readCertificate } from './match-certificate.ts';
import { type Read, readGraph } from './match-graph.ts';
import { matchingJson, matchingText, obstacleText } from './match-report.ts';

const options = {
  json: { type: 'boolean' },
  cert: { type: 'string' },
  check: { type: 'string' },
} as const;

export async function match(args: string[]): Promise<number> {
  const { values, words } = readArgs(args, options, 1);
  const [file] = words;
  if (file === undefined) throw new WrongUse('Name the file: coachingpairs match <file>. A hyphen reads from standard input.');
  if (values.cert !== undefined && values.check !== undefined)
    throw new WrongUse('--cert writes a certificate and --check reads one: choose.');
  if (values.cert !== undefined && resolve(values.cert) === resolve(file)) throw new WrongUse('--cert would write over the graph.');
  if (values.check !== undefined) return checked(file, values.check, values.json);
  const begun = cpuSeconds();
  const read = await readGraph(file);
  const reading = cpuSeconds() - begun;
  const proved = solved(read);
  const spent = { reading, solving: cpuSeconds() - begun - reading };
  if (values.cert !== undefined) write(values.cert, certificateText(proved));
  process.stdout.write(values.json ? matchingJson(read, proved, spent) : matchingText(read, proved, spent));
  return exitCodes.good;
}

/** The matching, with a proof that was checked. Throws `Failed` where there is none. */
function solved({ graph }: Read): Proved {
  const outcome = maximumWeight(graph);
  if ('obstacle' in outcome) throw new Failed(obstacleText(graph.size, outcome.obstacle));
  const proof = prove(graph, claimOf(outcome));
  if (!proof.holds) throw new Error(`the proof does not hold: ${proof.because}`);
  if (proof.weight !== outcome.weight) throw new Error('the proof is of another weight');
  return outcome;
}

async function checked(file: string, certificate: string, json: boolean | undefined): Promise<number> {
  const claim = readCertificate(certificate);
  const { graph } = await readGraph(file);
  const proof = prove(graph, claim);
  if (proof.holds)
    give(json, { holds: true, weight: `${proof.weight}` }, [`holds: no perfect matching weighs more than these mates, ${proof.weight}`]);
  else give(json, proof, [`does not hold: ${proof.because}`]);
  return proof.holds ? exitCodes.good : exitCodes.failed;
}

function write(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (fault) {
    throw new Failed(`${path} cannot be written: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
