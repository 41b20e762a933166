// How colleagues behave: some answer at once, some days later, some forget, some fall silent, some sit out or go. Drawn from the seed,
// and never from who somebody is. Pure.

export type Temperament = 'prompt' | 'late' | 'forgetful' | 'silent' | 'pausing' | 'leaving' | 'asking' | 'joining late';

/** Of a hundred people, so many of each kind; whoever is left answers promptly. */
const SHARES: readonly (readonly [Temperament, number])[] = [
  ['late', 22],
  ['forgetful', 16],
  ['silent', 7],
  ['pausing', 6],
  ['leaving', 3],
  ['asking', 2],
  ['joining late', 1],
];

export interface Character {
  temperament: Temperament;
  /** Of a hundred messages that ask for something, so many are answered. */
  answers: number;
  /** Working minutes before an answer, from and to. */
  delay: readonly [number, number];
  /** In which week of the rehearsal they pause, leave or join, where they do. */
  week: number;
}

const MANNERS: Readonly<Record<Temperament, Pick<Character, 'answers' | 'delay'>>> = {
  prompt: { answers: 96, delay: [4, 200] },
  late: { answers: 85, delay: [300, 1600] },
  forgetful: { answers: 50, delay: [20, 900] },
  silent: { answers: 0, delay: [30, 300] },
  pausing: { answers: 90, delay: [10, 500] },
  leaving: { answers: 90, delay: [10, 500] },
  asking: { answers: 92, delay: [10, 400] },
  'joining late': { answers: 92, delay: [10, 400] },
};

/** Of whoever is waited for: every message is answered, within hours. */
export const PROMPT: Pick<Character, 'answers' | 'delay'> = { answers: 100, delay: [4, 200] };

/** Somebody's character, from dice that give numbers in [0, 1). */
export function drawCharacter(dice: () => number): Character {
  const temperament = drawTemperament(dice() * 100);
  return { temperament, ...MANNERS[temperament], week: 4 + Math.floor(dice() * 16) };
}

function drawTemperament(at: number): Temperament {
  let sum = 0;
  for (const [temperament, share] of SHARES) {
    sum += share;
    if (at < sum) return temperament;
  }
  return 'prompt';
}
