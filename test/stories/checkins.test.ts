// A fortnight's end as leaders live it: they say whether they met, settle what they had committed to, and commit to the next small thing.
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Programme } from '../../src/features/founding/programmes.ts';
import { cast, type Name } from '../cast.ts';
import { beginRound, foundProgramme, joinLeader } from '../features/coaching/ground.ts';
import { type House, openHouse } from '../open-house.ts';
import { enrolled } from './starting.ts';

let house: House;
let programme: Programme;

const takesPart = (name: Name) => enrolled(house, programme, name);

beforeEach(async () => {
  house = await openHouse({ now: '2027-01-18T06:00:00Z' });
  programme = await foundProgramme(house.tools, { rotating: 'approve' });
  const pairs = [
    [await takesPart('amina'), await takesPart('bo')],
    [await takesPart('chidi'), await takesPart('freya'), await takesPart('goran')],
  ];
  await beginRound(house.tools, programme, { pairs, beginsOn: '2027-01-18', number: 1 });
});

const seenBy = (name: Name) => house.as(name).reads().join('\n');
const last = (name: Name) => house.as(name).readsLast();
const asked = (name: Name) => seenBy(name).match(/Only the (?:two|three) of you see this answer/g)?.length ?? 0;
const commitments = () => house.tools.db.selectFrom('commitment').selectAll().orderBy('made_at').execute();
const checkins = () => house.tools.db.selectFrom('checkin').select(['fortnight', 'met']).orderBy('fortnight').execute();

/** Fills in the form that is open, and saves it. */
async function commits(name: Name, when: string, will: string, seen: string): Promise<void> {
  await house.as(name).fillsIn({ 'When…': when, 'I will…': will, 'Who sees it': seen });
  expect(await house.as(name).submits()).toEqual({});
}

/** To the second Wednesday at ten, and by whole fortnights after it. */
const toTheCheckin = () => house.forward({ days: 9, hours: 4 });

describe('the check-in', () => {
  beforeEach(toTheCheckin);

  test('comes once to each of them on the second Wednesday, and goes on in its own place', async () => {
    const amina = house.as('amina');
    for (const name of ['amina', 'bo', 'chidi', 'freya', 'goran'] as const) expect(asked(name)).toBe(1);
    const before = amina.reads().length;
    await amina.presses('We met');
    expect(last('amina')).toContain('What is one small thing you will do before you next meet?');
    expect(last('amina')).not.toContain('Did you and');
    await amina.presses('Write it');
    await commits('amina', "when Monday's planning meeting starts", 'I will ask Jo to open it.', 'Keep to myself');
    expect(amina.sees()).toBeUndefined();
    expect(last('amina')).toContain('Saved. We will ask about it after you next meet, and not before.');
    expect(last('amina')).not.toContain('Jo');
    expect(amina.reads()).toHaveLength(before);

    await house.forward({ days: 14 });
    expect(seenBy('amina')).toContain("Last time you said: when Monday's planning meeting starts, you will ask Jo to open it.");
    expect(asked('amina')).toBe(1);
    await amina.presses('We met');
    expect(last('amina')).toContain('How did your last commitment go?');
    expect(last('amina')).toContain('"When Monday\'s planning meeting starts, I will ask Jo to open it."');
    await amina.presses('Done');
    expect(last('amina')).toContain('Marked as done. What did you notice?');
    await amina.presses('Write a line');
    await amina.fillsIn({ 'Your line': 'He was glad.' });
    await amina.submits();
    expect(last('amina')).toContain('What is one small thing');
    await amina.presses('Not this time');
    expect(last('amina')).toContain('Noted: you met.');
    await amina.types('/coachingpairs commitments', '#leaders');
    expect(amina.sees()).toContain('You noticed: He was glad.');
    expect(amina.sees()).toContain('You have no open commitments.');
    await amina.presses('Open it again');
    expect(amina.sees()).toContain('Only you see this one.');
    expect(await checkins()).toEqual([
      { fortnight: 1, met: 'met' },
      { fortnight: 2, met: 'met' },
    ]);
  });

  test('neither way of sharing is chosen for Bo, and a form without a choice is not saved', async () => {
    const bo = house.as('bo');
    await bo.presses('We met');
    await bo.presses('Write it');
    expect(bo.sees()).toContain('Who sees it: []');
    await bo.fillsIn({ 'When…': 'Friday', 'I will…': 'stop' });
    expect(Object.keys(await bo.submits())).toEqual(['Who sees it']);
    expect(await commitments()).toEqual([]);
    await bo.fillsIn({ 'Who sees it': 'Keep to myself' });
    expect(await bo.submits()).toEqual({});
    expect(await commitments()).toMatchObject([{ shared_at: null, shared_with: null, state: 'open' }]);
  });

  test('an answer can be changed, and none is asked why', async () => {
    const amina = house.as('amina');
    await amina.presses('Skip this time');
    expect(last('amina')).toContain('Skipped, and that is a full answer.');
    await amina.presses('Change my answer');
    expect(last('amina')).toContain('Did you and Bo Lindqvist meet?');
    expect(await checkins()).toEqual([{ fortnight: 1, met: 'skip' }]);
    await amina.presses('Not yet');
    expect(last('amina')).toContain('That happens. Would one of these help?');
    expect(last('amina')).toContain('[Pick a new time] [Try 20 minutes] [Leave it this time] [Change my answer]');
    await amina.presses('Leave it this time');
    expect(last('amina')).toContain('Left for this time.');
    await amina.presses('Change my answer');
    await amina.presses('We met');
    expect(await checkins()).toEqual([{ fortnight: 1, met: 'met' }]);
  });

  test('"Try 20 minutes" and "Pick a new time" lead to times', async () => {
    const amina = house.as('amina');
    await amina.presses('Not yet');
    await amina.presses('Try 20 minutes');
    expect(amina.sees()).toContain('20 minutes');
    await amina.closes();
    await amina.presses('Pick a new time');
    expect(amina.sees()).toBeDefined();
  });

  test('says so where a partner has said that they met; in a trio one word is enough', async () => {
    await house.as('chidi').presses('We met');
    await house.as('freya').types('/coachingpairs checkin', '#leaders');
    expect(house.as('freya').sees()).toContain('Did you, Chidi Okafor and Goran Petrović meet?');
    expect(house.as('freya').sees()).toContain('Chidi Okafor says that you met.');
    await house.as('freya').presses('Not yet');
    expect(house.as('freya').sees()).toContain('Chidi Okafor says that you met.');
    await house.as('freya').closes();
    await house.as('chidi').presses('Write it');
    expect(house.as('chidi').sees()).toContain('Freya Holm and Goran Petrović see it only if you share it.');
    await commits('chidi', 'Friday', 'call', 'Share with Freya Holm and Goran Petrović');
    expect(await house.as('goran').opensHome()).toContain('Shared by Chidi Okafor: "When Friday, I will call."');
  });

  test('the nudge asks once, two working days later, and both messages follow the answer', async () => {
    await house.forward({ days: 14 });
    await house.as('bo').presses('Skip this time');
    await house.forward({ days: 3 });
    const nudges = (name: Name) => seenBy(name).match(/One tap and you are done/g)?.length ?? 0;
    expect([nudges('amina'), nudges('bo')]).toEqual([1, 0]);
    expect(seenBy('goran')).toContain('One tap and you are done: did you, Chidi Okafor and Freya Holm meet this fortnight?');
    await house.forward({ days: 3 });
    expect(nudges('amina')).toBe(1);
    await house.as('amina').presses('We met');
    expect(nudges('amina')).toBe(0);
    expect(asked('amina')).toBe(1);
    expect(seenBy('amina').match(/What is one small thing/g)).toHaveLength(2);
  });

  test('whoever said "not yet" and has met since is asked once more; nobody is reminded before they have met', async () => {
    await house.forward({ days: 14 });
    const amina = house.as('amina');
    await amina.presses('Not yet');
    await amina.presses('Pick a new time');
    await amina.fillsIn({ 'Another day': '2027-02-12', At: '14:00' });
    expect(await amina.submits()).toEqual({});
    await amina.closes();
    await house.forward({ days: 4 });
    expect(seenBy('bo')).not.toContain('One tap and you are done');
    expect(asked('amina')).toBe(1);
    await house.forward({ days: 1 });
    expect(asked('amina')).toBe(2);
    expect(last('amina')).toContain('Fortnight 2: Bring something real.');
    await amina.presses('We met');
    expect(asked('amina')).toBe(1);
    expect(await checkins()).toEqual([{ fortnight: 2, met: 'met' }]);
    await house.forward({ days: 7 });
    expect(asked('amina')).toBe(1);
  });

  test('one of a past fortnight can still be answered, and is not mixed up with the next', async () => {
    const amina = house.as('amina');
    await house.forward({ days: 14 });
    expect(asked('amina')).toBe(2);
    const stale = (await house.tools.db.selectFrom('outbox').select(['key']).where('kind', '=', 'check-in').execute()).length;
    expect(stale).toBe(10);
    await amina.presses('We met');
    await amina.presses('Write it');
    await commits('amina', 'Friday', 'call', 'Keep to myself');
    expect(await checkins()).toEqual([{ fortnight: 2, met: 'met' }]);
    await amina.presses('We met');
    expect(seenBy('amina')).not.toContain('How did your last commitment go?');
    expect(await checkins()).toEqual([
      { fortnight: 1, met: 'met' },
      { fortnight: 2, met: 'met' },
    ]);
  });

  test('buttons of a pair that is over, and of somebody who has left, say so', async () => {
    await house.tools.db.updateTable('pair').set({ ended_at: '2027-01-27T10:00:00.000Z', ended_because: 'left' }).execute();
    await house.tools.db.updateTable('pair_leader').set({ ended_at: '2027-01-27T10:00:00.000Z' }).execute();
    await house.as('amina').presses('We met');
    expect(last('amina')).toContain('That check-in belongs to a pair or a round that is over.');
    expect(await checkins()).toEqual([]);
    await house.as('amina').types('/coachingpairs checkin', '#leaders');
    expect(last('amina')).toContain('You have no partner just now');
  });
});

describe('carrying on', () => {
  const opened = async () => (await commitments()).map(({ state, carries }) => [state, carries]);

  test('twice at most; then it is made smaller or let go', async () => {
    const amina = house.as('amina');
    await toTheCheckin();
    await amina.presses('We met');
    await amina.presses('Write it');
    await commits('amina', 'Friday', 'rewrite the plan', 'Share with Bo Lindqvist');
    for (const carried of [1, 2]) {
      await house.forward({ days: 14 });
      await amina.presses('We met');
      await amina.presses('Not yet');
      expect(last('amina')).toContain('[Keep it] [Make it smaller] [Let it go]');
      await amina.presses('Keep it');
      expect(await opened()).toEqual([['open', carried]]);
      await amina.presses('Not this time');
      expect(last('amina')).toContain('We will ask about it after you next meet');
    }
    await house.forward({ days: 14 });
    await amina.presses('We met');
    await amina.presses('Not yet');
    expect(last('amina')).toContain('This one has come round twice.');
    expect(last('amina')).toContain('[Make it smaller] [Let it go]');
    expect(last('amina')).not.toContain('[Keep it]');
    await amina.presses('Make it smaller');
    expect(amina.sees()).toContain('I will…: [rewrite the plan]');
    expect(amina.sees()).toContain('Shared with Bo Lindqvist.');
    await amina.fillsIn({ 'I will…': 'rewrite its first page' });
    expect(await amina.submits()).toEqual({});
    expect(await opened()).toEqual([['open', 3]]);
    expect(await house.as('bo').opensHome()).toContain('I will rewrite its first page.');
  });

  test('two are open at most; the third has to wait until one is settled', async () => {
    const amina = house.as('amina');
    await toTheCheckin();
    for (const will of ['one', 'two']) {
      await amina.types('/coachingpairs commit', '#leaders');
      await commits('amina', 'Friday', will, 'Keep to myself');
      await amina.closes();
    }
    await amina.types('/coachingpairs commit', '#leaders');
    expect(amina.sees()).toContain('Two are open, and that is as many as there can be.');
    await amina.presses('Let it go');
    expect(amina.sees()).toContain('"When Friday, I will one." Let go.');
    await amina.presses('A new commitment');
    await commits('amina', 'Monday', 'three', 'Keep to myself');
    expect(await opened()).toEqual([
      ['let-go', 0],
      ['open', 0],
      ['open', 0],
    ]);
  });

  test('from the Home tab: done, with a line about it', async () => {
    const amina = house.as('amina');
    await toTheCheckin();
    await amina.opensHome();
    await amina.presses('A new commitment');
    await commits('amina', 'Friday', 'call Edo', 'Keep to myself');
    await amina.closes();
    expect(await amina.opensHome()).toContain('"When Friday, I will call Edo."');
    await amina.presses('Done');
    expect(amina.sees()).toContain('What did you notice?');
    await amina.fillsIn({ 'Your line': 'It took a minute.' });
    await amina.submits();
    expect(amina.sees()).toContain('You noticed: It took a minute.');
    await amina.closes();
    expect(await amina.opensHome()).not.toContain('call Edo');
  });
});

describe('two fortnights without a meeting', () => {
  test('are followed by one word to each of them, with three ways on', async () => {
    await house.as('hana').types('/coachingpairs organisers add <@U0000HANA>', '#leaders');
    for (let fortnight = 1; fortnight <= 2; fortnight++) {
      await house.forward({ days: fortnight === 1 ? 9 : 14, hours: fortnight === 1 ? 4 : 0 });
      await house.as('amina').presses('Not yet');
      await house.as('bo').presses('Not yet');
      await house.as('chidi').presses('We met');
      await house.as('freya').presses('Not yet');
      await house.as('goran').presses('Not yet');
    }
    await house.forward({ days: 17 });
    const told = (name: Name) => seenBy(name).match(/Two fortnights have gone by without a meeting/g)?.length ?? 0;
    expect([told('amina'), told('bo'), told('chidi'), told('freya')]).toEqual([1, 1, 0, 0]);
    expect(seenBy('amina')).toContain('[Find a time] [Make it shorter] [Ask');
    await house.as('amina').presses('Make it shorter');
    expect(house.as('amina').sees()).toContain('20 minutes');
    await house.as('amina').closes();
    await house.forward({ days: 28 });
    expect([told('amina'), told('bo')]).toEqual([1, 1]);
  });
});

describe('half way', () => {
  test('eight taps ride on the answer to the check-in of fortnight 6, whatever it is', async () => {
    await house.tools.db.updateTable('round').set({ begins_on: '2026-11-09' }).execute();
    await toTheCheckin();
    expect(seenBy('amina')).not.toContain('You are half way.');
    const [amina, bo] = [house.as('amina'), house.as('bo')];
    await amina.presses('Skip this time');
    expect(last('amina')).toContain('You are half way. Eight taps');
    await amina.presses('Answer');
    expect(amina.sees()).toBeDefined();
    await bo.presses('We met');
    expect(last('bo')).not.toContain('You are half way.');
    await bo.presses('Not this time');
    expect(last('bo')).toContain('You are half way.');
  });
});

describe('a fortnight as one leader sees it', () => {
  test('fortnight 7: the question, the card, the check-in, and a commitment that stands on the next card', async () => {
    await house.tools.db.updateTable('round').set({ begins_on: '2026-10-26' }).execute();
    const amina = house.as('amina');
    await house.forward({ hours: 4 });
    await amina.types('/coachingpairs commit', '#leaders');
    await commits('amina', 'the board meets', 'leave the first word to Jo', 'Share with Bo Lindqvist');
    await amina.closes();
    await house.forward({ days: 1 });
    expect(last('amina')).toContain('Challenging ourselves: My part in it.');
    await amina.types('/coachingpairs meet', '#leaders');
    await amina.fillsIn({ 'Another day': '2027-01-28', At: '14:00' });
    expect(await amina.submits()).toEqual({});
    await amina.closes();
    await house.forward({ days: 2 });
    // The one of the fortnight before, which nobody could send in time.
    const late = asked('amina');
    expect(seenBy('amina')).toContain('Fortnight 6: Leave it with them.');
    await house.forward({ days: 6 });
    expect(seenBy('bo')).toContain('you meet on Thursday 28 January 2027 at 2pm.');
    expect(seenBy('bo')).toContain('Start with ten minutes on your agreement.');
    expect(seenBy('bo')).toContain('Amina Adeyemi said: when the board meets, I will leave the first word to Jo.');
    expect(asked('amina')).toBe(late);
    await house.forward({ days: 2 });
    expect([asked('amina'), asked('bo')]).toEqual([late + 1, late + 1]);
    await amina.presses('We met');
    await amina.presses('Partly');
    expect(last('amina')).toContain('Marked as partly done. What did you notice?');
    await amina.presses('Skip');
    await amina.presses('Write it');
    await commits('amina', "Monday's planning meeting starts", 'ask Jo to open it', 'Share with Bo Lindqvist');
    expect(last('amina')).toContain('Saved. We will ask about it after you next meet, and not before.');
    const seen = await house.as('bo').opensHome();
    expect(seen).toContain('"When the board meets, I will leave the first word to Jo." Marked as partly done.');
    expect(seen).toContain('"When Monday\'s planning meeting starts, I will ask Jo to open it."');
  });
});

describe('who sits out, has left, or is in two programmes', () => {
  test('may still say whether they met while they are paused, and hears that it is over once they have left', async () => {
    await toTheCheckin();
    const amina = house.as('amina');
    await amina.types('/coachingpairs pause 2 weeks', '#leaders');
    await amina.presses('We met');
    expect(await checkins()).toEqual([{ fortnight: 1, met: 'met' }]);
    await house.tools.db
      .updateTable('leader')
      .set({ left_at: '2027-01-27T10:00:00.000Z', left_because: 'left' })
      .where('slack_user', '=', cast.amina.id)
      .execute();
    await amina.presses('Change my answer');
    expect(last('amina')).toContain('That check-in belongs to a pair or a round that is over.');
    await amina.types('/coachingpairs commit', '#leaders');
    expect(last('amina')).toContain('You are not in a programme now.');
  });

  test('Amina is asked which of her programmes she means', async () => {
    const other = await foundProgramme(house.tools, { channel: 'C0OTHERS', name: 'Others', rotating: 'approve' });
    const place = async (name: Name) => joinLeader(house.tools, cast[name].name, other, { user: cast[name].id });
    await beginRound(house.tools, other, { pairs: [[await place('amina'), await place('edo')]], beginsOn: '2027-01-18', number: 1 });
    await toTheCheckin();
    const amina = house.as('amina');
    expect(await amina.types('/coachingpairs checkin')).toContain('Which programme do you mean?');
    await amina.presses('This one');
    expect(amina.sees()).toMatch(/Did you and (?:Bo Lindqvist|Edo Tanaka) meet\?/);
    await amina.closes();
    expect(seenBy('amina').match(/Did you and (?:Bo|Edo)/g)).toHaveLength(1);
    await house.forward({ days: 1 });
    expect(seenBy('amina').match(/Did you and (?:Bo|Edo)/g)).toHaveLength(2);
  });
});
