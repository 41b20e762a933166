// How far the guide says that a newcomer has come: told by the demo from what the bot has on record.
import { afterEach, describe, expect, test } from '@jest/globals';
import { type Cast, demoCast, rosterCast } from '../../src/sandbox/demo-cast.ts';
import { type Demo, openDemo } from './demo-stage.ts';

interface Facts {
  ready: boolean;
  joined: boolean;
  rotated: boolean;
  asked: boolean;
  replied: boolean;
  newcomer: string;
  organiser: string;
  replier: string;
}

const MEI = 'U0TEAM009';
const LEILA = 'U0TEAM003';
let demo: Demo | undefined;

/** A few of the demo's team: time passes faster with six than with twenty-four. */
function few(): Cast {
  const { habits: _habits, ...cast } = demoCast();
  const names = ['Mei Tanaka', 'Leila Haddad', 'Owen Price', 'Grace Okoro', 'Callum Reid', 'Claire Dubois'];
  const [header = '', ...rows] = cast.roster.trim().split('\n');
  const kept = rows.filter((row) => names.some((name) => row.includes(name))).map((row) => row.replace(/,[^,@]*@[^,]*(?=,[^,]*$)/, ','));
  return { ...cast, people: cast.people.filter(({ name }) => names.includes(name)), roster: `${[header, ...kept].join('\n')}\n` };
}

afterEach(async () => {
  await demo?.house.close();
  demo = undefined;
});

const facts = (on: Demo) => on.get<Facts>('/sandbox/first-minute');

async function rotated(on: Demo): Promise<void> {
  await on.post(`/sandbox/people/${LEILA}/type`, { line: '/rotate', where: 'leadership' });
  await on.post(`/sandbox/people/${LEILA}/submit`, {});
  await on.post(`/sandbox/people/${LEILA}/submit`, {});
}

describe('the first minute', () => {
  test('Mei joins, Leila rotates, a question comes, and is answered', async () => {
    demo = await openDemo(few());
    const first = { ready: true, joined: false, rotated: false, asked: false, replied: false };
    expect(await facts(demo)).toMatchObject({ ...first, newcomer: MEI, organiser: LEILA });
    await demo.post(`/sandbox/people/${MEI}/type`, { line: '/coachingpairs join', where: 'leadership' });
    await demo.post(`/sandbox/people/${MEI}/submit`, { values: { Function: 'Finance' } });
    expect(await facts(demo)).toMatchObject({ ...first, joined: true, newcomer: MEI });
    await rotated(demo);
    expect(await facts(demo)).toMatchObject({ ...first, joined: true, rotated: true });
    await demo.post('/sandbox/clock', { as: MEI, others: false, days: 9 });
    const asked = await facts(demo);
    expect(asked).toMatchObject({ asked: true, replied: false, replier: MEI });
    await demo.post(`/sandbox/people/${MEI}/say`, { text: 'Being asked what I would do first.' });
    expect(await facts(demo)).toMatchObject({ joined: true, rotated: true, replied: true });
  });

  test('answers of people who act by themselves do not count, and somebody is left to answer', async () => {
    demo = await openDemo(few());
    await rotated(demo);
    await demo.post('/sandbox/clock', { as: LEILA, others: true, days: 9 });
    expect(await facts(demo)).toMatchObject({ joined: false, rotated: true, asked: true, replied: false });
  });

  test('where a roster brought everyone, joining is done already', async () => {
    const csv = 'email,name,function,level,manager_email,time_zone\n';
    const rows = ['amina,Finance', 'bo,Operations', 'chidi,People'].map((row) => row.split(','));
    const people = rows.map(([name, where]) => `${name}@example.org,${name},${where},Director,,Europe/London`).join('\n');
    demo = await openDemo(rosterCast(`${csv}${people}\n`));
    expect(await facts(demo)).toMatchObject({ ready: true, joined: true, rotated: false });
  });

  test('whoever leaves is not asked to join again', async () => {
    demo = await openDemo(few());
    await demo.post(`/sandbox/people/${MEI}/type`, { line: '/coachingpairs join', where: 'leadership' });
    await demo.post(`/sandbox/people/${MEI}/submit`, { values: { Function: 'Finance' } });
    await demo.post(`/sandbox/people/${MEI}/close`, {});
    await demo.post(`/sandbox/people/${MEI}/type`, { line: '/coachingpairs leave', where: 'leadership' });
    await demo.post(`/sandbox/people/${MEI}/press`, { label: 'Leave' });
    const after = await facts(demo);
    expect(after).toMatchObject({ ready: true, joined: true });
    expect(after.newcomer).not.toBe(MEI);
  });
});
