// Everything that could be done to a proof with a trio, or to the question behind it, after the fact. A way changes a copy, where it finds
// something to change.
import type { Question } from '../../../src/features/pairing/matching/order/tiers.ts';
import type { TrioPlan } from '../../../src/features/pairing/matching/trio/trio.ts';
import type { Below } from './tampering.ts';
import type { ProvedTrio } from './trio-proof.ts';

export type TrioWay = (proved: ProvedTrio, below: Below) => ProvedTrio | undefined;

type Prices = TrioPlan['proof'][number];
type Stage = Prices['stages'][number];

const BY = [-1000, -1, -0.5, 0.5, 1, 1000];

export const waysWithTrio: Record<string, TrioWay> = {
  'one of the three exchanged with somebody in a pair': inPlan((plan, below) => {
    const at = below(3);
    const out = plan.trio[at] as number;
    const others = Array.from(plan.mate.keys()).filter((v) => (plan.mate[v] as number) >= 0);
    if (others.length === 0) return undefined;
    const into = of(others, below);
    const partner = plan.mate[into] as number;
    const mate = plan.mate.map((v, u) => (u === into ? -1 : u === partner ? out : u === out ? partner : v));
    return { ...plan, mate, trio: plan.trio.with(at, into) as unknown as TrioPlan['trio'] };
  }),
  'somebody twice in the trio': inPlan((plan) => ({ ...plan, trio: [plan.trio[0], plan.trio[1], plan.trio[1]] })),
  'one of the three with a partner as well': inPlan((plan, below) => {
    const v = below(plan.mate.length);
    return { ...plan, mate: plan.mate.map((each, u) => (u === plan.trio[0] ? v : each)) };
  }),
  'two pairs in exchanged partners': inPlan((plan, below) => {
    const [u, v] = [below(plan.mate.length), below(plan.mate.length)];
    const [a, b] = [plan.mate[u] as number, plan.mate[v] as number];
    if (a < 0 || b < 0 || u === v || a === v) return undefined;
    return { ...plan, mate: plan.mate.map((each, at) => (at === u ? v : at === v ? u : at === a ? b : at === b ? a : each)) };
  }),
  'a price raised or lowered, by a half or more': inStage((stage, below) => {
    const v = below(stage.y.length);
    const by = of(BY, below);
    return { ...stage, y: stage.y.map((price, at) => (at === v ? price + by : price)) };
  }),
  'all prices raised, or lowered': inStage((stage, below) => {
    const by = of(BY, below);
    return { ...stage, y: stage.y.map((price) => price + by) };
  }),
  'a price that is no number, or has no end': inStage((stage, below) => {
    const v = below(stage.y.length);
    const by = of([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY], below);
    return { ...stage, y: stage.y.map((price, at) => (at === v ? by : price)) };
  }),
  'a price too few': inStage((stage) => ({ ...stage, y: stage.y.slice(1) })),
  'a blossom left out': inBlossom(() => []),
  'a z raised or lowered': inBlossom((blossom, below) => [{ ...blossom, z: blossom.z + of(BY, below) }]),
  'a z below nothing, or no number': inBlossom((blossom, below) => [{ ...blossom, z: of([-blossom.z, Number.NaN], below) }]),
  'a blossom without one or two of its members': inBlossom(({ members, z }, below) => [{ members: members.slice(1 + below(2)), z }]),
  'a member twice in a blossom': inBlossom(({ members, z }) => [
    { members: Int32Array.of(...members.slice(1), members[1] ?? (members[0] as number)), z },
  ]),
  'a blossom where none was': inStage((stage, below) => {
    const first = below(stage.y.length - 2);
    return { ...stage, blossoms: [...stage.blossoms, { members: Int32Array.of(first, first + 1, first + 2), z: 1 + below(3) }] };
  }),
  'a toll of another height': inStage((stage, below, at) =>
    at === 0 ? undefined : { ...stage, toll: of([0, -1, 1, 2], below) * stage.toll - 1 },
  ),
  'an aim left out': inStage((stage, below) => ({ ...stage, group: stage.group.toSpliced(below(stage.group.length), 1) })),
  'an aim that is none': inStage((stage) => ({ ...stage, group: [...stage.group, { tier: 99, least: 0, place: 1 }] })),
  'all digits in the lowest place': inStage((stage) =>
    stage.group.length < 2 ? undefined : { ...stage, group: stage.group.map((digit) => ({ ...digit, place: 1 })) },
  ),
  'a digit counted from another least': inStage((stage, below) => {
    const at = below(stage.group.length);
    return {
      ...stage,
      group: stage.group.map((digit, place) => (place === at ? { ...digit, least: digit.least + of([-1, 1], below) } : digit)),
    };
  }),
  'a stage left out': inSet((prices, below) =>
    prices.stages.length === 0 ? undefined : { ...prices, stages: prices.stages.toSpliced(below(prices.stages.length), 1) },
  ),
  'a set of prices left out': inPlan((plan, below) => ({ ...plan, proof: plan.proof.toSpliced(below(plan.proof.length), 1) })),
  'no proof': inPlan((plan) => ({ ...plan, proof: [] })),
  'a set of prices given out for that of others': inSet((prices, below, { question: { size } }) => ({
    ...prices,
    without: prices.without.length === 0 ? [below(size)] : [],
  })),
  'a set of prices given out for that of somebody else': inSet((prices, below, { question: { size } }) =>
    prices.without.length === 0
      ? undefined
      : { ...prices, without: prices.without.map((v, at) => (at === 0 ? (v + 1 + below(size - 1)) % size : v)) },
  ),
  'a worse plan, with one set of prices in which somebody is left out and priced high': (proved, below) => {
    const { plan, question } = proved;
    const [first] = plan.proof;
    const v = below(question.size);
    const stages = (first?.stages ?? []).map((stage) => ({
      ...stage,
      y: stage.y.map((price, at) => (at === v ? price + 2 ** 40 : price)),
    }));
    const swapped = waysWithTrio['one of the three exchanged with somebody in a pair']?.(proved, below);
    return swapped && { question, plan: { ...swapped.plan, proof: [{ without: [v], stages }] } };
  },
  'an obstacle that is none': (proved, below) => {
    const { size } = proved.question;
    const [a, b, c] = [0, 1, 2].map((step) => (below(size) + step) % size) as [number, number, number];
    const claim = { without: [below(size)], stages: [], obstacle: { groups: [[a], [b]], partners: [c] } };
    return { ...proved, plan: { ...proved.plan, proof: [...proved.plan.proof.slice(0, 1), claim] } };
  },
  'an obstacle of everybody': (proved) => {
    const { size } = proved.question;
    const everybody = Array.from({ length: size }, (_, v) => v);
    const claims = everybody.map((v) => ({ without: [v], stages: [], obstacle: { groups: [everybody], partners: [] } }));
    return { ...proved, plan: { ...proved.plan, proof: [...proved.plan.proof.slice(0, 1), ...claims] } };
  },
  'a pair forbidden afterwards': inQuestion((question, below) => {
    const [u, v] = [below(question.size), below(question.size)];
    return question.open[u * question.size + v] === 0 ? undefined : withPair(question, [u, v], 0);
  }),
  'two of the three forbidden afterwards': (proved, below) => {
    const at = below(3);
    const pair = [proved.plan.trio[at] as number, proved.plan.trio[(at + 1) % 3] as number] as const;
    return { ...proved, question: withPair(proved.question, pair, 0) };
  },
  'a pair allowed afterwards': inQuestion((question, below) => {
    const [u, v] = [below(question.size), below(question.size)];
    return u === v || question.open[u * question.size + v] === 1 ? undefined : withPair(question, [u, v], 1);
  }),
  'what a pair costs changed afterwards': inQuestion((question, below) => {
    const [u, v] = [below(question.size), below(question.size)];
    return u === v ? undefined : withUnits(question, below(question.tiers.length), [u, v], of([-1, 1, 1000], below));
  }),
  'what being one of three costs changed afterwards': inQuestion((question, below) => {
    const at = below(question.tiers.length);
    const duty = question.tiers[at]?.duty;
    const v = below(question.size);
    const moved = duty?.map((each, u) => (u === v ? each + 1 + below(2) : each));
    return moved && { ...question, tiers: question.tiers.map((tier, place) => (place === at ? { ...tier, duty: moved } : tier)) };
  }),
};

function inPlan(change: (plan: TrioPlan, below: Below) => TrioPlan | undefined): TrioWay {
  return (proved, below) => {
    const plan = change(proved.plan, below);
    return plan && { ...proved, plan };
  };
}

function inSet(change: (prices: Prices, below: Below, proved: ProvedTrio) => Prices | undefined): TrioWay {
  return (proved, below) => {
    const { proof } = proved.plan;
    const at = below(proof.length);
    const changed = proof[at] && change(proof[at], below, proved);
    return changed && { ...proved, plan: { ...proved.plan, proof: proof.map((prices, place) => (place === at ? changed : prices)) } };
  };
}

function inStage(change: (stage: Stage, below: Below, at: number) => Stage | undefined): TrioWay {
  return inSet((prices, below) => {
    if (prices.stages.length === 0) return undefined;
    const at = below(prices.stages.length);
    const changed = change(prices.stages[at] as Stage, below, at);
    return changed && { ...prices, stages: prices.stages.map((stage, place) => (place === at ? changed : stage)) };
  });
}

/** In the first set and stage that have some. */
function inBlossom(change: (blossom: Stage['blossoms'][number], below: Below) => Stage['blossoms']): TrioWay {
  return (proved, below) => {
    let changed = false;
    const proof = proved.plan.proof.map((prices) => ({
      ...prices,
      stages: prices.stages.map((stage) => {
        const [first, ...others] = stage.blossoms;
        if (changed || !first) return stage;
        changed = true;
        return { ...stage, blossoms: [...change(first, below), ...others] };
      }),
    }));
    return changed ? { ...proved, plan: { ...proved.plan, proof } } : undefined;
  };
}

function inQuestion(change: (question: Question, below: Below) => Question | undefined): TrioWay {
  return (proved, below) => {
    const question = change(proved.question, below);
    return question && { ...proved, question };
  };
}

function of<T>(from: readonly T[], below: Below): T {
  return from[below(from.length)] as T;
}

function withPair(question: Question, [u, v]: readonly [number, number], allowed: 0 | 1): Question {
  const open = question.open.slice();
  open[u * question.size + v] = allowed;
  open[v * question.size + u] = allowed;
  return { ...question, open };
}

function withUnits(question: Question, tier: number, [u, v]: readonly [number, number], by: number): Question {
  const tiers = question.tiers.map((each, at) => {
    if (at !== tier) return each;
    const row = (one: number, into: Float64Array) => {
      each.row(one, into);
      const other = one === u ? v : one === v ? u : -1;
      if (other >= 0) into[other] = Math.max(0, (into[other] as number) + by);
    };
    return { ...each, row };
  });
  return { ...question, tiers };
}
