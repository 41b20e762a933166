// How important the messages are that nobody asked for: where there would be too many, the last of these are moved, or dropped.

/** Most important first. A `word` is somebody else's, said once: what it puts off comes on another day, and it would not come again. */
export const RANKS = ['match', 'word', 'card', 'check-in', 'opener', 'pick-a-time', 'closing', 'nudge', 'other'] as const;
export type Rank = (typeof RANKS)[number];

/** Whether `one` goes before `other`. */
export function outranks(one: Rank, other: Rank): boolean {
  return RANKS.indexOf(one) < RANKS.indexOf(other);
}

/** The rank that was written down as `text`. */
export function rankOf(text: string): Rank {
  return RANKS.find((rank) => rank === text) ?? 'other';
}
