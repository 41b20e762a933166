// Taps of which only is kept how often each choice of an item was tapped: of nobody, and at no time. Pure.

export interface Tally {
  item: string;
  /** The choice's place on its scale. */
  choice: string;
  replies: number;
}

/** The places on the scale that were tapped for `item`, each as often as it was. */
export function tapsOf(tallies: readonly Tally[], item: string): number[] {
  const ofItem = tallies.filter((tally) => tally.item === item);
  return ofItem.flatMap(({ choice, replies }) => Array.from({ length: Number(replies) }, () => Number(choice)));
}
