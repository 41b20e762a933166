// Puts a round right for those who want a partner: what is worked out beside everything else is stored only while everything in it still holds.
import type { Temporal } from 'temporal-polyfill';
import type { RoundTable } from '../../../platform/db/tables.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Programme } from '../../founding/programmes.ts';
import { correctAnnouncement } from '../correct-announcement.ts';
import * as rounds from '../rounds.ts';
import { type Look, lookAt } from './look.ts';
import { type Mended, mending } from './mending.ts';
import { refuse } from './refuse.ts';
import { store } from './store.ts';

export interface Wish {
  programme: Programme;
  round: RoundTable;
  /** One wish that an organiser looks at; missing for all that stand open. */
  only?: string;
}

/** What would be done, and the facts for which it holds. */
export interface Thought {
  look: Look;
  mended: Mended;
}

/** Works out what would be done now; nothing is changed. */
export async function think(tools: Tools, wish: Wish, now: Temporal.Instant): Promise<Thought> {
  const look = await lookAt(tools, tools.db, wish, now);
  return { look, mended: await tools.think(mending, look.question) };
}

/** Does what was worked out, if everything still is as it was then; true when it did. `by` is a Slack user id, or `programme`. */
export async function carryOut(
  tools: Tools,
  wish: Wish,
  { thought, by }: { thought: Thought; by: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const done = await transact(tools.db, async (tx) => {
    const round = await rounds.current(tx, wish.programme.id);
    if (round?.id !== wish.round.id) return false;
    const look = await lookAt(tools, tx, { ...wish, round }, now);
    if (look.mark !== thought.look.mark) return false;
    if (thought.mended.placed.length > 0) await store(tools, tx, { look, mended: thought.mended, by }, now);
    if (wish.only === undefined) await refuse(tools, tx, { look, refusals: thought.mended.refusals }, now);
    return true;
  });
  if (!done) return false;
  tools.knock();
  if (thought.mended.placed.length > 0) await correctAnnouncement(tools, wish);
  return true;
}

const ATTEMPTS = 3;

/** All that can be done for those who want a partner; where the round keeps changing meanwhile, the next look goes on. */
export async function mendRound(tools: Tools, wish: Wish): Promise<void> {
  for (let tried = 1; tried <= ATTEMPTS; tried++) {
    const now = tools.now();
    const thought = await think(tools, wish, now);
    if (await carryOut(tools, wish, { thought, by: 'programme' }, now)) return;
  }
}
