// What a report says of how coaching spreads: Forums that were held and how they were found, teams that leaders have started; on both databases, and in
// reports from before there was any of it.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { forgetForums } from '../../../src/features/gathering/forums/forget.ts';
import { figuresSchema } from '../../../src/features/measuring/figures.ts';
import { reportFile } from '../../../src/features/measuring/report-file.ts';
import { drawReport } from '../../../src/features/measuring/report-picture.ts';
import { type Shown, sayReport } from '../../../src/features/measuring/said.ts';
import type { Saying } from '../../../src/features/reviewing/thresholds.ts';
import { stamp } from '../../../src/platform/clock.ts';
import { loadContent } from '../../../src/platform/content/load.ts';
import { drawPng } from '../../../src/platform/pictures/png.ts';
import { report } from '../../../src/sandbox/gallery/measuring/round.ts';
import { databases } from '../../platform/both-databases.ts';
import { at } from '../coaching/ground.ts';
import { ALL_CLOSED, BEGUN, HALF_CLOSED, IN_CLOSING, IN_HALF, type Measured, measured } from './measuring-ground.ts';

const content = loadContent();

interface Held {
  host: string;
  on: string;
  asked: number;
  /** How many said yes, partly or not sure, no: to both questions. */
  taps: readonly [number, number, number];
  bands?: Saying;
}

/** A Forum that has been held and counted. */
async function held({ tools, here }: Measured, { host, on, asked, taps, bands }: Held): Promise<string> {
  const id = tools.newId();
  const then = stamp(at(on));
  const sayings = bands ? ['fo.1', 'fo.2'].map((item) => ({ item, saying: bands })) : [];
  const result = JSON.stringify({ replied: taps[0] + taps[1] + taps[2], asked, sayings });
  const row = {
    id,
    workspace: tools.workspace,
    programme: here.id,
    offered_by: host,
    starts_at: then,
    places: 8,
    offered_at: then,
    seed: 's',
  };
  const hour = { began_at: then, ended_at: then, ended_because: 'done', counted_at: then, result, step: 14, sequence: 0 };
  await tools.db
    .insertInto('forum')
    .values({ ...row, ...hour })
    .execute();
  for (const item of ['fo.1', 'fo.2'])
    for (const [choice, replies] of taps.entries())
      if (replies > 0)
        await tools.db
          .insertInto('forum_tally')
          .values({ forum: id, workspace: tools.workspace, item, choice: String(choice), replies })
          .execute();
  return id;
}

async function team(
  { tools, here, round }: Measured,
  leader: number,
  { began, follows }: { began: string | null; follows?: string },
): Promise<string> {
  const id = tools.newId();
  const begun = began && stamp(at(began));
  const row = { id, workspace: tools.workspace, programme: here.id, leader: round.leaders[leader]?.id ?? '', run: follows ? 2 : 1 };
  const dates = { time_zone: 'Europe/London', begins_on: '2027-03-01', made_at: stamp(at(BEGUN)), began_at: begun, asked: 6, step: 1 };
  await tools.db
    .insertInto('team')
    .values({ ...row, ...dates, follows: follows ?? null })
    .execute();
  return id;
}

describe.each(databases)('on %s', (_, open) => {
  let on: Measured;

  beforeAll(async () => {
    on = await measured(12, open);
    await on.comes(BEGUN);
    await held(on, { host: 'U0AMINA', on: '2027-02-10T12:00:00Z', asked: 8, taps: [8, 0, 0], bands: { bands: ['most', 'all'] } });
    await held(on, { host: 'U0AMINA', on: '2027-03-10T12:00:00Z', asked: 7, taps: [3, 0, 0] });
    await on.tools.db
      .updateTable('forum')
      .set({ cleaned_at: stamp(at('2027-03-17T12:00:00Z')) })
      .execute();
    const first = await team(on, 0, { began: '2027-03-01T08:00:00Z' });
    await team(on, 0, { began: '2027-03-20T08:00:00Z', follows: first });
    await team(on, 1, { began: null });
    await on.comes(IN_HALF);
    await on.comes(HALF_CLOSED);
  });
  afterAll(() => on.close());

  test('half way tells of what was held until then, pooled, in bands', async () => {
    const { spread } = (await on.report('half')).figures;
    expect(spread).toMatchObject({ forums: 2, seats: 15, hosts: 1, teams: 1, starters: 1 });
    expect(spread?.feedback).toMatchObject({ replied: 11, asked: 15 });
    expect(spread?.feedback?.statements.map(({ item, saying }) => [item, saying])).toEqual([
      // That all eleven said yes, and with them all three of the second Forum, stays open.
      ['fo.1', { bands: ['half', 'most', 'all'] }],
      ['fo.2', { bands: ['half', 'most', 'all'] }],
    ]);
  });

  test('who offered one is known until the round is over, and counts once; who sat is long forgotten', async () => {
    await forgetForums(on.tools, at('2027-06-01T12:00:00Z'));
    expect(await on.tools.db.selectFrom('forum').select('offered_by').distinct().execute()).toEqual([{ offered_by: 'U0AMINA' }]);
  });

  test('the end counts the whole round, and tells of no tap that half way has told of', async () => {
    await held(on, { host: 'U0BO', on: '2027-06-10T12:00:00Z', asked: 6, taps: [1, 1, 2] });
    await on.comes(IN_CLOSING);
    await on.comes(ALL_CLOSED);
    const { spread } = (await on.report('end')).figures;
    expect(spread).toMatchObject({ forums: 3, seats: 21, hosts: 2, teams: 1, starters: 1 });
    // Four answers are nobody's business, and those before have been told.
    expect(spread?.feedback).toEqual({
      replied: 4,
      asked: 6,
      statements: [
        { item: 'fo.1', side: 'yes' },
        { item: 'fo.2', side: 'yes' },
      ],
    });
  });

  test('who offered one is forgotten once the round has been over for thirty days', async () => {
    await on.tools.db
      .updateTable('round')
      .set({ closed_at: stamp(at('2027-08-02T00:00:00Z')) })
      .execute();
    await forgetForums(on.tools, at('2027-08-20T00:00:00Z'));
    expect(await on.tools.db.selectFrom('forum').select('offered_by').where('cleaned_at', 'is not', null).distinct().execute()).toEqual([
      { offered_by: 'U0AMINA' },
    ]);
    await forgetForums(on.tools, at('2027-09-02T00:00:00Z'));
    expect(await on.tools.db.selectFrom('forum').select('offered_by').where('cleaned_at', 'is not', null).distinct().execute()).toEqual([
      { offered_by: 'erased' },
    ]);
  });
});

describe('a report in words', () => {
  const lines = (shown: Shown) =>
    sayReport(content, shown, 'sponsors').flatMap(({ rows, notes }) => [
      ...rows.map(({ measure, when = '', figure }) => `${measure}|${when}|${figure}`),
      ...notes,
    ]);

  test('says how many Forums and teams there were, and how Forums were found, beside how many replied', () => {
    const said = lines(report('usual', 'end'));
    expect(said).toEqual(
      expect.arrayContaining([
        'Teams that started their own||2',
        'Forums held||3',
        'Places taken in Forums||19',
        'People who offered them||2',
      ]),
    );
    expect(said).toContain('Worth the hour?|After Forums|yes: most or nearly all');
    expect(said).toContain('After Forums: 15 of 19 replied.');
  });

  test('says that there were too few replies, where there were, and that there is no team yet', () => {
    const said = lines(report('shortest', 'end'));
    expect(said).toContain('Teams that started their own||0');
    expect(said).toContain('After Forums: 2 of 4 replied. Not enough replies to show. That protects the people who answered.');
    expect(said.join()).not.toContain('Worth the hour?');
  });

  test('from before there were any opens as it was, in words, as a file and as a picture', () => {
    const shown = report('usual', 'end');
    const { spread: _, ...old } = shown.figures;
    const before = { ...shown, figures: figuresSchema.parse(JSON.parse(JSON.stringify(old))) };
    expect(lines(before).join()).not.toMatch(/Forum|Teams/);
    expect(reportFile(content, before, 'organisers')).not.toContain('Forum');
    expect(drawPng(drawReport(content, before, 'sponsors')).length).toBeGreaterThan(1000);
    expect(reportFile(content, shown, 'sponsors')).toContain('"After Forums"');
    expect(drawReport(content, shown, 'sponsors')).toContain('After Forums');
  });
});
