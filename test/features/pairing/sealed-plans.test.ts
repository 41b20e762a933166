// Plans and reasons in the database: read by the program, and by nobody who only has the rows.
import { expect, test } from '@jest/globals';
import * as proposals from '../../../src/features/pairing/proposals.ts';
import { openWhy } from '../../../src/features/pairing/sealed-plans.ts';
import { cast as everyone } from '../../cast.ts';
import { approved, preview, stage, wish } from './rotating.ts';

test('that Amina and Bo named each other stands in no row, though both are told', async () => {
  const on = await stage(['amina', 'bo', 'chidi', 'dolores']);
  await wish(on, 'amina', { welcomes: [everyone.bo.id] });
  await wish(on, 'bo', { welcomes: [everyone.amina.id] });
  const seen = await preview(on);
  expect(JSON.stringify(await on.tools.db.selectFrom('proposal').selectAll().execute())).not.toMatch(/blossoms|prices|reasons|r\.\w/);
  const { db } = on.tools;
  expect((await proposals.byId(on.tools, db, seen.proposal.id))?.drawn).toEqual(seen.proposal.drawn);
  await approved(on);
  const rows = await db.selectFrom('pair').selectAll().execute();
  expect(JSON.stringify(rows)).not.toMatch(/both|named|blanks|compromises/);
  const why = await Promise.all(rows.map(({ id, why_sealed }) => openWhy(on.tools, db, id, why_sealed)));
  expect(why.every(({ reasons }) => reasons.length > 0)).toBe(true);
});

test('a plan does not open in the place of another', async () => {
  const on = await stage(['amina', 'bo']);
  const seen = await preview(on);
  const row = await on.tools.db.selectFrom('proposal').selectAll().executeTakeFirstOrThrow();
  await on.tools.db
    .updateTable('proposal')
    .set({ id: `${row.id}0` })
    .where('id', '=', row.id)
    .execute();
  await expect(proposals.byId(on.tools, on.tools.db, `${seen.proposal.id}0`)).rejects.toMatchObject({ name: 'SealBroken' });
});
