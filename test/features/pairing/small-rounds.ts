// Whole small rounds, with everything that a round is decided from, and what is wrong with the plan for one of them: held against every plan there
// is, by a yardstick of their own.
import { type PairingFacts, type PairingPlan, type PastPair, planRound } from '../../../src/features/pairing/plan.ts';
import { factsOf, person, week } from './people.ts';
import { diceFrom } from './small-problems.ts';
import { compareWorth, couplesIn, type Yardstick, yardstickOf } from './yardstick.ts';

type Groups = readonly (readonly string[])[];

/** A round of 2 to `most` leaders with functions, past rounds, wishes, hours, lines, forbidden pairs and what was carried before. */
export function smallRound(seed: number, most = 9): PairingFacts {
  const dice = diceFrom(seed);
  const below = (count: number) => Math.floor(dice() * count);
  const size = 2 + below(most - 1);
  const functions = 1 + below(4);
  const ids = Array.from({ length: size }, (_, at) => `p${at}`);
  const some = (share: number) => ids.filter(() => dice() < share);
  const [wishes, apart] = [[0, 0.2, 0.5][below(3)] as number, [0, 0, 0.1, 0.3][below(4)] as number];
  const leaders = ids.map((id) => {
    const from = [9, 9, 9, 12, 15][below(5)] as number;
    const others = { welcomes: some(wishes).filter((other) => other !== id), avoids: some(apart / 3).filter((other) => other !== id) };
    const line = some(apart / 3).filter((other) => other !== id);
    return person(id, `F${below(functions)}`, { ...others, line, hours: week(from, from + 8), level: `L${below(3)}` });
  });
  const forbidden = couplesIn(ids).filter(() => dice() < apart / 3);
  const duty = Object.fromEntries(ids.map((id) => [id, { trios: below(3), compromises: below(4) }]));
  return factsOf(leaders, { forbidden, duty, history: pastRounds(ids, below(7), dice), seed: `${seed}` });
}

/** Rounds at random; some pairs never met. */
function pastRounds(ids: readonly string[], rounds: number, dice: () => number): PastPair[] {
  return Array.from({ length: rounds }, (_, at) => {
    const order = ids.map((id) => [dice(), id] as const).sort(([a], [b]) => a - b);
    const groups: string[][] = [];
    for (const [place, [, id]] of order.entries()) {
      if (place % 2 === 0 && place < order.length - 1) groups.push([id]);
      else groups.at(-1)?.push(id);
    }
    return groups.filter((group) => group.length > 1).map((leaders) => ({ roundsAgo: at + 1, leaders, met: dice() < 0.7 }));
  }).flat();
}

/** What the best plan comes to, by trying every one; `undefined` where there is none. */
export function bestRoundByTrying({ leaders }: PairingFacts, { mayBe, worth }: Yardstick): number[] | undefined {
  const ids = leaders.map(({ id }) => id);
  let best: number[] | undefined;
  const consider = (groups: Groups) => {
    const present = worth(groups);
    if (!best || compareWorth(present, best) < 0) best = present;
  };
  const pairUp = (left: readonly string[], groups: Groups) => {
    const [first, ...others] = left;
    if (first === undefined) consider(groups);
    else
      for (const other of others)
        if (mayBe(first, other))
          pairUp(
            others.filter((id) => id !== other),
            [...groups, [first, other]],
          );
  };
  if (ids.length % 2 === 0) pairUp(ids, []);
  else
    for (const [a, b] of couplesIn(ids))
      for (const c of ids.slice(ids.indexOf(b) + 1))
        if (mayBe(a, b) && mayBe(a, c) && mayBe(b, c))
          pairUp(
            ids.filter((id) => ![a, b, c].includes(id)),
            [[a, b, c]],
          );
  return best;
}

/** Everyone is in one group, groups are of two but for one of three where the number is odd, and no rule is broken. */
export function faultInGroups({ leaders }: PairingFacts, { mayBe }: Yardstick, groups: Groups): string | undefined {
  const placed = groups.flat();
  if (placed.length !== leaders.length || new Set(placed).size !== leaders.length) return 'somebody is in no group, or in two';
  if (groups.filter(({ length }) => length !== 2).length !== leaders.length % 2) return 'a group is too large or too small';
  const broken = groups.flatMap(couplesIn).find(([a, b]) => !mayBe(a, b));
  return broken && `${broken} may not be together`;
}

/** What is wrong with the plan for a small round; nothing where it is one of the best there are. */
export function faultInRound(seed: number, most?: number): string | undefined {
  const facts = smallRound(seed, most);
  const yardstick = yardstickOf(facts);
  const wanted = bestRoundByTrying(facts, yardstick);
  const plan: PairingPlan = planRound(facts);
  if (!plan.possible) return wanted ? `round ${seed}: a plan was missed` : undefined;
  const groups = plan.pairs.map(({ leaders }) => leaders);
  const fault = faultInGroups(facts, yardstick, groups);
  if (fault) return `round ${seed}: ${fault}`;
  const worth = yardstick.worth(groups);
  return worth.join() === wanted?.join() ? undefined : `round ${seed}: ${worth} instead of ${wanted}`;
}
