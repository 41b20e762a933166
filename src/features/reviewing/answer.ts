// Keeps what a leader answered, as long as the pulse is open: again and again, each time in place of what they gave before.
import type { Temporal } from 'temporal-polyfill';
import { transact } from '../../platform/db/transact.ts';
import type { Tools, Tx } from '../../platform/tools.ts';
import type { Given } from './answers.ts';
import * as answers from './answers.ts';
import { REMARK_LENGTH } from './form-view.ts';
import { type Moment, pulseOf } from './plan.ts';
import { openIn } from './standing.ts';

export interface AnswerWish {
  user: string;
  round: string;
  given: ReadonlyMap<Moment, Given>;
}

export type Kept = { ok: true; until: Temporal.PlainDate } | { ok: false; because: 'closed' | 'not-in' | 'too-long' };

/** Keeps what `user` gave at one moment, or at the two of the look back. */
export async function keepAnswers(tools: Tools, wish: AnswerWish): Promise<Kept> {
  const now = tools.now();
  return transact(tools.db, (tx) => keepAnswersIn(tools, tx, wish, now));
}

/** The same inside the transaction of a form that holds more than these answers. */
export async function keepAnswersIn(tools: Tools, tx: Tx, { user, round, given }: AnswerWish, now: Temporal.Instant): Promise<Kept> {
  if ([...given.values()].some(({ text = '' }) => text.length > REMARK_LENGTH)) return { ok: false, because: 'too-long' };
  let until: Temporal.PlainDate | undefined;
  for (const [moment, each] of given) {
    const found = await openIn(tools, tx, { user, round, pulse: pulseOf(moment) }, now);
    if (!found.ok) return found;
    await answers.keep(tools, tx, { author: found.open.author, moment, given: each }, now);
    until = found.open.days.closes.subtract({ days: 1 });
  }
  return until ? { ok: true, until } : { ok: false, because: 'closed' };
}
