// The report as an organiser lives it: half way and at the end, as a form, a file and a picture, for themselves and for a sponsor; and each leader's
// own line of the ledger.
import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Programme } from '../../src/features/founding/programmes.ts';
import type { Leader } from '../../src/features/joining/leaders.ts';
import { keepAnswers } from '../../src/features/reviewing/answer.ts';
import { itemsOf, type Moment } from '../../src/features/reviewing/plan.ts';
import { stamp } from '../../src/platform/clock.ts';
import { cast, names } from '../cast.ts';
import { beginRound, foundProgramme, joinLeader, type Round } from '../features/coaching/ground.ts';
import { type House, openHouse } from '../open-house.ts';

/** Three months with twelve people, minute by minute where something happens. */
jest.setTimeout(90_000);

/** Nothing of this may ever stand in a report. */
const CANARY = /canary|Adeyemi|Lindqvist|Ines|U0000|Gardens/i;
const more = ['ines', 'juno', 'kofi', 'lena'].map((handle) => ({ id: `U000${handle.toUpperCase()}1`, name: `${handle} Canary`, handle }));

let house: House;
let programme: Programme;
let leaders: Leader[];
let round: Round;

/** Six pairs, told on 12 January 2027; fortnight 1 begins on Monday 18 January, fortnight 6 on 29 March. Hana organises and takes part. */
beforeEach(async () => {
  house = await openHouse({ now: '2027-04-05T09:00:00Z', organisers: [cast.hana.id], people: [...Object.values(cast), ...more] });
  programme = await foundProgramme(house.tools, { rotating: 'approve' });
  leaders = [];
  for (const name of names)
    leaders.push(await joinLeader(house.tools, cast[name].name, programme, { user: cast[name].id, function: cast[name].function }));
  for (const { id, name } of more) leaders.push(await joinLeader(house.tools, name, programme, { user: id, function: 'Canary Gardens' }));
  const pairs = [0, 2, 4, 6, 8].map((at) => leaders.slice(at, at + 2)).concat([leaders.slice(10)]);
  round = await beginRound(house.tools, programme, { pairs, beginsOn: '2027-01-18', number: 1 });
  for (const pair of [0, 1, 2, 3, 4]) for (const n of [1, 2, 3, 5]) await met(pair, n);
});

async function met(pair: number, fortnight: number): Promise<void> {
  const { tools } = house;
  const said = { answered_at: stamp(tools.now()), changed_at: stamp(tools.now()), finished_at: null };
  const who = { pair: round.pairs[pair] ?? '', leader: leaders[2 * pair]?.id ?? '' };
  await tools.db
    .insertInto('checkin')
    .values({ id: tools.newId(), workspace: tools.workspace, ...who, fortnight, met: 'met', ...said })
    .execute();
}

/** Presses in the report, and closes what is said of it, once it is read. */
async function takes(label: string): Promise<string> {
  await hana().presses(label);
  const said = hana().sees() ?? '';
  await hana().closes();
  return said;
}

/** Everybody answers all the same way, and lets the organiser read a remark. */
async function allAnswer(moment: Moment, choice: number): Promise<void> {
  for (const { user } of leaders) {
    const answers = Object.fromEntries(itemsOf(moment).map(({ id, scale }) => [id, [scale === 'more' ? 0 : choice]]));
    const given = { answers, ...(moment === 'half' && { text: 'Canary: fewer messages' }) };
    expect((await keepAnswers(house.tools, { user, round: round.id, given: new Map([[moment, given]]) })).ok).toBe(true);
  }
}

const hana = () => house.as('hana');
const inbox = () => hana().reads().join('\n');
const filesOf = (end: string) => [...house.slack.world.files.values()].filter(({ name }) => name.endsWith(end));
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

describe('half way', () => {
  beforeEach(async () => {
    await allAnswer('half', 3);
    await house.forward({ days: 13, hours: 12 });
  });

  test('Hana hears of it once, on another day than of the pulse, and reads it; nothing is there before', async () => {
    expect(await hana().types('/coachingpairs report', '#leaders')).toContain('There is no report yet.');
    await house.forward({ days: 5 });
    expect(inbox().match(/The report half way through round 1 of Leaders is ready/g)).toHaveLength(1);
    await hana().presses('See the report');
    const read = hana().sees() ?? '';
    expect(read).toContain('Leaders, round 1: half way');
    expect(read).toContain('This is how the round is going, in totals.');
    expect(read).toMatch(/Joined so far: 12/);
    expect(read).toMatch(/First meetings held within 15 days: most or nearly all \(aim: nine in ten\)/);
    expect(read).toMatch(/Fortnights in which pairs met: about half \(aim: seven in ten\)/);
    expect(read).toMatch(/Our meetings have been worth the time\.\s+Half way: agree or strongly agree: 83% or more/);
    expect(read).toContain('Half way: 12 of 12 replied.');
    expect(read).toMatch(/Pairs of functions joined so far: \d+ of 10/);
    expect(read).not.toMatch(CANARY);
    await hana().closes();
    await house.forward({ days: 10 });
    expect(inbox().match(/The report half way/g)).toHaveLength(1);
  });

  test('she takes it along as a file and as a picture, for herself and for a sponsor', async () => {
    await house.forward({ days: 1 });
    await hana().types('/coachingpairs report', '#leaders');
    await takes('As a file');
    await takes('Bridge map');
    await hana().presses('For sponsors');
    expect(hana().sees()).toContain('Leaders hear first what they said, in fortnight 8.');
    await hana().closes();
    await house.tools.db
      .updateTable('pulse_result')
      .set({ shared_at: stamp(house.now()) })
      .execute();
    await hana().presses('For sponsors');
    const shown = hana().sees() ?? '';
    expect(shown).toContain('I will take part like anyone else.');
    expect(shown).not.toMatch(/aim|shared fairly|Bridge map/i);
    expect(shown).not.toMatch(CANARY);
    await takes('As a file');
    await takes('As a picture');
    const [own, sponsors] = filesOf('.csv').map(({ bytes }) => textOf(bytes));
    expect(own).toMatch(/^\uFEFF"report","published","question","measure","when","figure","aim","counted","replies"\n/);
    expect(own).toContain('"aim: seven in ten"');
    expect(sponsors).not.toMatch(/aim|fairly/);
    expect(sponsors).toContain('"Half way: 12 of 12 replied."');
    for (const text of [own, sponsors]) expect(text).not.toMatch(CANARY);
    const pictures = filesOf('.png');
    expect(pictures.map(({ name }) => name)).toEqual(['bridge-map-round-1.png', 'report-round-1-half-sponsors.png']);
    expect(pictures.map(({ bytes }) => [...bytes.slice(1, 4)])).toEqual([
      [80, 78, 71],
      [80, 78, 71],
    ]);
    expect(pictures[1]?.altText).toContain('Joined so far: 12');
    expect(pictures[1]?.altText).not.toMatch(CANARY);
    const audit = await hana().types('/coachingpairs audit', '#leaders');
    expect(audit).toContain('The programme published the report half way through round 1');
    expect(audit).toContain('took out the report of round 1, as a picture, for sponsors');
  });

  test('a sponsor’s is there in the end, also where no leader could be told', async () => {
    await house.forward({ days: 43 });
    await hana().types('/coachingpairs report', '#leaders');
    await hana().presses('For sponsors');
    expect(hana().sees()).toContain('I will take part like anyone else.');
  });

  test('where Slack takes no files, it is told in words', async () => {
    await house.forward({ days: 1 });
    house.slack.faults.mix = {
      call: (method) => (method === 'files.getUploadURLExternal' ? { kind: 'error', code: 'missing_scope', posted: false } : undefined),
      event: () => undefined,
    };
    await hana().types('/coachingpairs report', '#leaders');
    expect(await takes('As a file')).toContain('Slack did not take the file. Here is what stands in it.');
    expect(await takes('As a picture')).toMatch(/Slack did not take the picture[\s\S]*Joined so far: 12/);
    expect(await takes('Bridge map')).toMatch(/Slack did not take the picture[\s\S]*functions/);
  });

  test('an organiser who is one no more cannot turn the page, nor can a leader', async () => {
    await house.forward({ days: 1 });
    expect(await house.as('bo').types('/coachingpairs report', '#leaders')).toContain('Only organisers of this programme');
    await hana().types('/coachingpairs organisers add @bo', '#leaders');
    await house.as('bo').types('/coachingpairs report', '#leaders');
    await hana().types('/coachingpairs organisers remove @bo', '#leaders');
    for (const label of ['For sponsors', 'As a file']) {
      await house.as('bo').presses(label);
      expect(house.as('bo').sees()).toContain('This report is not there for you.');
      await house.as('bo').closes();
    }
    expect(filesOf('.csv')).toEqual([]);
  });

  test('Home offers it to organisers; leaders find their own line in their status, and never an aim', async () => {
    await house.forward({ days: 1 });
    expect(await hana().opensHome()).toMatch(/\[Report\]|report/i);
    const status = await house.as('amina').types('/coachingpairs status', '#leaders');
    expect(status).toContain(
      'Rounds so far: 1. In a trio: 0. In a match that gave something up: 0. With someone you would welcome: 0. Only you see this line.',
    );
    expect(`${status}${await house.as('amina').opensHome()}`).not.toMatch(/aim: |nine in ten/);
  });
});

describe('the end of the round', () => {
  test('both reports stand side by side; what has been told of is told in the same words, and what someone deletes changes nothing', async () => {
    await allAnswer('half', 3);
    await house.forward({ days: 16 });
    await hana().types('/coachingpairs report', '#leaders');
    const half = hana().sees() ?? '';
    await hana().closes();
    for (const pair of [0, 1, 2, 3, 4, 5]) for (const n of [4, 7, 8, 9, 10]) await met(pair, n);
    await house.as('edo').types('/coachingpairs erase', '#leaders');
    await house.as('edo').presses('Delete everything');
    await house.forward({ days: 86 });
    leaders = leaders.filter(({ user }) => user !== cast.edo.id);
    await allAnswer('closing', 3);
    await allAnswer('then', 1);
    await allAnswer('now', 3);
    await house.forward({ days: 14 });
    expect(inbox()).toContain('The report at the end of round 1 of Leaders is ready.');
    await hana().types('/coachingpairs report', '#leaders');
    const end = hana().sees() ?? '';
    expect(end).toContain('Leaders, round 1: at the end');
    expect(end).toContain('Left: 1');
    expect(end).toMatch(/Six months ago: agree or strongly agree: few[\s\S]*Now: agree or strongly agree: (?:most or )?nearly all/);
    expect(end).toContain('At the end: 11 of 11 replied.');
    const first = /First meetings held within 15 days: [^\n]*/;
    expect(end.match(first)?.[0]).toBe(half.match(first)?.[0]);
    await hana().chooses('measuring.choose', 'Round 1, half way');
    const again = hana().sees() ?? '';
    expect(again.slice(again.indexOf('Are people'))).toBe(half.slice(half.indexOf('Are people')));
    for (const text of [half, end]) expect(text).not.toMatch(CANARY);
    await hana().closes();
  });
});
