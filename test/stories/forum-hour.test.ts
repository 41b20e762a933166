// A Leadership Forum's hour as its members live it: the space a day before, every line at its minute whatever happens to the bot, and nothing left of it a
// week later.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { cast, type Name, names } from '../cast.ts';
import type { House } from '../open-house.ts';
import { presses as forged, rowsOf } from './forging.ts';
import { type ForumScene, forumScene, minute, SIX, START, worst } from './forum-scene.ts';

let scene: ForumScene;
let house: House;

beforeEach(async () => {
  scene = await forumScene();
  house = scene.house;
});

const { sitting, until, forum, space, members, said, lines, newest, presses, reads: readsSpace } = through(() => scene);

/** The scene of the moment, under short names. */
function through(
  on: () => ForumScene,
): Pick<ForumScene, 'sitting' | 'until' | 'forum' | 'space' | 'members' | 'said' | 'lines' | 'newest' | 'presses' | 'reads'> {
  return {
    sitting: (...given) => on().sitting(...given),
    until: (instant) => on().until(instant),
    forum: () => on().forum(),
    space: () => on().space(),
    members: () => on().members(),
    said: (where) => on().said(where),
    lines: (where) => on().lines(where),
    newest: (name) => on().newest(name),
    presses: (name, label) => on().presses(name, label),
    reads: (name, where) => on().reads(name, where),
  };
}

/** Amina offers the hour, and these save a place. */
async function offered(comers: readonly Name[]): Promise<void> {
  const amina = house.as('amina');
  await amina.types('/coachingpairs forum', '#leaders');
  await amina.presses('Offer a date');
  await amina.fillsIn({ Day: '2027-02-04', 'Begins at': '14:00' });
  expect(await amina.submits()).toEqual({});
  await amina.closes();
  await house.forward({ minutes: 1 });
  for (const name of comers) {
    await house.as(name).presses('Save me a place');
    await house.as(name).closes();
  }
}

describe('eight people, one question', () => {
  test('a day before there is a channel with those who have a place, and nobody else', async () => {
    scene = await forumScene('2027-02-01T09:00:00Z');
    house = scene.house;
    await offered(names);
    expect((await forum()).space).toBeNull();
    await until(START.subtract({ hours: 23 }));
    expect((await forum()).space).toBe('channel');
    expect([...(await members())].sort()).toEqual([...names.map((name) => cast[name].id), house.tools.botUser].sort());
    expect((await said())[0]?.text).toContain('This channel is for your Leadership Forum on Thursday 4 February 2027 at 2pm (London)');
    await house.as('bo').types('/coachingpairs forum', '#leaders');
    await house.as('bo').presses('Give my place back');
    await house.as('bo').closes();
    await house.forward({ minutes: 2 });
    expect(await members()).not.toContain(cast.bo.id);
    expect(await members()).toContain(cast.chidi.id);
  });

  test('every line comes at its minute, once, over a restart of the bot in the middle', async () => {
    await sitting(names);
    await until(minute(12));
    await house.crash();
    house.clock.moveTo(minute(13));
    await house.reopen();
    await until(minute(30));
    await house.crash();
    await house.reopen();
    await until(minute(61));
    expect(worst(await lines(), SIX)).toBeLessThanOrEqual(5);
    expect((await forum()).ended_because).toBe('done');
  });

  test('while the bot is down nothing is said late: when it comes back, the line of that moment is', async () => {
    await sitting(names);
    await until(minute(5.5));
    await house.crash();
    house.clock.moveTo(minute(23));
    await house.reopen();
    await until(minute(28));
    expect((await lines()).map(({ line }) => line)).toEqual(['open', 'word', 'time', 'ask', 'ask2']);
  });
});

describe('what is pressed', () => {
  beforeEach(async () => {
    await sitting(names);
    await until(minute(0.5));
  });

  test('Bo reads, Chidi keeps asking: it stands below the line, and the others are told who does', async () => {
    await presses('bo', 'I will read the words');
    await presses('chidi', 'I will keep us asking');
    expect(await newest()).toContain('Bo Lindqvist reads the words. Chidi Okafor keeps us asking.');
    expect(await newest()).not.toContain('[I will read the words]');
    await presses('dolores', 'Next');
    expect(house.as('dolores').readsLast()).toContain('Bo Lindqvist reads the words, and moves the hour on.');
    await until(minute(21.5));
    await presses('chidi', 'Ask for a question');
    expect(await newest()).toBe('A pause: could that be a question?');
    await presses('edo', 'Ask for a question');
    expect(house.as('edo').readsLast()).toContain('Chidi Okafor keeps us asking this time.');
  });

  test('the next round, more time, a pause of any length: everything later moves, and a line that is past has no buttons', async () => {
    await presses('bo', 'Next');
    expect(await newest()).toContain('In the order shown, one word for how you arrive.');
    expect((await forum()).reader).not.toBeNull();
    await house.forward({ seconds: 5 });
    const [first = ''] = (await readsSpace('bo')).filter((text) => text.includes('Welcome.'));
    expect(first).not.toContain('[');
    const began = (await forum()).step_began_at ?? '';
    const ends = () =>
      forum().then(({ step_ends_at }) =>
        Temporal.Instant.from(began)
          .until(step_ends_at ?? '')
          .total('seconds'),
      );
    expect(await ends()).toBe(240);
    await presses('bo', 'More time');
    expect(await ends()).toBe(360);
    await presses('amina', 'Pause');
    expect(await newest()).toContain('The clock stands still.');
    await house.forward({ minutes: 25 });
    expect(await newest()).toContain('one word for how you arrive');
    await presses('bo', 'Go on');
    expect((await ends()) - 360).toBeGreaterThanOrEqual(25 * 60);
    expect(await newest()).not.toContain('The clock stands still.');
    await house.forward({ minutes: 7 });
    expect(await newest()).toContain('Who has a question today?');
  });

  test('once both parts are taken nobody is asked for them any more, nor by a line that is past', async () => {
    expect(await newest()).toContain('Whoever would like to presses a button below.');
    await presses('bo', 'I will read the words');
    await presses('chidi', 'I will keep us asking');
    expect(await newest()).toContain('Bo Lindqvist reads the words. Chidi Okafor keeps us asking.');
    expect(await newest()).not.toContain('a button below');
    await presses('bo', 'Next');
    await until(minute(7));
    await presses('bo', 'Next');
    await house.forward({ minutes: 1 });
    expect((await readsSpace('bo')).join('\n')).not.toMatch(/a button below|Whose question is it/);
  });

  test.each([
    [
      'Slack did not take the line as it is then',
      async () => {
        house.slack.faults.calls.push({ method: 'chat.update', fault: { kind: 'error', code: 'internal_error', posted: false }, times: 3 });
        await presses('bo', 'Pause');
      },
    ],
    [
      'the bot died before it could draw the line anew',
      async () => {
        house.crashAt({ method: 'chat.update', when: 'before' });
        await presses('bo', 'Pause');
        await house.reopen();
        await house.forward({ seconds: 10 });
        expect(await newest()).toContain('The clock stands still.');
      },
    ],
  ])('a pause stands, though %s: pressed again it is seen, and the hour goes on from there', async (_, pause) => {
    await pause();
    expect((await forum()).paused_at).not.toBeNull();
    await house.forward({ minutes: 10 });
    if ((await newest()).includes('[Pause]')) await presses('bo', 'Pause');
    expect(await newest()).toContain('The clock stands still.');
    expect(await newest()).toContain('Welcome.');
    await presses('bo', 'Go on');
    await house.forward({ minutes: 2 });
    expect((await lines()).map(({ line }) => line)).toEqual(['open', 'word']);
  });

  test('the second click of a double click does nothing, nor does a button of a line that is past', async () => {
    const { id } = await forum();
    const at = house.now();
    await Promise.all([presses('bo', 'More time'), presses('bo', 'More time')]);
    expect(
      Temporal.Instant.from((await forum()).step_ends_at ?? '')
        .since(at)
        .total('minutes'),
    ).toBeCloseTo(3.5, 0);
    await presses('bo', 'Next');
    expect((await forum()).step).toBe(2);
    expect((await forged(house, cast.bo.id, { action: 'forums.next-round', value: `${id}:1:0` })).text).toContain('That round is over.');
    expect((await forum()).step).toBe(2);
  });

  test('Edo brings the question: he is asked by name, and stands in none of the orders of his own', async () => {
    await until(minute(6.5));
    expect(await newest()).toContain('Whose question is it?');
    await presses('edo', 'My question');
    expect(await newest()).toContain('Question: Edo Tanaka.');
    expect(await newest()).not.toContain('Whose question is it?');
    await house.as('bo').chooses('forums.whose-question', 'Goran Petrović');
    expect(await newest()).toContain('Question: Goran Petrović.');
    await house.as('chidi').chooses('forums.whose-question', 'Edo Tanaka');
    expect(house.as('chidi').readsLast()).toContain('Bo Lindqvist reads the words');
    await house.as('bo').chooses('forums.whose-question', 'Edo Tanaka');
    await until(minute(21.5));
    expect((await readsSpace('bo')).join('\n')).toContain('Edo Tanaka, this is your time.');
    const asked = await newest();
    expect(asked).toContain('Edo Tanaka, answer if you wish');
    const order = /In this order: (.*)\./.exec(asked)?.[1]?.split(', ') ?? [];
    expect([...order].sort()).toEqual(
      names
        .filter((name) => name !== 'edo')
        .map((name) => cast[name].name)
        .sort(),
    );
  });

  test('nobody brings one: the reader says whose it is', async () => {
    await until(minute(10.5));
    expect(await newest()).toContain('Whoever brings the question, this is your time.');
    await house.as('bo').chooses('forums.whose-question', 'Goran Petrović');
    expect(await newest()).toContain('Goran Petrović, this is your time.');
    expect(await newest()).not.toContain('My question');
  });
});

test('nobody brings one, and Freya ticked that she may: it is hers', async () => {
  await sitting(names, ['freya']);
  await until(minute(10.5));
  expect(await newest()).toContain('Freya Holm, this is your time.');
});

/** One person taps both. */
async function answers(name: Name, worth: string, more: string): Promise<void> {
  await presses(name, 'Answer');
  expect(house.as(name).sees()).toContain('Worth the hour?');
  await presses(name, worth);
  expect(house.as(name).sees()).toContain('I want more of this.');
  await presses(name, more);
  expect(house.as(name).sees()).toContain('Thank you. That is all.');
  await house.as(name).closes();
}

/** Everything in every table, as text. */
async function database(): Promise<string> {
  return JSON.stringify(await rowsOf(house, true));
}

describe('after the hour', () => {
  test('six of eight answer: two days later the group hears how many, in bands; a week after the hour nothing is left', async () => {
    await sitting(names);
    await until(minute(6.5));
    await presses('edo', 'My question');
    await house.as('edo').says('canary-question-ibis-7171', await space());
    await until(minute(57));
    for (const name of ['amina', 'bo', 'chidi', 'dolores', 'edo'] as const) await answers(name, 'Yes', name === 'edo' ? 'No' : 'Yes');
    await presses('freya', 'Answer');
    await presses('freya', 'Partly');
    await house.as('freya').closes();
    await presses('bo', 'Answer');
    expect(house.as('bo').readsLast()).toContain('You have answered already.');
    await presses('bo', 'Next Forum');
    expect(house.as('bo').sees()).toContain('Forum');
    await house.as('bo').closes();

    await until(minute(60).add({ hours: 47 }));
    expect(await newest('chidi')).toContain('Thank you.');
    await until(minute(61).add({ hours: 48 }));
    expect(await newest('chidi')).toContain('6 of 8 replied.');
    expect(await newest('chidi')).toContain('Worth the hour? Yes: most or nearly all.');
    expect(await newest('chidi')).not.toContain('%');
    await presses('goran', 'Answer');
    expect(house.as('goran').readsLast()).toContain('The answers have been counted.');

    const left = async () =>
      (house.slack.world.conversations.get(await space())?.messages ?? []).filter(
        ({ botId, onlyFor }) => botId !== undefined && onlyFor === undefined,
      );
    await until(minute(60).add({ hours: 167 }));
    expect(await left()).not.toEqual([]);
    await until(minute(60).add({ hours: 169 }));
    expect(await left()).toEqual([]);
    expect(house.slack.world.conversations.get(await space())?.archived).toBe(true);
    expect((await forum()).cleaned_at).not.toBeNull();
    expect(house.log.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  test('what members type there, and whose question it was, stand nowhere in the database', async () => {
    await sitting(names, ['edo']);
    await until(minute(6.5));
    await presses('edo', 'My question');
    await house.as('edo').says('canary-question-ibis-7171: how do I tell them?', await space());
    await until(minute(25));
    await house.as('chidi').says('canary-answer-heron-8282', await space());
    expect(await database()).not.toMatch(/canary-(?:question|answer)/);
    await until(minute(62));
    const all = await database();
    expect(all).not.toMatch(/canary-(?:question|answer)/);
    const { holder, second_holder } = await forum();
    expect([holder, second_holder]).toEqual([null, null]);
    const seats = await house.tools.db.selectFrom('forum_seat').select('brings_at').execute();
    expect(seats.map(({ brings_at }) => brings_at)).toEqual(seats.map(() => null));
    expect(JSON.stringify(house.log)).not.toMatch(/canary/);
  });

  test('all eight answer: the group hears it at once, and nothing of who said what is kept', async () => {
    await sitting(names);
    await until(minute(57));
    for (const name of names) await answers(name, 'Yes', 'Not sure');
    await until(minute(61));
    expect(await newest()).toContain('8 of 8 replied.');
    const tallies = await house.tools.db.selectFrom('forum_tally').select(['item', 'choice', 'replies']).orderBy('item').execute();
    expect(tallies).toEqual([
      { item: 'fo.1', choice: '0', replies: 8 },
      { item: 'fo.2', choice: '1', replies: 8 },
    ]);
  });

  test('a forum that was called off is tidied away as well', async () => {
    await sitting(names);
    await house.as('amina').types('/coachingpairs forum', '#leaders');
    await presses('amina', 'Call it off');
    await house.as('amina').closes();
    await house.forward({ days: 8 });
    expect(house.slack.world.conversations.get(await space())?.archived).toBe(true);
    expect((await forum()).began_at).toBeNull();
    expect((await said()).filter(({ text }) => text.startsWith('Welcome'))).toEqual([]);
  });
});
