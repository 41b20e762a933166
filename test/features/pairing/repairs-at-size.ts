// What repairs cost: `node --import ./test/typescript.mjs test/features/pairing/repairs-at-size.ts 300 1000` prints processor time, cold and warm.
// For each number of people a round is planned; then somebody leaves, or two refuse each other, or several of either.
import { planRound } from '../../../src/features/pairing/plan.ts';
import { type RepairWish, repairRound } from '../../../src/features/pairing/planning/repair.ts';
import { crowd } from './crowd.ts';

const sizes = process.argv.slice(2).map(Number);
const wishes: [string, Pick<RepairWish, 'prefer' | 'limit'>][] = [
  ['calm', { prefer: 'calm' }],
  ...[1, 2, 3, 4, 6].map((limit): [string, Pick<RepairWish, 'prefer' | 'limit'>] => [`best ≤ ${limit}`, { prefer: 'best', limit }]),
  ['best', { prefer: 'best' }],
];

for (const people of sizes) {
  const facts = crowd(people, '7');
  const plan = planRound(facts);
  const standing = plan.possible ? plan.pairs.map(({ leaders }) => leaders) : [];
  for (const [leavers, refusals] of [
    [1, 0],
    [2, 0],
    [0, 1],
    [0, 2],
    [3, 0],
    [10, 0],
    [13, 0],
  ] as const) {
    const gone = new Set(standing.slice(0, leavers).map(([one]) => one));
    const leaders = facts.leaders.filter(({ id }) => !gone.has(id));
    const refused = standing.slice(20, 20 + refusals).map(([one = '', other = '']): [string, string] => [one, other]);
    const told = wishes.map(([name, wish]) => {
      const begun = process.cpuUsage();
      const found = repairRound({ facts: { ...facts, leaders }, standing, refused, ...wish });
      const { user, system } = process.cpuUsage(begun);
      const changed = found.possible ? found.changed.length : '-';
      return `${name}: ${((user + system) / 1e6).toFixed(2)} s, ${changed} changed${found.proof.whole ? '' : `, proved to ${found.proof.upTo}`}`;
    });
    console.log(`${people} people, ${leavers} left, ${refusals} refused: ${told.join(' · ')}`);
  }
}
