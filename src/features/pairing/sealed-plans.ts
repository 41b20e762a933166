// What is kept of plans and of the reasons for pairs, sealed: the proof of a plan has prices in it from which private wishes could be worked
// out, and a reason may say that two named each other. Nothing else in this room seals or opens them.
import { z } from 'zod';
import { pairSeal, planSeal } from '../../platform/plan-seals.ts';
import type { Db, Tools, Tx } from '../../platform/tools.ts';
import type { Drawn } from './drawn.ts';
import type { Edit } from './edits.ts';
import type { Because, PairingPlan, PairingTotals } from './plan.ts';
import type { Certificate } from './planning/certificate.ts';

export type Sealing = Pick<Tools, 'vault' | 'workspace'>;

const ids = z.array(z.string());
const two = z.tuple([z.string(), z.string()]);
const because: z.ZodType<Because> = z.object({ id: z.string(), blanks: z.record(z.string(), z.union([z.string(), z.number()])) });
const whyPair = z.object({ reasons: z.array(because), compromises: z.array(because) });

const around = { around: ids.optional() };

const edit: z.ZodType<Edit> = z.discriminatedUnion('what', [
  z.object({ what: z.literal('swap'), people: two, groups: z.array(ids), ...around }),
  z.object({ what: z.literal('keep'), group: ids, ...around }),
  z.object({ what: z.literal('forbid'), pair: two, reason: z.string(), by: z.string(), ...around }),
  z.object({ what: z.literal('leave-out'), leader: z.string() }),
  z.object({ what: z.literal('redraw'), seed: z.string() }),
]);

const totals: z.ZodType<PairingTotals> = z.object({
  leaders: z.number(),
  pairs: z.number(),
  trios: z.number(),
  sameFunction: z.number(),
  repeats: z.number(),
  mutualWelcomes: z.number(),
  oneSidedWelcomes: z.number(),
  shortHours: z.number(),
  newBridges: z.number(),
});

const certificate: z.ZodType<Certificate> = z.looseObject({
  checked: z.literal(true),
  people: ids,
  stages: z.array(
    z.looseObject({
      aims: z.array(z.looseObject({ aim: z.string(), least: z.number(), place: z.number() })),
      toll: z.number(),
      prices: z.array(z.number()),
      blossoms: z.array(z.looseObject({ members: z.array(z.number()), z: z.number() })),
    }),
  ),
  triosTried: z.number(),
});

const plan: z.ZodType<PairingPlan> = z.discriminatedUnion('possible', [
  z.object({
    possible: z.literal(true),
    pairs: z.array(z.object({ leaders: ids, ...whyPair.shape })),
    totals,
    seed: z.string(),
    certificate,
  }),
  z.object({ possible: z.literal(false), causes: z.array(z.object({ leaders: ids, because })) }),
]);

const maybe = { wished: z.number().optional(), by: z.string().optional(), undone: z.boolean().optional() };
const before = z.object({ totals, moved: z.number(), ...maybe });
const drawn = z.object({ plan, mark: z.string(), before: before.optional(), first: z.array(ids).optional() });
const planned = z.object({ edits: z.array(edit), drawn });

export interface Planned {
  edits: readonly Edit[];
  drawn: Drawn;
}

export interface WhyPair {
  reasons: readonly Because[];
  compromises: readonly Because[];
}

export function sealPlan({ vault, workspace }: Sealing, tx: Tx, proposal: string, { edits, drawn }: Planned): Promise<string> {
  return vault.seal(tx, planSeal(workspace, proposal), JSON.stringify({ edits, drawn }));
}

/** Throws `SealBroken` where the seal does not hold. */
export async function openPlan({ vault, workspace }: Sealing, db: Db | Tx, proposal: string, sealed: string): Promise<Planned> {
  const { edits, drawn: kept } = planned.parse(JSON.parse(await vault.open(db, planSeal(workspace, proposal), sealed)));
  const { before: was, first, ...rest } = kept;
  return { edits, drawn: { ...rest, ...(was && { before: was }), ...(first && { first }) } };
}

export function sealWhy({ vault, workspace }: Sealing, tx: Tx, pair: string, { reasons, compromises }: WhyPair): Promise<string> {
  return vault.seal(tx, pairSeal(workspace, pair), JSON.stringify({ reasons, compromises }));
}

/** Throws `SealBroken` where the seal does not hold. */
export async function openWhy({ vault, workspace }: Sealing, db: Db | Tx, pair: string, sealed: string): Promise<WhyPair> {
  return whyPair.parse(JSON.parse(await vault.open(db, pairSeal(workspace, pair), sealed)));
}
