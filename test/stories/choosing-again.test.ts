// Leaders choose partners for the second round while the first one runs: from its tenth fortnight on, beside everything else that reaches them.
import { describe, expect, jest, test } from '@jest/globals';
import * as rounds from '../../src/features/pairing/rounds.ts';
import { cast as everyone } from '../cast.ts';
import { asks, choosingStage, read, rows } from '../features/pairing/choosing/choosing-stage.ts';
import { approved, preview, type Stage, together } from '../features/pairing/rotating.ts';
import { heardUnasked } from '../heard.ts';

jest.setTimeout(180_000);

/** How often somebody was reached unasked in a day and in a week, at most. */
async function most(on: Stage): Promise<{ day: number; week: number }> {
  const heard = await heardUnasked(on.tools.db);
  const days = heard.map(({ started_at }) => Math.floor(Date.parse(started_at ?? '') / 86_400_000));
  const often = (of: (day: number) => number) => {
    const counts = new Map<string, number>();
    heard.forEach(({ slack_user }, at) => {
      const key = `${slack_user} ${of(days[at] as number)}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    });
    return Math.max(...counts.values());
  };
  return { day: often((day) => day), week: often((day) => Math.floor((day + 3) / 7)) };
}

describe('in the tenth fortnight of a round', () => {
  test('choosing opens, with somebody new, and within the limits of a week and a day', async () => {
    const on = await choosingStage(['amina', 'bo', 'chidi', 'dolores']);
    await approved(on);
    await on.house.forward({ days: 126 });
    const round = await rounds.current(on.tools.db, on.programme.id);
    const before = await preview(on);
    expect(before.choosing?.season.opensOn.toString()).toBe(before.choosing && dayAfter(round?.begins_on ?? '', 126));
    const partner = read(on, 'amina')
      .match(/Your partner for this round is (\w+)/)?.[1]
      ?.toLowerCase() as 'bo' | 'chidi' | 'dolores';
    await on.house.forward({ days: 14 });
    for (const name of ['amina', 'bo', 'chidi', 'dolores'] as const) await on.house.as(name).opensHome();
    expect(await on.house.as('amina').opensHome()).toContain('You can choose your partner for the round that begins on');
    expect(await asks(on, 'amina', partner)).toContain('were partners in one of the last four rounds');
    const other = (['bo', 'chidi', 'dolores'] as const).find((name) => name !== partner) as 'bo' | 'chidi' | 'dolores';
    expect(await asks(on, 'amina', other)).toContain('You have asked');
    expect(await asks(on, other, 'amina')).toContain('had asked you too');
    await on.house.forward({ days: 21 });
    expect(await most(on)).toEqual({ day: 1, week: 2 });
    const first = (name: 'amina' | typeof other) => everyone[name].name.split(' ')[0] ?? '';
    expect(together(await preview(on))).toContain([first('amina'), first(other)].sort().join(' and '));
    expect((await rows(on)).map(({ number }) => number)).toEqual([2]);
  });
});

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
