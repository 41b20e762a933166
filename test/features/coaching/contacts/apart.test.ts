// Letters that have come to wait together: one a day goes, the most important first, and at most two in a week.
import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { apart } from '../../../../src/features/coaching/contacts/apart.ts';
import * as contacts from '../../../../src/features/joining/contacts.ts';
import { hoursOfLeader, politeWindows } from '../../../../src/features/joining/hours.ts';
import type { Rank } from '../../../../src/features/joining/ranks.ts';
import { transact } from '../../../../src/platform/db/transact.ts';
import { enqueue } from '../../../../src/platform/outbox/enqueue.ts';
import type { Name } from '../../../cast.ts';
import { type Stage, stage } from '../../pairing/rotating.ts';

/** A letter with a reader's hours, meant for `notBefore`; at once, whatever the hour, where that is missing. */
async function waits({ tools, cast }: Stage, to: readonly Name[], letter: { rank: Rank; meant?: string; expires?: string }) {
  const readers = to.map((name) => ({ leader: cast[name].id, user: cast[name].user }));
  const key = `${letter.rank}:${to}`;
  const windows = politeWindows(hoursOfLeader(cast.amina), tools.now());
  const address = { to: 'group', users: readers.map(({ user }) => user) } as const;
  await transact(tools.db, async (tx) => {
    const polite = letter.meant && { notBefore: Temporal.Instant.from(letter.meant), windows };
    const expiresAt = letter.expires && { expiresAt: Temporal.Instant.from(letter.expires) };
    const body = { text: 'Today is about trust.', blocks: [] };
    await enqueue(tools, tx, { key, kind: letter.rank, address, priority: 3, body, ...polite, ...expiresAt }, tools.now());
    await contacts.note(tools, tx, { key, kind: letter.rank, rank: letter.rank, readers }, tools.now());
  });
}

async function meant({ tools }: Stage): Promise<Record<string, string>> {
  await apart.run(tools, tools.now());
  const rows = await tools.db.selectFrom('outbox').select(['key', 'not_before']).where('state', '=', 'pending').execute();
  return Object.fromEntries(rows.map(({ key, not_before }) => [key, not_before.slice(0, 16)]));
}

describe('letters that wait together on a Tuesday', () => {
  test('go on days of their own, the match before the card and the card before the opener, and the third in another week', async () => {
    const on = await stage();
    for (const rank of ['opener', 'card', 'match'] as const) await waits(on, ['amina'], { rank, meant: '2027-01-12T11:00:00Z' });
    expect(await meant(on)).toEqual({
      'match:amina': '2027-01-12T11:00',
      'card:amina': '2027-01-13T00:00',
      'opener:amina': '2027-01-13T00:00',
    });
    await on.house.forward({ hours: 1 });
    expect(await meant(on)).toEqual({ 'card:amina': '2027-01-13T00:00', 'opener:amina': '2027-01-18T00:00' });
  });

  test('wait for all of their readers, and not longer than there is any use in them', async () => {
    const on = await stage();
    await waits(on, ['bo'], { rank: 'match', meant: '2027-01-12T11:00:00Z' });
    await waits(on, ['amina', 'bo'], { rank: 'card', meant: '2027-01-12T11:00:00Z', expires: '2027-01-12T18:00:00Z' });
    expect(await meant(on)).toEqual({ 'match:bo': '2027-01-12T11:00', 'card:amina,bo': '2027-01-12T18:00' });
  });

  test('are left alone where they do not meet, and where an organiser sends at once', async () => {
    const on = await stage();
    await waits(on, ['amina'], { rank: 'match', meant: '2027-01-12T14:00:00Z' });
    await waits(on, ['bo'], { rank: 'card', meant: '2027-01-12T14:00:00Z' });
    await waits(on, ['chidi'], { rank: 'card', meant: '2027-01-12T14:00:00Z' });
    await waits(on, ['dolores'], { rank: 'match' });
    expect(await meant(on)).toEqual({
      'match:amina': '2027-01-12T14:00',
      'card:bo': '2027-01-12T14:00',
      'card:chidi': '2027-01-12T14:00',
      'match:dolores': '2027-01-12T12:00',
    });
  });
});
