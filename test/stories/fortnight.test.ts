// A fortnight as leaders live it: the question comes, they answer it in their own way, and what they wrote stays theirs.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { Programme } from '../../src/features/founding/programmes.ts';
import { starterCards } from '../../src/platform/content/starter-kit.ts';
import { cast, type Name } from '../cast.ts';
import { beginRound, foundProgramme } from '../features/coaching/ground.ts';
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
    [await takesPart('dolores'), await takesPart('edo')],
  ];
  await beginRound(house.tools, programme, { pairs, beginsOn: '2027-01-18', number: 1 });
});

const seenBy = (name: Name) => house.as(name).reads().join('\n');
const notes = () => house.tools.db.selectFrom('note').selectAll().execute();

describe('the question', () => {
  test('comes to each of them on Tuesday at half past nine where they are, once', async () => {
    await house.forward({ hours: 14, minutes: 29 });
    expect(seenBy('edo')).toBe('');
    await house.forward({ minutes: 2 });
    expect(seenBy('edo')).toContain('Trusting each other: Agree how you will work');
    expect(seenBy('amina')).toBe('');
    await house.forward({ hours: 13 });
    expect(seenBy('amina')).toContain('[Write a note]');
    expect(seenBy('amina')).toContain('[Book our meeting]');
    expect(seenBy('dolores')).toBe('');
    await house.forward({ days: 4 });
    for (const name of ['amina', 'bo', 'dolores', 'edo'] as const) expect(seenBy(name).match(/Small practice/g)).toHaveLength(1);
  });

  test('can be exchanged for another in its place', async () => {
    await house.forward({ days: 2 });
    await house.as('amina').presses('Another question');
    expect(seenBy('amina')).toContain('What would you need to know about how your partner keeps things private');
    expect(seenBy('amina')).not.toContain('Think of a colleague you can be frank with');
    await house.as('amina').presses('Another question');
    await house.as('amina').presses('Another question');
    expect(seenBy('amina')).toContain('Think of a colleague you can be frank with');
  });

  test('comes with the starter card of its fortnight, which stays on Home with the other six', async () => {
    await house.forward({ days: 2 });
    expect(seenBy('amina')).toContain("Two-minute card: Agreeing how you'll work.");
    await house.as('amina').presses('Read the card');
    expect(house.as('amina').sees()).toContain('When coaching goes wrong, it is often over something nobody said at the start.');
    await house.as('amina').closes();
    await house.as('amina').presses('Another question');
    expect(seenBy('amina').match(/Two-minute card/g)).toHaveLength(1);
    const home = await house.as('amina').opensHome();
    const names = starterCards(house.tools.content).map(({ title }) => title);
    expect(names).toHaveLength(7);
    for (const name of names) expect(home).toContain(`[${name}]`);
  });

  test('survives the bot being killed while it sends', async () => {
    await house.forward({ days: 1, hours: 3 });
    house.crashAt({ method: 'chat.postMessage', when: 'after' });
    await house.forward({ minutes: 40 });
    expect(house.isUp()).toBe(false);
    await house.reopen();
    await house.forward({ days: 3 });
    for (const name of ['amina', 'bo', 'dolores', 'edo'] as const) expect(seenBy(name).match(/Small practice/g)).toHaveLength(1);
  });
});

describe('answering', () => {
  beforeEach(() => house.forward({ days: 2 }));

  test('in the form: Amina writes, reads, changes and deletes, and nothing of it stands in a message', async () => {
    const amina = house.as('amina');
    await amina.presses('Write a note');
    expect(amina.sees()).toContain('Only you see this.');
    await amina.fillsIn({ 'Your note': 'She spoke first about her own mistake.' });
    expect(await amina.submits()).toEqual({});
    await amina.presses('All my notes');
    expect(amina.sees()).toContain('She spoke first about her own mistake.');
    await amina.presses('Change it');
    await amina.fillsIn({ 'Your note': 'She spoke first.' });
    await amina.submits();
    expect(amina.sees()).toContain('She spoke first.');
    await amina.presses('Delete it');
    expect(amina.sees()).toContain('You have no notes.');
    expect(seenBy('amina')).not.toContain('She spoke first');
    expect(await notes()).toEqual([]);
  });

  test('by simply replying: kept, changed with the message, and gone with it', async () => {
    const amina = house.as('amina');
    const ts = await amina.says('He asked before he advised.');
    expect(amina.readsLast()).toContain('Kept. Only you see it here.');
    await amina.presses('Read it');
    expect(amina.sees()).toContain('He asked before he advised.');
    await amina.closes();
    await amina.edits(ts, 'He asked first.');
    await amina.types('/coachingpairs notes');
    expect(amina.sees()).toContain('He asked first.');
    await amina.closes();
    await amina.deletes(ts);
    expect(await notes()).toEqual([]);
    expect(amina.reads().join('\n')).toContain('Removed.');
  });

  test('in the thread of the question, and removed with the button', async () => {
    const amina = house.as('amina');
    const opener = house.tools.db.selectFrom('outbox').select(['channel', 'ts']).where('kind', '=', 'opener');
    const { ts } = await opener.where('lane', '=', `person:${cast.amina.id}`).executeTakeFirstOrThrow();
    await amina.repliesTo(ts ?? '', 'In the thread.');
    expect(await notes()).toHaveLength(1);
    await amina.presses('Remove it');
    expect(await notes()).toEqual([]);
  });

  test('three lines in a row get one confirmation', async () => {
    const bo = house.as('bo');
    for (const line of ['One.', 'Two.', 'Three.']) await bo.says(line);
    expect(seenBy('bo').match(/Kept\./g)).toHaveLength(1);
    await bo.presses('Read it');
    expect(bo.sees()).toMatch(/One\.[\s\S]*Two\.[\s\S]*Three\./);
  });

  test('what Amina wrote is in nobody else’s Slack and in no line of the log', async () => {
    const amina = house.as('amina');
    await amina.says('The canary sings.');
    await amina.presses('Use a form next time');
    await amina.fillsIn({ 'Your note': 'The canary sings again.' });
    await amina.submits();
    for (const name of ['bo', 'dolores', 'edo', 'hana'] as const) {
      expect(seenBy(name)).not.toContain('canary');
      expect(await house.as(name).opensHome()).not.toContain('canary');
    }
    expect(await amina.opensHome()).not.toContain('canary');
    expect(JSON.stringify(house.log)).not.toContain('canary');
  });
});

describe('a message that answers nothing', () => {
  test('gets a menu, whose buttons work', async () => {
    const hana = house.as('hana');
    await hana.says('Is anybody there?');
    expect(hana.readsLast()).toContain('[Join]');
    await hana.presses('Starter cards');
    expect(hana.sees()).toContain('Seven cards, two minutes each.');
    await hana.presses('Feedback that can be used');
    expect(hana.sees()).toContain('exact beats generous');
  });

  test('`/coachingpairs` shows the same choices, `help` every word, an unknown word the nearest', async () => {
    const amina = house.as('amina');
    expect(await amina.types('/coachingpairs', 'leaders')).toContain('[Write a note]');
    expect(await amina.types('/coachingpairs help', 'leaders')).toContain('/coachingpairs notes');
    expect(await amina.types('/coachingpairs nots', 'leaders')).toContain('/coachingpairs note');
  });
});

test('half a year, through a clock change: twelve questions in their order, each on a Tuesday morning, to whoever answers', async () => {
  const dolores = house.as('dolores');
  for (let n = 1; n <= 12; n += 1) {
    await house.forward({ days: 7 });
    await dolores.says(`Note ${n}.`);
    await house.forward({ days: 7 });
  }
  const openers = await house.tools.db
    .selectFrom('prompt')
    .innerJoin('leader', 'leader.id', 'prompt.leader')
    .select(['prompt.due_at'])
    .where('leader.slack_user', '=', cast.dolores.id)
    .orderBy('prompt.fortnight')
    .execute();
  const there = openers.map(({ due_at }) => Temporal.Instant.from(due_at).toZonedDateTimeISO('America/New_York'));
  expect(there.map((at) => `${at.dayOfWeek} ${at.hour}:${at.minute}`)).toEqual(Array.from({ length: 12 }, () => '2 9:30'));
  const titles = dolores
    .reads()
    .filter((text) => text.includes('Small practice'))
    .map((text) => /^.*$/m.exec(text)?.[0]);
  expect(new Set(titles).size).toBe(12);
  expect(titles[0]).toContain('Agree how you will work');
  expect(titles[11]).toContain('Answer for it together');
});

test('pausing from Home redraws it while it is looked at', async () => {
  const amina = house.as('amina');
  expect(await amina.opensHome()).not.toContain('Come back');
  await amina.presses('Pause');
  await amina.submits();
  await amina.submits();
  const { homes, views } = house.slack.world;
  expect(JSON.stringify(views.get(homes.get(cast.amina.id) ?? '')?.view)).toContain('Come back');
});

test('Home shows the fortnight with its three questions, and goes on with the calendar', async () => {
  const amina = house.as('amina');
  expect(await amina.opensHome()).toContain('Agree how you will work');
  await house.forward({ days: 14 });
  const home = await amina.opensHome();
  expect(home).toContain('Bring something real');
  expect(home).toContain('When did you last hide that you did not know something?');
  expect(home).toContain('Bo Lindqvist');
});
