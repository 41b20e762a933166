// Everything that could be done to a proof of pairs, or to the question behind it, after the fact. A way changes a copy, where it finds something
// to change; what it was given stays as it is.
import type { Stage } from '../../../src/features/pairing/matching/order/in-order.ts';
import type { Digit, Question, Tier } from '../../../src/features/pairing/matching/order/tiers.ts';
import type { Proved } from './staged-proof.ts';

/** Numbers from 0 up to, and without, the argument. */
export type Below = (count: number) => number;
/** Changes something; `undefined` where there is nothing to change. */
export type Way = (proved: Proved, below: Below) => Proved | undefined;

const BY = [-1000, -1, -0.5, 0.5, 1, 1000];

export const waysWithPairs: Record<string, Way> = {
  'a price raised or lowered, by a half or more': inStage(({ y }, below, { question }) => ({
    y: withPlace(y, below(question.size), (price) => price + of(BY, below)),
  })),
  'the prices of two partners moved against each other': inStage(({ y }, below, { question, mate }) => {
    const u = below(question.size);
    const by = of(BY, below);
    return { y: y.map((price, v) => (v === u ? price + by : v === mate[u] ? price - by : price)) };
  }),
  'two prices exchanged': inStage(({ y }, below, { question }) => {
    const [u, v] = [below(question.size), below(question.size)];
    return y[u] === y[v] ? undefined : { y: exchanged(y, u, v) };
  }),
  'all prices raised, or lowered': inStage(({ y }, below) => {
    const by = of(BY, below);
    return { y: y.map((price) => price + by) };
  }),
  'a price that is no number, or has no end': inStage(({ y }, below, { question }) => ({
    y: withPlace(y, below(question.size), () => of([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY], below)),
  })),
  'prices too large to be exact, one up and its partner down': inStage(({ y }, below, { question, mate }) => {
    const u = below(question.size);
    return { y: y.map((price, v) => (v === u ? price + 2 ** 54 : v === mate[u] ? price - 2 ** 54 : price)) };
  }),
  'a price too few, or too many': inStage(({ y }, below) => ({ y: below(2) === 0 ? y.slice(1) : Float64Array.of(...y, 0) })),
  'a blossom left out': inBlossoms((blossoms, at) => blossoms.filter((_, place) => place !== at)),
  'a z raised or lowered': inBlossom(({ members, z }, below) => ({ members, z: z + of(BY, below) })),
  'a z of nothing, below it, or no number': inBlossom(({ members, z }, below) => ({ members, z: of([0, -z, Number.NaN], below) })),
  'a blossom without one or two of its members': inBlossom(({ members, z }, below) => ({ members: members.slice(1 + below(2)), z })),
  'somebody else in a blossom': inBlossom(({ members, z }, below, { question }) => {
    const others = Array.from({ length: question.size }, (_, v) => v).filter((v) => !members.includes(v));
    return others.length === 0 ? undefined : { members: withPlace(members, below(members.length), () => of(others, below)), z };
  }),
  'a member twice in a blossom': inBlossom(({ members, z }) => ({ members: Int32Array.of(...members.slice(1), members[1] as number), z })),
  'a blossom of people who are none': inBlossom(({ members, z }, _, { question }) => ({
    members: Int32Array.of(...members.slice(2), question.size + 3, -1),
    z,
  })),
  'a blossom twice': inBlossoms((blossoms, at) => [...blossoms, blossoms[at] as Stage['blossoms'][number]]),
  'a blossom where none was': inStage(({ blossoms }, below, { question }) => {
    const members = Int32Array.from(drawn(question.size, 3, below));
    return { blossoms: [...blossoms, { members, z: 0.5 + below(2) }] };
  }),
  'a toll of another height': inStage(({ toll }, below, proved, at) =>
    proved.stages.slice(0, at).some(({ blossoms }) => blossoms.length > 0)
      ? { toll: of([0, -toll, toll - 1, toll + 1, 2 * toll, Number.NaN], below) }
      : undefined,
  ),
  'two aims of a group exchanged': inGroup((group, below) => {
    const at = below(group.length - 1);
    return group.length < 2 ? undefined : exchangedIn(group, at, at + 1);
  }),
  'two aims of a group in each other’s places': inGroup((group, below) => {
    const at = below(group.length - 1);
    const [one, other] = [group[at], group[at + 1]];
    if (!one || !other) return undefined;
    return group.map((digit, place) =>
      place === at ? { ...other, place: one.place } : place === at + 1 ? { ...one, place: other.place } : digit,
    );
  }),
  'an aim left out': inGroup((group, below) => group.toSpliced(below(group.length), 1)),
  'an aim twice': inGroup((group, below) => group.toSpliced(below(group.length), 0, of(group, below))),
  'an aim that is none': inGroup((group, _, { question }) => [...group, { tier: question.tiers.length + 2, least: 0, place: 1 }]),
  'a digit in another place': inGroup((group, below) => {
    const at = below(group.length);
    return group.map((digit, place) =>
      place === at ? { ...digit, place: of([...BY, Number.NaN, Number.POSITIVE_INFINITY, -2], below) + digit.place } : digit,
    );
  }),
  'all digits in the lowest place': inGroup((group) => (group.length < 2 ? undefined : group.map((digit) => ({ ...digit, place: 1 })))),
  'a digit counted from another least': inGroup((group, below) => {
    const at = below(group.length);
    return group.map((digit, place) => (place === at ? { ...digit, least: digit.least + of([-1, 1], below) } : digit));
  }),
  'a stage left out': inStages((stages, below) => stages.toSpliced(below(stages.length), 1)),
  'two stages exchanged': inStages((stages, below) => {
    const at = below(stages.length - 1);
    return stages.length < 2 ? undefined : exchangedIn(stages, at, at + 1);
  }),
  'a stage twice': inStages((stages, below) => stages.toSpliced(below(stages.length), 0, of(stages, below))),
  'the aims of two stages in one': inStages((stages, below) => {
    const at = below(stages.length - 1);
    const [one, other] = [stages[at], stages[at + 1]];
    return one && other ? stages.toSpliced(at, 2, { ...one, group: [...one.group, ...other.group] }) : undefined;
  }),
  'no stages': (proved) => ({ ...proved, stages: [] }),
  'two pairs in exchanged partners': (proved, below) => {
    const [u, v] = drawn(proved.question.size, 2, below) as [number, number];
    return proved.mate[u] === v ? undefined : { ...proved, mate: crossed(proved.mate, u, v) };
  },
  'a partner who is somebody else’s, nobody, or oneself': (proved, below) => {
    const u = below(proved.question.size);
    const other = of([u, -1, proved.question.size, (u + 1 + below(proved.question.size - 1)) % proved.question.size], below);
    return other === proved.mate[u] ? undefined : { ...proved, mate: withPlace(proved.mate, u, () => other) };
  },
  'a partner too few': (proved) => ({ ...proved, mate: proved.mate.slice(1) }),
  'two people who take each other’s place': (proved, below) => {
    const [u, v] = drawn(proved.question.size, 2, below) as [number, number];
    return { ...proved, question: asIf(proved.question, u, v) };
  },
  'a pair forbidden afterwards': inQuestion(({ size, open, tiers }, below) => {
    const [u, v] = drawn(size, 2, below) as [number, number];
    return open[u * size + v] === 0 ? undefined : { size, tiers, open: withPair(open, size, [u, v], 0) };
  }),
  'a pair of the plan forbidden afterwards': (proved, below) => {
    const { size, open, tiers } = proved.question;
    const u = below(size);
    return { ...proved, question: { size, tiers, open: withPair(open, size, [u, proved.mate[u] as number], 0) } };
  },
  'a pair allowed afterwards': inQuestion(({ size, open, tiers }, below) => {
    const [u, v] = drawn(size, 2, below) as [number, number];
    return open[u * size + v] === 1 ? undefined : { size, tiers, open: withPair(open, size, [u, v], 1) };
  }),
  'what a pair costs changed afterwards': inQuestion((question, below) => {
    const [u, v] = drawn(question.size, 2, below) as [number, number];
    return withUnits(question, below(question.tiers.length), [u, v], of([-1, 1, 1000], below));
  }),
  'what a pair of the plan costs changed afterwards': (proved, below) => {
    const u = below(proved.question.size);
    const pair = [u, proved.mate[u] as number] as const;
    return { ...proved, question: withUnits(proved.question, below(proved.question.tiers.length), pair, of([-1, 1, 1000], below)) };
  },
  'two aims of the question exchanged': inQuestion(({ size, open, tiers }, below) => {
    const at = below(tiers.length - 1);
    return tiers.length < 2 ? undefined : { size, open, tiers: exchangedIn(tiers, at, at + 1) };
  }),
  'an aim more in the question': inQuestion(({ size, open, tiers }, below) => {
    const units = Int32Array.from({ length: size }, () => below(3));
    const row = (u: number, into: Float64Array) => into.set(units.map((each) => each + (units[u] as number)));
    return { size, open, tiers: [...tiers, { name: 'more', row }] };
  }),
};

type StageChange = (stage: Stage, below: Below, proved: Proved, at: number) => Partial<Stage> | undefined;

function inStage(change: StageChange): Way {
  return (proved, below) => {
    if (proved.stages.length === 0) return undefined;
    const at = below(proved.stages.length);
    const changed = change(proved.stages[at] as Stage, below, proved, at);
    return changed && { ...proved, stages: proved.stages.map((stage, place) => (place === at ? { ...stage, ...changed } : stage)) };
  };
}

function inStages(change: (stages: readonly Stage[], below: Below) => Stage[] | undefined): Way {
  return (proved, below) => {
    const stages = proved.stages.length === 0 ? undefined : change(proved.stages, below);
    return stages && { ...proved, stages };
  };
}

function inGroup(change: (group: readonly Digit[], below: Below, proved: Proved) => readonly Digit[] | undefined): Way {
  return inStage(({ group }, below, proved) => {
    const changed = change(group, below, proved);
    return changed && { group: changed };
  });
}

/** In the stage that has some, if there is one. */
function inBlossoms(change: (blossoms: Stage['blossoms'], at: number, below: Below, proved: Proved) => Stage['blossoms'] | undefined): Way {
  return (proved, below) => {
    const stage = proved.stages.findIndex(({ blossoms }) => blossoms.length > 0);
    const own = proved.stages[stage]?.blossoms;
    const blossoms = own && change(own, below(own.length), below, proved);
    return blossoms && { ...proved, stages: proved.stages.map((each, at) => (at === stage ? { ...each, blossoms } : each)) };
  };
}

type Blossom = Stage['blossoms'][number];

function inBlossom(change: (blossom: Blossom, below: Below, proved: Proved) => Blossom | undefined): Way {
  return inBlossoms((blossoms, at, below, proved) => {
    const changed = change(blossoms[at] as Blossom, below, proved);
    return changed && blossoms.map((each, place) => (place === at ? changed : each));
  });
}

function inQuestion(change: (question: Question, below: Below) => Question | undefined): Way {
  return (proved, below) => {
    const question = change(proved.question, below);
    return question && { ...proved, question };
  };
}

function of<T>(from: readonly T[], below: Below): T {
  return from[below(from.length)] as T;
}

/** Some numbers below `size`, each once. */
function drawn(size: number, count: number, below: Below): number[] {
  const numbers = new Set<number>();
  while (numbers.size < Math.min(count, size)) numbers.add(below(size));
  return [...numbers];
}

function withPlace<A extends Float64Array | Int32Array>(array: A, at: number, change: (value: number) => number): A {
  const copy = array.slice() as A;
  copy[at] = change(array[at] as number);
  return copy;
}

function exchanged<A extends Float64Array | Int32Array>(array: A, u: number, v: number): A {
  const copy = array.slice() as A;
  copy[u] = array[v] as number;
  copy[v] = array[u] as number;
  return copy;
}

function exchangedIn<T>(list: readonly T[], u: number, v: number): T[] {
  return list.map((each, at) => (at === u ? list[v] : at === v ? list[u] : each) as T);
}

/** `u` with `v`, and whom they leave with each other. */
function crossed(mate: Int32Array, u: number, v: number): Int32Array {
  const next = mate.slice();
  const [a, b] = [mate[u] as number, mate[v] as number];
  [next[u], next[v], next[a], next[b]] = [v, u, b, a];
  return next;
}

function withPair(open: Uint8Array, size: number, [u, v]: readonly [number, number], allowed: 0 | 1): Uint8Array {
  const copy = open.slice();
  copy[u * size + v] = allowed;
  copy[v * size + u] = allowed;
  return copy;
}

/** The question in which a pair asks more, or less, under one aim; nothing is below zero. */
function withUnits(question: Question, tier: number, [u, v]: readonly [number, number], by: number): Question {
  const changed = (from: Tier): Tier => ({
    ...from,
    row: (one, into) => {
      from.row(one, into);
      const other = one === u ? v : one === v ? u : -1;
      if (other >= 0) into[other] = Math.max(0, (into[other] as number) + by);
    },
  });
  return { ...question, tiers: question.tiers.map((each, at) => (at === tier ? changed(each) : each)) };
}

/** The question in which `u` and `v` have changed their places. */
function asIf({ size, open, tiers }: Question, u: number, v: number): Question {
  const place = (at: number) => (at === u ? v : at === v ? u : at);
  return {
    size,
    open: Uint8Array.from(open, (_, at) => open[place(Math.floor(at / size)) * size + place(at % size)] as number),
    tiers: tiers.map((tier) => ({
      ...tier,
      ...(tier.duty && { duty: exchanged(tier.duty, u, v) }),
      row: (one, into) => {
        tier.row(place(one), into);
        [into[u], into[v]] = [into[v] as number, into[u] as number];
      },
    })),
  };
}
