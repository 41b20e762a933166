// A leader's private look back on a round: kept from a form, opened for its author and for nobody else, changed until the round is over.
import { z } from 'zod';
import { transact } from '../../../platform/db/transact.ts';
import type { Db, Tools } from '../../../platform/tools.ts';
import { keepAnswersIn } from '../answer.ts';
import type { Given } from '../answers.ts';
import type { Moment } from '../plan.ts';
import * as lookBacks from './look-backs.ts';
import { type ClosingFound, closingOf } from './place.ts';
import { LENGTHS, LOOKING_BACK } from './plan.ts';
import { open, seal } from './sealed-words.ts';

/** What was written to each question; a question that was left out is not in it. */
export type LookBack = Partial<Record<(typeof LOOKING_BACK)[number], string>>;

export type LookBackResult =
  | { ok: true }
  | { ok: false; because: 'too-long'; question: string }
  | { ok: false; because: Extract<ClosingFound, { ok: false }>['because'] };

const shape = z.partialRecord(z.enum(LOOKING_BACK), z.string());

/** Keeps what `user` wrote and tapped, in the place of what they wrote and tapped before; where nothing is written, nothing stays. */
export async function keepLookBack(
  tools: Tools,
  { user, pair, answers, taps }: { user: string; pair: string; answers: LookBack; taps: ReadonlyMap<Moment, Given> },
): Promise<LookBackResult> {
  const question = LOOKING_BACK.find((id) => (answers[id]?.length ?? 0) > LENGTHS.lookBack);
  if (question) return { ok: false, because: 'too-long', question };
  const now = tools.now();
  return transact(tools.db, async (tx) => {
    const found = await closingOf(tools, tx, { pair, user }, now);
    if (!found.ok) return found;
    const { round, leader } = found.closing;
    const of = { round: round.id, leader: leader.id };
    const id = (await lookBacks.find(tx, of))?.id ?? tools.newId();
    if (Object.keys(answers).length === 0) await lookBacks.remove(tx, of);
    else {
      const sealed = await seal(tools, tx, { author: user, kind: 'look-back', record: id }, JSON.stringify(answers));
      await lookBacks.put(tx, { id, workspace: tools.workspace, ...of, sealed }, now);
    }
    // Where the pulse has closed meanwhile, the taps count no more; the words are kept all the same.
    if (taps.size > 0) await keepAnswersIn(tools, tx, { user, round: round.id, given: taps }, now);
    return { ok: true };
  });
}

type Opening = Pick<Tools, 'vault' | 'workspace' | 'log'>;

/** What `user` wrote as one of their leaders; `broken` where it cannot be opened any more, nothing where there is none. */
export async function lookBackOf(
  tools: Opening,
  db: Db,
  { user, round, leader }: { user: string; round: string; leader: string },
): Promise<LookBack | 'broken' | undefined> {
  const row = await lookBacks.find(db, { round, leader });
  if (!row) return undefined;
  const text = await open(tools, db, { author: user, kind: 'look-back', record: row.id }, row.sealed);
  return text === undefined ? 'broken' : (shape.parse(JSON.parse(text)) as LookBack);
}

/** Every look back of a leader, opened for their own data. */
export async function lookBacksOf(
  tools: Opening & Pick<Tools, 'db'>,
  { id, user }: { id: string; user: string },
): Promise<{ round: string; writtenAt: string; answers: LookBack | 'broken' }[]> {
  const found: { round: string; writtenAt: string; answers: LookBack | 'broken' }[] = [];
  for (const { round, written_at } of await lookBacks.ofLeader(tools.db, id)) {
    const answers = await lookBackOf(tools, tools.db, { user, round, leader: id });
    if (answers) found.push({ round, writtenAt: written_at, answers });
  }
  return found;
}
