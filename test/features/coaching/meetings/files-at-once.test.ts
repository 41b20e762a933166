import { expect, test } from '@jest/globals';
import { book } from '../../../../src/features/coaching/meetings/book.ts';
import { calendarFiles } from '../../../../src/features/coaching/meetings/calendar-files.ts';
import { at, openGround } from '../ground.ts';

test('after a morning on which many fixed a time, files go out a few at a time: first to those who did, and each once', async () => {
  const { tools, clock, calls, programme, leader, round, close } = await openGround('2027-01-18T10:00:00Z');
  const leaders = await programme();
  const couples = [];
  for (const names of [
    ['Amina', 'Bo'],
    ['Chidi', 'Dolores'],
    ['Edo', 'Freya'],
    ['Goran', 'Hana'],
  ])
    couples.push([await leader(names[0] as string, leaders), await leader(names[1] as string, leaders)] as const);
  const { pairs } = await round(leaders, couples, '2027-01-18');
  for (const [n, [first]] of couples.entries())
    await book(tools, { user: first.user, pair: pairs[n] as string, at: at('2027-01-21T15:00:00Z'), seen: {} });

  const lots: string[][] = [];
  for (let next = await nextLot(); next; next = await nextLot()) clock.now = next;
  async function nextLot() {
    calls.length = 0;
    const again = await calendarFiles.run(tools, clock.now);
    lots.push(calls.filter(({ method }) => method === 'sendFile').map(({ given }) => String(given[0])));
    return again;
  }
  expect(lots.map((users) => users.length)).toEqual([3, 3, 2]);
  expect(lots.flat().slice(0, 4).sort()).toEqual(['U0AMINA', 'U0CHIDI', 'U0EDO', 'U0GORAN']);
  expect(lots.flat().sort()).toEqual(couples.flat().map(({ user }) => user));
  expect(clock.now).toEqual(at('2027-01-18T10:00:10Z'));
  await close();
});
