// Who may speak, and how often: people of this workspace, at the pace of a person.
import type { Temporal } from 'temporal-polyfill';
import type { Tools } from '../tools.ts';
import type { Origin } from './heard.ts';

/** A minute's worth at once, then one a second: far above what a hand can do. */
const AT_ONCE = 60;
const PER_SECOND = 1;

export type Turned = 'stranger' | 'too-fast';

export interface Guard {
  /** Why this is not heard; `undefined` when it is. */
  turns: (tools: Pick<Tools, 'workspace' | 'now'>, origin: Origin) => Turned | undefined;
}

/** A guard with a bucket of tokens for each person. A bucket that is full again is forgotten. */
export function openGuard(): Guard {
  const buckets = new Map<string, { tokens: number; at: Temporal.Instant }>();
  const take = (user: string, now: Temporal.Instant): boolean => {
    const bucket = buckets.get(user) ?? { tokens: AT_ONCE, at: now };
    const tokens = Math.min(AT_ONCE, bucket.tokens + Math.max(0, now.since(bucket.at).total('seconds')) * PER_SECOND);
    if (buckets.size > 10_000) buckets.clear();
    buckets.set(user, { tokens: tokens < 1 ? tokens : tokens - 1, at: now });
    return tokens >= 1;
  };
  return {
    turns: ({ workspace, now }, { user, teams }) => {
      if (teams.some((team) => team !== workspace)) return 'stranger';
      return take(user, now()) ? undefined : 'too-fast';
    },
  };
}

/** What is said to someone who is not heard. */
export function turnedAway({ content }: Pick<Tools, 'content'>, why: Turned): { text: string } {
  return { text: content.say(why === 'stranger' ? 'app.stranger' : 'app.too-fast') };
}
