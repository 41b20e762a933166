// The graph of `coachingpairs match`, from a file that is read once, as a stream: refused, with the line, where it is not as it should be.
import { createReadStream } from 'node:fs';
import {
  denseGraph,
  emptyTriangle,
  isDense,
  LARGEST_WEIGHT,
  listInTriangle,
  sparseGraph,
  type WeightedGraph,
} from '../features/pairing/matching/raw/graph.ts';
import { Failed } from './command-line.ts';
import { end, feed, type Scan, scanOf } from './match-scan.ts';

/** A graph as it was read, and the number of its lines with pairs. */
export interface Read {
  graph: WeightedGraph;
  lines: number;
}

/** Takes pairs in. Who holds it decides how they are kept. */
interface Taking {
  take: (u: number, v: number, weight: number) => void;
  graph: () => WeightedGraph;
}

const MOST_VERTICES = 1_000_000;
const MOST_PAIRS = 100_000_000;
const AT_ONCE = 1 << 20;

/** Reads the graph from a file, or from standard input where the name is `-`. Throws `Failed`. */
export async function readGraph(path: string): Promise<Read> {
  const name = path === '-' ? 'Standard input' : path;
  const reading = readingOf(name);
  const input = path === '-' ? process.stdin : createReadStream(path, { highWaterMark: AT_ONCE });
  try {
    for await (const bytes of input) feed(reading.scan, bytes as Uint8Array);
  } catch (fault) {
    if (fault instanceof Failed) throw fault;
    throw new Failed(`${name} cannot be read: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
  end(reading.scan);
  return reading.ended();
}

function readingOf(name: string): { scan: Scan; ended: () => Read } {
  let taking: Taking | undefined;
  let size = 0;
  let promised = 0;
  let lines = 0;
  const scan = scanOf(name, (at) => {
    if (taking) {
      if (lines === promised) throw refusal(at, `the first line promises ${counted(promised, 'pair')}, and here is one more.`);
      lines++;
      takeLine(at, size, taking);
      return;
    }
    [size, promised] = headerOf(at);
    taking = isDense(size, promised) ? inTriangle(size) : inLists(size, promised);
  });
  const ended = () => {
    if (!taking)
      throw new Failed(`${name} is empty: its first line should say how many vertices and how many pairs there are, such as "4 6".`);
    if (lines === promised) return { graph: taking.graph(), lines };
    throw refusal(scan, `the file ends after ${counted(lines, 'pair')}, and its first line promises ${promised}.`);
  };
  return { scan, ended };
}

function headerOf(scan: Scan): [number, number] {
  const [size = 0, promised = 0] = scan.numbers;
  if (scan.count !== 2)
    throw refusal(scan, `the first line has two numbers, how many vertices and how many pairs, such as "4 6"; here ${are(scan.count)}.`);
  if (size > MOST_VERTICES) throw refusal(scan, `a graph may have ${MOST_VERTICES} vertices at most.`);
  if (promised > MOST_PAIRS && !isDense(size, promised)) throw refusal(scan, `a graph may have ${MOST_PAIRS} pairs at most.`);
  return [size, promised];
}

function takeLine(scan: Scan, size: number, { take }: Taking): void {
  if (scan.count !== 3)
    throw refusal(scan, `a pair has three numbers, two vertices and a weight, such as "0 1 5"; here ${are(scan.count)}.`);
  const { numbers } = scan;
  const u = numbers[0] as number;
  const v = numbers[1] as number;
  const weight = numbers[2] as number;
  if (u >= size || v >= size) throw refusal(scan, noVertex(u >= size ? u : v, size));
  if (u === v) throw refusal(scan, `vertex ${u} is paired with itself.`);
  if (weight > LARGEST_WEIGHT) throw refusal(scan, `the weight is above ${LARGEST_WEIGHT}, the largest there may be.`);
  take(u, v, weight);
}

function noVertex(vertex: number, size: number): string {
  const known = size === 0 ? 'there are none' : `they go from 0 to ${size - 1}`;
  return `there is no vertex ${vertex === Infinity ? 'with so large a number' : vertex}; ${known}.`;
}

function refusal({ name, line }: Scan, sentence: string): Failed {
  return new Failed(`${name}, line ${line}: ${sentence}`);
}

function are(count: number): string {
  return count === 1 ? 'is one' : `are ${count}`;
}

export function counted(count: number, what: string): string {
  return count === 1 ? `one ${what}` : `${count} ${what === 'vertex' ? 'vertices' : `${what}s`}`;
}

function inTriangle(size: number): Taking {
  const triangle = emptyTriangle(size);
  return { take: (u, v, weight) => listInTriangle(triangle, u, v, weight), graph: () => denseGraph(triangle) };
}

/** The arrays grow with what really comes, whatever the first line promises. */
function inLists(size: number, promised: number): Taking {
  let room = Math.min(promised, 1 << 16);
  let pairs = { from: new Int32Array(room), to: new Int32Array(room), weight: new Float64Array(room) };
  let count = 0;
  const resized = <T extends Int32Array | Float64Array>(array: T, wider: T): T => {
    wider.set(array.length > wider.length ? array.subarray(0, wider.length) : array);
    return wider;
  };
  const resize = (length: number) => {
    room = length;
    pairs = {
      from: resized(pairs.from, new Int32Array(room)),
      to: resized(pairs.to, new Int32Array(room)),
      weight: resized(pairs.weight, new Float64Array(room)),
    };
  };
  const take = (u: number, v: number, weight: number) => {
    if (count === room) resize(Math.min(2 * room, promised));
    pairs.from[count] = u;
    pairs.to[count] = v;
    pairs.weight[count++] = weight;
  };
  return { take, graph: () => sparseGraph(size, pairs) };
}
