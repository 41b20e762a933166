// A round is proposed, or the one that stands open is brought up to date and shown again. Nothing is sent.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, stamp } from '../../platform/clock.ts';
import type { RoundTable } from '../../platform/db/tables.ts';
import { transact } from '../../platform/db/transact.ts';
import type { Tools, Tx } from '../../platform/tools.ts';
import { comingRound } from '../founding/coming-round.ts';
import type { Programme } from '../founding/programmes.ts';
import { previewDay } from './calendar.ts';
import { type ChoosingSeen, choosingSeen } from './choosing/preview-seen.ts';
import { alike, drawing, drawingOf } from './draw.ts';
import { areAllHere, type Gathered, gather } from './facts.ts';
import { type Gathering, revealAhead } from './gatherings.ts';
import { firstDraw } from './preview/told-wishes.ts';
import type { Proposal } from './proposals.ts';
import * as proposals from './proposals.ts';
import * as reveals from './reveals.ts';
import * as rounds from './rounds.ts';

/** A proposal with all that is needed to show it. */
export interface Preview {
  programme: Programme;
  proposal: Proposal;
  /** The number the round will have, and its day in the calendar. */
  number: number;
  dueOn: Temporal.PlainDate;
  today: Temporal.PlainDate;
  /** The round that ends when this one begins. */
  running?: RoundTable;
  /** The gathering at which its pairs are to be named, and nobody hears of them before. */
  gathering?: Gathering;
  people: Gathered['people'];
  away: Gathered['away'];
  /** Where leaders choose each other: how far they are. */
  choosing?: ChoosingSeen;
  /** Whether pairs were worked out anew because something had changed. */
  redrawn: boolean;
}

export type Proposed = { ok: true; preview: Preview } | { ok: false; because: 'too-few'; count: number };

const SEED_BYTES = 9;
const ATTEMPTS = 5;
/** So few are paired while nobody notices that anything is worked out. */
const FEW = 40;

/** Whether `propose` will answer at once: because few take part, or because the open proposal still fits the facts. */
export async function isQuick(tools: Tools, programme: Programme): Promise<boolean> {
  const { gathered } = await gatherNext(tools, programme);
  return gathered.facts.leaders.length <= FEW || (await proposals.open(tools, tools.db, programme.id))?.drawn.mark === gathered.mark;
}

/** Proposes a round of `programme`, or returns the open proposal as the facts of this moment make it. `by` is who asked. */
export async function propose(tools: Tools, programme: Programme, by: string): Promise<Proposed> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const { now, day, gathered } = await gatherNext(tools, programme);
    if (gathered.facts.leaders.length < 2) return { ok: false, because: 'too-few', count: gathered.facts.leaders.length };
    const standing = await proposals.open(tools, tools.db, programme.id);
    if (standing?.drawn.mark === gathered.mark) return { ok: true, preview: await previewOf(tools, programme, standing, gathered) };
    const proposal = standing ? await redraw(tools, standing, gathered) : await draft(tools, { programme, gathered, day, by }, now);
    if (proposal)
      return { ok: true, preview: { ...(await previewOf(tools, programme, proposal, gathered)), redrawn: standing !== undefined } };
  }
  throw new Error('another organiser kept changing the same proposal');
}

async function gatherNext(
  tools: Tools,
  programme: Programme,
): Promise<{ now: Temporal.Instant; day: Temporal.PlainDate; gathered: Gathered }> {
  const now = tools.now();
  const today = dayOf(now, programme.timeZone);
  const day = previewDay((await comingRound(tools.db, programme, now)).on, today);
  return { now, day, gathered: await gather(tools, tools.db, programme, day) };
}

/** The same proposal with its pairs worked out anew from `gathered`; `undefined` when somebody else was quicker. */
export async function redraw(
  tools: Pick<Tools, 'db' | 'vault' | 'workspace' | 'think'>,
  proposal: Proposal,
  gathered: Gathered,
): Promise<Proposal | undefined> {
  const plan = await tools.think(drawing, drawingOf(gathered, proposal.edits, proposal.seed));
  const drawn = { plan, mark: gathered.mark, ...firstDraw(proposal, proposal.edits, gathered) };
  const { id, revision, edits } = proposal;
  const done = await keep(tools, proposal.programme, gathered, async (tx) => {
    if (!(await proposals.change(tools, tx, { id, revision, edits, drawn }))) return false;
    if (alike(proposal.drawn.plan, plan)) await reveals.follow(tx, id, { from: revision, to: revision + 1 });
    return true;
  });
  return done ? { ...proposal, drawn, revision: revision + 1 } : undefined;
}

/** An open proposal as it is shown, with the facts of `gathered`. */
export async function previewOf(
  tools: Pick<Tools, 'db' | 'now'>,
  programme: Programme,
  proposal: Proposal,
  gathered: Gathered,
): Promise<Preview> {
  const now = tools.now();
  const today = dayOf(now, programme.timeZone);
  const { number, on: dueOn } = await comingRound(tools.db, programme, now);
  const ahead = await revealAhead(tools.db, programme, now);
  const running = await rounds.current(tools.db, programme.id);
  const { people, away } = gathered;
  const choosing = await choosingSeen(tools.db, programme, { ...gathered, plan: proposal.drawn.plan }, now);
  const seen = { ...(running && { running }), ...(ahead && { gathering: ahead.gathering }), ...(choosing && { choosing }) };
  return { programme, proposal, number, dueOn, today, ...seen, people, away, redrawn: false };
}

interface Draft {
  programme: Programme;
  gathered: Gathered;
  day: Temporal.PlainDate;
  by: string;
}

async function draft(tools: Tools, { programme, gathered, day, by }: Draft, now: Temporal.Instant): Promise<Proposal | undefined> {
  const seed = (await proposals.thrownAwaySeed(tools.db, programme.id)) ?? newSeed(tools);
  const plan = await tools.think(drawing, drawingOf(gathered, [], seed));
  const made = {
    id: tools.newId(),
    workspace: tools.workspace,
    programme: programme.id,
    rotatesOn: day.toString(),
    seed,
    edits: [],
    drawn: { plan, mark: gathered.mark },
    by,
    at: stamp(now),
  };
  const added = await keep(tools, programme.id, gathered, (tx) => proposals.add(tools, tx, made));
  return added ? proposals.byId(tools, tools.db, made.id) : undefined;
}

/** Puts on record what was drawn from `gathered`, unless somebody in it has gone while the head was thinking. */
export function keep(
  { db }: Pick<Tools, 'db'>,
  programme: string,
  gathered: Gathered,
  save: (tx: Tx) => Promise<boolean>,
): Promise<boolean> {
  return transact(db, async (tx) => (await areAllHere(tx, programme, gathered)) && (await save(tx)));
}

/** A fresh seed: text, so that it can be read out and typed again. */
export function newSeed({ random }: Pick<Tools, 'random'>): string {
  return Buffer.from(random(SEED_BYTES)).toString('base64url');
}
