// Small questions that are changed after they were settled, and what is wrong with the answer to one of them: held against every plan that is left.
import { type Changes, settleAgain, standingOf, type Two } from '../../../src/features/pairing/matching/again/again.ts';
import { groupsOf, numbersOf, type Question } from '../../../src/features/pairing/matching/order/tiers.ts';
import { bestByTrying, diceFrom, inPairs, smallQuestion, worthOf } from './small-problems.ts';

/** Up to three changes; who is forced or left out is so once. */
function someChanges(size: number, dice: () => number): Required<Changes> {
  const left = Array.from({ length: size }, (_, v) => v)
    .map((v) => [dice(), v] as const)
    .sort(([a], [b]) => a - b)
    .map(([, v]) => v);
  const changes = { forced: [] as Two[], forbidden: [] as Two[], leftOut: [] as Two[] };
  for (let count = 1 + Math.floor(dice() * 3); count > 0 && left.length > 1; count--) {
    const [u, v] = left.splice(0, 2) as [number, number];
    changes[(['forced', 'forbidden', 'leftOut'] as const)[Math.floor(dice() * 3)] ?? 'forced'].push([u, v]);
  }
  return changes;
}

/** Without those who are left out, and with nobody but their partner for those who are forced. */
function questionAfter(
  { size, open, tiers }: Question,
  { forced, forbidden, leftOut }: Required<Changes>,
): { after: Question; others: number[] } {
  const others = Array.from({ length: size }, (_, v) => v).filter((v) => !leftOut.flat().includes(v));
  const isOpen = (u: number, v: number) => {
    const same = (two: Two) => two.includes(u) && two.includes(v);
    return open[u * size + v] === 1 && !forbidden.some(same) && forced.every((two) => same(two) || (!two.includes(u) && !two.includes(v)));
  };
  const count = others.length;
  const wide = new Float64Array(size);
  return {
    others,
    after: {
      size: count,
      open: Uint8Array.from({ length: count * count }, (_, at) =>
        isOpen(others[Math.floor(at / count)] as number, others[at % count] as number) ? 1 : 0,
      ),
      tiers: tiers.map(({ name, row }) => ({
        name,
        row: (u, into) => {
          row(others[u] as number, wide);
          for (let v = 0; v < count; v++) into[v] = wide[others[v] as number] as number;
        },
      })),
    },
  };
}

/** What is wrong with the answer after some changes; nothing where no plan that keeps to them is better. */
export function faultInChanged(seed: number): string | undefined {
  const dice = diceFrom(seed ^ 0x2545f491);
  const question = smallQuestion(seed, 2 + 2 * Math.floor(dice() * 5));
  const groups = groupsOf(question);
  const settled = inPairs(question, seed, groups);
  if (!settled) return undefined;
  const standing = standingOf({ open: question.open, groups, numbers: (at) => numbersOf(question, groups[at] ?? []), settled });
  const changes = someChanges(question.size, dice);
  const again = settleAgain(standing, changes);
  const { after, others } = questionAfter(question, changes);
  const wanted = bestByTrying(after);
  if ('obstacle' in again) return wanted ? `change ${seed}: a plan was missed` : undefined;
  if (!wanted) return `change ${seed}: there is no plan`;
  const apart = changes.leftOut.some(([u, v]) => again.mate[u] !== v || again.mate[v] !== u);
  const mate = Int32Array.from(others, (v) => others.indexOf(again.mate[v] as number));
  const broken = mate.some((v, u) => v < 0 || mate[v] !== u || after.open[u * after.size + v] !== 1);
  if (apart || broken) return `change ${seed}: the changes are not kept`;
  const worth = worthOf(after, mate);
  return worth.join() === wanted.join() ? undefined : `change ${seed}: ${worth} instead of ${wanted}`;
}
