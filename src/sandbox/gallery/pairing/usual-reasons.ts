// Why two or three of the made-up people are together, as a rule: what is true of them in the other samples too. Sizes that are not usual take every
// reason there is, in turn.
import type { Because } from '../../../features/pairing/plan.ts';
import { department } from '../made-up.ts';

const because = (id: string, blanks: Because['blanks'] = {}): Because => ({ id: `pairing.reason.${id}`, blanks });

/** The reasons of the `n`th pair of a round; its first is a trio where the number of leaders is odd. */
export function usualReasons(n: number, { trio }: { trio: boolean }): Because[] {
  if (trio) return [because('first'), because('functions.three'), because('trio')];
  const [one, other] = [department('usual', 2 * n), department('usual', 2 * n + 1)];
  return [because('first'), because('bridge', { one, other }), n === 0 ? because('hours', { hours: 6 }) : because('topics')];
}

/** What the round had to give up for a pair. */
export const USUAL_COMPROMISE: Because = { id: 'pairing.compromise.hours.one', blanks: {} };
