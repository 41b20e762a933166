// How likely people are to join in, and what they choose where there is a choice. Drawn by dice, and never from who somebody is. Pure.
import type { Temperament } from '../temperaments.ts';

/** Of those who would come if everybody were like most, so many do. */
const ZEST: Readonly<Record<Temperament, number>> = {
  prompt: 1.2,
  late: 1,
  forgetful: 0.7,
  silent: 0,
  pausing: 0.9,
  leaving: 0.7,
  asking: 1,
  'joining late': 1,
};

/** Whether somebody does what most do `most` times of one. */
export function likes(temperament: Temperament, most: number, dice: () => number): boolean {
  return dice() < most * ZEST[temperament];
}

/** One of them, by weight. */
export function drawn<Choice extends string>(weights: Readonly<Record<Choice, number>>, dice: () => number): Choice {
  const all = Object.entries(weights) as [Choice, number][];
  let at = dice() * all.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [choice, weight] of all) {
    at -= weight;
    if (at < 0) return choice;
  }
  return (all.at(-1) as [Choice, number])[0];
}

export function oneOf<Item>(items: readonly Item[], dice: () => number): Item | undefined {
  return items[Math.floor(dice() * items.length)];
}

/** Some of them, in an order of chance. */
export function someOf<Item>(items: readonly Item[], count: number, dice: () => number): Item[] {
  const left = [...items];
  const taken: Item[] = [];
  while (taken.length < count && left.length > 0) taken.push(...left.splice(Math.floor(dice() * left.length), 1));
  return taken;
}

/** What people tap, of any scale: mostly what is kind and true. */
const TAPS: Readonly<Record<string, number>> = {
  Yes: 7,
  Partly: 3,
  'Not sure': 2,
  No: 1,
  'Strongly agree': 4,
  Agree: 5,
  Neither: 2,
  Disagree: 1,
  'Strongly disagree': 0.3,
  'Prefer not to say': 0.3,
};

/** The label that is tapped; nothing where none of them is an answer. */
export function tapped(labels: readonly string[], dice: () => number): string | undefined {
  const known = labels.filter((label) => label in TAPS);
  return known.length === 0 ? undefined : drawn(Object.fromEntries(known.map((label) => [label, TAPS[label] ?? 0])), dice);
}
