// Somebody says what they think of the insight that was suggested in their pair: of exactly the words they had before them. Whoever wrote the
// words hears what has become of them, and never who said what.
import type { Temporal } from 'temporal-polyfill';
import { transact } from '../../../platform/db/transact.ts';
import { enqueue } from '../../../platform/outbox/enqueue.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import * as leaders from '../../joining/leaders.ts';
import type { Insight } from './insights.ts';
import * as insights from './insights.ts';
import { outcomeLetter } from './letters.ts';
import { type Closing, type ClosingFound, closesAt, closingOf } from './place.ts';
import { type InsightState, type Say, stateOf } from './plan.ts';
import { open } from './sealed-words.ts';

export interface InsightAnswer {
  user: string;
  insight: string;
  version: number;
  answer: Say;
}

/** An insight with its words open, as those in the pair may see it. */
export interface InsightSeen {
  id: string;
  pair: string;
  version: number;
  text: string;
  /** The name of whoever wrote these words; missing where the reader did. */
  by?: string;
  state: InsightState;
  /** What the reader said of these words. */
  said?: Say;
}

export type InsightAnswered =
  | { ok: true; seen: InsightSeen }
  | { ok: false; because: 'gone' | Extract<ClosingFound, { ok: false }>['because'] }
  | { ok: false; because: 'changed'; seen: InsightSeen };

export async function answerInsight(tools: Tools, { user, insight: id, version, answer }: InsightAnswer): Promise<InsightAnswered> {
  const now = tools.now();
  const done = await transact(tools.db, async (tx): Promise<InsightAnswered> => {
    const insight = await insights.byId(tx, tools.workspace, id);
    const found = insight && (await closingOf(tools, tx, { pair: insight.pair, user }, now));
    if (!found) return { ok: false, because: 'gone' };
    if (!found.ok) return found;
    const { closing } = found;
    if (insight.version === version) {
      await insights.say(tx, { workspace: tools.workspace, insight: id, leader: closing.leader.id, version, answer }, now);
      await settle(tools, tx, { closing, insight }, now);
    }
    const seen = await insightSeen(tools, tx, closing);
    if (!seen) return { ok: false, because: 'gone' };
    return insight.version === version ? { ok: true, seen } : { ok: false, because: 'changed', seen };
  });
  if (done.ok) tools.knock();
  return done;
}

/** The insight of a pair as one of them sees it; nothing where there is none, or its words cannot be opened any more. */
export async function insightSeen(
  tools: Pick<Tools, 'vault' | 'workspace' | 'log'>,
  db: Tools['db'] | Tx,
  { pair, leader }: Pick<Closing, 'pair' | 'leader'>,
): Promise<InsightSeen | undefined> {
  const insight = await insights.ofPair(db, pair.id);
  const text = insight && (await open(tools, db, { author: insight.author, kind: 'insight', record: insight.id }, insight.sealed));
  if (!insight || text === undefined) return undefined;
  const said = await insights.saidOf(db, insight.id);
  const own = said.find((each) => each.leader === leader.id && each.version === insight.version);
  const state = stateOf(insight.version, membersOf(pair), said);
  const by = pair.members.find((member) => member.leader === insight.by)?.name;
  return {
    ...{ id: insight.id, pair: pair.id, version: insight.version, text, state },
    ...(insight.by !== leader.id && { by: by ?? '' }),
    ...(own && { said: own.answer }),
  };
}

async function settle(
  tools: Tools,
  tx: Tx,
  { closing, insight }: { closing: Closing; insight: Insight },
  now: Temporal.Instant,
): Promise<void> {
  const state = stateOf(insight.version, membersOf(closing.pair), await insights.saidOf(tx, insight.id));
  await insights.settle(tx, insight, state, now);
  if (state === 'waiting' || insight.by === closing.leader.id) return;
  const to = await leaders.byId(tx, tools.workspace, insight.by);
  const text = await open(tools, tx, { author: insight.author, kind: 'insight', record: insight.id }, insight.sealed);
  if (!to || to.leftAt !== null || text === undefined) return;
  const about = { to, id: insight.id, version: insight.version, text, state };
  await enqueue(tools, tx, outcomeLetter(tools.content, about, { now, until: closesAt(closing) }), now);
}

function membersOf({ members }: Closing['pair']): string[] {
  return members.map(({ leader }) => leader);
}
