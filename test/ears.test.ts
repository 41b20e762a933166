// What the rooms listen to, part by part. A room puts its parts together in one object, where of two parts with one id the later would silently
// take the place of the earlier.
import { describe, expect, test } from '@jest/globals';
import { rooms } from '../src/rooms.ts';
import { under } from './source.ts';

type Listening = Record<string, unknown>;

/** Everything that one part of a room listens to; `presses` or `submits`. */
async function heardBy(path: string, what: 'presses' | 'submits'): Promise<string[]> {
  const exported = (await import(`../${path}`)) as Record<string, Listening>;
  const named = what === 'presses' ? /Presses$/ : /(?:Submits|Forms)$/;
  return Object.entries(exported).flatMap(([name, value]) => {
    const heard = named.test(name) ? value : /ears$/i.test(name) ? value[what] : undefined;
    return Object.keys((heard as Listening | undefined) ?? {});
  });
}

const parts = under('src/features', '.ts').filter((path) => /-(?:ears|forms)\.ts$/.test(path));

describe.each(['presses', 'submits'] as const)('%s', (what) => {
  test('no two parts listen to the same', async () => {
    const heard: string[] = [];
    for (const path of parts) heard.push(...(await heardBy(path, what)));
    expect(heard.length).toBeGreaterThan(10);
    expect(heard.filter((id, at) => heard.indexOf(id) !== at)).toEqual([]);
  });

  test('no two rooms listen to the same, and every id says of which room it is', () => {
    const heard = rooms.flatMap((room) => Object.keys(room[what] ?? {}));
    expect(heard.filter((id, at) => heard.indexOf(id) !== at)).toEqual([]);
    expect(heard.filter((id) => !/^[a-z]+\.[a-z-]+$/.test(id))).toEqual([]);
  });

  test('every part is put together with the others', async () => {
    const heard = new Set(rooms.flatMap((room) => Object.keys(room[what] ?? {})));
    for (const path of parts) expect((await heardBy(path, what)).filter((id) => !heard.has(id))).toEqual([]);
  });
});
