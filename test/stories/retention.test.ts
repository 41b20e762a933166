// What "Who sees what" promises about time: notes stay for thirty days after their round is over, and not longer.
import { expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { stamp } from '../../src/platform/clock.ts';
import { openHouse } from '../open-house.ts';
import { founded, joined, submitted } from './starting.ts';

test('the notes of a round go thirty days after the next one is approved, newer ones stay; who was written to is known for ninety days', async () => {
  const house = await openHouse();
  await founded(house);
  for (const name of ['amina', 'bo', 'chidi', 'dolores'] as const) await joined(house, name);
  const notes = () => house.tools.db.selectFrom('note').select('round').execute();
  const writes = async (text: string) => {
    await house.as('amina').types('/coachingpairs note', '#leaders');
    await submitted(house, 'amina', { 'Your note': text });
    await house.as('amina').closes();
  };

  await house.forward({ weeks: 5 });
  await writes('First round');
  const [first] = await notes();

  await house.forward({ months: 6 });
  const closed = await house.tools.db.selectFrom('round').select('closed_at').where('number', '=', 1).executeTakeFirst();
  expect(closed?.closed_at).not.toBeNull();
  await writes('Second round');
  expect((await notes()).filter(({ round }) => round === first?.round)).toHaveLength(1);

  await house.forward({ days: 31 });
  const kept = await notes();
  expect(kept.filter(({ round }) => round === first?.round)).toHaveLength(0);
  expect(kept).toHaveLength(1);

  const longAgo = stamp(house.now().subtract({ hours: 24 * 90 + 1 }));
  for (const [table, at] of [
    ['outbox', 'settled_at'],
    ['contact', 'created_at'],
  ] as const) {
    const rows = await house.tools.db
      .selectFrom(table)
      .select(sql<string>`${sql.ref(at)}`.as('at'))
      .execute();
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter((row) => row.at !== null && row.at < longAgo)).toEqual([]);
  }
});
