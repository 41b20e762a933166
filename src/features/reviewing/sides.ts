// What is counted of each scale. Of every answer one yes or no is counted and nothing else, so that no two figures speak about the same answer:
// with `given` each choice is an answer of its own, and of `pace` the two ends are counted. Pure.
import type { Scale } from '../../platform/content/pulse.ts';

/** The choices, by their place on the scale, that count as yes. `name` is how it is said: `reviewing.pulse.side.<name>`. */
export interface Side {
  name: string;
  choices: readonly number[];
}

const sides: Readonly<Record<Scale, readonly Side[]>> = {
  agree: [{ name: 'agree', choices: [3, 4] }],
  often: [{ name: 'often', choices: [2, 3] }],
  count: [{ name: 'count', choices: [3, 4, 5] }],
  more: [{ name: 'yes', choices: [0] }],
  worth: [{ name: 'yes', choices: [0] }],
  given: [
    { name: 'given-1', choices: [0] },
    { name: 'given-2', choices: [1] },
    { name: 'given-3', choices: [2] },
    { name: 'given-4', choices: [3] },
    { name: 'given-5', choices: [4] },
  ],
  pace: [
    { name: 'too-often', choices: [0] },
    { name: 'too-seldom', choices: [2] },
  ],
};

/** The last choice of these scales is "Prefer not to say": who chooses it has not answered. */
const declinable: ReadonlySet<Scale> = new Set(['agree', 'often']);

/** `given` alone takes several choices; its last one, "None yet", stands only by itself. */
export const severalFrom = (scale: Scale): boolean => scale === 'given';

export function sidesOf(scale: Scale): readonly Side[] {
  return sides[scale];
}

/** What is kept of the choices made among `count`: nothing where somebody would rather not say. */
export function answerOf(scale: Scale, chosen: readonly number[], count: number): number[] {
  const known = [...new Set(chosen)].filter((each) => Number.isInteger(each) && each >= 0 && each < count).sort((a, b) => a - b);
  if (declinable.has(scale) && known.includes(count - 1)) return [];
  if (!severalFrom(scale)) return known.slice(0, 1);
  return known.length > 1 ? known.filter((each) => each !== count - 1) : known;
}
