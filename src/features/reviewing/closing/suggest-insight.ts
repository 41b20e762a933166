// One of a pair suggests the one insight they might share, or changes its words. To suggest is to agree; everyone else is asked, and nothing goes
// further until they have agreed to these very words.
import type { Temporal } from 'temporal-polyfill';
import { transact } from '../../../platform/db/transact.ts';
import { enqueue } from '../../../platform/outbox/enqueue.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import * as leaders from '../../joining/leaders.ts';
import type { Insight } from './insights.ts';
import * as insights from './insights.ts';
import { insightLetter } from './letters.ts';
import { type Closing, type ClosingFound, closesAt, closingOf } from './place.ts';
import { LENGTHS, type Say } from './plan.ts';
import { seal } from './sealed-words.ts';
import { takeBack } from './take-back.ts';

export interface InsightWish {
  user: string;
  pair: string;
  /** The version they had before them; 0 where there was none. */
  over: number;
  text: string;
  how: Exclude<Say, 'no'>;
}

export type Suggested =
  | { ok: true; closing: Closing }
  | { ok: false; because: 'empty' | 'too-long' | 'changed' | 'alone' | Extract<ClosingFound, { ok: false }>['because'] };

export async function suggestInsight(tools: Tools, wish: InsightWish): Promise<Suggested> {
  if (wish.text === '') return { ok: false, because: 'empty' };
  if (wish.text.length > LENGTHS.insight) return { ok: false, because: 'too-long' };
  const now = tools.now();
  const done = await transact(tools.db, async (tx): Promise<Suggested> => {
    const found = await closingOf(tools, tx, wish, now);
    if (!found.ok) return found;
    const { closing } = found;
    if (closing.partners.length === 0) return { ok: false, because: 'alone' };
    const before = await insights.ofPair(tx, closing.pair.id);
    if ((before?.version ?? 0) !== wish.over) return { ok: false, because: 'changed' };
    await ask(tools, tx, { closing, words: await save(tools, tx, { closing, wish, before }, now) }, now);
    return { ok: true, closing };
  });
  if (done.ok) tools.knock();
  return done;
}

interface Saving {
  closing: Closing;
  wish: InsightWish;
  before: Insight | undefined;
}

async function save(tools: Tools, tx: Tx, { closing, wish, before }: Saving, now: Temporal.Instant): Promise<Words> {
  const { pair, round, leader } = closing;
  const { workspace } = tools;
  const id = before?.id ?? tools.newId();
  const version = wish.over + 1;
  const sealed = await seal(tools, tx, { author: wish.user, kind: 'insight', record: id }, wish.text);
  await insights.put(tx, { id, workspace, pair: pair.id, round: round.id, version, sealed, suggested_by: leader.id }, now);
  await insights.say(tx, { workspace, insight: id, leader: leader.id, version, answer: wish.how }, now);
  return { id, version, text: wish.text };
}

interface Words {
  id: string;
  version: number;
  text: string;
}

/** Asks everyone else; what was on its way about older words never arrives. */
async function ask(tools: Tools, tx: Tx, { closing, words }: { closing: Closing; words: Words }, now: Temporal.Instant): Promise<void> {
  await takeBack(tx, tools.workspace, `insight:${words.id}:`);
  const until = closesAt(closing);
  for (const { leader } of closing.partners) {
    const to = await leaders.byId(tx, tools.workspace, leader);
    if (to) await enqueue(tools, tx, insightLetter(tools.content, { to, from: closing.leader, ...words }, { now, until }), now);
  }
}
