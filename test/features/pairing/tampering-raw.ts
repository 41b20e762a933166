// Everything that could be done to a certificate that another program hands over, or to the graph behind it, after the fact; and what a judge says
// who shares no line with the program. A way changes a copy, where it finds something to change.

import type { Claim } from '../../../src/features/pairing/matching/raw/proof.ts';
import { maximumWeight } from '../../../src/features/pairing/matching/raw/raw.ts';
import { faultInProof } from './proof.ts';
import { leastByTrying } from './small-graphs.ts';
import { asGraph, costsIn, doubled, type Listed, membersOf, smallListed } from './small-raw.ts';
import type { Below } from './tampering.ts';

export interface ProvedRaw {
  listed: Listed;
  claim: Claim;
}

type RawWay = (proved: ProvedRaw, below: Below) => ProvedRaw | undefined;
type Blossoms = Claim['blossoms'];

/** Doubled: by a half, by one, by far. */
const BY = [-(2n ** 40n), -2n, -1n, 1n, 2n, 2n ** 40n];

export const waysWithRaw: Record<string, RawWay> = {
  'a price raised or lowered, by a half or more': inClaim((claim, below) => {
    const [at, by] = [below(claim.twiceY.length), of(BY, below)];
    return { ...claim, twiceY: claim.twiceY.map((price, v) => (v === at ? price + by : price)) };
  }),
  'the prices of two partners moved against each other': inClaim((claim, below) => {
    const [u, by] = [below(claim.twiceY.length), of(BY, below)];
    return { ...claim, twiceY: claim.twiceY.map((price, v) => (v === u ? price + by : v === claim.mate[u] ? price - by : price)) };
  }),
  'all prices raised, or lowered': inClaim((claim, below) => {
    const by = of(BY, below);
    return { ...claim, twiceY: claim.twiceY.map((price) => price + by) };
  }),
  'a price too few, or beyond all bounds': inClaim((claim, below) => ({
    ...claim,
    twiceY: below(2) === 0 ? claim.twiceY.slice(1) : claim.twiceY.with(0, 2n ** 100n),
  })),
  'two pairs in exchanged partners': inClaim((claim, below) => {
    const [u, v] = [below(claim.mate.length), below(claim.mate.length)];
    const [a, b] = [claim.mate[u] as number, claim.mate[v] as number];
    if (u === v || a === v) return undefined;
    return { ...claim, mate: Array.from(claim.mate, (each, at) => (at === u ? v : at === v ? u : at === a ? b : at === b ? a : each)) };
  }),
  'a partner who is somebody else’s, nobody, or oneself': inClaim((claim, below) => {
    const u = below(claim.mate.length);
    const other = of([u, -1, claim.mate.length, 0.5, (u + 1) % claim.mate.length], below);
    return other === claim.mate[u] ? undefined : { ...claim, mate: Array.from(claim.mate, (each, at) => (at === u ? other : each)) };
  }),
  'a partner too few': inClaim((claim) => ({ ...claim, mate: Array.from(claim.mate).slice(1) })),
  'a z raised or lowered': inBlossoms((blossoms, at, below) => changedAt(blossoms, at, { twiceZ: zOf(blossoms, at) + of(BY, below) })),
  'a z of nothing, or below it': inBlossoms((blossoms, at, below) =>
    changedAt(blossoms, at, { twiceZ: of([0n, -zOf(blossoms, at)], below) }),
  ),
  'the last blossom left out': inBlossoms((blossoms) => blossoms.slice(0, -1)),
  'a blossom without one or two of its children': inBlossoms((blossoms, at, below) =>
    changedAt(blossoms, at, { children: childrenOf(blossoms, at).slice(1 + below(2)) }),
  ),
  'a child twice in a blossom, or in two': inBlossoms((blossoms, at, below) => {
    const children = childrenOf(blossoms, at);
    const other = childrenOf(blossoms, below(blossoms.length));
    return changedAt(blossoms, at, { children: [...children.slice(1), other[0] as number] });
  }),
  'somebody else in a blossom': inBlossoms((blossoms, at, below, size) => {
    const children = childrenOf(blossoms, at);
    const others = Array.from({ length: size }, (_, v) => v).filter((v) => !children.includes(v));
    return others.length === 0 ? undefined : changedAt(blossoms, at, { children: [...children.slice(1), of(others, below)] });
  }),
  'a blossom that holds itself, or a later one, or nobody': inBlossoms((blossoms, at, below, size) =>
    changedAt(blossoms, at, { children: [...childrenOf(blossoms, at).slice(1), of([size + at, size + blossoms.length, -1, 1.5], below)] }),
  ),
  'a blossom where none was': inClaim((claim, below) => {
    const size = claim.mate.length;
    if (size < 4) return undefined;
    const first = below(size - 2);
    return { ...claim, blossoms: [...claim.blossoms, { children: [first, first + 1, first + 2], twiceZ: 2n }] };
  }),
  'blossoms in another order': inBlossoms((blossoms) => (blossoms.length < 2 ? undefined : blossoms.toReversed())),
  'what a pair weighs changed afterwards': inList((pairs, below) => {
    const [at, by] = [below(pairs.length), of([-1000, -1, 1, 1000], below)];
    return pairs.map(([u, v, weight], place) => [u, v, place === at ? Math.min(2 ** 53, Math.max(0, weight + by)) : weight] as const);
  }),
  'a pair left out afterwards': inList((pairs, below) => pairs.filter((_, place, { length }) => place !== below(length))),
  'a pair more afterwards': (proved, below) => {
    const { size, pairs } = proved.listed;
    const [u, v] = [below(size), below(size)];
    const listed = { size, pairs: [...pairs, [u, v, of(pairs, below)[2]] as const] };
    return u === v ? undefined : { ...proved, listed };
  },
};

function inClaim(change: (claim: Claim, below: Below) => Claim | undefined): RawWay {
  return (proved, below) => {
    const claim = proved.claim.mate.length === 0 ? undefined : change(proved.claim, below);
    return claim && { ...proved, claim };
  };
}

function inBlossoms(change: (blossoms: Blossoms, at: number, below: Below, size: number) => Blossoms | undefined): RawWay {
  return inClaim((claim, below) => {
    const { blossoms } = claim;
    const changed = blossoms.length === 0 ? undefined : change(blossoms, below(blossoms.length), below, claim.mate.length);
    return changed && { ...claim, blossoms: changed };
  });
}

function inList(change: (pairs: Listed['pairs'], below: Below) => Listed['pairs']): RawWay {
  return ({ listed, claim }, below) => ({ claim, listed: { ...listed, pairs: change(listed.pairs, below) } });
}

function changedAt(blossoms: Blossoms, at: number, change: Partial<Blossoms[number]>): Blossoms {
  return blossoms.map((each, place) => (place === at ? { ...each, ...change } : each));
}

function childrenOf(blossoms: Blossoms, at: number): readonly number[] {
  return blossoms[at]?.children ?? [];
}

function zOf(blossoms: Blossoms, at: number): bigint {
  return blossoms[at]?.twiceZ ?? 0n;
}

function of<T>(from: readonly T[], below: Below): T {
  return from[below(from.length)] as T;
}

/** Graphs with their certificates, the same for the same seed; every second has a blossom. */
export function provedRaw(count: number, from = 0): ProvedRaw[] {
  const proved: ProvedRaw[] = [];
  for (let seed = from; proved.length < count; seed++) {
    const listed = smallListed(seed);
    const found = listed.size < 2 ? undefined : maximumWeight(asGraph(listed, 'dense'), { seed });
    if (!found || 'obstacle' in found || (proved.length % 2 === 1 && found.blossoms.length === 0)) continue;
    const { mate, y, blossoms } = found;
    proved.push({ listed, claim: { mate: [...mate], twiceY: y.map((price) => 2n * price), blossoms: doubled(blossoms) } });
  }
  return proved;
}

/** Everything twice, so that halves are whole; a blossom without z proves nothing and harms nothing, if only it is one. */
export function faultInRawProof({ listed, claim }: ProvedRaw): string | undefined {
  const { mate, twiceY, blossoms } = claim;
  const weighs = costsIn(listed);
  const ordered = blossoms.every(({ children }, at) =>
    children.every((child) => Number.isInteger(child) && child >= 0 && child < listed.size + at),
  );
  const once = new Set(blossoms.flatMap(({ children }) => children)).size === blossoms.flatMap(({ children }) => children).length;
  if (!ordered || !once) return 'blossoms are no tree';
  const members = membersOf(listed.size, blossoms);
  if (members.some(({ length }) => length % 2 === 0)) return 'a blossom is not odd';
  const sets = blossoms.map(({ twiceZ }, at) => ({ members: members[at] ?? [], z: twiceZ })).filter(({ z }) => z !== 0n);
  const cost = (u: number, v: number) => {
    const asked = weighs(u, v);
    return asked === undefined ? undefined : 2n * asked;
  };
  return faultInProof({ size: listed.size, cost, mate, y: twiceY.map((price) => -price), blossoms: sets });
}

/** Whether no matching weighs more, by trying all. */
export function isHeaviest({ listed, claim: { mate } }: ProvedRaw): boolean {
  const cost = costsIn(listed);
  const sum = Array.from(mate).reduce((all, v, u) => (v > u ? all + (cost(u, v) ?? 0n) : all), 0n);
  return sum === leastByTrying(listed.size, cost);
}
