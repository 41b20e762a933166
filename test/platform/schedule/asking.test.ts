// How often the timetable is asked by the real clock.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { askInTime } from '../../../src/platform/schedule/asking.ts';
import { openPostRoom, type PostRoom } from '../outbox/post-room.ts';

let room: PostRoom;
beforeEach(async () => {
  room = await openPostRoom();
});
afterEach(() => room.close());

/** A timetable with one stream that says how many milliseconds later it will be due; and who asks it, so many milliseconds after the start. */
function asking(due: (at: number) => number | undefined) {
  const start = room.tools.now();
  const asked: number[] = [];
  const run = async (_: unknown, now: typeof start) => {
    const at = now.epochMilliseconds - start.epochMilliseconds;
    asked.push(at);
    const next = due(at);
    return next === undefined ? undefined : start.add({ milliseconds: next });
  };
  const ask = askInTime(room.tools, [{ name: 'forum', always: true, run }]);
  const comeAt = async (ms: number) => (await ask(start.add({ milliseconds: ms })))?.since(start).total('milliseconds');
  return { asked, comeAt };
}

test('whoever does one thing after the other lets it be asked every two seconds', async () => {
  const { asked, comeAt } = asking(() => undefined);
  await comeAt(0);
  expect(await comeAt(300)).toBe(2_000);
  await comeAt(1_900);
  await comeAt(2_000);
  await comeAt(2_500);
  expect(asked).toEqual([0, 2_000]);
});

test('what has its moment is asked for at that moment, though somebody did something just before', async () => {
  const { asked, comeAt } = asking((at) => (at < 5_000 ? 5_000 : 9_000));
  await comeAt(0);
  await comeAt(4_200);
  expect(await comeAt(4_300)).toBe(5_000);
  await comeAt(5_000);
  expect(await comeAt(5_001)).toBe(7_000);
  expect(asked).toEqual([0, 4_200, 5_000]);
});

test('what stays due is not asked for without end', async () => {
  const { asked, comeAt } = asking(() => 0);
  for (let ms = 0; ms <= 4_000; ms += 100) await comeAt(ms);
  expect(asked).toEqual([0, 2_000, 4_000]);
});

test('a clock that was put back asks at once', async () => {
  const { asked, comeAt } = asking(() => undefined);
  await comeAt(0);
  await comeAt(-60_000);
  expect(asked).toEqual([0, -60_000]);
});
