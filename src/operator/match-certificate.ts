// The certificate of a matching as a file that other programs read and write. Its numbers are decimal text of any length, never rounded on the way.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Claim } from '../features/pairing/matching/raw/proof.ts';
import type { Proved } from '../features/pairing/matching/raw/raw.ts';
import { Failed } from './command-line.ts';

/** The certificate as JSON, a line for each of its parts. */
export function certificateText({ mate, y, blossoms }: Proved): string {
  return `{\n"mate": [${mate}],\n${pricesText({ y, blossoms })}\n}\n`;
}

/** What proves the mates, as the inside of a JSON object. */
export function pricesText({ y, blossoms }: Pick<Proved, 'y' | 'blossoms'>): string {
  const sets = blossoms.map(({ children, z: each }) => `\n{ "children": [${children}], "z": ${each} }`);
  return `"y": [${y}],\n"blossoms": [${sets}]`;
}

/** The same as a claim that can be proved. */
export function claimOf({ mate, y, blossoms }: Proved): Claim {
  return {
    mate,
    twiceY: y.map((price) => 2n * price),
    blossoms: blossoms.map(({ children, z: each }) => ({ children, twiceZ: 2n * each })),
  };
}

const numbers = z.array(z.string());
const certificate = z.object({ mate: numbers, y: numbers, blossoms: z.array(z.object({ children: numbers, z: z.string() })) });

/** Reads a certificate. Throws `Failed` where the file cannot be read or is no certificate. */
export function readCertificate(path: string): Claim {
  const read = certificate.safeParse(parsed(path));
  if (!read.success) {
    const [issue] = read.error.issues;
    const where = issue?.path.length ? `"${issue.path.join('.')}" is missing or of another kind` : 'it is no object';
    throw new Failed(
      `${path} is no certificate: ${where}. It has the parts mate, y and blossoms, which are lists of numbers, and of children and z.`,
    );
  }
  const { mate, y, blossoms } = read.data;
  return {
    mate: mate.map((text, at) => wholeOf(path, `mate.${at}`, text)),
    twiceY: y.map((text, at) => twiceOf(path, `y.${at}`, text)),
    blossoms: blossoms.map(({ children, z: each }, at) => ({
      children: children.map((text, child) => wholeOf(path, `blossoms.${at}.children.${child}`, text)),
      twiceZ: twiceOf(path, `blossoms.${at}.z`, each),
    })),
  };
}

/** JSON with each number as the text that stands there: as a number it might be rounded. */
function parsed(path: string): unknown {
  try {
    const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
    const quoted = text.replace(/("(?:[^"\\]|\\.)*")|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (all, string) => string ?? `"${all}"`);
    return JSON.parse(quoted);
  } catch (fault) {
    if (fault instanceof SyntaxError) throw new Failed(`${path} is no certificate: it is not JSON.`);
    throw new Failed(`${path} cannot be read: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}

function wholeOf(path: string, where: string, text: string): number {
  const twice = twiceOf(path, where, text);
  if (twice % 2n !== 0n) throw new Failed(`${path} is no certificate: "${where}" is ${text}, which is not whole.`);
  return Number(twice / 2n);
}

const LONGEST = 400;

/** Twice a number, which must be a whole number of halves, exactly. */
function twiceOf(path: string, where: string, text: string): bigint {
  const [all, sign = '', whole = '', fraction = '', power = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const places = Number(power) - fraction.length;
  if (all === undefined || text.length > LONGEST || Math.abs(places) > LONGEST) {
    throw new Failed(`${path} is no certificate: "${where}" is not a number that can be meant.`);
  }
  const twice = 2n * BigInt(`${whole}${fraction}`) * 10n ** BigInt(Math.max(places, 0));
  const unit = 10n ** BigInt(Math.max(-places, 0));
  if (twice % unit !== 0n) throw new Failed(`${path} is no certificate: "${where}" is ${text}, which is not a whole number of halves.`);
  return (sign === '' ? 1n : -1n) * (twice / unit);
}
