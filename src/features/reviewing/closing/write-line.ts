// A line from one partner to the other at the end of a round: on its way as a letter, and kept nowhere else. Three of them at most; whoever has
// more to say can say it in person.
import { transact } from '../../../platform/db/transact.ts';
import { enqueue } from '../../../platform/outbox/enqueue.ts';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import * as leaders from '../../joining/leaders.ts';
import { lineLetter } from './letters.ts';
import { type ClosingFound, closingOf } from './place.ts';
import { LENGTHS } from './plan.ts';

const MOST_LINES = 3;

export interface LineWish {
  user: string;
  pair: string;
  /** The leader it is for. */
  to: string;
  text: string;
  /** How many the form's writer had sent before: a form that is submitted twice is one line. */
  before: number;
}

export type LineSent =
  | { ok: true; name: string }
  | { ok: false; because: 'empty' | 'too-long' | 'alone' | 'enough' | Extract<ClosingFound, { ok: false }>['because']; name?: string };

export async function writeLine(tools: Tools, wish: LineWish): Promise<LineSent> {
  if (wish.text === '') return { ok: false, because: 'empty' };
  if (wish.text.length > LENGTHS.line) return { ok: false, because: 'too-long' };
  const now = tools.now();
  const sent = await transact(tools.db, async (tx): Promise<LineSent> => {
    const found = await closingOf(tools, tx, wish, now);
    if (!found.ok) return found;
    const { pair, leader: from, partners } = found.closing;
    const partner = partners.find(({ leader }) => leader === wish.to);
    const to = partner && (await leaders.byId(tx, tools.workspace, partner.leader));
    if (!to) return { ok: false, because: 'alone' };
    const sentBefore = await linesSent(tools, tx, { pair: pair.id, from: from.id, to: to.id });
    if (wish.before >= MOST_LINES || sentBefore >= MOST_LINES) return { ok: false, because: 'enough', name: to.name };
    const letter = lineLetter(
      tools.content,
      { to, from, pair: pair.id, number: wish.before + 1, text: wish.text },
      { now, until: undefined },
    );
    await enqueue(tools, tx, letter, now);
    return { ok: true, name: to.name };
  });
  if (sent.ok) tools.knock();
  return sent;
}

/** How many lines one has written to the other so far. */
export async function linesSent(
  { workspace }: Pick<Tools, 'workspace'>,
  db: Db | Tx,
  { pair, from, to }: { pair: string; from: string; to: string },
): Promise<number> {
  const rows = await db
    .selectFrom('outbox')
    .select('id')
    .where('workspace', '=', workspace)
    .where('key', 'like', `line:${pair}:${from}:%:${to}`)
    .execute();
  return rows.length;
}
