// The seven starter cards in order, and the fortnight that offers each.
import type { Content } from './load.ts';

export interface StarterCard {
  id: string;
  /** The first words of the card, as a name for it. */
  title: string;
  /** The whole card, title included, as mrkdwn. */
  text: string;
  /** Offered once, in this fortnight; on the Home tab always. */
  fortnight: number;
}

const offeredIn: readonly (readonly [string, number])[] = [
  ['sk.1', 1],
  ['sk.2', 2],
  ['sk.3', 3],
  ['sk.4', 5],
  ['sk.5', 6],
  ['sk.6', 7],
  ['sk.7', 9],
];

/** The cards in their order. */
export function starterCards(content: Content): StarterCard[] {
  return offeredIn.map(([id, fortnight]) => {
    const [title = ''] = content.plain(id).split(/[.\n]/, 1);
    return { id, title, text: content.say(id), fortnight };
  });
}
