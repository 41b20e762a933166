// The last fortnight of a round as a pair and a trio live it: looking back, one insight, what is handed on, and what of it the next round may know.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import * as sealedCommitments from '../../src/features/coaching/checkins/sealed-commitments.ts';
import type { Programme } from '../../src/features/founding/programmes.ts';
import * as programmes from '../../src/features/founding/programmes.ts';
import type { Leader } from '../../src/features/joining/leaders.ts';
import { ears } from '../../src/features/reviewing/closing/listeners.ts';
import { partnerWords } from '../../src/features/reviewing/closing/partner-words.ts';
import { sharedInsights } from '../../src/features/reviewing/closing/shared-insights.ts';
import { transact } from '../../src/platform/db/transact.ts';
import { cast, type Name, names } from '../cast.ts';
import { beginRound, foundProgramme, type Round } from '../features/coaching/ground.ts';
import { type House, openHouse } from '../open-house.ts';
import { enrolled } from './starting.ts';

let house: House;
let programme: Programme;
let round: Round;
let leaders: Record<string, Leader>;

async function takesPart(name: Name): Promise<Leader> {
  const leader = await enrolled(house, programme, name);
  leaders[name] = leader;
  return leader;
}

/** Tuesday noon of week 25: Amina and Bo are a pair, Chidi, Dolores and Edo a trio, in a round that began in January. */
beforeEach(() => begins('2027-07-06T11:00:00Z'));

async function begins(now: string) {
  house = await openHouse({ now, organisers: [cast.hana.id] });
  leaders = {};
  programme = await foundProgramme(house.tools, { rotating: 'approve', foundedBy: cast.hana.id });
  const pairs = [
    [await takesPart('amina'), await takesPart('bo')],
    [await takesPart('chidi'), await takesPart('dolores'), await takesPart('edo')],
  ];
  round = await beginRound(house.tools, programme, { pairs, beginsOn: '2027-01-18', number: 1 });
}

const seenBy = (name: Name) => house.as(name).reads().join('\n');
const shared = () => sharedInsights(house.tools, house.tools.db, round.id);
const [PAIR, TRIO] = [0, 1];

/** Presses something as a client of one's own making could. */
async function forges(name: Name, action: string, value: string) {
  const pressed = { user: cast[name].id, action, value, values: [], triggerId: 'T-forged' };
  return ears.presses?.[action]?.(house.tools, pressed);
}

async function suggests(name: Name, text: string, how = 'Share, no names') {
  const person = house.as(name);
  await person.opensHome();
  await person.presses('Add an insight');
  await person.fillsIn({ 'One insight': text, 'How to share it': how });
  expect(await person.submits()).toEqual({});
  await person.closes();
}

async function changes(name: Name, text: string) {
  const person = house.as(name);
  await person.presses('Change it');
  await person.fillsIn({ 'One insight': text });
  expect(await person.submits()).toEqual({});
  await person.closes();
}

describe('the look back', () => {
  test('is written, read again and changed by its author, and is in nobody else’s Slack', async () => {
    const amina = house.as('amina');
    await amina.opensHome();
    await amina.presses('Look back');
    expect(amina.sees()).toContain('Only you see this, now and later.');
    await amina.fillsIn({ 'What can you do now, or do more easily, than six months ago?': 'I ask before I answer. Canary.' });
    expect(await amina.submits()).toEqual({});
    await amina.closes();
    expect(await amina.opensHome()).toContain('Your look back is written.');
    await amina.presses('Look back');
    expect(amina.sees()).toContain('I ask before I answer. Canary.');
    await amina.fillsIn({ 'What can you do now, or do more easily, than six months ago?': 'I listen. Canary.' });
    await amina.submits();
    await amina.closes();
    expect(await forges('bo', 'reviewing.look-back', round.pairs[TRIO] ?? '')).toMatchObject({
      text: expect.stringContaining('another pair'),
    });
    await house.as('bo').opensHome();
    await house.as('bo').presses('Look back');
    for (const name of names) {
      expect(`${seenBy(name)}${house.as(name).sees() ?? ''}${await house.as(name).opensHome()}`).not.toContain('Canary');
    }
    expect(JSON.stringify(house.log)).not.toContain('Canary');
    const { sealed } = await house.tools.db.selectFrom('look_back').select('sealed').executeTakeFirstOrThrow();
    expect(sealed).not.toContain('Canary');
  });

  test('whoever empties every box keeps nothing', async () => {
    const amina = house.as('amina');
    for (const text of ['Something', '']) {
      await amina.opensHome();
      await amina.presses('Look back');
      await amina.fillsIn({ 'What is unfinished, and what will you do with it?': text });
      await amina.submits();
      await amina.closes();
    }
    expect(await house.tools.db.selectFrom('look_back').selectAll().execute()).toEqual([]);
  });
});

describe('one insight', () => {
  test('of a pair: suggested, changed twice, and shared only when both have agreed to the last words', async () => {
    await suggests('amina', 'First words', 'Share with our names');
    expect(seenBy('bo')).toContain('Amina Adeyemi suggests sharing this with the wider group: "First words"');
    expect(await shared()).toEqual([]);
    await changes('bo', 'Second words');
    expect(seenBy('amina')).toContain('Bo Lindqvist suggests sharing this with the wider group: "Second words"');
    // The button under the first words is still there, and does nothing to the second.
    const { id } = await house.tools.db.selectFrom('insight').select('id').executeTakeFirstOrThrow();
    await forges('bo', 'reviewing.insight-share', `${id}:1`);
    expect(await shared()).toEqual([]);
    await changes('amina', 'Third words');
    await house.as('bo').presses('Share, no names');
    expect(await shared()).toEqual([{ text: 'Third words' }]);
    expect(seenBy('amina')).toContain('Everyone has agreed to your words: "Third words"');
    expect(await house.as('bo').opensHome()).toContain('You have all agreed. It will be shared without names.');
    await house.as('bo').presses('Share with our names');
    expect(await shared()).toEqual([{ text: 'Third words' }]);
  });

  test('carries names once both want them, and is taken back by one word', async () => {
    await suggests('amina', 'Ours', 'Share with our names');
    await house.as('bo').presses('Share with our names');
    expect(await shared()).toEqual([{ text: 'Ours', names: ['Amina Adeyemi', 'Bo Lindqvist'] }]);
    await house.as('amina').opensHome();
    await house.as('amina').presses('Our insight');
    await house.as('amina').presses('Do not share');
    expect(await shared()).toEqual([]);
    await house.as('bo').presses('Share with our names');
    expect(await shared()).toEqual([]);
    expect(await house.as('bo').opensHome()).toContain('It stays between you');
  });

  test('of a trio needs all three: one who never answers keeps it between them', async () => {
    await suggests('chidi', 'From three');
    await house.forward({ days: 2 });
    await house.as('dolores').presses('Share with our names');
    expect(seenBy('edo')).toContain('"From three"');
    await house.forward({ days: 4 });
    expect(await shared()).toEqual([]);
    await house.as('edo').presses('Share, no names');
    expect(await shared()).toEqual([{ text: 'From three' }]);
  });

  test('reaches the others in their own hours', async () => {
    await suggests('chidi', 'From three');
    expect(seenBy('dolores')).not.toContain('"From three"');
    await house.forward({ hours: 3 });
    expect(seenBy('dolores')).toContain('"From three"');
    expect(seenBy('edo')).not.toContain('"From three"');
    await house.forward({ hours: 8 });
    expect(seenBy('edo')).toContain('"From three"');
  });

  test('is not shared for somebody who has left', async () => {
    await suggests('amina', 'Not yet ours');
    await house.as('bo').types('/coachingpairs leave', '#leaders');
    await house.as('bo').presses('Leave');
    const { id } = await house.tools.db.selectFrom('insight').select('id').executeTakeFirstOrThrow();
    expect(await forges('bo', 'reviewing.insight-share', `${id}:1`)).toMatchObject({ text: expect.stringContaining('another pair') });
    expect(await shared()).toEqual([]);
    const home = await house.as('amina').opensHome();
    expect(home).toContain('[Look back] [Our insight] [Write my card] [Take a commitment along]');
    await forges('amina', 'reviewing.insight-named', `${id}:1`);
    expect(await shared()).toEqual([]);
    expect(await forges('amina', 'reviewing.write-line', `${round.pairs[PAIR]} ${leaders.bo?.id}`)).toMatchObject({
      text: expect.stringContaining('nobody in your pair'),
    });
  });

  test('belongs to its pair: nobody else can read it, answer it or change it', async () => {
    await suggests('amina', 'Canary insight');
    const { id } = await house.tools.db.selectFrom('insight').select('id').executeTakeFirstOrThrow();
    for (const action of ['insight-share', 'insight-named', 'insight-no', 'insight-change'])
      expect(await forges('chidi', `reviewing.${action}`, `${id}:1`)).toMatchObject({ text: expect.stringContaining('another pair') });
    expect(await forges('chidi', 'reviewing.insight-read', round.pairs[PAIR] ?? '')).toMatchObject({ text: expect.any(String) });
    expect(await house.tools.db.selectFrom('insight_approval').selectAll().execute()).toHaveLength(1);
    for (const name of ['chidi', 'dolores', 'edo', 'hana'] as const)
      expect(`${seenBy(name)}${await house.as(name).opensHome()}`).not.toContain('Canary');
    expect(JSON.stringify(house.log)).not.toContain('Canary');
  });
});

async function writesCard(name: Name, line: string) {
  const person = house.as(name);
  await person.opensHome();
  await person.presses('Write my card');
  await person.fillsIn({ 'What helps me think': line });
  expect(await person.submits()).toEqual({});
}

async function introduces(name: Name, other: Name, text: string) {
  const person = house.as(name);
  await person.opensHome();
  await person.presses(`Introduce ${cast[other].name}`);
  await person.fillsIn({ 'One sentence': text });
  expect(await person.submits()).toEqual({});
  await person.closes();
}

/** Monday two weeks later: the next round has begun, in new pairs. */
async function nextRound(pairs: readonly (readonly Name[])[]): Promise<Round> {
  const groups = pairs.map((group) => group.map((name) => leaders[name] as Leader));
  const begun = await beginRound(house.tools, programme, { pairs: groups, beginsOn: '2027-07-19', number: 2 });
  await house.forward({ days: 13 });
  return begun;
}

describe('what is handed on', () => {
  test('only the card, the approved introduction and one commitment go into the next round', async () => {
    const amina = house.as('amina');
    await writesCard('amina', 'Silence, and a pencil');
    expect(amina.sees()).toContain('Nobody sees it until you approve it.');
    await amina.presses('Approve my card');
    expect(amina.sees()).toContain('Approved.');
    await amina.closes();
    await writesCard('bo', 'Canary: never approved');
    await house.as('bo').closes();
    await introduces('bo', 'amina', 'She hears what is not said.');
    await amina.presses('Show it');
    await introduces('amina', 'bo', 'Canary: he declines this.');
    await house.as('bo').presses('Do not show it');
    await suggests('amina', 'Canary insight');
    const made = {
      id: house.tools.newId(),
      leader: leaders.amina?.id ?? '',
      round: round.id,
      pair: round.pairs[PAIR] ?? '',
      fortnight: 12,
    };
    const words = { when: 'Thursday’s meeting ends', will: 'ask Bo what he would cut' };
    await transact(house.tools.db, (tx) =>
      sealedCommitments.add(house.tools, tx, { user: cast.amina.id, made: { ...made, ...words } }, house.now()),
    );
    await amina.opensHome();
    await amina.presses('Take a commitment along');
    await amina.fillsIn({ 'Which one': words.will });
    await amina.submits();
    expect(amina.sees()).toContain('This one goes with you: when Thursday’s meeting ends');
    await amina.closes();

    const begun = await nextRound([
      ['amina', 'chidi'],
      ['bo', 'dolores', 'edo'],
    ]);
    const chidi = house.as('chidi');
    expect(await chidi.opensHome()).toContain('There are words to read about Amina Adeyemi');
    await chidi.presses('Read it');
    expect(chidi.sees()).toContain('Silence, and a pencil');
    expect(chidi.sees()).toContain('She hears what is not said.');
    await chidi.closes();
    expect(await chidi.types('/coachingpairs partner', '#leaders')).toContain('[Read it]');
    expect(await house.as('dolores').opensHome()).not.toContain('There are words to read');
    expect(await partnerWords(house.tools, { pair: begun.pairs[PAIR] ?? '', user: cast.dolores.id })).toEqual([]);
    for (const name of names.filter((each) => each !== 'amina' && each !== 'bo')) {
      expect(`${seenBy(name)}${house.as(name).sees() ?? ''}${await house.as(name).opensHome()}`).not.toContain('Canary');
    }
    const carried = house.tools.db.selectFrom('commitment').selectAll().where('round', '=', begun.id);
    expect(await carried.execute()).toMatchObject([{ leader: leaders.amina?.id, carried_from: made.id, state: 'open', shared_at: null }]);
    await house.forward({ days: 1 });
    expect(await carried.execute()).toHaveLength(1);
    expect(await amina.opensHome()).toContain('ask Bo what he would cut');
  });

  test('an introduction that changes is asked about again, and an old button approves nothing', async () => {
    await introduces('bo', 'amina', 'First sentence.');
    const { id, written_at: first } = await house.tools.db.selectFrom('hand_on').select(['id', 'written_at']).executeTakeFirstOrThrow();
    await house.as('amina').presses('Show it');
    await introduces('bo', 'amina', 'Second sentence.');
    const approved = () => house.tools.db.selectFrom('hand_on').select('approved_at').executeTakeFirstOrThrow();
    expect(await approved()).toEqual({ approved_at: null });
    expect(await forges('amina', 'reviewing.introduction-show', `${id} ${first}`)).toMatchObject({
      text: expect.stringContaining('have changed'),
    });
    expect(await approved()).toEqual({ approved_at: null });
    expect(await house.as('amina').opensHome()).toContain('Bo Lindqvist wrote one sentence to introduce you.');
    await house.as('amina').presses('Read and decide');
    expect(house.as('amina').sees()).toContain('Second sentence.');
    await house.as('amina').presses('Show it');
    expect((await approved()).approved_at).not.toBeNull();
    expect(await forges('chidi', 'reviewing.introduction-read', id)).toMatchObject({ text: expect.stringContaining('are gone') });
    const now = await house.tools.db.selectFrom('hand_on').select('written_at').executeTakeFirstOrThrow();
    await forges('chidi', 'reviewing.introduction-hide', `${id} ${now.written_at}`);
    await forges('bo', 'reviewing.introduction-hide', `${id} ${now.written_at}`);
    expect((await approved()).approved_at).not.toBeNull();
  });

  test('a line to a partner arrives in their hours, and is kept nowhere; three are enough', async () => {
    const amina = house.as('amina');
    for (const n of [1, 2, 3]) {
      await amina.opensHome();
      await amina.presses('Write to Bo Lindqvist');
      await amina.fillsIn({ 'Your line': `Thank you, ${n}.` });
      expect(await amina.submits()).toEqual({});
      await amina.closes();
    }
    await house.forward({ minutes: 2 });
    expect(seenBy('bo').match(/Amina Adeyemi writes at the end of your round together/g)).toHaveLength(3);
    await amina.opensHome();
    await amina.presses('Write to Bo Lindqvist');
    await amina.fillsIn({ 'Your line': 'A fourth' });
    expect(Object.values(await amina.submits())).toEqual([
      'You have written to Bo Lindqvist three times. The rest is better said in person.',
    ]);
    const rows = await house.tools.db.selectFrom('outbox').select('body_sealed').where('kind', '=', 'line').execute();
    expect(rows).toEqual([{ body_sealed: null }, { body_sealed: null }, { body_sealed: null }]);
  });
});

describe('the next round', () => {
  const answer = () => house.tools.db.selectFrom('next_round').select(['leader', 'answer']).execute();

  test('is answered on Home, and changed until it is told', async () => {
    const amina = house.as('amina');
    expect(await amina.opensHome()).toContain('You are in unless you say "Not this time"');
    await amina.presses('Not this time');
    expect(await answer()).toEqual([{ leader: leaders.amina?.id, answer: 'not-this-time' }]);
    expect(amina.sees()).toContain('nobody asks why');
    await amina.closes();
    expect(await amina.opensHome()).toContain('You said "Not this time".');
    await amina.presses('Join');
    expect(await answer()).toEqual([{ leader: leaders.amina?.id, answer: 'join' }]);
    await forges('bo', 'reviewing.next-not', `${round.id} ${leaders.amina?.id}`);
    expect(await answer()).toEqual([{ leader: leaders.amina?.id, answer: 'join' }]);
    await beginRound(house.tools, programme, {
      pairs: [[leaders.amina as Leader, leaders.chidi as Leader]],
      beginsOn: '2027-07-19',
      number: 2,
    });
    expect(await forges('amina', 'reviewing.next-not', `${round.id} ${leaders.amina?.id}`)).toMatchObject({
      text: expect.stringContaining('has begun'),
    });
  });

  test('leaves out who said "Not this time", and nobody else', async () => {
    await house.as('amina').opensHome();
    await house.as('amina').presses('Not this time');
    await house.forward({ days: 6, hours: 2 });
    await house.as('hana').types('/rotate', '#leaders');
    expect(house.as('hana').sees()).toContain('paused or said "Not this time": Amina Adeyemi');
    expect(house.as('hana').sees()).toContain('Edo Tanaka');
  });
});

describe('what is kept', () => {
  async function writes(name: Name) {
    const person = house.as(name);
    await person.opensHome();
    await person.presses('Look back');
    await person.fillsIn({ 'What is unfinished, and what will you do with it?': `${name} looked back` });
    await person.submits();
    await person.closes();
    await person.types('/coachingpairs note', '#leaders');
    await person.fillsIn({ 'Your note': `${name} noted` });
    await person.submits();
    await person.closes();
  }
  const left = async (table: 'note' | 'look_back') =>
    (await house.tools.db.selectFrom(table).select('leader').execute()).map(({ leader }) => leader);

  test('goes thirty days after the round, but for those who keep their own', async () => {
    await writes('amina');
    await writes('bo');
    await house.as('bo').opensHome();
    await house.as('bo').presses('Keep what I wrote');
    await nextRound([
      ['amina', 'chidi'],
      ['bo', 'dolores', 'edo'],
    ]);
    await house.forward({ days: 29 });
    expect([(await left('note')).length, (await left('look_back')).length]).toEqual([2, 2]);
    await house.forward({ days: 2 });
    expect([await left('note'), await left('look_back')]).toEqual([[leaders.bo?.id], [leaders.bo?.id]]);
    expect(await house.as('bo').opensHome()).toContain('Your look back on the last round is still here.');
    expect(await forges('amina', 'reviewing.keep', `${round.id} ${leaders.amina?.id}`)).toMatchObject({
      text: expect.stringContaining('deleted already'),
    });
  });

  test('is handed over with one’s data, and gone with its author', async () => {
    await writes('amina');
    await writesCard('amina', 'A card to take away');
    await house.as('amina').closes();
    await introduces('bo', 'amina', 'A sentence about her.');
    await suggests('amina', 'An insight to take away');
    await house.as('amina').types('/coachingpairs export', '#leaders');
    const files = [...house.slack.world.files.values()].map(({ bytes }) => new TextDecoder().decode(bytes)).join('\n');
    for (const text of ['amina looked back', 'A card to take away', 'A sentence about her.', 'An insight to take away'])
      expect(files).toContain(text);
    await house.as('amina').types('/coachingpairs erase', '#leaders');
    await house.as('amina').presses('Delete everything');
    for (const table of ['look_back', 'insight', 'insight_approval', 'hand_on'] as const)
      expect(await house.tools.db.selectFrom(table).selectAll().execute()).toEqual([]);
  });
});

test('what time sends: the look back, then the two last things with all that is handed on, and nothing twice', async () => {
  await begins('2027-06-30T06:00:00Z');
  await house.forward({ days: 18 });
  const sent = house
    .as('bo')
    .reads()
    .filter((text) => /look back|last things|short card|end of this round/.test(text));
  expect(sent).toHaveLength(2);
  expect(sent[0]).toContain('[Look back] [Pick a time]');
  expect(sent[1]).toMatch(
    /Two last things[\s\S]*short card[\s\S]*introduce Amina Adeyemi[\s\S]*That is the end of this round, Bo Lindqvist/,
  );
  const hours = [...house.slack.world.conversations.values()].find(
    ({ kind, members }) => kind === 'dm' && members.includes(cast.dolores.id),
  );
  for (const { ts } of hours?.messages ?? []) {
    const there = Temporal.Instant.fromEpochMilliseconds(Math.floor(Number(ts) * 1000)).toZonedDateTimeISO('America/New_York');
    expect([there.dayOfWeek <= 5, there.hour >= 9 && there.hour < 17]).toEqual([true, true]);
  }
});

test('a rotation in the middle of it: everyone hears the last things before the next match, and finishes while the new pairs settle in', async () => {
  await transact(house.tools.db, (tx) => programmes.change(tx, { ...programme, rotating: 'automatic' }));
  await writesCard('amina', 'Silence, and a pencil');
  await house.as('amina').presses('Approve my card');
  await house.as('amina').closes();
  await house.forward({ days: 8 });
  for (const name of ['amina', 'bo', 'chidi', 'dolores', 'edo'] as const) {
    const read = house.as(name).reads();
    const last = read.findIndex((text) => text.includes('Two last things'));
    expect(last).toBeGreaterThan(-1);
    expect(
      read.findIndex((text) => text.includes('If this match does not suit you') || text.includes('This round you are one of three')),
    ).toBeGreaterThan(last);
  }
  await suggests('amina', 'Agreed in the last week');
  await house.as('bo').presses('Share with our names');
  expect(await shared()).toEqual([{ text: 'Agreed in the last week' }]);
  const next = await house.tools.db.selectFrom('round').select('id').where('number', '=', 2).executeTakeFirstOrThrow();
  const pair = await house.tools.db
    .selectFrom('pair_leader')
    .select('pair')
    .where('round', '=', next.id)
    .where('leader', '=', leaders.amina?.id ?? '')
    .executeTakeFirstOrThrow();
  const partners = await house.tools.db.selectFrom('pair_leader').select('leader').where('pair', '=', pair.pair).execute();
  const other =
    (['bo', 'chidi', 'dolores', 'edo'] as const).find((name) => partners.some(({ leader }) => leader === leaders[name]?.id)) ?? 'bo';
  const home = await house.as(other).opensHome();
  expect(home).toContain('There are words to read about Amina Adeyemi');
  expect(home).toContain('Looking back and handing on.');
});

test('a pair whose clock is four weeks behind closes with the round all the same', async () => {
  await begins('2027-06-30T06:00:00Z');
  const rest = { id: house.tools.newId(), workspace: house.tools.workspace, pair: round.pairs[PAIR] ?? '', leader: leaders.bo?.id ?? '' };
  const days = { because: 'paused', begins_on: '2027-03-01', ends_on: '2027-03-28', added_at: '2027-03-01T09:00:00.000Z' };
  await house.tools.db
    .insertInto('pair_rest')
    .values({ ...rest, ...days })
    .execute();
  expect(await house.as('bo').opensHome()).not.toContain('Looking back and handing on.');
  await house.forward({ days: 10 });
  for (const words of ['Six months nearly done.', 'Two last things.', 'That is the end of this round'])
    expect(seenBy('bo')).toContain(words);
  expect(await house.as('bo').opensHome()).toContain('Looking back and handing on.');
  await house.as('bo').presses('Look back');
  expect(house.as('bo').sees()).toContain('Only you see this, now and later.');
});
