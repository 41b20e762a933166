// How often Slack lets an app call: a bucket for each method (by tier) and, for posting, for each channel and the workspace.

/** Slack's tiers: calls a minute. */
const tiers = { 1: 1, 2: 20, 3: 50, 4: 100 } as const;
export type Tier = keyof typeof tiers | 'post' | 'free';

interface Bucket {
  left: number;
  at: number;
}

export type Buckets = Map<string, Bucket>;

/** A bucket's size, and how many calls flow back in a second. */
interface Flow {
  size: number;
  perSecond: number;
}

/** A call that flows back in exactly a second must not be refused for the sake of binary fractions. */
const almostOne = 1 - 1e-6;

const perChannel: Flow = { size: 4, perSecond: 1 };
const perWorkspace: Flow = { size: 60, perSecond: 5 };

/** Counts one call; returns 0 when it may go on, else after how many whole seconds to try again. */
export function countCall(buckets: Buckets, call: { method: string; tier: Tier; channel: string }, now: number): number {
  if (call.tier === 'free') return 0;
  if (call.tier !== 'post') {
    const allowed = tiers[call.tier];
    return take(buckets, [[call.method, { size: allowed, perSecond: allowed / 60 }]], now);
  }
  const places: [string, Flow][] = [
    [`${call.method}:${call.channel}`, perChannel],
    [call.method, perWorkspace],
  ];
  return take(buckets, places, now);
}

function take(buckets: Buckets, places: [string, Flow][], now: number): number {
  const levels = places.map(([key, flow]) => level(buckets.get(key), flow, now));
  const wait = Math.max(...levels.map((left, index) => (left >= almostOne ? 0 : (1 - left) / (places[index]?.[1].perSecond ?? 1))));
  places.forEach(([key], index) => {
    buckets.set(key, { left: (levels[index] ?? 0) - (wait > 0 ? 0 : 1), at: now });
  });
  return Math.ceil(wait);
}

function level(bucket: Bucket | undefined, flow: Flow, now: number): number {
  if (!bucket) return flow.size;
  return Math.min(flow.size, bucket.left + (Math.max(0, now - bucket.at) / 1000) * flow.perSecond);
}
