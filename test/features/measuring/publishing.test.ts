// When reports are published and who hears of it: two programmes, rounds that end early, organisers who are leaders too.
import { afterEach, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import * as pauseWeeks from '../../../src/features/founding/pause-weeks.ts';
import * as reports from '../../../src/features/measuring/reports.ts';
import { sayReport } from '../../../src/features/measuring/said.ts';
import { stamp } from '../../../src/platform/clock.ts';
import { transact } from '../../../src/platform/db/transact.ts';
import { enqueue } from '../../../src/platform/outbox/enqueue.ts';
import { at, beginRound, foundProgramme, joinLeader } from '../coaching/ground.ts';
import { ALL_CLOSED, all, BEGUN, HALF_CLOSED, HANA, IN_HALF, type Measured, measured } from './measuring-ground.ts';

let on: Measured;
afterEach(() => on.close());

const published = async (programme: string) =>
  (await reports.ofProgramme(on.tools.db, programme)).map(({ moment, number }) => `${number} ${moment}`);

describe('two programmes', () => {
  test('have reports of their own, each with its own people and pairs', async () => {
    on = await measured(10);
    const other = await foundProgramme(on.tools, { channel: 'C0OTHERS', name: 'Others' });
    const leaders = await Promise.all([1, 2, 3, 4].map((n) => joinLeader(on.tools, `Other${n}`, other)));
    await beginRound(on.tools, other, { pairs: [leaders.slice(0, 2), leaders.slice(2)], beginsOn: '2027-01-18', number: 1 });
    await on.comes(HALF_CLOSED);
    expect([await published(on.here.id), await published(other.id)]).toEqual([['1 half'], ['1 half']]);
    const [theirs] = await reports.ofProgramme(on.tools.db, other.id);
    expect(theirs?.figures).toMatchObject({ people: { joined: 4 }, formed: { pairs: 2, trios: 0 } });
    expect((await on.report('half')).figures).toMatchObject({ people: { joined: 10 }, formed: { pairs: 5, trios: 0 } });
    expect((await on.letters('report-ready')).map(({ text }) => text.includes('Others'))).toEqual(expect.arrayContaining([true, false]));
  });
});

describe('a round that ends early', () => {
  /** Eight weeks of rest before the end; the next round begins when the calendar of months says so. */
  async function overtaken(rests: [string, string], next: string): Promise<void> {
    on = await measured(10);
    const weeks = [{ from: Temporal.PlainDate.from(rests[0]), to: Temporal.PlainDate.from(rests[1]) }];
    await transact(on.tools.db, (tx) => pauseWeeks.replace(on.tools, tx, { programme: on.here.id, weeks, by: HANA }, on.tools.now()));
    const pairs = [0, 2, 4, 6, 8].map((n) => on.round.leaders.slice(n, n + 2));
    await on.comes(BEGUN);
    for (const pair of [0, 1, 2, 3, 4]) await on.meets(pair, [1, 2, 3]);
    await on.tools.db
      .updateTable('pair')
      .set({ ended_at: stamp(at(`${next}T00:00:00Z`)) })
      .execute();
    await beginRound(on.tools, on.here, { pairs, beginsOn: next, number: 2 });
  }

  test('because of weeks of rest has its report when the next one begins, and says that there was no closing pulse', async () => {
    await overtaken(['2027-05-03', '2027-07-11'], '2027-08-02');
    await on.comes(HALF_CLOSED);
    expect(await published(on.here.id)).toEqual(['1 half']);
    await on.comes('2027-08-02T10:00:00Z');
    expect(await published(on.here.id)).toEqual(['1 end', '1 half']);
    const { figures } = await on.report('end');
    expect(figures.pulses.map(({ report }) => report)).toEqual(['opening']);
    expect(figures.met).toBeDefined();
    const said = sayReport(on.tools.content, { moment: 'end', figures }, 'sponsors').flatMap(({ notes }) => notes);
    expect(said).toContain('There was no closing pulse in this round.');
    expect(figures.goOn).toEqual({ drawn: true, saying: { percent: 80, is: 'or-more' } });
  });

  test('before it was half way has one report, at its end', async () => {
    await overtaken(['2027-02-15', '2027-06-27'], '2027-07-19');
    await on.comes('2027-07-19T10:00:00Z');
    expect(await published(on.here.id)).toEqual(['1 end']);
    expect((await on.letters('report-ready')).map(({ text }) => text)).toEqual([
      'The report at the end of round 1 of Leaders is ready. It will not change any more, so it can be handed on as it is.',
    ]);
  });

  test('after a long time without the bot has both at once, half way first', async () => {
    on = await measured(10);
    await on.comes(ALL_CLOSED);
    expect(await published(on.here.id)).toEqual(['1 end', '1 half']);
    const audit = await on.tools.db.selectFrom('audit').select(['action', 'actor']).where('action', 'like', 'report%').execute();
    expect(audit.map(({ action }) => action).sort()).toEqual(['report-published-end', 'report-published-half']);
  });
});

describe('who organises and leads', () => {
  test('hears of it within their hours, counted as leaders are, on a day with room for it', async () => {
    on = await measured(10);
    const bo = on.round.leaders[3];
    const appointed = { programme: on.here.id, slack_user: bo?.user ?? '', appointed_by: HANA, appointed_at: stamp(on.tools.now()) };
    await on.tools.db
      .insertInto('organiser')
      .values({ id: on.tools.newId(), workspace: on.tools.workspace, ...appointed, removed_at: null })
      .execute();
    await on.comes(IN_HALF);
    for (let n = 0; n < 6; n++) await on.answers(n, 'half', all(['re.1'], 3));
    on.clock.now = at('2027-04-18T23:00:00Z');
    // Something else that nobody asked for is on its way to Bo on the day on which organisers hear.
    await transact(on.tools.db, async (tx) => {
      const body = { text: 'An opener', blocks: [] };
      const letter = { key: 'opener:x', kind: 'opener', address: { to: 'person', user: bo?.user ?? '' }, priority: 3, body } as const;
      const outbox = await enqueue(on.tools, tx, { ...letter, notBefore: at('2027-04-20T08:30:00Z') }, on.tools.now());
      const row = { id: on.tools.newId(), workspace: on.tools.workspace, slack_user: bo?.user ?? '', leader: bo?.id ?? '', kind: 'opener' };
      await tx
        .insertInto('contact')
        .values({ ...row, rank: 'opener', outbox, created_at: stamp(on.tools.now()) })
        .execute();
    });
    await on.comes('2027-04-18T23:00:00Z');
    const ready = await on.tools.db
      .selectFrom('outbox')
      .select(['address', 'not_before', 'windows'])
      .where('kind', '=', 'report-ready')
      .execute();
    const to = (user: string) => ready.find(({ address }) => address.includes(user));
    // Hana only organises: at the usual hour, on the day after she has heard that the pulse has closed.
    expect(to(HANA)).toMatchObject({ not_before: '2027-04-20T08:30:00.000Z', windows: null });
    expect(to(bo?.user ?? '')?.not_before.slice(0, 10)).toBe('2027-04-21');
    expect(to(bo?.user ?? '')?.windows).not.toBeNull();
    const counted = await on.tools.db.selectFrom('contact').select(['slack_user', 'kind']).where('kind', '=', 'report-ready').execute();
    expect(counted).toEqual([{ slack_user: bo?.user, kind: 'report-ready' }]);
  });
});
