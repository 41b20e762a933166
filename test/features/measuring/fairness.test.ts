// The ledger over two rounds: how evenly things are shared for organisers, and for each leader their own line and nobody else's.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as leaders from '../../../src/features/joining/leaders.ts';
import { NO_WISHES, sealWishes } from '../../../src/features/joining/wishes.ts';
import { fairnessOf, ownLine } from '../../../src/features/measuring/fairness.ts';
import { sealPlan } from '../../../src/features/pairing/sealed-plans.ts';
import { transact } from '../../../src/platform/db/transact.ts';
import { beginRound } from '../coaching/ground.ts';
import { type Measured, measured } from './measuring-ground.ts';

let on: Measured;

/** Five leaders: a pair and a trio in the first round; in the second another trio, and a pair that gave something up. */
beforeAll(async () => {
  on = await measured(5);
  const [a, b, c, d, e] = on.round.leaders as [leaders.Leader, leaders.Leader, leaders.Leader, leaders.Leader, leaders.Leader];
  const { pairs } = await beginRound(on.tools, on.here, {
    pairs: [
      [a, c],
      [b, d, e],
    ],
    beginsOn: '2027-07-19',
    number: 2,
  });
  await on.tools.db
    .updateTable('pair')
    .set({ compromised: 1 })
    .where('id', '=', pairs[0] ?? '')
    .execute();
  await on.tools.db
    .updateTable('round')
    .set({ totals: JSON.stringify(welcomed) })
    .where('number', '=', 2)
    .execute();
  await drawnBy('the bot');
  await transact(on.tools.db, async (tx) => {
    const private_sealed = await sealWishes(on.tools, tx, a, { ...NO_WISHES, welcomes: [c.user] });
    await tx.updateTable('leader').set({ private_sealed }).where('id', '=', a.id).execute();
  });
});
afterAll(() => on.close());

const welcomed = { mutualWelcomes: 1, oneSidedWelcomes: 2 };

/** What is kept of how the second round was decided. */
async function drawnBy(whom: 'the bot' | 'an organiser'): Promise<void> {
  const certificate = { checked: true, people: [], stages: [], triosTried: 0 } as const;
  const others = { leaders: 5, pairs: 1, trios: 1, sameFunction: 0, repeats: 0, shortHours: 0, newBridges: 0 };
  const plan = { possible: true, pairs: [], totals: { ...others, ...welcomed }, seed: 's', certificate } as const;
  const edits = whom === 'the bot' ? [] : [{ what: 'keep', group: ['a', 'c'] } as const];
  const { proposal } = await on.tools.db.selectFrom('round').select('proposal').where('number', '=', 2).executeTakeFirstOrThrow();
  const plan_sealed = await transact(on.tools.db, (tx) => sealPlan(on.tools, tx, proposal, { edits, drawn: { plan, mark: '' } }));
  await on.tools.db.updateTable('proposal').set({ plan_sealed }).where('id', '=', proposal).execute();
}

const lineOf = async (n: number) => {
  const leader = await leaders.byId(on.tools.db, on.tools.workspace, on.round.leaders[n]?.id ?? '');
  return leader && (await ownLine(on.tools, leader));
};

test('organisers read how evenly it falls, and of nobody', async () => {
  expect(await fairnessOf(on.tools, on.tools.db, on.here.id)).toEqual({
    rounds: 2,
    trios: { sum: 6, people: 4, least: 1, most: 2 },
    compromises: { sum: 2, people: 2, least: 1, most: 1 },
    welcomes: 4,
  });
});

test('of a round that an organiser changed, nothing is told of wishes', async () => {
  await drawnBy('an organiser');
  expect((await fairnessOf(on.tools, on.tools.db, on.here.id)).welcomes).toBe(0);
  await drawnBy('the bot');
});

test('each leader reads their own line: also that a wish of theirs was met, and never whose they met', async () => {
  const said = (rounds: number, trios: number, given: number, welcomes: number) =>
    `Rounds so far: ${rounds}. In a trio: ${trios}. In a match that gave something up: ${given}. With someone you would welcome: ${welcomes}. Only you see this line.`;
  expect(await lineOf(0)).toBe(said(2, 0, 1, 1));
  expect(await lineOf(2)).toBe(said(2, 1, 1, 0));
  expect(await lineOf(4)).toBe(said(2, 2, 0, 0));
});

test('before the first round there is nothing to read', async () => {
  const leader = await on.leader('New', on.here);
  expect(await ownLine(on.tools, leader)).toBeUndefined();
});
