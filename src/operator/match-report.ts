// What `coachingpairs match` prints: the matching for a person or a program, or why there is none.

import type { Proved } from '../features/pairing/matching/raw/raw.ts';
import type { Obstacle } from '../features/pairing/matching/search/feasible.ts';
import { pricesText } from './match-certificate.ts';
import { counted, type Read } from './match-graph.ts';

/** CPU seconds. */
export interface Spent {
  reading: number;
  solving: number;
}

export function matchingText({ graph, lines }: Read, { weight, mate, blossoms }: Proved, { reading, solving }: Spent): string {
  const read = `${counted(graph.size, 'vertex')}, ${counted(lines, 'pair')}, read in ${seconds(reading)} s`;
  const proof = `no perfect matching weighs more, by a proof with ${counted(blossoms.length, 'blossom')} that was checked`;
  const pairs = [...mate].flatMap((v, u) => (u < v ? [`${u} ${v}\n`] : []));
  return `weight ${weight} cpu_s ${seconds(solving)}\n# ${read}\n# ${proof}\n${pairs.join('')}`;
}

export function matchingJson({ graph, lines }: Read, proved: Proved, { reading, solving }: Spent): string {
  const { weight, mate } = proved;
  return `{
"n": ${graph.size},
"m": ${lines},
"weight": "${weight}",
"mate": [${mate}],
"certificate": {
"optimal": true,
"checked": true,
${pricesText(proved)}
},
"cpuSeconds": ${seconds(solving)},
"readSeconds": ${seconds(reading)}
}
`;
}

function seconds(count: number): string {
  return count.toFixed(6);
}

/** One sentence that says why there is no perfect matching, and which vertices are concerned. */
export function obstacleText(size: number, { groups, partners }: Obstacle): string {
  const none = 'There is no perfect matching';
  if (size % 2 === 1) return `${none}: ${counted(size, 'vertex')} cannot be matched two by two, because that is an odd number.`;
  const [only = []] = groups;
  if (partners.length === 0) {
    if (only.length === 1) return `${none}: vertex ${only[0]} is in no pair.`;
    return `${none}: ${named(only)} are in pairs only with each other, and ${only.length} is an odd number.`;
  }
  const outwards = partners.length === 1 ? `vertex ${partners[0]}` : named(partners);
  if (groups.every(({ length }) => length === 1)) return `${none}: ${named(groups.flat())} are in pairs only with ${outwards}.`;
  const shown = groups.slice(0, SHOWN).map((group) => listed(group));
  const more = groups.length > SHOWN ? ` and ${groups.length - SHOWN} more` : '';
  return `${none}: these ${groups.length} groups, each of an odd number of vertices, are in pairs beyond themselves only with ${outwards}: (${shown.join('), (')})${more}.`;
}

const SHOWN = 12;

function named(vertices: readonly number[]): string {
  return `the ${counted(vertices.length, 'vertex')} ${listed(vertices)}`;
}

function listed(vertices: readonly number[]): string {
  const shown = [...vertices].sort((one, other) => one - other).slice(0, SHOWN);
  return vertices.length > SHOWN ? `${shown.join(', ')} and ${vertices.length - SHOWN} more` : shown.join(', ');
}
