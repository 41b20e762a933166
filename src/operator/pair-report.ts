// What `coachingpairs pair` prints: for a program as data, for a person as lines.
import type { Outlook } from '../features/pairing/ahead.ts';
import type { Because, Candidate, Cause, PairingPlan } from '../features/pairing/plan.ts';
import { sayTotals } from '../features/pairing/said.ts';
import type { Content } from '../platform/content/load.ts';

/** A round as it was worked out. */
export interface Round {
  plan: PairingPlan;
  people: readonly Candidate[];
  seed: string;
  /** Who could not be paired at all, by address, and why. */
  unpaired: readonly string[];
  causes: readonly Cause[];
  milliseconds: number;
}

export function roundData(content: Content, { plan, people, seed, unpaired, causes, milliseconds }: Round): Record<string, unknown> {
  const inWords = (all: readonly Because[]) => all.map(({ id, blanks }) => content.plain(id, blanks));
  return {
    people: people.length,
    seed,
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
  const { plan, people, seed, unpaired, causes, milliseconds } = round;
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

export function outlookData({ repeatsFrom, bridges, carried }: Outlook): Record<string, unknown> {
  return { repeatsFrom: repeatsFrom ?? null, bridges, carried };
}

const LISTED = 10;

export function outlookLines({ repeatsFrom, bridges, carried }: Outlook, people: readonly Candidate[]): string[] {
  const named = new Map(people.map(({ id, name }) => [id, name]));
  const missing = bridges.missing.slice(0, LISTED).map(([a, b]) => `${a} – ${b}`);
  const more = bridges.missing.length - missing.length;
  const most = Math.max(0, ...carried.map(({ compromises }) => compromises));
  const often = carried.filter(({ compromises }) => compromises === most && most > 0);
  return [
    repeatsFrom === undefined
      ? 'No partners are together again in these rounds.'
      : `Partners are together again from round ${repeatsFrom} on.`,
    `Functions joined: ${bridges.built} of ${bridges.possible} pairs of functions.`,
    ...(missing.length > 0 ? [`  Not joined: ${missing.join('; ')}${more > 0 ? ` and ${more} more` : ''}`] : []),
    `Compromises were carried by ${carried.filter(({ compromises }) => compromises > 0).length} people, ${most} times at most${
      often.length > 0 && often.length <= LISTED ? `: ${often.map(({ leader }) => named.get(leader)).join(', ')}` : ''
    }.`,
    `Trios: ${carried.filter(({ trios }) => trios > 0).length} people were in one.`,
  ];
}
