// Judges one matching and its prices in whole numbers of any length, by nothing but the theorem: where no pair costs less than its two prices
// (less what the odd sets around both give back), and what is matched costs exactly that, nothing costs less. Shares no line with the program.

/** What is claimed: that `mate` is a perfect matching of least cost. */
export interface Claim {
  size: number;
  /** What a pair costs; `undefined` where it is forbidden. */
  cost: (u: number, v: number) => bigint | undefined;
  mate: ArrayLike<number>;
  /** Prices, whole or in halves, as numbers or as written out. */
  y: ArrayLike<number | string | bigint>;
  blossoms: readonly { members: ArrayLike<number>; z: number | string | bigint }[];
}

/** What is wrong with the claim; nothing where it is proved. */
export function faultInProof(claim: Claim): string | undefined {
  try {
    return matchingFault(claim) ?? setsFault(claim) ?? pricesFault(claim);
  } catch (fault) {
    if (fault instanceof RangeError) return fault.message;
    throw fault;
  }
}

/** Twice a number that is whole or a half: exact, however long it is written. */
export function twice(number: number | string | bigint): bigint {
  if (typeof number === 'bigint') return 2n * number;
  const [, sign = '', whole = '', half] = /^(-?)(\d+)(\.5|\.0)?$/.exec(written(number)) ?? [];
  if (whole === '') throw new RangeError(`${number} is neither whole nor a half`);
  const double = 2n * BigInt(whole) + (half === '.5' ? 1n : 0n);
  return sign === '-' ? -double : double;
}

/** A large number is written with all its figures. */
function written(number: number | string): string {
  return typeof number === 'number' && Number.isInteger(number) ? BigInt(number).toString() : String(number);
}

function matchingFault({ size, cost, mate }: Claim): string | undefined {
  if (mate.length !== size) return `${mate.length} partners for ${size}`;
  for (let u = 0; u < size; u++) {
    const v = mate[u];
    if (v === undefined || !Number.isInteger(v) || v < 0 || v >= size || v === u) return `${u} has no partner`;
    if (mate[v] !== u) return `${u} is not the partner of ${v}`;
    if (cost(u, v) === undefined) return `${u} and ${v} are forbidden`;
  }
  return undefined;
}

/** Sets are odd, with z above nothing, matched inside themselves but for one, and each two of them nested or apart. */
function setsFault({ size, mate, blossoms }: Claim): string | undefined {
  for (const { members, z } of blossoms) {
    const set = new Set(Array.from(members));
    if (set.size !== members.length || set.size % 2 === 0 || set.size < 3) return 'a blossom is no odd set';
    if ([...set].some((v) => !(Number.isInteger(v) && v >= 0 && v < size))) return 'a blossom holds nobody';
    if (!(twice(z) > 0n)) return 'a z is not above nothing';
    if ([...set].filter((v) => !set.has(mate[v] as number)).length !== 1) return 'a blossom is not full';
  }
  return crossingFault(size, blossoms);
}

/** Largest first, everyone in a set must have been in the same set so far, and that one must be larger. */
function crossingFault(size: number, blossoms: Claim['blossoms']): string | undefined {
  const innermost = new Array<ArrayLike<number> | undefined>(size).fill(undefined);
  for (const { members } of [...blossoms].sort((one, other) => other.members.length - one.members.length)) {
    const around = innermost[members[0] as number];
    if (around?.length === members.length) return 'a blossom is there twice';
    for (const v of Array.from(members)) {
      if (innermost[v] !== around) return 'two blossoms cross';
      innermost[v] = members;
    }
  }
  return undefined;
}

function pricesFault({ size, cost, mate, y, blossoms }: Claim): string | undefined {
  if (y.length !== size) return `${y.length} prices for ${size}`;
  const prices = Array.from(y, twice);
  const around: { members: ArrayLike<number>; z: bigint }[][] = prices.map(() => []);
  let dual = prices.reduce((sum, price) => sum + price, 0n);
  for (const { members, z } of blossoms) {
    const each = { members, z: twice(z) };
    for (const v of Array.from(members)) around[v]?.push(each);
    dual -= each.z * BigInt((members.length - 1) / 2);
  }
  let primal = 0n;
  for (let u = 0; u < size; u++) {
    const shared = new Map<number, bigint>();
    for (const { members, z } of around[u] ?? []) for (const v of Array.from(members)) shared.set(v, (shared.get(v) ?? 0n) + z);
    for (let v = u + 1; v < size; v++) {
      const asked = cost(u, v);
      if (asked === undefined) continue;
      const slack = 2n * asked + (shared.get(v) ?? 0n) - (prices[u] as bigint) - (prices[v] as bigint);
      if (slack < 0n) return `${u} and ${v} cost less than their prices`;
      if (mate[u] === v) primal += 2n * asked;
      if (mate[u] === v && slack > 0n) return `${u} and ${v} cost more than their prices`;
    }
  }
  return primal === dual ? undefined : `the pairs come to ${primal}, the prices to ${dual}`;
}
