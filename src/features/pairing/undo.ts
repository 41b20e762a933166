// A round is taken back, as if it had never been approved, until the first of its messages has gone out.
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { record } from '../../platform/audit.ts';
import { stamp } from '../../platform/clock.ts';
import type { RoundTable } from '../../platform/db/tables.ts';
import { transact } from '../../platform/db/transact.ts';
import { isKept, type Withdrawn, withdraw } from '../../platform/outbox/withdraw.ts';
import type { Tools, Tx } from '../../platform/tools.ts';
import * as programmes from '../founding/programmes.ts';
import { mayOrganise } from '../founding/rights.ts';
import * as pairs from './pairs.ts';
import * as rematches from './rematching/rematches.ts';
import * as reveals from './reveals.ts';
import * as rounds from './rounds.ts';
import { takeBackApproval } from './take-back-approval.ts';

export type Undone =
  /** The programme's anchor is back where it was. */
  | { ok: true; what: 'round'; number: number; programme: programmes.Programme }
  /** No round had gone out: one was approved for the gathering, and is so no more. */
  | { ok: true; what: 'approval' }
  | { ok: false; because: 'not-organiser' | 'none' }
  | { ok: false; because: 'late'; number: number };

const anchorShape = z.object({ on: z.iso.date(), number: z.int() });

/** Takes back what was approved for a gathering to come; otherwise the programme's newest round with all its messages. The round before it goes on: it ends only when the first fortnight of this one begins. */
export async function undo(tools: Tools, { programme: id, by }: { programme: string; by: string }): Promise<Undone> {
  if (!(await mayOrganise(tools, { id }, by))) return { ok: false, because: 'not-organiser' };
  const now = tools.now();
  return transact(tools.db, async (tx): Promise<Undone> => {
    const programme = await programmes.find(tx, tools.workspace, id);
    const round = await rounds.current(tx, id);
    if (programme && (await takeBackApproval(tools, tx, { programme, by }, now))) return { ok: true, what: 'approval' };
    if (!programme || !round) return { ok: false, because: 'none' };
    const late = { ok: false, because: 'late', number: round.number } as const;
    // Everyone has heard long ago of a round whose matches are no longer in the outbox.
    if (!(await isKept(tx, tools.workspace, `match:${round.id}:`))) return late;
    if (!(await withdraw(tx, tools.workspace, await lettersOf(tx, round)))) return late;
    await pairs.endAll(tx, round.id, stamp(now), 'undone');
    await rematches.settleAll(tx, round.id, 'undone', stamp(now));
    await rounds.undo(tx, round.id, stamp(now));
    const before = await rounds.before(tx, id, round.number);
    await reveals.undone(tx, { proposal: round.proposal, before: before?.id });
    const anchor = anchorShape.parse(JSON.parse(round.anchor_before));
    const restored = { ...programme, anchorOn: Temporal.PlainDate.from(anchor.on), anchorNumber: anchor.number };
    await programmes.change(tx, restored);
    await record(
      tools,
      tx,
      { programme: id, actor: by, action: 'rotation-undone', subject: round.id, detail: { number: round.number } },
      now,
    );
    return { ok: true, what: 'round', number: round.number, programme: restored };
  });
}

/** Everything the round has put on its way. */
async function lettersOf(tx: Tx, round: RoundTable): Promise<Withdrawn> {
  const opened = (await pairs.ofRound(tx, round.id)).filter(({ openedAt }) => openedAt !== null);
  const beginnings = [`match:${round.id}:`, `match-changed:${round.id}:`, `announcement:${round.id}`, `ran:${round.id}:`];
  return { keys: opened.map(({ id }) => `pair:${id}`), beginnings };
}
