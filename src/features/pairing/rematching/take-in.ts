// One of a pair says whether they would take in a third. When both have said yes, the first pair that does so becomes a trio; nobody ever hears
// who said no.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import * as programmes from '../../founding/programmes.ts';
import { inOrder } from '../plan.ts';
import { knownOf } from '../planning/question.ts';
import { reasonsFor } from '../planning/reasons.ts';
import * as rounds from '../rounds.ts';
import { type Look, lookAt } from './look.ts';
import type { Mended } from './mending.ts';
import type { Rematch } from './rematches.ts';
import * as rematches from './rematches.ts';
import { store } from './store.ts';
import * as thirdAsks from './third-asks.ts';

export type TakenIn =
  /** `joined`: they are three from now on. */
  { ok: true; answer: 'yes' | 'no'; joined: boolean } | { ok: false; because: 'others' | 'settled' };

export async function answerThird(
  tools: Tools,
  { wish: id, pair, user, answer }: { wish: string; pair: string; user: string; answer: 'yes' | 'no' },
): Promise<TakenIn> {
  const now = tools.now();
  const done = await transact(tools.db, async (tx): Promise<TakenIn> => {
    const wish = await rematches.byId(tx, tools.workspace, id);
    const look = wish && (await lookFor(tools, tx, wish, now));
    const own = look?.pairs.find((each) => each.id === pair)?.members.find((member) => member.user === user);
    const asks = wish ? await thirdAsks.ofWish(tx, wish.id) : [];
    if (!wish || !asks.some((ask) => ask.pair === pair)) return { ok: false, because: 'others' };
    if (!look || wish.settledAt !== null || !own) return { ok: false, because: own ? 'settled' : 'others' };
    await thirdAsks.answer(tx, { rematch: id, pair, leader: own.leader, answer, at: stamp(now) });
    const said = (await thirdAsks.ofWish(tx, id)).filter((ask) => ask.pair === pair);
    const joined = said.every((ask) => ask.answer === 'yes') && (await join(tools, tx, { look, wish, pair }, now));
    return { ok: true, answer: said.find(({ leader }) => leader === own.leader)?.answer === 'yes' ? 'yes' : 'no', joined };
  });
  if (done.ok) tools.knock();
  return done;
}

async function lookFor(tools: Tools, tx: Tx, { programme: id, round }: Rematch, now: Temporal.Instant): Promise<Look | undefined> {
  const programme = await programmes.find(tx, tools.workspace, id);
  const running = programme && (await rounds.current(tx, programme.id));
  return programme && running?.id === round ? lookAt(tools, tx, { programme, round: running }, now) : undefined;
}

/** Puts them together, if they still are two, the third is still here, and no rule has come between them since. */
async function join(
  tools: Tools,
  tx: Tx,
  { look, wish, pair: id }: { look: Look; wish: Rematch; pair: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const pair = look.pairs.find((each) => each.id === id);
  const two = pair?.members.map(({ leader }) => leader) ?? [];
  const isLoose = look.pairs.every(({ members }) => members.every(({ leader }) => leader !== wish.leader));
  const known = knownOf({ ...look.question.facts, fixed: [] });
  const three = look.question.facts.leaders.filter((leader) => leader.id === wish.leader || two.includes(leader.id));
  const mayBe = three.every((one) => three.every((other) => one === other || known.rules.apart(one, other) === 0));
  if (two.length !== 2 || three.length !== 3 || !isLoose || !mayBe) return false;
  const leaders = inOrder(three).map((leader) => leader.id);
  const made = [{ leaders, reasons: reasonsFor(inOrder(three), known), compromises: [] }];
  const mended: Mended = { placed: [], before: [two], after: [leaders], made, refusals: [] };
  await rematches.settle(tx, wish.id, 'joined', stamp(now));
  await store(tools, tx, { look, mended, by: 'programme' }, now);
  return true;
}
