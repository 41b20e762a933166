// What is kept of a round that has begun can be checked again, in the database and in a backup, by an operator who reads none of it.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Drawn } from '../../../src/features/pairing/drawn.ts';
import * as proposals from '../../../src/features/pairing/proposals.ts';
import { recheck } from '../../../src/features/pairing/recheck.ts';
import * as rounds from '../../../src/features/pairing/rounds.ts';
import { sealPlan } from '../../../src/features/pairing/sealed-plans.ts';
import { APPLICATION_ID } from '../../../src/platform/db/sqlite-file.ts';
import { transact } from '../../../src/platform/db/transact.ts';
import { erasePerson } from '../../../src/platform/erase-person.ts';
import { run } from '../../operator/command.ts';
import { aFolder, type Folder } from '../../platform/a-folder.ts';
import { approved, change, enrol, type Stage, stage, wish } from './rotating.ts';

const six = ['amina', 'bo', 'chidi', 'dolores', 'edo', 'freya'] as const;
const keys = { ENCRYPTION_KEYS: `key1:${Buffer.alloc(32, 7).toString('base64')}` };
const outcomes = async ({ tools }: Stage) => {
  const all = await rounds.all(tools.db);
  return Promise.all(all.map((round) => recheck(tools, tools.db, round)));
};

/** Changes what is sealed of the first round's proposal, as nobody can without the keys. */
async function forge(on: Stage, forged: (drawn: Drawn) => Drawn): Promise<void> {
  const { tools } = on;
  const [round] = await rounds.all(tools.db);
  const proposal = round && (await proposals.byId(tools, tools.db, round.proposal));
  if (!proposal) throw new Error('there is no round');
  await transact(tools.db, async (tx) => {
    const plan_sealed = await sealPlan(tools, tx, proposal.id, { edits: proposal.edits, drawn: forged(proposal.drawn) });
    await tx.updateTable('proposal').set({ plan_sealed }).where('id', '=', proposal.id).execute();
  });
}

describe('a round that has begun', () => {
  test('is proved again from the same facts: its certificate is kept, and the next round changes nothing about it', async () => {
    const on = await stage(six);
    await wish(on, 'amina', { avoids: [on.cast.bo.user], welcomes: [on.cast.dolores.user] });
    const { round } = await approved(on);
    expect(await outcomes(on)).toEqual(['proved']);
    await on.house.forward({ months: 6 });
    const all = await rounds.all(on.tools.db);
    expect(all.map(({ number }) => number)).toEqual([1, 2]);
    expect(await outcomes(on)).toEqual(['proved', 'proved']);
    const kept = await proposals.byId(on.tools, on.tools.db, round.proposal);
    expect(kept?.drawn.plan).toMatchObject({ possible: true, certificate: { checked: true, people: expect.any(Array) } });
  });

  test('who joins later, and what is ruled out later, is left aside', async () => {
    const on = await stage(six);
    await approved(on);
    await on.house.forward({ minutes: 5 });
    await enrol(on, 'goran');
    const [a, b] = [on.cast.amina.id, on.cast.edo.id].sort() as [string, string];
    const rule = { id: 'f1', workspace: on.tools.workspace, programme: on.programme.id, leader_a: a, leader_b: b, reason: 'x' };
    const values = { ...rule, forbidden_by: 'U1', forbidden_at: on.tools.now().toString({ smallestUnit: 'millisecond' }), lifted_at: null };
    await on.tools.db.insertInto('forbidden_pair').values(values).execute();
    expect(await outcomes(on)).toEqual(['proved']);
  });

  test('whose people wish something else by now keeps its proof, and cannot be worked out again', async () => {
    const on = await stage(six);
    await approved(on);
    await wish(on, 'edo', { avoids: [on.cast.freya.user] });
    expect(await outcomes(on)).toEqual(['changed']);
    await change(on, 'edo', { privateSealed: null });
    expect(await outcomes(on)).toEqual(['proved']);
  });

  test('of which somebody asked to be forgotten says only that', async () => {
    const on = await stage(six);
    await approved(on);
    await transact(on.tools.db, (tx) =>
      erasePerson(tx, on.tools.vault, { workspace: on.tools.workspace, user: on.cast.bo.user, at: '2027-01-12T12:00:00.000Z' }),
    );
    expect(await outcomes(on)).toEqual(['erased']);
  });

  test('whose pairs were exchanged for worse ones, or whose proof has gaps, is found out', async () => {
    const on = await stage(six);
    await approved(on);
    const kept: Drawn[] = [];
    await forge(on, (drawn) => {
      kept.push(drawn);
      if (!drawn.plan.possible) throw new Error('not possible');
      const leaders = drawn.plan.pairs.flatMap((pair) => pair.leaders);
      const pairs = [0, 1, 2].map((at) => ({ reasons: [], compromises: [], leaders: [leaders[at] as string, leaders[at + 3] as string] }));
      return { ...drawn, plan: { ...drawn.plan, pairs } };
    });
    expect(['worse', 'as-good']).toContain((await outcomes(on))[0]);
    await forge(on, () => {
      const { plan, ...rest } = kept[0] as Drawn;
      if (!plan.possible) throw new Error('not possible');
      const stages = plan.certificate.stages.map((each) => ({ ...each, prices: each.prices.slice(1) }));
      return { ...rest, plan: { ...plan, certificate: { ...plan.certificate, stages } } };
    });
    expect(await outcomes(on)).toEqual(['broken']);
    await on.tools.db.updateTable('round').set({ seed: 'another' }).execute();
    await forge(on, () => kept[0] as Drawn);
    expect(await outcomes(on)).toEqual(['broken']);
  });
});

describe('coachingpairs verify --plans', () => {
  let folder: Folder;
  beforeAll(() => {
    folder = aFolder();
  });
  afterAll(() => folder.remove());

  test('checks every round of a backup again; without the keys it says so, and without a round too', async () => {
    const on = await stage(six);
    // The house is in memory; in a file this stands from the first moment.
    await sql.raw(`pragma application_id = ${APPLICATION_ID}`).execute(on.tools.db);
    await on.house.database.backup(join(folder.path, 'empty.db'));
    expect(await run(folder.path, keys, 'verify', 'empty.db', '--plans')).toMatchObject({
      code: 0,
      out: expect.stringContaining('There is no round yet.'),
    });
    await approved(on);
    await on.house.database.backup(join(folder.path, 'one.db'));
    const { code, out } = await run(folder.path, keys, 'verify', 'one.db', '--plans', '--json');
    expect({ code, plans: JSON.parse(out).plans }).toEqual({
      code: 0,
      plans: [{ programme: on.programme.id, round: 1, outcome: 'proved' }],
    });
    expect((await run(folder.path, keys, 'verify', 'one.db', '--plans')).out).toMatch(
      /round 1: worked out again from the same facts, and proved again/,
    );
    expect(await run(folder.path, {}, 'verify', 'one.db', '--plans')).toMatchObject({
      code: 2,
      err: expect.stringContaining('ENCRYPTION_KEYS'),
    });
    const other = { ENCRYPTION_KEYS: `key1:${Buffer.alloc(32, 8).toString('base64')}` };
    expect((await run(folder.path, other, 'verify', 'one.db', '--plans')).code).toBe(6);
    await on.tools.db.updateTable('round').set({ totals: '{}' }).execute();
    await on.house.database.backup(join(folder.path, 'broken.db'));
    expect(await run(folder.path, keys, 'verify', 'broken.db', '--plans')).toMatchObject({
      code: 1,
      out: expect.stringContaining('NOT whole'),
    });
  });
});
