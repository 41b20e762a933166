// A round that comes by itself within the week: its day and one of the week's two messages are kept free for word of the match.
import { expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { withComing } from '../../../../src/features/coaching/contacts/coming.ts';
import { enrol, stage } from '../../pairing/rotating.ts';

const at = (text: string) => Temporal.Instant.from(text);

test('a match that is to be told on Tuesday counts from a week before, for each in their own hours', async () => {
  const { tools, cast, ...on } = await stage(['amina', 'bo', 'chidi']);
  const edo = await enrol({ tools, cast, ...on }, 'edo', { timeZone: 'Pacific/Auckland' });
  const heard = { at: [at('2027-01-29T10:00:00Z').epochMilliseconds], waiting: [] };
  const coming = await withComing(tools, new Map([[cast.amina.user, heard]]), at('2027-01-29T12:00:00Z'));
  const when = (user: string) => coming.get(user)?.at.map((ms) => Temporal.Instant.fromEpochMilliseconds(ms).toString());
  expect(when(cast.amina.user)).toEqual(['2027-01-29T10:00:00Z', '2027-02-02T09:30:00Z']);
  expect(when(cast.bo.user)).toEqual(['2027-02-02T09:30:00Z']);
  expect(when(edo.user)).toEqual(['2027-02-02T20:00:00Z']);
});

test.each([
  ['is farther away than a week', {}, '2027-01-12T12:00:00Z'],
  ['has its hour behind it', {}, '2027-02-02T09:30:01Z'],
  ['is brought about by its organisers', { rotating: 'approve' } as const, '2027-01-29T12:00:00Z'],
])('a round that %s keeps nothing free', async (_, settings, now) => {
  const { tools } = await stage(['amina', 'bo'], settings);
  expect((await withComing(tools, new Map(), at(now))).size).toBe(0);
});
