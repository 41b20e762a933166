// What `coachingpairs pair` prints of a round: for a program as data, for a person as lines.
import type { Because, Cause, PairingFacts, PairingPlan } from '../features/pairing/plan.ts';
import { sayTotals } from '../features/pairing/said.ts';
import type { Content } from '../platform/content/load.ts';

/** A round as it was worked out. */
export interface Round {
  plan: PairingPlan;
  facts: PairingFacts;
  /** Who could not be paired at all, by address, and why. */
  unpaired: readonly string[];
  causes: readonly Cause[];
  milliseconds: number;
}

export function roundData(content: Content, { plan, facts, unpaired, causes, milliseconds }: Round): Record<string, unknown> {
  const inWords = (all: readonly Because[]) => all.map(({ id, blanks }) => content.plain(id, blanks));
  return {
    people: facts.leaders.length,
    seed: facts.seed,
    pairs: plan.possible
      ? plan.pairs.map(({ leaders, reasons, compromises }) => ({ leaders, reasons: inWords(reasons), compromises: inWords(compromises) }))
      : [],
    totals: plan.possible ? plan.totals : null,
    unpaired,
    causes: causes.map(({ leaders, because }) => ({ leaders, because: content.plain(because.id, because.blanks) })),
    certificate: plan.possible ? { optimal: true, ...plan.certificate } : null,
    milliseconds,
  };
}

/** The pairs with their reasons and compromises; `brief` leaves out the pairs that give nothing up. */
export function roundLines(content: Content, round: Round, brief?: 'brief'): string[] {
  const { plan, facts, unpaired, causes, milliseconds } = round;
  const { leaders: people, seed } = facts;
  const named = new Map(people.map(({ id, name, function: own }) => [id, own === '' ? name : `${name} (${own})`]));
  const why = causes.map(({ because }) => `  ${content.plain(because.id, because.blanks)}`);
  const left = unpaired.length === 0 ? [] : [`Not paired: ${unpaired.map((id) => named.get(id)).join(', ')}`, ...why];
  if (!plan.possible) return [`No plan is possible for ${people.length} people.`, ...left];
  const shown = plan.pairs.filter(({ compromises }) => !brief || compromises.length > 0);
  const lines = shown.flatMap(({ leaders, reasons, compromises }) => [
    leaders.map((id) => named.get(id)).join(' – '),
    ...(brief || reasons.length === 0 ? [] : [`  ${reasons.map(({ id, blanks }) => content.plain(id, blanks)).join(' · ')}`]),
    ...compromises.map(({ id, blanks }) => `  But: ${content.plain(id, blanks)}`),
  ]);
  const proof = `Proved the best plan there is for these rules; the proof was checked. Seed ${seed}, ${milliseconds} ms.`;
  return [...lines, ...(brief ? [] : ['']), sayTotals(content, plan.totals), ...left, proof];
}
