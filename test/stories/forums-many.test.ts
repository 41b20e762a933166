// Fifty forums of eight at the same hour: every line of each within five seconds of its minute, and none twice. Here the first quarter of an hour; the whole
// hour is `npm run test:forums`.
import { expect, jest, test } from '@jest/globals';
import { printForums, runForums } from '../bench/forums.ts';

jest.setTimeout(240_000);

test('fifty forums at once, over a restart in the middle', async () => {
  const found = await runForums({ forums: 50, minutes: 15, restartAt: 8 });
  printForums(found);
  expect(found.missing).toEqual([]);
  expect(found.twice).toEqual([]);
  expect(found.lines).toBe(50 * 6);
  expect(found.worst).toBeLessThanOrEqual(5);
  expect(found.limited).toBe(0);
  expect(found.complaints).toEqual([]);
});
