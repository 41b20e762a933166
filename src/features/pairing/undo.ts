// A round is taken back, as if it had never been approved, until the first of its messages has gone out.
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { record } from '../../platform/audit.ts';
import { stamp } from '../../platform/clock.ts';
import type { RoundTable } from '../../platform/db/tables.ts';
import { transact } from '../../platform/db/transact.ts';
import { type Withdrawn, withdraw } from '../../platform/outbox/withdraw.ts';
import type { Tools, Tx } from '../../platform/tools.ts';
import * as programmes from '../founding/programmes.ts';
import { mayOrganise } from '../founding/rights.ts';
import { ENDED_BY_NEXT_ROUND } from './begin.ts';
import * as pairs from './pairs.ts';
import * as rounds from './rounds.ts';

export type Undone =
  /** The programme's anchor is back where it was. */
  | { ok: true; number: number; programme: programmes.Programme }
  | { ok: false; because: 'not-organiser' | 'none' }
  | { ok: false; because: 'late'; number: number };

const anchorShape = z.object({ on: z.iso.date(), number: z.int() });

/** Takes back the programme's running round with all its messages, and lets the round before it go on. */
export async function undo(tools: Tools, { programme: id, by }: { programme: string; by: string }): Promise<Undone> {
  if (!(await mayOrganise(tools, { id }, by))) return { ok: false, because: 'not-organiser' };
  const now = tools.now();
  return transact(tools.db, async (tx): Promise<Undone> => {
    const programme = await programmes.find(tx, tools.workspace, id);
    const round = await rounds.current(tx, id);
    if (!programme || !round) return { ok: false, because: 'none' };
    if (!(await withdraw(tx, tools.workspace, await lettersOf(tx, round)))) return { ok: false, because: 'late', number: round.number };
    await pairs.endAll(tx, round.id, stamp(now), 'undone');
    await rounds.undo(tx, round.id, stamp(now));
    await revive(tx, round);
    const anchor = anchorShape.parse(JSON.parse(round.anchor_before));
    const restored = { ...programme, anchorOn: Temporal.PlainDate.from(anchor.on), anchorNumber: anchor.number };
    await programmes.change(tx, restored);
    await record(
      tools,
      tx,
      { programme: id, actor: by, action: 'rotation-undone', subject: round.id, detail: { number: round.number } },
      now,
    );
    return { ok: true, number: round.number, programme: restored };
  });
}

/** Everything the round has put on its way. */
async function lettersOf(tx: Tx, round: RoundTable): Promise<Withdrawn> {
  const opened = (await pairs.ofRound(tx, round.id)).filter(({ openedAt }) => openedAt !== null);
  const beginnings = [`match:${round.id}:`, `announcement:${round.id}`, `ran:${round.id}:`];
  return { keys: opened.map(({ id }) => `pair:${id}`), beginnings };
}

async function revive(tx: Tx, round: RoundTable): Promise<void> {
  const before = await rounds.before(tx, round.programme, round.number);
  if (before?.closed_at !== round.approved_at) return;
  await rounds.reopen(tx, before.id);
  await pairs.reviveAll(tx, before.id, round.approved_at, ENDED_BY_NEXT_ROUND);
}
