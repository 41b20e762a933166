// Answering a pulse while it is open, and what becomes of it when it closes: results once, single answers gone, organisers told after leaders.
import { afterEach, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { Leader } from '../../../src/features/joining/leaders.ts';
import { myData } from '../../../src/features/leaving/my-data.ts';
import * as answers from '../../../src/features/reviewing/answers.ts';
import { pulseClosings } from '../../../src/features/reviewing/closings.ts';
import * as results from '../../../src/features/reviewing/results.ts';
import { showChangeForm, showResults } from '../../../src/features/reviewing/show-results.ts';
import { writeChange } from '../../../src/features/reviewing/write-change.ts';
import { stamp } from '../../../src/platform/clock.ts';
import { transact } from '../../../src/platform/db/transact.ts';
import { at, beginRound, rest } from '../coaching/ground.ts';
import { HALF_CLOSES, type HalfWay, halfWay } from './half-way.ts';

const grounds: HalfWay[] = [];
const here = async (people: number, now?: string): Promise<HalfWay> => {
  const ground = await halfWay(people, now);
  grounds.push(ground);
  return ground;
};
afterEach(async () => {
  for (const ground of grounds.splice(0)) await ground.close();
});

const agreed = { answers: { 're.1': [3], 'tr.1': [4], 're.2': [0] } };
const disagreed = { answers: { 're.1': [0], 'tr.1': [0], 're.2': [2] } };
const after = '2027-04-20T10:00:00Z';

describe('while it is open', () => {
  test('a leader answers, and again in place of the first; the words are sealed', async () => {
    const ground = await here(4);
    expect(await ground.answers(0, 'half', { ...agreed, text: 'Fewer messages, please' })).toMatchObject({ ok: true });
    expect(await ground.answers(0, 'half', disagreed)).toMatchObject({ ok: true });
    const rows = await ground.tools.db.selectFrom('pulse_answer').selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ moment: 'half', text_sealed: null });
    expect(JSON.stringify(rows)).not.toContain('re.1');
    const own = await answers.ofLeader(ground.tools, ground.tools.db, { round: ground.round.id, leader: rows[0]?.leader ?? '' });
    expect(own.get('half')?.answers).toEqual(disagreed.answers);
  });

  test('an empty form keeps nothing, and takes back what was given', async () => {
    const ground = await here(4);
    await ground.answers(0, 'half', agreed);
    expect(await ground.answers(0, 'half', { answers: {} })).toMatchObject({ ok: true });
    expect(await ground.single()).toEqual([]);
  });

  test.each([
    ['before fortnight 6', '2027-03-28T20:00:00Z', 'half'],
    ['at the end of the first week of fortnight 7', '2027-04-18T23:00:00Z', 'half'],
    ['after fortnight 2', '2027-02-15T00:00:00Z', 'opening'],
    ['before fortnight 13', '2027-07-04T20:00:00Z', 'closing'],
    ['a week after the round', '2027-07-25T23:00:00Z', 'closing'],
    ['a week after the round', '2027-07-25T23:00:00Z', 'now'],
  ] as const)('%s nothing is kept', async (_, now, moment) => {
    const ground = await here(4, now);
    expect(await ground.answers(0, moment, { answers: { 'ch.1': [1] } })).toEqual({ ok: false, because: 'closed' });
    expect(await ground.single()).toEqual([]);
  });

  test.each([
    ['before the round', '2027-01-14T10:00:00Z', 'opening'],
    ['at the end of fortnight 2', '2027-02-14T22:00:00Z', 'opening'],
    ['on the first day of fortnight 13', '2027-07-04T23:30:00Z', 'then'],
    ['on the last day', '2027-07-25T20:00:00Z', 'closing'],
  ] as const)('%s it is', async (_, now, moment) => {
    const ground = await here(4, now);
    expect(await ground.answers(0, moment, { answers: { 'ch.1': [1] } })).toMatchObject({ ok: true });
  });

  test('whoever left, or never was in the round, answers nothing', async () => {
    const ground = await here(4);
    const [leader] = ground.round.leaders;
    await ground.tools.db
      .updateTable('leader')
      .set({ left_at: stamp(ground.clock.now) })
      .where('id', '=', leader?.id ?? '')
      .execute();
    expect(await ground.answers(0, 'half', agreed)).toEqual({ ok: false, because: 'not-in' });
    const late = await ground.leader('Late', ground.programmeHere);
    ground.round.leaders.push(late);
    expect(await ground.answers(4, 'half', agreed)).toEqual({ ok: false, because: 'not-in' });
    expect(await ground.single()).toEqual([]);
  });

  test('a remark that is too long is not cut but refused', async () => {
    const ground = await here(4);
    expect(await ground.answers(0, 'half', { ...agreed, text: 'x'.repeat(601) })).toEqual({ ok: false, because: 'too-long' });
    expect(await ground.single()).toEqual([]);
  });
});

describe('when it closes', () => {
  test('half way: results once, organisers told in the morning, and no single answer left', async () => {
    const ground = await here(8);
    for (let n = 0; n < 8; n++) await ground.answers(n, 'half', n < 6 ? agreed : disagreed);
    await ground.closes(HALF_CLOSES);
    expect(await ground.single()).toEqual([]);
    expect(await ground.result('half')).toMatchObject({ replied: 8, asked: 8 });
    const said = (await ground.result('half'))?.statements.filter(({ saying }) => saying);
    expect(said).toEqual([
      { item: 'tr.1', side: 'agree', saying: { bands: ['most', 'all'] } },
      { item: 're.1', side: 'agree', saying: { bands: ['most', 'all'] } },
      { item: 're.2', side: 'yes', saying: { bands: ['most', 'all'] } },
    ]);
    await ground.closes(after);
    expect(await ground.tools.db.selectFrom('pulse_result').select('id').where('moment', '=', 'half').execute()).toHaveLength(1);
    expect(await ground.letters('pulse-closed')).toEqual([]);
  });

  test('organisers hear on the next working morning, after leaders could read it', async () => {
    const ground = await here(8);
    const tools = { ...ground.tools, organisers: ['U0GORAN'] };
    for (let n = 0; n < 8; n++) await ground.answers(n, 'half', agreed);
    ground.clock.now = at(HALF_CLOSES);
    await pulseClosings.run(tools, ground.clock.now);
    const [letter] = await ground.letters('pulse-closed');
    expect(letter).toMatchObject({ to: 'U0GORAN' });
    expect(letter?.text).toContain('The pulse has closed. 8 of 8 replied.');
    const row = await ground.tools.db.selectFrom('outbox').select('not_before').where('kind', '=', 'pulse-closed').executeTakeFirst();
    expect(row?.not_before).toBe('2027-04-19T08:30:00.000Z');
  });

  test('with four replies nothing is there: no result, no message to leaders, one line to organisers', async () => {
    const ground = await here(8);
    for (let n = 0; n < 4; n++) await ground.answers(n, 'half', { ...agreed, text: 'Remark' });
    await ground.closes(HALF_CLOSES);
    const result = await ground.result('half');
    expect(result).toMatchObject({ replied: 4, asked: 8, statements: [], remarksSealed: null });
    const shown = await showResults(ground.tools, ground.round.leaders[0]?.user ?? '', result?.id ?? '');
    expect(JSON.stringify(shown)).toContain('Not enough replies to show.');
    expect(JSON.stringify(shown)).not.toContain('agree');
    expect(await ground.single()).toEqual([]);
  });

  test('with seven replies the sensitive items are silent, the others speak', async () => {
    const ground = await here(8);
    for (let n = 0; n < 7; n++) await ground.answers(n, 'half', agreed);
    await ground.closes(HALF_CLOSES);
    const { statements = [] } = (await ground.result('half')) ?? {};
    expect(statements.find(({ item }) => item === 'tr.1')).not.toHaveProperty('saying');
    expect(statements.find(({ item }) => item === 're.1')).toHaveProperty('saying');
  });

  test('who would rather not say has not replied to that item', async () => {
    const ground = await here(8);
    for (let n = 0; n < 8; n++) await ground.answers(n, 'half', n < 5 ? agreed : { answers: { 're.2': [0] } });
    await ground.closes(HALF_CLOSES);
    const { statements = [] } = (await ground.result('half')) ?? {};
    expect(statements.find(({ item }) => item === 're.1')).toMatchObject({ saying: { bands: ['half', 'most', 'all'] } });
    expect(statements.find(({ item }) => item === 're.2')).toMatchObject({ saying: { bands: ['most', 'all'] } });
  });

  test('six replies of two trios are not shown', async () => {
    const ground = await here(8);
    for (let n = 0; n < 6; n++) await ground.answers(n, 'half', agreed);
    const [one = '', two = ''] = ground.round.pairs;
    await ground.tools.db.updateTable('pulse_answer').set({ pair: one }).where('pair', '!=', two).execute();
    await ground.closes(HALF_CLOSES);
    expect(await ground.result('half')).toMatchObject({ replied: 6, statements: [] });
  });

  test('remarks reach the organiser only where five have ticked, without names, and go 30 days after the round', async () => {
    const ground = await here(8);
    for (let n = 0; n < 6; n++) await ground.answers(n, 'half', { ...agreed, text: `Remark ${n}` });
    await ground.closes(HALF_CLOSES);
    const result = (await ground.result('half')) as results.Result;
    expect((await results.remarksOf(ground.tools, result)).sort()).toEqual([0, 1, 2, 3, 4, 5].map((n) => `Remark ${n}`));
    expect(JSON.stringify(await ground.tools.db.selectFrom('pulse_result').selectAll().execute())).not.toContain('Remark');
    const leader = await showResults(ground.tools, ground.round.leaders[0]?.user ?? '', result.id);
    expect(JSON.stringify(leader)).not.toContain('Remark');
  });

  test('the self-check stays for its author until the round is over; then everything goes', async () => {
    const ground = await here(8, '2027-01-20T10:00:00Z');
    for (let n = 0; n < 8; n++) await ground.answers(n, 'opening', { answers: { 'cap.1': [1], 'ch.1': [2] } });
    await ground.closes('2027-02-15T00:00:00Z');
    expect((await ground.result('opening'))?.statements.filter(({ saying }) => saying).map(({ item }) => item)).toEqual(['cap.1', 'ch.1']);
    expect(await ground.single()).toEqual(Array.from({ length: 8 }, () => 'opening'));
    ground.clock.now = at('2027-07-20T10:00:00Z');
    for (let n = 0; n < 8; n++) {
      await ground.answers(n, 'then', { answers: { 'cap.1': [0], 'cap.2': [1] } });
      await ground.answers(n, 'now', { answers: { 'cap.1': [4] } });
      await ground.answers(n, 'closing', { answers: { 're.3': [0, 1] } });
    }
    await ground.closes('2027-07-25T23:00:00Z');
    expect((await ground.result('then-and-now'))?.statements.filter(({ saying }) => saying)).toEqual([
      { item: 'cap.1', side: 'agree', at: 'then', saying: { bands: ['few', 'some'] } },
      { item: 'cap.1', side: 'agree', at: 'now', saying: { bands: ['most', 'all'] } },
    ]);
    expect((await ground.result('closing'))?.statements.filter(({ saying }) => saying)).toHaveLength(5);
    expect(await ground.single()).toEqual([]);
  });

  test('a pause week of the programme moves the day', async () => {
    const ground = await here(8);
    await rest(ground.tools, ground.programmeHere, '2027-04-05', '2027-04-11');
    await ground.closes(HALF_CLOSES);
    expect(await ground.result('half')).toBeUndefined();
    await ground.closes('2027-04-25T23:00:00Z');
    expect(await ground.result('half')).toBeDefined();
  });

  test('when the next round begins early, what is open closes and what never opened is passed over', async () => {
    const ground = await here(8);
    for (let n = 0; n < 8; n++) await ground.answers(n, 'half', agreed);
    await ground.tools.db
      .updateTable('round')
      .set({ closed_at: stamp(ground.clock.now) })
      .execute();
    await ground.tools.db
      .updateTable('pair_leader')
      .set({ ended_at: stamp(ground.clock.now) })
      .execute();
    const [one, , two] = ground.round.leaders as [Leader, Leader, Leader];
    const pairs = [[one, two]];
    await beginRound(ground.tools, ground.programmeHere, { pairs, beginsOn: '2027-04-12', number: 2 });
    await ground.closes('2027-04-11T22:00:00Z');
    expect(await ground.result('half')).toBeUndefined();
    await ground.closes('2027-04-11T23:00:00Z');
    expect(await ground.result('half')).toMatchObject({ replied: 8 });
    expect(await ground.result('closing')).toBeUndefined();
    const skipped = await ground.tools.db.selectFrom('occurrence').select(['period', 'reason']).where('outcome', '=', 'skipped').execute();
    expect(skipped).toEqual([{ period: 'closing', reason: 'next-round' }]);
  });
});

test('what was answered in a round that is undone goes at once', async () => {
  const ground = await here(4, '2027-01-14T10:00:00Z');
  await ground.answers(0, 'opening', { answers: { 'ch.1': [1] } });
  await ground.tools.db
    .updateTable('round')
    .set({ undone_at: stamp(ground.clock.now) })
    .execute();
  await ground.closes('2027-01-14T10:01:00Z');
  expect(await ground.single()).toEqual([]);
  expect(await ground.tools.db.selectFrom('pulse_result').selectAll().execute()).toEqual([]);
});

describe('the one thing that changes', () => {
  const closed = async () => {
    const ground = await here(8);
    for (let n = 0; n < 8; n++) await ground.answers(n, 'half', agreed);
    await ground.closes(HALF_CLOSES);
    const { id = '' } = (await ground.result('half')) ?? {};
    return { ground, id };
  };
  const may = Temporal.PlainDate.from('2027-05-31');
  const member = {
    ...{ workspace: 'T1', name: 'Somebody', email: null, title: null, time_zone: 'Europe/London', kind: 'member' },
    ...{ workspace_admin_at: null, dm: null, refreshed_at: stamp(at(HALF_CLOSES)) },
  };

  test('only an organiser writes it, or sees the form for it; a leader reads the results', async () => {
    const { ground, id } = await closed();
    const [leader] = ground.round.leaders;
    const wish = { user: leader?.user ?? '', result: id, text: 'Fewer messages', by: may };
    expect(await writeChange(ground.tools, wish)).toEqual({ ok: false, because: 'not-organiser' });
    expect(await showChangeForm(ground.tools, wish.user, id)).toEqual({ ok: false, because: 'not-organiser' });
    expect(await showResults(ground.tools, wish.user, id)).toMatchObject({ ok: true });
    expect(await showResults(ground.tools, 'U0STRANGER', id)).toEqual({ ok: false, because: 'gone' });
    expect(await showResults(ground.tools, wish.user, 'no-such')).toEqual({ ok: false, because: 'gone' });
  });

  test('is written once, by an organiser who is still one, with words and a day to come', async () => {
    const { ground, id } = await closed();
    const tools = { ...ground.tools, organisers: ['U0GORAN', 'U0HANA'] };
    await ground.tools.db
      .insertInto('person')
      .values(['U0GORAN', 'U0HANA'].map((slack_user) => ({ ...member, slack_user })))
      .execute();
    const wish = { user: 'U0GORAN', result: id, text: 'Fewer messages', by: may };
    expect(await writeChange(tools, { ...wish, text: '' })).toEqual({ ok: false, because: 'empty' });
    expect(await writeChange(tools, { ...wish, text: 'x'.repeat(301) })).toEqual({ ok: false, because: 'too-long' });
    expect(await writeChange(tools, { ...wish, by: undefined })).toEqual({ ok: false, because: 'no-day' });
    expect(await writeChange(tools, { ...wish, by: may.subtract({ years: 1 }) })).toEqual({ ok: false, because: 'past' });
    expect(await writeChange(tools, { ...wish, result: 'no-such' })).toEqual({ ok: false, because: 'gone' });
    expect(await showChangeForm(tools, 'U0HANA', id)).toMatchObject({ ok: true });
    expect(await writeChange(tools, wish)).toEqual({ ok: true });
    expect(await writeChange(tools, { ...wish, user: 'U0HANA', text: 'More' })).toEqual({ ok: false, because: 'written-already' });
    expect(await showChangeForm(tools, 'U0HANA', id)).toEqual({ ok: false, because: 'written-already' });
    expect((await ground.result('half'))?.change).toEqual({ text: 'Fewer messages', by: '2027-05-31' });
    expect(JSON.stringify(await ground.tools.db.selectFrom('audit').selectAll().execute())).not.toContain('Fewer');
  });
});

test('Amina finds her own answers in her data, and nobody else does', async () => {
  const ground = await here(4);
  await ground.answers(0, 'half', { ...agreed, text: 'The canary sings' });
  const [amina, bo] = ground.round.leaders;
  const own = JSON.stringify(await myData(ground.tools, amina?.user ?? ''));
  expect(own).toContain('The canary sings');
  expect(own).toContain('Our meetings have been worth the time.');
  expect(JSON.stringify(await myData(ground.tools, bo?.user ?? ''))).not.toMatch(/canary|Our meetings/);
  expect(ground.logged.join('\n')).not.toContain('canary');
  await transact(ground.tools.db, (tx) => answers.removeOf(tx, amina?.id ?? ''));
  expect(JSON.stringify(await myData(ground.tools, amina?.user ?? ''))).not.toContain('canary');
});
