// Approving a round, taking it back, and what leaders say of their match.
import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { approve } from '../../../src/features/pairing/approve.ts';
import * as pairs from '../../../src/features/pairing/pairs.ts';
import { askAnother } from '../../../src/features/pairing/rematching/ask.ts';
import { suits } from '../../../src/features/pairing/respond.ts';
import * as rounds from '../../../src/features/pairing/rounds.ts';
import { undo } from '../../../src/features/pairing/undo.ts';
import { cast as everyone, type Name } from '../../cast.ts';
import { approved, change, enrol, HANA, letterKinds, preview, type Stage, stage, standing, together, tryToApprove } from './rotating.ts';

const FOUR = ['amina', 'bo', 'chidi', 'dolores'] as const;

/** The pair someone is in now, and everyone in it by name. */
async function pairOf(on: Stage, name: Name): Promise<{ id: string; names: Name[] }> {
  const pair = await pairs.currentOf(on.tools.db, on.cast[name].id);
  const names =
    pair?.members.map(({ leader }) => (Object.keys(on.cast) as Name[]).find((each) => on.cast[each].id === leader) as Name) ?? [];
  return { id: pair?.id ?? '', names };
}

const said = (on: Stage, name: Name) => on.house.as(name).reads().join('\n');

describe('an approved round', () => {
  test('tells each leader who their partner is, and nobody else anything yet', async () => {
    const on = await stage();
    await approved(on);
    expect(await letterKinds(on)).toEqual({ match: 4 });
    await on.house.settled();
    const { names } = await pairOf(on, 'amina');
    const partner = names.find((name) => name !== 'amina') as Name;
    expect(on.house.as('amina').reads()).toHaveLength(1);
    expect(said(on, 'amina')).toContain(`Your partner for this round is ${everyone[partner].name}, from ${everyone[partner].function}.`);
    expect(said(on, 'amina')).toContain('[This suits me] [Ask for another]');
  });

  test('has the number, the days and the seed on record, and who approved it', async () => {
    const on = await stage();
    const seen = await preview(on);
    const { round } = await approved(on);
    expect(round).toMatchObject({
      ...{ number: 1, rotated_on: '2027-01-12', confirm_by: '2027-01-15T12:00:00.000Z', begins_on: '2027-01-18' },
      ...{ telling: 'partners-first', approved_by: HANA, seed: seen.proposal.seed, announced_at: null },
    });
    const audit = await on.tools.db.selectFrom('audit').select(['actor', 'action', 'subject']).execute();
    expect(audit).toEqual([{ actor: HANA, action: 'rotation-approved', subject: round.id }]);
  });

  test('told and announced now opens every shared space and tells the channel at once', async () => {
    const on = await stage();
    await approved(on, 'announce-now');
    expect(await letterKinds(on)).toEqual({ match: 4, pair: 2, announcement: 1 });
    await on.house.settled();
    expect(on.house.as('hana').readsLast('leaders')).toContain('New partners in Leaders');
    await on.house.forward({ days: 5 });
    expect(on.house.as('hana').reads('leaders')).toHaveLength(1);
  });

  test('of three is a trio, and each of them hears both names', async () => {
    const on = await stage(['amina', 'bo', 'chidi']);
    await approved(on, 'announce-now');
    await on.house.settled();
    expect(said(on, 'bo')).toMatch(/This round you are one of three, with .* and /);
    expect(said(on, 'bo')).toContain('First, find 75 minutes');
  });

  test('lets the round before it go on until its own first fortnight begins, and ends it then', async () => {
    const on = await stage();
    const first = await approved(on);
    const second = await approved(on);
    expect((await rounds.running(on.tools.db, on.programme.id)).map(({ number }) => number)).toEqual([1, 2]);
    expect(await pairs.standingOf(on.tools.db, on.cast.amina.id)).toHaveLength(2);
    expect(second.round.begins_on).toBe('2027-01-18');
    await on.house.forward({ days: 6 });
    expect((await rounds.byId(on.tools.db, first.round.id))?.closed_at).toBe('2027-01-18T00:00:00.000Z');
    expect(await pairs.ofRound(on.tools.db, first.round.id)).toEqual([]);
    expect((await rounds.running(on.tools.db, on.programme.id)).map(({ number }) => number)).toEqual([2]);
  });

  test('has other partners than the round before, where that is possible', async () => {
    const on = await stage();
    const before = together(await preview(on));
    await approved(on);
    expect(together(await preview(on)).filter((pair) => before.includes(pair))).toEqual([]);
  });

  test('that an organiser brings forward moves the later ones', async () => {
    const on = await stage();
    await approved(on);
    expect(await standing(on)).toMatchObject({ anchorNumber: 1, anchorOn: Temporal.PlainDate.from('2027-01-12') });
  });

  test('that is approved up to two weeks late leaves the calendar as it is', async () => {
    const on = await stage(FOUR, { anchorOn: Temporal.PlainDate.from('2027-01-05') });
    await approved(on);
    expect(await standing(on)).toMatchObject({ anchorNumber: 1, anchorOn: Temporal.PlainDate.from('2027-01-05') });
  });
});

describe('two at once', () => {
  test('approving twice approves once; the second hears who did', async () => {
    const on = await stage();
    const { proposal } = await preview(on);
    const wish = { proposal: proposal.id, revision: proposal.revision, telling: 'partners-first', by: HANA } as const;
    const both = await Promise.all([approve(on.tools, wish), approve(on.tools, wish)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ because: 'decided', proposal: { decision: 'approved', decidedBy: HANA } });
    expect(await letterKinds(on)).toEqual({ match: 4 });
  });

  test('an older revision is not approved', async () => {
    const on = await stage();
    const { proposal } = await preview(on);
    const done = await approve(on.tools, { proposal: proposal.id, revision: proposal.revision - 1, telling: 'partners-first', by: HANA });
    expect(done).toMatchObject({ ok: false, because: 'other' });
  });

  test('a leader cannot approve, nor can an organiser who has been taken off', async () => {
    const on = await stage();
    const { proposal } = await preview(on);
    for (const by of [on.cast.amina.user, everyone.goran.id]) {
      const done = await approve(on.tools, { proposal: proposal.id, revision: proposal.revision, telling: 'partners-first', by });
      expect(done).toEqual({ ok: false, because: 'not-organiser' });
    }
  });
});

describe('someone changes between preview and approval', () => {
  test('Edo joins: nothing is sent, and the changed round is shown', async () => {
    const on = await stage();
    const { proposal } = await preview(on);
    await enrol(on, 'edo');
    const done = await approve(on.tools, { proposal: proposal.id, revision: proposal.revision, telling: 'partners-first', by: HANA });
    expect(done).toMatchObject({ ok: false, because: 'changed', preview: { proposal: { revision: 2 } } });
    expect(await letterKinds(on)).toEqual({});
    expect((await tryToApprove(on)).ok).toBe(true);
  });

  test('Bo leaves or pauses: the same', async () => {
    for (const gone of [
      { leftAt: '2027-01-12T12:00:00.000Z' },
      { pausedAt: '2027-01-12T12:00:00.000Z', pausedUntil: Temporal.PlainDate.from('2027-02-01') },
    ]) {
      const on = await stage();
      const { proposal } = await preview(on);
      await change(on, 'bo', gone);
      const done = await approve(on.tools, { proposal: proposal.id, revision: proposal.revision, telling: 'partners-first', by: HANA });
      expect(done).toMatchObject({ ok: false, because: 'changed' });
    }
  });

  test('Amina changes what she can help with, and the pairs stay as they were: the round is approved as seen', async () => {
    const on = await stage(['amina', 'bo']);
    const { proposal } = await preview(on);
    await change(on, 'amina', { level: 'Vice President' });
    const done = await approve(on.tools, { proposal: proposal.id, revision: proposal.revision, telling: 'partners-first', by: HANA });
    expect(done.ok).toBe(true);
  });
});

describe('taking a round back', () => {
  test('before its first message has gone out leaves no trace among the leaders', async () => {
    const on = await stage();
    await approved(on, 'announce-now');
    expect(await undo(on.tools, { programme: on.programme.id, by: HANA })).toMatchObject({ ok: true, number: 1 });
    await on.house.settled();
    expect(FOUR.flatMap((name) => on.house.as(name).reads())).toEqual([]);
    expect((await standing(on)).anchorOn.toString()).toBe('2027-02-02');
    expect((await pairOf(on, 'amina')).names).toEqual([]);
  });

  test('gives the same draw again, so that nobody reads off wishes by approving and taking back', async () => {
    const on = await stage();
    const first = await preview(on);
    await approved(on);
    await undo(on.tools, { programme: on.programme.id, by: HANA });
    await on.house.forward({ minutes: 1 });
    const again = await preview(on);
    expect(again.proposal.id).not.toBe(first.proposal.id);
    expect(again.proposal.seed).toBe(first.proposal.seed);
    expect(together(again)).toEqual(together(first));
    expect((await approved(on)).round.number).toBe(1);
    await on.house.settled();
    await on.house.forward({ days: 1 });
    expect((await preview(on)).proposal.seed).not.toBe(first.proposal.seed);
  });

  test('lets the round before it go on', async () => {
    const on = await stage();
    await approved(on);
    await on.house.settled();
    const before = await pairOf(on, 'amina');
    await on.house.forward({ days: 1 });
    await approved(on);
    await undo(on.tools, { programme: on.programme.id, by: HANA });
    expect(await pairOf(on, 'amina')).toEqual(before);
    expect((await standing(on)).anchorOn.toString()).toBe('2027-01-12');
    expect((await approved(on)).round.number).toBe(2);
  });

  test('is too late once a message has gone out', async () => {
    const on = await stage();
    await approved(on);
    await on.house.settled();
    expect(await undo(on.tools, { programme: on.programme.id, by: HANA })).toEqual({ ok: false, because: 'late', number: 1 });
    expect((await pairOf(on, 'amina')).names).toHaveLength(2);
  });

  test('is for organisers, and needs a round', async () => {
    const on = await stage();
    expect(await undo(on.tools, { programme: on.programme.id, by: HANA })).toEqual({ ok: false, because: 'none' });
    await approved(on);
    expect(await undo(on.tools, { programme: on.programme.id, by: on.cast.bo.user })).toEqual({ ok: false, because: 'not-organiser' });
  });
});

describe('"This suits me"', () => {
  test('from both opens their shared space; from everyone tells the channel', async () => {
    const on = await stage();
    await approved(on);
    const { id, names } = await pairOf(on, 'amina');
    for (const name of names) await suits(on.tools, { pair: id, user: on.cast[name].user });
    expect(await letterKinds(on)).toEqual({ match: 4, pair: 1 });
    const others = FOUR.filter((name) => !names.includes(name));
    const other = await pairOf(on, others[0] as Name);
    for (const name of others) await suits(on.tools, { pair: other.id, user: on.cast[name].user });
    expect(await letterKinds(on)).toEqual({ match: 4, pair: 2, announcement: 1 });
  });

  test('said twice changes nothing the second time', async () => {
    const on = await stage();
    await approved(on);
    const { id } = await pairOf(on, 'amina');
    const wish = { pair: id, user: on.cast.amina.user };
    expect([await suits(on.tools, wish), await suits(on.tools, wish)]).toMatchObject([
      { ok: true, already: false },
      { ok: true, already: true },
    ]);
  });

  test('from somebody who is not in the pair is nobody’s answer', async () => {
    const on = await stage();
    await approved(on);
    const { id, names } = await pairOf(on, 'amina');
    const stranger = FOUR.find((name) => !names.includes(name)) as Name;
    expect(await suits(on.tools, { pair: id, user: on.cast[stranger].user })).toEqual({ ok: false, because: 'others' });
    expect(await askAnother(on.tools, { pair: 'nowhere', user: on.cast.amina.user })).toEqual({ ok: false, because: 'others' });
  });

  test('under the message of a round that is over is old', async () => {
    const on = await stage();
    await approved(on);
    const { id } = await pairOf(on, 'amina');
    await approved(on);
    expect(await suits(on.tools, { pair: id, user: on.cast.amina.user })).toMatchObject({ ok: false, because: 'old' });
    expect(await askAnother(on.tools, { pair: id, user: on.cast.amina.user })).toMatchObject({ ok: false, because: 'old' });
  });
});

describe('"Ask for another"', () => {
  test('is told to organisers, and to nobody else', async () => {
    const on = await stage();
    await approved(on);
    await on.house.settled();
    const { id, names } = await pairOf(on, 'amina');
    const partner = names.find((name) => name !== 'amina') as Name;
    const before = said(on, partner);
    const asked = await askAnother(on.tools, { pair: id, user: on.cast.amina.user });
    expect(asked).toMatchObject({ ok: true, already: false, lookingUntil: Temporal.PlainDate.from('2027-01-15') });
    expect(await askAnother(on.tools, { pair: id, user: on.cast.amina.user })).toMatchObject({ ok: true, already: true });
    await on.house.settled();
    expect(said(on, 'hana')).toContain(
      'Amina Adeyemi would like a different match. No reason is needed. Please suggest one by Friday 15 January 2027.',
    );
    expect(said(on, partner)).toBe(before);
  });

  test('is not told to an organiser who is the partner, as long as there is another one', async () => {
    const on = await stage(['amina', 'hana']);
    const { db, workspace } = on.tools;
    const appointed = { appointed_by: HANA, appointed_at: '2027-01-04T09:00:00.000Z', removed_at: null };
    await db
      .insertInto('organiser')
      .values({ id: 'o1', workspace, programme: on.programme.id, slack_user: everyone.goran.id, ...appointed })
      .execute();
    await approved(on);
    await askAnother(on.tools, { pair: (await pairOf(on, 'amina')).id, user: on.cast.amina.user });
    await on.house.settled();
    expect(said(on, 'hana')).not.toContain('would like a different match');
    expect(said(on, 'goran')).toContain('Amina Adeyemi would like a different match');
  });

  test('brings another match on the day on which silence means yes, before any space opens and before the channel hears', async () => {
    const on = await stage();
    await approved(on);
    const { id, names } = await pairOf(on, 'amina');
    await askAnother(on.tools, { pair: id, user: on.cast.amina.user });
    await on.house.forward({ days: 4 });
    expect(await letterKinds(on)).toEqual({ match: 8, change: 1, pair: 2, announcement: 1 });
    const heard = on.house.as('hana').readsLast('leaders');
    const before = everyone[names.find((name) => name !== 'amina') as Name].name;
    expect(heard).toContain('Amina Adeyemi');
    expect(heard).not.toMatch(new RegExp(`Amina Adeyemi and ${before}|${before} and Amina Adeyemi`));
  });

  test('is not taken back by a yes from an older screen', async () => {
    const on = await stage();
    await approved(on);
    const { id } = await pairOf(on, 'amina');
    await askAnother(on.tools, { pair: id, user: on.cast.amina.user });
    expect(await suits(on.tools, { pair: id, user: on.cast.amina.user })).toMatchObject({ ok: false, because: 'asked-already' });
  });
});

test('after three working days silence means yes: spaces open, the channel hears, once', async () => {
  const on = await stage();
  await approved(on);
  await on.house.forward({ days: 2 });
  expect(await letterKinds(on)).toEqual({ match: 4 });
  await on.house.forward({ days: 2 });
  expect(await letterKinds(on)).toEqual({ match: 4, pair: 2, announcement: 1 });
  await on.house.forward({ days: 10 });
  expect(on.house.as('hana').reads('leaders')).toHaveLength(1);
});
