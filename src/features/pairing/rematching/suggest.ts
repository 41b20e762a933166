// An organiser looks at what would be done for somebody who wants a partner, and has it done at once. For them anybody may be moved: it is a person
// who decides.
import { transact } from '../../../platform/db/transact.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Programme } from '../../founding/programmes.ts';
import * as programmes from '../../founding/programmes.ts';
import { mayOrganise } from '../../founding/rights.ts';
import * as rounds from '../rounds.ts';
import { whoHelps } from './ask.ts';
import { carryOut, type Thought, think } from './mend.ts';
import type { Rematch } from './rematches.ts';
import * as rematches from './rematches.ts';

export type Suggested =
  | { ok: true; programme: Programme; wish: Rematch; thought: Thought }
  | { ok: false; because: 'not-organiser' | 'settled' };

/** What would be done for the wish `id`. */
export async function suggest(tools: Tools, { id, user }: { id: string; user: string }): Promise<Suggested> {
  const wish = await rematches.byId(tools.db, tools.workspace, id);
  const programme = wish && (await programmes.find(tools.db, tools.workspace, wish.programme));
  if (!wish || !programme || !(await mayOrganise(tools, programme, user))) return { ok: false, because: 'not-organiser' };
  const round = await rounds.current(tools.db, programme.id);
  if (wish.settledAt !== null || round?.id !== wish.round) return { ok: false, because: 'settled' };
  const thought = await think(tools, { programme, round, only: wish.id }, tools.now());
  const pair = thought.look.pairs.find(({ members }) => members.some(({ leader }) => leader === wish.leader));
  if (pair) {
    const helps = await transact(tools.db, (tx) => whoHelps(tools, tx, { programme, pair }));
    if (!helps.includes(user)) return { ok: false, because: 'not-organiser' };
  }
  return { ok: true, programme, wish, thought };
}

export type Agreed = Suggested | { ok: false; because: 'changed'; suggested: Extract<Suggested, { ok: true }> };

/** Does it, if it still is what the organiser has seen (`mark`); otherwise it is theirs to look at once more. */
export async function agreeTo(tools: Tools, { id, user, mark }: { id: string; user: string; mark: string }): Promise<Agreed> {
  const suggested = await suggest(tools, { id, user });
  if (!suggested.ok) return suggested;
  const { programme, wish, thought } = suggested;
  if (thought.look.mark !== mark || thought.mended.placed.length === 0) return { ok: false, because: 'changed', suggested };
  const done = await carryOut(tools, { programme, round: thought.look.round, only: wish.id }, { thought, by: user }, tools.now());
  return done ? suggested : { ok: false, because: 'changed', suggested };
}
