// The two taps after an hour. Of each is kept that somebody has answered, and, apart from that, how often each choice was tapped: of nobody, at no time.
import type { Temporal } from 'temporal-polyfill';
import { instantOf, isBefore, stamp } from '../../../../platform/clock.ts';
import { choices, type PulseItem } from '../../../../platform/content/pulse.ts';
import { transact } from '../../../../platform/db/transact.ts';
import type { Db, Tools, Tx } from '../../../../platform/tools.ts';
import { type Forum, forumById } from '../forums.ts';
import { note, seated } from '../seats.ts';
import { countTaps } from './count.ts';
import { questions } from './feedback-view.ts';
import { addTap, OPEN_FOR } from './tallies.ts';

/** The columns in which it stands that the first and the second question have been answered. */
const answeredAt = ['worth_at', 'more_at'] as const;

export type Asked =
  | { ok: true; item: PulseItem; next: boolean }
  | { ok: false; because: 'not-seated' | 'not-begun' | 'feedback.closed' | 'feedback.given' };

/** The question that is next for `user`. Asked from the last line on, until they are counted. */
export async function nextQuestion(
  tools: Tools,
  db: Db | Tx,
  wish: { user: string; forum: string },
  now: Temporal.Instant,
): Promise<Asked> {
  const found = await forumById(db, tools.workspace, wish.forum);
  const own = found && (await seated(db, found)).find(({ user }) => user === wish.user);
  if (!found || !own) return { ok: false, because: 'not-seated' };
  if (found.beganAt === null) return { ok: false, because: 'not-begun' };
  if (isClosed(found, now)) return { ok: false, because: 'feedback.closed' };
  const at = [own.worthAt, own.moreAt].indexOf(null);
  const item = questions[at];
  return item ? { ok: true, item, next: at > 0 } : { ok: false, because: 'feedback.given' };
}

function isClosed({ countedAt, endedAt }: Forum, now: Temporal.Instant): boolean {
  return countedAt !== null || (endedAt !== null && !isBefore(now, instantOf(endedAt).add(OPEN_FOR)));
}

/** Keeps one tap: only that of the question which is next, so that none counts twice. */
export async function keepTap(tools: Tools, wish: { user: string; forum: string; item: string; choice: number }): Promise<Asked> {
  const now = tools.now();
  const kept = await transact(tools.db, async (tx): Promise<Asked> => {
    const asked = await nextQuestion(tools, tx, wish, now);
    if (!asked.ok || asked.item.id !== wish.item) return asked;
    if (!choices(tools.content, asked.item.scale)[wish.choice]) return asked;
    const forum = await forumById(tx, tools.workspace, wish.forum);
    const own = forum && (await seated(tx, forum)).find(({ user }) => user === wish.user);
    const column = answeredAt[questions.indexOf(asked.item)];
    if (!forum || !own || !column) return asked;
    await note(tx, forum, own.leader, { [column]: stamp(now) });
    await addTap(tx, forum, { item: wish.item, choice: String(wish.choice) });
    const next = await nextQuestion(tools, tx, wish, now);
    // It may have been the last that was waited for.
    await countTaps(tools, tx, forum, now);
    return next;
  });
  tools.knock();
  return kept;
}
