// Eight weeks in a leader's own team, as the people in it live through them: each fortnight's line, what the leader hears, somebody who leaves, and weeks in
// which the bot was not there.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { Name } from '../cast.ts';
import { cast } from '../cast.ts';
import { MEMBERS, type OnTeam, openTeam } from './team-ground.ts';

let on: OnTeam;

beforeEach(async () => {
  on = await openTeam();
});

describe('the eight weeks', () => {
  test('each pair has its four lines, and nobody hears twice on a day', async () => {
    await on.begins();
    for (const name of MEMBERS) {
      expect(on.said(name, 'ts.w1')).toBe(1);
      expect(on.everything(name)).toContain('Amina Adeyemi has started eight weeks of coaching in the team');
    }
    await on.house.forward({ weeks: 6 });
    for (const name of MEMBERS) {
      for (const line of ['ts.w1', 'ts.w3', 'ts.w5', 'ts.w7']) expect(`${name} ${line} ${on.said(name, line)}`).toBe(`${name} ${line} 1`);
      const days = await on.daysOf(name);
      expect(days).toEqual([...new Set(days)]);
    }
    expect(on.everything('hana')).not.toContain(on.house.tools.content.plain('ts.w1'));
  });

  test('a leader whose own round runs hears it within the same limits', async () => {
    await on.aRoundRuns();
    await on.asks();
    await on.all(MEMBERS, 'Join');
    await on.weekly(9, async () => {
      for (const name of ['amina', 'bo', 'chidi'] as const) await on.house.as(name).types('/coachingpairs checkin', '#leaders');
    });
    expect(on.said('amina', 'ts.open')).toBe(1);
    expect(on.said('amina', 'ts.ten')).toBeGreaterThanOrEqual(3);
    for (const name of ['amina', 'bo', 'chidi'] as const) {
      const days = await on.daysOf(name);
      expect(days).toEqual([...new Set(days)]);
      const weeks = days.map((day) => Temporal.PlainDate.from(day)).map((day) => day.subtract({ days: day.dayOfWeek - 1 }).toString());
      for (const week of weeks) expect(`${name} ${week} ${Math.min(weeks.filter((each) => each === week).length, 3)}`).not.toContain(' 3');
    }
    expect(['ts.w1', 'ts.w3', 'ts.w5', 'ts.w7'].map((line) => on.said('bo', line))).toEqual([1, 1, 1, 1]);
  });

  test('the leader hears what to say before the start, and ten minutes with each step; never who is in it', async () => {
    await on.begins();
    expect(on.said('amina', 'ts.open')).toBe(1);
    await on.house.forward({ weeks: 6 });
    expect(on.said('amina', 'ts.ten')).toBe(4);
    const read = on.everything('amina');
    for (const name of ['dolores', 'edo', 'freya', 'goran'] as const) expect(read).not.toContain(cast[name].name);
    const days = await on.daysOf('amina');
    expect(days).toEqual([...new Set(days)]);
  });

  test('the colleague who shows how it is done is named for the words, and kept nowhere', async () => {
    await on.asks();
    await on.house.forward({ days: 6 });
    await on.house.as('amina').presses('Name your colleague');
    expect(await on.house.as('amina').submits()).toEqual({ 'A colleague': on.house.tools.content.plain('teams.weeks.peer.none') });
    await on.house.as('amina').fillsIn({ 'A colleague': cast.hana.id });
    expect(await on.house.as('amina').submits()).toEqual({});
    expect(on.house.as('amina').sees()).toContain('Hana Novak is going to coach me on something I have not worked out.');
  });

  test('each agrees in their own name, once, and reads it again later', async () => {
    await on.begins();
    const [partner] = (await on.partnerOf('freya')) as [Name];
    await on.house.as('freya').presses('Our agreement');
    expect(on.house.as('freya').sees()).toContain('Nothing from our meetings is used in appraisal, pay, promotion or selection');
    await on.house.as('freya').presses('We agree to this');
    expect(on.house.as('freya').sees()).toContain('Agreed so far: Freya Holm.');
    await on.house.as('freya').closes();
    await on.house.as(partner).presses('Our agreement');
    await on.house.as(partner).presses('We agree to this');
    expect(on.house.as(partner).sees()).toContain('Everyone has agreed to this.');
    await on.house.as(partner).closes();
  });

  test('whoever has lost the message finds all of it where they stand', async () => {
    await on.begins();
    await on.house.as('freya').types('/coachingpairs team');
    expect(on.house.as('freya').sees()).toContain(on.house.tools.content.plain('ts.w1'));
    await on.house.as('freya').presses('Our agreement');
    await on.house.as('freya').presses('We agree to this');
    expect(on.house.as('freya').sees()).toContain('Agreed so far: Freya Holm.');
    while (on.house.as('freya').sees() !== undefined) await on.house.as('freya').closes();
    await on.house.forward({ weeks: 7 });
    await on.house.as('freya').types('/coachingpairs team');
    await on.house.as('freya').presses('Partly');
    expect(on.house.as('freya').sees()).not.toContain('Worth the hour?');
    expect(await on.house.tools.db.selectFrom('team_tally').select(['item', 'choice']).execute()).toEqual([{ item: 'fo.1', choice: '1' }]);
  });

  test('the half hour has a plan and a time that suits both', async () => {
    await on.begins();
    await on.house.as('freya').presses('Plan the half hour');
    expect(on.house.as('freya').sees()).toContain('3–15: First turn.');
    expect(on.house.as('freya').sees()).toMatch(/A half hour inside your working hours: \w+day \d+ March 2027 at/);
    await on.house.as('freya').presses('Send me a file');
    await on.house.as('freya').closes();
    expect(on.everything('freya')).toContain('half-hour.ics');
  });
});

describe('somebody leaves', () => {
  test('the partner hears the bare fact and has others to meet with', async () => {
    await on.begins();
    const [partner] = (await on.partnerOf('freya')) as [Name];
    await on.leaves('freya');
    expect(on.everything('freya')).toContain('You have left.');
    await on.house.forward({ days: 3 });
    expect(await on.partnerOf(partner)).toHaveLength(2);
    expect(on.everything(partner)).toContain('Your pair has changed.');
    expect(on.everything(partner).split('Your pair has changed.')[1]).not.toContain('Freya');
    expect(on.everything('amina')).not.toContain('left');
    await on.leaves('freya');
    expect(on.everything('freya')).toContain('You are not in these eight weeks any more.');
  });

  test('both of a pair leave: the others go on as they are', async () => {
    await on.begins();
    const [partner] = (await on.partnerOf('freya')) as [Name];
    await on.leaves('freya');
    await on.leaves(partner);
    await on.house.forward({ weeks: 2 });
    const others = MEMBERS.filter((name) => name !== 'freya' && name !== partner);
    for (const name of others) expect(await on.partnerOf(name)).toHaveLength(1);
    for (const name of others) expect(on.said(name, 'ts.w3')).toBe(1);
    expect(on.said('freya', 'ts.w3')).toBe(0);
  });

  test('of the last two one leaves: it is over, kindly', async () => {
    await on.asks(['bo', 'dolores', 'edo', 'freya']);
    await on.all(['dolores', 'edo'], 'Join');
    await on.house.forward({ days: 12 });
    await on.leaves('edo');
    await on.house.forward({ days: 3 });
    expect(await on.house.tools.db.selectFrom('team').select('ended_because').execute()).toEqual([{ ended_because: 'few' }]);
    expect(on.house.as('dolores').readsLast()).not.toContain('Edo');
    const heard = (await on.house.tools.db.selectFrom('outbox').select('key').where('key', 'like', 'team-ended:%').execute()).length;
    expect(heard).toBe(2);
  });

  test('who is forgotten leaves nothing behind, and their partner is not alone', async () => {
    await on.begins();
    const [partner] = (await on.partnerOf('goran')) as [Name];
    await on.house.as('goran').types('/coachingpairs erase');
    await on.house.as('goran').presses('Delete everything');
    await on.house.forward({ days: 3 });
    expect(await on.partnerOf(partner)).toHaveLength(2);
    const rows = await on.house.tools.db.selectFrom('team_member').select('slack_user').where('slack_user', '=', cast.goran.id).execute();
    expect(rows).toEqual([]);
  });
});

test('after four weeks in which the bot was not there, what is late is passed over and never heaped', async () => {
  await on.begins();
  await on.house.crash();
  on.house.clock.moveTo(Temporal.Instant.from('2027-04-19T07:00:00Z'));
  await on.house.reopen();
  await on.house.forward({ days: 7 });
  for (const name of MEMBERS) {
    expect([on.said(name, 'ts.w3'), on.said(name, 'ts.w5')]).not.toEqual([1, 1]);
    const days = await on.daysOf(name);
    expect(days).toEqual([...new Set(days)]);
  }
});
