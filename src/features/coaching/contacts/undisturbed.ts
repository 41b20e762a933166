// Leaves people alone who have paused notifications, where Slack tells: what would go to them now waits. Whether it tells or not holds nothing up: an
// answer is good for some minutes, and where Slack does not answer, it is not asked again for an hour.
import type { Temporal } from 'temporal-polyfill';
import type { Slack } from '../../../platform/slack/calls.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Decided } from './ask.ts';

const GOOD_FOR = 5 * 60_000;
const AFTER_REFUSAL = 60 * 60_000;
const LOOK_AGAIN = 15 * 60_000;

interface Memory {
  /** By person: when Slack was asked, and until when they want to be left alone. */
  known: Map<string, { at: number; until: number | undefined }>;
  /** Slack is not asked before. */
  notBefore: number;
}

const memories = new WeakMap<Slack, Memory>();

/** The same decisions, but for those to people who want no notifications now: these wait. */
export async function leaveAlone(tools: Pick<Tools, 'slack'>, decided: readonly Decided[], now: Temporal.Instant): Promise<Decided[]> {
  const ms = now.epochMilliseconds;
  const alone = await aloneAmong(tools, [...new Set(decided.flatMap(readersNow))], ms);
  return decided.map((each) => {
    const until = Math.max(...readersNow(each).map((user) => alone.get(user) ?? 0));
    if (until <= ms) return each;
    const { closes, roomUntil = closes } = each.wish;
    return { ...each, decision: { then: 'wait', until: Math.min(until, ms + LOOK_AGAIN, roomUntil.epochMilliseconds) } };
  });
}

function readersNow({ decision }: Decided): string[] {
  return decision.then === 'send' ? decision.letters.flatMap(({ readers }) => readers.map(({ user }) => user)) : [];
}

/** Of these people, those who want no notifications now, and until when, in milliseconds. */
export async function aloneAmong(
  { slack }: Pick<Tools, 'slack'>,
  users: readonly string[],
  ms: number,
): Promise<ReadonlyMap<string, number>> {
  const memory = memories.get(slack) ?? { known: new Map(), notBefore: 0 };
  memories.set(slack, memory);
  const isGood = (at: number) => ms >= at && ms < at + GOOD_FOR;
  const unknown = users.filter((user) => !isGood(memory.known.get(user)?.at ?? Number.NEGATIVE_INFINITY));
  if (unknown.length > 0 && ms >= memory.notBefore) await ask(slack, memory, { users: unknown, ms });
  const alone = new Map<string, number>();
  for (const user of users) {
    const found = memory.known.get(user);
    if (found && isGood(found.at) && found.until !== undefined) alone.set(user, found.until);
  }
  return alone;
}

async function ask(slack: Slack, memory: Memory, { users, ms }: { users: readonly string[]; ms: number }): Promise<void> {
  const answer = await slack.undisturbed(users);
  if (!answer.ok) {
    memory.notBefore = ms + AFTER_REFUSAL;
    return;
  }
  for (const user of users) memory.known.set(user, { at: ms, until: answer.value.get(user)?.epochMilliseconds });
}
