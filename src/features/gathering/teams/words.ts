// What a leader learns of their own team: how many have joined, said so that it never tells of anybody whether they have. Pure.
import type { Content } from '../../../platform/content/load.ts';

/** So many people are asked, at least and at most. */
export const LEAST_ASKED = 4;
export const MOST_ASKED = 20;
/** So many it takes to begin. */
export const LEAST_JOINED = 2;
/** Whatever is said leaves room for so many people who may not have joined. */
const ROOM = 2;

export type Told = { say: 'few' } | { say: 'exactly' | 'at-least'; count: number };

/**
 * Below two nothing but that, so that nobody can be told from nobody; near the number who were asked only a bound, so that it cannot be worked out who
 * is missing, nor whether anybody is.
 */
export function toldOf({ asked, joined }: { asked: number; joined: number }): Told {
  if (joined < LEAST_JOINED) return { say: 'few' };
  const bound = Math.max(LEAST_JOINED, asked - ROOM);
  return joined >= bound ? { say: 'at-least', count: bound } : { say: 'exactly', count: joined };
}

export function sayTold(content: Content, told: Told): string {
  return content.say(`teams.joined.${told.say}`, told.say === 'few' ? {} : { x: told.count });
}
