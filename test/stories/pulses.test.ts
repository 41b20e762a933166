// The pulses as leaders and an organiser live them: ten taps before the round, eight half way, what the group said, and the one thing that changes.
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Programme } from '../../src/features/founding/programmes.ts';
import type { Leader } from '../../src/features/joining/leaders.ts';
import { keep } from '../../src/features/reviewing/answers.ts';
import { transact } from '../../src/platform/db/transact.ts';
import { cast, type Name, names } from '../cast.ts';
import { beginRound, foundProgramme } from '../features/coaching/ground.ts';
import { type House, openHouse } from '../open-house.ts';
import { enrolled } from './starting.ts';

let house: House;
let programme: Programme;

/** A leader of the cast, in London whatever their own town, so that the days of the story are the same for all. */
const takesPart = (name: Name) => enrolled(house, programme, name, { timeZone: 'Europe/London' });

/** Four pairs, told on 12 January 2027; fortnight 1 begins on Monday 18 January, fortnight 6 on 29 March. */
async function begun(now: string): Promise<void> {
  house = await openHouse({ now, organisers: [cast.hana.id] });
  programme = await foundProgramme(house.tools, { rotating: 'approve' });
  const leaders: Leader[] = [];
  for (const name of names) leaders.push(await takesPart(name));
  const pairs = [0, 2, 4, 6].map((at) => leaders.slice(at, at + 2));
  await beginRound(house.tools, programme, { pairs, beginsOn: '2027-01-18', number: 1 });
}

const seenBy = (name: Name) => house.as(name).reads().join('\n');
/** What stands on somebody's Home tab, without their opening it. */
const homeOf = (name: Name) => {
  const { homes, views } = house.slack.world;
  return JSON.stringify(views.get(homes.get(cast[name].id) ?? '')?.view);
};
const answers = () => house.tools.db.selectFrom('pulse_answer').selectAll().execute();

/** Opens the pulse from Home and taps. */
async function taps(name: Name, values: Record<string, string | string[]>): Promise<string> {
  const person = house.as(name);
  await person.opensHome();
  await person.presses('Answer');
  await person.fillsIn(values);
  expect(await person.submits()).toEqual({});
  const said = person.sees() ?? '';
  await person.closes();
  return said;
}

describe('before the round', () => {
  beforeEach(() => begun('2027-01-13T06:00:00Z'));

  test('ten taps are offered once, within the limits, and can be changed from Home until fortnight 2 is over', async () => {
    await house.forward({ days: 4 });
    expect(seenBy('amina')).toContain('Ten taps before you begin');
    await house.forward({ days: 8 });
    expect(seenBy('amina').match(/Ten taps before you begin/g)).toHaveLength(1);
    const amina = house.as('amina');
    await amina.presses('Answer');
    expect(amina.sees()).toContain('Your partner never sees your answers.');
    await amina.fillsIn({
      'I test my assumptions before I act on them.': 'Disagree',
      'opening.br.1': '3',
      'opening.br.2': 'Prefer not to say',
    });
    await amina.submits();
    expect(amina.sees()).toContain('You can change your answers until Sunday 14 February 2027');
    await amina.closes();
    expect(await answers()).toHaveLength(1);
    expect(await amina.opensHome()).toContain('Your taps are kept.');
    await amina.presses('Change my answers');
    expect(amina.sees()).toContain('Disagree');
    await amina.closes();
    await house.forward({ days: 22 });
    expect(await amina.opensHome()).not.toContain('Change my answers');
  });

  test('skipping keeps nothing, and Home still offers it', async () => {
    await house.forward({ days: 12 });
    const bo = house.as('bo');
    await bo.presses('Skip');
    expect(seenBy('bo')).toContain('Skipped. It stays on your Home tab until Sunday 14 February 2027');
    expect(seenBy('bo')).not.toContain('Ten taps');
    expect(await answers()).toEqual([]);
    expect(await bo.opensHome()).toContain('Before you begin');
  });

  test('whoever has answered from Home already is not asked by a message', async () => {
    await taps('goran', { 'opening.ch.1': 'Most weeks' });
    await house.forward({ days: 12 });
    expect(seenBy('goran')).not.toContain('Ten taps');
  });
});

describe('half way', () => {
  beforeEach(() => begun('2027-03-31T10:00:00Z'));

  const worth = 'Our meetings have been worth the time.';
  const more = 'I want more of this.';

  /** All eight have met, and answer; Edo alone does not agree. Five let the organiser read what they wrote. */
  async function allAnswer(): Promise<void> {
    await house.forward({ days: 8 });
    for (const name of names) await house.as(name).presses('We met');
    for (const [at, name] of names.entries()) {
      await taps(name, {
        [worth]: name === 'edo' ? 'Disagree' : 'Agree',
        [more]: 'Yes',
        remark: `Canary ${at}: fewer messages`,
        may: at < 5 ? ['may'] : [],
      });
    }
  }

  test('all answer; the group reads it on Home when it closes; Hana writes what changes; all are told in fortnight 8', async () => {
    await allAnswer();
    await house.forward({ days: 10, hours: 12 });
    expect(await house.as('hana').opensHome()).not.toContain('Read what we said');
    await house.forward({ days: 1 });
    const amina = house.as('amina');
    // Without being opened again.
    expect(homeOf('amina')).toContain('Read what we said');
    await amina.presses('Read what we said');
    expect(amina.sees()).toContain('8 of 8 replied.');
    expect(amina.sees()).toMatch(/Our meetings have been worth the time\.\s+Agree or strongly agree: most or nearly all\./);
    expect(amina.sees()).not.toMatch(/%|Canary|In their own words/);
    await amina.closes();
    expect(await answers()).toEqual([]);
    const hana = house.as('hana');
    expect(seenBy('hana')).toContain('The pulse has closed. 8 of 8 replied. Choose one thing to change');
    await house.forward({ minutes: 1 });
    expect(await hana.opensHome()).toContain('Choose one thing to change');
    await hana.presses('Write it');
    expect(hana.sees()).toContain('Canary');
    expect(hana.sees()).not.toContain('Canary 6');
    await hana.fillsIn({ 'What will change': 'Check-ins on Thursdays <&>', 'By when': '2027-05-31' });
    expect(await hana.submits()).toEqual({});
    await hana.closes();
    await house.forward({ days: 2 });
    expect(homeOf('amina')).toContain('You said, we did');
    const audit = await hana.types('/coachingpairs audit', '#leaders');
    expect(audit).toContain('The programme closed a pulse. 8 of 8 replied.');
    expect(audit).toContain('wrote down what will change because of a pulse, by Monday 31 May 2027');
    await house.forward({ days: 20 });
    for (const name of names) expect(seenBy(name).match(/8 of 8 replied at half way/g)).toHaveLength(1);
    await amina.presses('Read it');
    expect(amina.sees()).toContain('What changes because of it, by Monday 31 May 2027: Check-ins on Thursdays <&>');
    await amina.closes();
    await hana.presses('Write it');
    expect(seenBy('hana')).toContain('An organiser has already written it.');
  });

  test('the check-in of fortnight 6 ends with it', async () => {
    await house.forward({ days: 8 });
    const bo = house.as('bo');
    await bo.types('/coachingpairs checkin', '#leaders');
    await bo.presses('Skip this time');
    expect(bo.sees()).toContain('You are half way. Eight taps');
    await bo.presses('Answer');
    await bo.fillsIn({ [worth]: 'Agree' });
    expect(await bo.submits()).toEqual({});
    expect(bo.sees()).toContain('You can change your answers until Sunday 18 April 2027');
    expect(await answers()).toHaveLength(1);
  });

  test('without a word from an organiser, leaders are told all the same', async () => {
    await allAnswer();
    await house.forward({ days: 32 });
    for (const name of names) {
      expect(seenBy(name)).toContain('8 of 8 replied at half way. Here is what the group said.');
      expect(seenBy(name)).not.toContain('the one thing that will change');
    }
  });

  test('with four replies nothing appears anywhere', async () => {
    for (const name of ['amina', 'bo', 'chidi', 'dolores'] as const) await taps(name, { [worth]: 'Agree' });
    await house.forward({ days: 40 });
    for (const name of names) {
      expect(seenBy(name)).not.toMatch(/at half way\. Here|strongly agree/);
      expect(await house.as(name).opensHome()).not.toContain('Read what we said');
    }
    expect(seenBy('hana')).toContain('A pulse has closed. 4 of 8 replied. That is not enough to show anything');
  });

  test('a form that was open when the pulse closed keeps nothing and says so', async () => {
    const amina = house.as('amina');
    await amina.opensHome();
    await amina.presses('Answer');
    await house.forward({ days: 20 });
    await amina.fillsIn({ [worth]: 'Agree' });
    await amina.submits();
    expect(amina.sees()).toContain('These questions are closed.');
    expect(await answers()).toEqual([]);
  });

  test('text without the tick is not kept anywhere, and no remark stands in a log', async () => {
    await taps('amina', { [worth]: 'Agree', remark: 'Canary without a tick' });
    await taps('bo', { remark: 'Canary with a tick', may: ['may'] });
    expect((await answers()).map(({ text_sealed }) => text_sealed !== null)).toEqual(expect.arrayContaining([true, false]));
    const amina = house.as('amina');
    await amina.opensHome();
    await amina.presses('Change my answers');
    expect(amina.sees()).not.toContain('Canary');
    await amina.closes();
    for (const name of names) expect(await house.as(name).opensHome()).not.toContain('Canary');
    for (const table of ['outbox', 'inbox', 'audit', 'pulse_answer'] as const)
      expect(JSON.stringify(await house.tools.db.selectFrom(table).selectAll().execute())).not.toContain('Canary');
    expect(JSON.stringify(house.log)).not.toContain('Canary');
  });
});

describe('the end of the round', () => {
  beforeEach(() => begun('2027-07-06T06:00:00Z'));

  test('the same questions come beside the answers of the beginning; a week after the round the group reads both', async () => {
    for (const name of names) await saidAtTheBeginning(name);
    for (const name of names) await looksBack(name);
    const amina = house.as('amina');
    await taps('amina', { 'closing.re.3': ['Room to think', 'People to learn with'], 'closing.br.1': '5 or more' });
    for (const name of names.slice(1)) await taps(name, { 'closing.re.3': ['Room to think'] });
    expect(await amina.opensHome()).not.toContain('at the end of the round');
    await house.forward({ days: 21 });
    expect(await amina.opensHome()).toContain('What the group said at the end of the round.');
    await amina.presses('Read what we said');
    const read = amina.sees() ?? '';
    expect(read).toMatch(/What has it given you\? \(Any\)\s+Room to think: most or nearly all\.\s+A different angle: few or some\./);
    expect(read).toContain('In how many other functions is there someone you could call with a hard question?');
    expect(read).toMatch(/Six months ago, agree or strongly agree: few or some\.\s+Now, agree or strongly agree: most or nearly all\./);
    expect(read).toContain("These are people's own views of themselves.");
    expect(read).not.toContain('%');
    await amina.closes();
    expect(await answers()).toEqual([]);
    expect(seenBy('hana')).toContain('The closing pulse has closed. 8 of 8 replied.');
  });

  /** Kept as it was half a year ago. */
  async function saidAtTheBeginning(name: Name): Promise<void> {
    const { tools } = house;
    const { leader, round, pair } = await tools.db
      .selectFrom('pair_leader')
      .innerJoin('leader', 'leader.id', 'pair_leader.leader')
      .select(['pair_leader.leader', 'pair_leader.round', 'pair_leader.pair'])
      .where('leader.slack_user', '=', cast[name].id)
      .executeTakeFirstOrThrow();
    const author = { programme: programme.id, round, pair, leader, user: cast[name].id };
    const given = { answers: { 'cap.1': [1], 'br.1': [0] } };
    await transact(tools.db, (tx) => keep(tools, tx, { author, moment: 'opening', given }, tools.now()));
  }

  async function looksBack(name: Name): Promise<void> {
    const person = house.as(name);
    await person.opensHome();
    await person.presses('Look back');
    expect(person.sees()).toContain('At the start you said: Disagree.');
    await person.fillsIn({ 'then.cap.1': 'Strongly disagree', 'now.cap.1': 'Agree' });
    expect(await person.submits()).toEqual({});
    await person.closes();
  }
});
