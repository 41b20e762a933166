// Any number of people, as different as people are: functions, levels, hours, lines, welcomes and private wishes by chance, the same for a seed.
import type { Candidate, PairingFacts } from '../../../src/features/pairing/plan.ts';
import { factsOf, person, week } from './people.ts';
import { diceFrom } from './small-problems.ts';

export function crowd(count: number, seed: string): PairingFacts {
  const dice = diceFrom(Number(seed));
  const pick = (below: number) => Math.floor(dice() * below);
  const anyone = () => `person ${pick(count)}`;
  const leaders = Array.from({ length: count }, (_, at): Candidate => {
    const line = at > 8 ? [`person ${pick(Math.min(at, Math.ceil(count / 8)))}`] : [];
    const welcomes = pick(3) === 0 ? [] : [anyone(), anyone()];
    const avoids = pick(5) === 0 ? [anyone()] : [];
    const from = [9, 8, 14, 1, 16][pick(5)] as number;
    const more = { line, welcomes, avoids, level: `Level ${pick(4)}`, rhythm: pick(2) === 0 ? ('steady' as const) : ('full' as const) };
    return person(`Person ${at}`, `Function ${pick(9)}`, { ...more, hours: week(from, from + 8) });
  });
  return factsOf(leaders, { seed });
}
