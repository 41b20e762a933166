// Previewing and changing a round: what an organiser sees and may change before anyone hears of it.
import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { discard } from '../../../src/features/pairing/preview/discard.ts';
import { type Edited, edit } from '../../../src/features/pairing/preview/edit.ts';
import type { Wish } from '../../../src/features/pairing/preview/thought.ts';
import { type Preview, propose } from '../../../src/features/pairing/propose.ts';
import { cast as everyone } from '../../cast.ts';
import {
  approved,
  change,
  enrol,
  HANA,
  letterKinds,
  preview,
  type Stage,
  stage,
  standing,
  together,
  tryToApprove,
  wish,
} from './rotating.ts';

const SIX = ['amina', 'bo', 'chidi', 'dolores', 'edo', 'freya'] as const;

function editing(on: Stage, { proposal }: Preview, wanted: Wish, by = HANA): Promise<Edited> {
  return edit(on.tools, { proposal: proposal.id, revision: proposal.revision, by, wish: wanted });
}

/** The preview after a change that must succeed. */
async function changed(on: Stage, before: Preview, wanted: Wish): Promise<Preview> {
  const done = await editing(on, before, wanted);
  if (!done.ok) throw new Error(done.because);
  return done.preview;
}

const groupOf = ({ proposal }: Preview, leader: string): readonly string[] => {
  const { plan } = proposal.drawn;
  return plan.possible ? (plan.pairs.find(({ leaders }) => leaders.includes(leader))?.leaders ?? []) : [];
};

describe('a preview', () => {
  test('has everyone in exactly one pair, and sends nothing', async () => {
    const on = await stage(SIX);
    const { plan } = (await preview(on)).proposal.drawn;
    expect(plan.possible && plan.pairs.flatMap(({ leaders }) => leaders).sort()).toEqual(SIX.map((name) => on.cast[name].id).sort());
    expect(await letterKinds(on)).toEqual({});
  });

  test('is the same one until something changes', async () => {
    const on = await stage(SIX);
    const first = await preview(on);
    const again = await preview(on);
    expect(again.proposal).toEqual(first.proposal);
    expect(again.redrawn).toBe(false);
  });

  test('is worked out again when Goran joins, and says so', async () => {
    const on = await stage(SIX);
    await preview(on);
    await enrol(on, 'goran');
    const again = await preview(on);
    expect([again.redrawn, again.proposal.revision]).toEqual([true, 2]);
    expect(together(again).join(' ')).toContain('Goran');
  });

  test('is not worked out again because Amina would like her messages at ten', async () => {
    const on = await stage(SIX);
    await preview(on);
    await change(on, 'amina', { sendTime: '10:00', sendWeekday: 3 });
    expect((await preview(on)).redrawn).toBe(false);
  });

  test('leaves out whoever is paused on the day, and names them', async () => {
    const on = await stage(SIX);
    await change(on, 'edo', { pausedAt: '2027-01-11T09:00:00.000Z', pausedUntil: Temporal.PlainDate.from('2027-01-20') });
    await change(on, 'freya', { pausedAt: '2027-01-11T09:00:00.000Z', pausedUntil: Temporal.PlainDate.from('2027-01-12') });
    const seen = await preview(on);
    expect(seen.away.map(({ name }) => name)).toEqual(['Edo Tanaka']);
    expect(together(seen).join(' ')).toContain('Freya');
  });

  test('counts in whoever is back by the day of a round that is near', async () => {
    const on = await stage(SIX, { anchorOn: Temporal.PlainDate.from('2027-01-20') });
    await change(on, 'edo', { pausedAt: '2027-01-11T09:00:00.000Z', pausedUntil: Temporal.PlainDate.from('2027-01-20') });
    const seen = await preview(on);
    expect([seen.proposal.rotatesOn, seen.away]).toEqual(['2027-01-20', []]);
  });

  test('of a programme with one leader, or none, is no preview', async () => {
    const on = await stage(['amina']);
    expect(await propose(on.tools, on.programme, HANA)).toEqual({ ok: false, because: 'too-few', count: 1 });
  });

  test('made by two organisers at the same moment is one preview', async () => {
    const on = await stage(SIX);
    const [one, other] = await Promise.all([preview(on), preview(on, everyone.goran.id)]);
    expect(one.proposal.id).toBe(other.proposal.id);
  });

  test('never pairs two of whom one has the other on a private list, and says it nowhere', async () => {
    const on = await stage(['amina', 'bo', 'chidi', 'dolores']);
    await wish(on, 'amina', { avoids: [everyone.bo.id, everyone.chidi.id], workOn: 'Nobody reads this', helpWith: '' });
    const seen = await preview(on);
    expect(together(seen)).toEqual(['Amina and Dolores', 'Bo and Chidi']);
    const rows = await on.tools.db.selectFrom('proposal').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain('Nobody reads this');
  });

  test('never pairs a leader with their manager’s manager', async () => {
    const on = await stage(SIX);
    await change(on, 'amina', { manager: everyone.bo.id });
    await change(on, 'bo', { manager: everyone.chidi.id });
    const group = groupOf(await preview(on), on.cast.amina.id);
    expect([group.length, group.includes(on.cast.bo.id), group.includes(on.cast.chidi.id)]).toEqual([2, false, false]);
  });
});

describe('a change', () => {
  test('keeps the two who changed places apart from whom they were with, and says how many moved', async () => {
    const on = await stage(SIX);
    const before = await preview(on);
    const mate = groupOf(before, on.cast.amina.id).find((each) => each !== on.cast.amina.id) as string;
    const other = SIX.find((name) => ![on.cast.amina.id, mate].includes(on.cast[name].id)) as 'bo';
    const after = await changed(on, before, { what: 'swap', leader: on.cast.amina.id, withUser: on.cast[other].user });
    expect(groupOf(after, mate)).toContain(on.cast[other].id);
    expect(after.proposal.drawn.before?.moved).toBeGreaterThanOrEqual(4);
    expect(after.proposal.drawn.before?.totals.leaders).toBe(6);
  });

  test('is kept through the next draw, and taken back by the next undo', async () => {
    const on = await stage(SIX);
    const before = await preview(on);
    const kept = groupOf(before, on.cast.amina.id);
    const held = await changed(on, before, { what: 'keep', group: kept });
    const drawn = await changed(on, held, { what: 'redraw' });
    expect(groupOf(drawn, on.cast.amina.id)).toEqual(expect.arrayContaining([...kept]));
    const back = await changed(on, await changed(on, drawn, { what: 'undo' }), { what: 'undo' });
    expect([back.proposal.edits, together(back)]).toEqual([[], together(before)]);
  });

  test('takes Bo out of the round, and everyone else stays in it', async () => {
    const on = await stage(SIX);
    const after = await changed(on, await preview(on), { what: 'leave-out', user: on.cast.bo.user });
    expect(together(after).join(' ')).not.toContain('Bo');
    expect(after.proposal.drawn.plan.possible && after.proposal.drawn.plan.totals).toMatchObject({ leaders: 5, trios: 1 });
  });

  test('that rules a pair out is not made by leaving them together', async () => {
    const on = await stage(SIX);
    const before = await preview(on);
    const [one = '', other = ''] = groupOf(before, on.cast.amina.id);
    const after = await changed(on, before, { what: 'forbid', pair: [one, other], reason: 'They share a budget.' });
    expect(groupOf(after, one)).not.toContain(other);
  });

  test('all changes go when all are taken back', async () => {
    const on = await stage(SIX);
    const before = await preview(on);
    const after = await changed(on, await changed(on, before, { what: 'redraw' }), { what: 'leave-out', user: on.cast.edo.user });
    expect(together(await changed(on, after, { what: 'reset' }))).toEqual(together(before));
  });

  test.each<[string, (on: Stage, before: Preview) => Wish, string]>([
    ['a person who is not in the programme', (on) => ({ what: 'swap', leader: on.cast.amina.id, withUser: everyone.goran.id }), 'stranger'],
    ['somebody with themselves', (on) => ({ what: 'swap', leader: on.cast.amina.id, withUser: on.cast.amina.user }), 'same-pair'],
    ['two who are not together, kept', (on) => ({ what: 'keep', group: SIX.slice(0, 4).map((name) => on.cast[name].id) }), 'stranger'],
    ['ids that somebody made up', () => ({ what: 'forbid', pair: ['x', 'y'], reason: 'z' }), 'stranger'],
    ['a leader nobody knows, left out', () => ({ what: 'leave-out', leader: 'x' }), 'stranger'],
    ['nothing to take back', () => ({ what: 'undo' }), 'none'],
  ])('of %s is refused', async (_, wanted, because) => {
    const on = await stage(SIX);
    const before = await preview(on);
    expect(await editing(on, before, wanted(on, before))).toMatchObject({ ok: false, because });
    expect((await preview(on)).proposal).toEqual(before.proposal);
  });

  test('that leaves no possible round is refused with its cause, and nothing is changed', async () => {
    const on = await stage(['amina', 'bo']);
    const before = await preview(on);
    const pair = [on.cast.amina.id, on.cast.bo.id] as const;
    expect(await editing(on, before, { what: 'forbid', pair, reason: 'They share a budget.' })).toMatchObject({
      ok: false,
      because: 'impossible',
    });
    expect(await editing(on, before, { what: 'leave-out', user: on.cast.bo.user })).toMatchObject({ ok: false, because: 'impossible' });
    expect((await preview(on)).proposal.edits).toEqual([]);
  });

  test('by someone who does not organise, or on a preview that does not exist, is refused', async () => {
    const on = await stage(SIX);
    const before = await preview(on);
    expect(await editing(on, before, { what: 'redraw' }, on.cast.amina.user)).toEqual({ ok: false, because: 'not-organiser' });
    const lost = { ...before, proposal: { ...before.proposal, id: 'nowhere' } };
    expect(await editing(on, lost, { what: 'redraw' })).toEqual({ ok: false, because: 'gone' });
  });

  test('of a preview that another organiser has changed meanwhile shows that one instead', async () => {
    const on = await stage(SIX);
    const before = await preview(on);
    await changed(on, before, { what: 'redraw' });
    const late = await editing(on, before, { what: 'leave-out', user: on.cast.bo.user });
    expect(late).toMatchObject({ ok: false, because: 'other', preview: { proposal: { revision: 2 } } });
    expect((await preview(on)).proposal.edits.length).toBe(1);
  });

  test('after the decision is refused with who decided', async () => {
    const on = await stage(SIX);
    const before = await preview(on);
    await approved(on);
    expect(await editing(on, before, { what: 'redraw' })).toMatchObject({ ok: false, because: 'decided', proposal: { decidedBy: HANA } });
  });
});

describe('hard rules that leave no way', () => {
  test('are told with their causes, and cannot be approved', async () => {
    const on = await stage(['amina', 'bo']);
    await change(on, 'amina', { manager: everyone.bo.id });
    const { plan } = (await preview(on)).proposal.drawn;
    expect(plan.possible ? [] : plan.causes.length).not.toBe(0);
    expect(await tryToApprove(on)).toEqual({ ok: false, because: 'impossible' });
  });

  test('give way when the one in their way is left out', async () => {
    const on = await stage(['amina', 'bo', 'chidi']);
    for (const name of ['amina', 'chidi'] as const) await change(on, name, { manager: everyone.bo.id });
    const stuck = await preview(on);
    expect(stuck.proposal.drawn.plan.possible).toBe(false);
    const free = await changed(on, stuck, { what: 'leave-out', user: on.cast.bo.user });
    expect(together(free)).toEqual(['Amina and Chidi']);
  });
});

describe('throwing a preview away', () => {
  test('ends it with its changes; the next one is new', async () => {
    const on = await stage(SIX);
    const before = await changed(on, await preview(on), { what: 'redraw' });
    expect(await discard(on.tools, { proposal: before.proposal.id, by: HANA })).toEqual({ ok: true });
    const next = await preview(on);
    expect([next.proposal.id === before.proposal.id, next.proposal.edits, await letterKinds(on)]).toEqual([false, [], {}]);
  });

  test('is refused to leaders, and once it has been decided', async () => {
    const on = await stage(SIX);
    const { proposal } = await preview(on);
    expect(await discard(on.tools, { proposal: proposal.id, by: on.cast.bo.user })).toEqual({ ok: false, because: 'not-organiser' });
    await approved(on);
    const late = await discard(on.tools, { proposal: proposal.id, by: HANA });
    expect(late).toMatchObject({ ok: false, because: 'decided', proposal: { decision: 'approved' } });
    expect((await standing(on)).anchorOn.toString()).toBe('2027-01-12');
  });
});

test('what an organiser has ruled out stays ruled out in the next round', async () => {
  const on = await stage(['amina', 'bo', 'chidi', 'dolores']);
  const before = await preview(on);
  const [one = '', other = ''] = groupOf(before, on.cast.amina.id);
  await changed(on, before, { what: 'forbid', pair: [one, other], reason: 'They share a budget.' });
  await approved(on);
  const next = await preview(on);
  expect(groupOf(next, one)).not.toContain(other);
  expect(await on.tools.db.selectFrom('forbidden_pair').select(['reason', 'forbidden_by']).execute()).toEqual([
    { reason: 'They share a budget.', forbidden_by: HANA },
  ]);
});
