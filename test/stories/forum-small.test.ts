// Forums with fewer than six: two questions for four or five, equal turns for two or three who go ahead, and a kind word where it does not take place.
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Leader } from '../../src/features/joining/leaders.ts';
import { archive } from '../../src/sandbox/happen.ts';
import { cast } from '../cast.ts';
import { seatedForum } from '../features/gathering/forums/seated-forum.ts';
import type { House } from '../open-house.ts';
import { presses as forged } from './forging.ts';
import { type ForumScene, forumScene, minute, START, worst } from './forum-scene.ts';

let scene: ForumScene;
let house: House;

beforeEach(async () => {
  scene = await forumScene();
  house = scene.house;
});

const inDm = (name: 'amina' | 'bo' | 'hana') => house.as(name).reads('dm').join('\n\n');

const FOUR = [
  ...([
    [0, 'open'],
    [2, 'word'],
    [4, 'time'],
    [5, 'tell'],
    [9, 'facts'],
    [12, 'ask'],
    [16, 'ask2'],
    [19, 'time'],
    [20, 'notice'],
  ] as const),
  ...([
    [24, 'holder'],
    [27, 'tell'],
    [31, 'facts'],
    [34, 'ask'],
    [38, 'ask2'],
    [41, 'time'],
    [42, 'notice'],
    [46, 'holder'],
  ] as const),
  ...([
    [49, 'take'],
    [55, 'time'],
    [56, 'close'],
  ] as const),
];

test('four have time for two questions, one after the other, each at its minute', async () => {
  await scene.sitting(['amina', 'bo', 'chidi', 'edo']);
  await scene.until(minute(2.5));
  expect(await scene.newest()).toContain('There is time for two questions today.');
  await scene.presses('edo', 'My question');
  await scene.presses('chidi', 'My question');
  expect(await scene.newest()).toContain('Questions, one after the other: Edo Tanaka and Chidi Okafor.');
  expect(await scene.newest()).not.toContain('There is time for two questions today.');
  await scene.until(minute(61));
  expect(worst(await scene.lines(), FOUR)).toBeLessThanOrEqual(5);
  const tells = (await scene.said()).filter(({ text }) => text.includes('this is your time')).map(({ text }) => text.split(',')[0]);
  expect(tells).toEqual(['Edo Tanaka', 'Chidi Okafor']);
});

describe('fewer than four', () => {
  test('an hour before, Amina who offered it hears so; at the start the others are asked, and go ahead with equal turns', async () => {
    await scene.sitting(['bo', 'chidi', 'edo']);
    await scene.until(START.subtract({ minutes: 59 }));
    expect(inDm('amina')).toContain('There are 3 of you for the Forum on Thursday 4 February 2027 at 2pm');
    expect(inDm('amina')).toContain('[Move it] [Go ahead]');
    await scene.until(minute(0.5));
    expect(await scene.newest()).toContain('There are 3 of you today.');
    await scene.until(minute(3));
    expect(await scene.newest()).toContain('There are 3 of you today.');
    await scene.presses('chidi', 'Go ahead');
    expect((await scene.forum()).version).toBe('few');
    expect((await scene.reads('chidi')).join(' ')).toContain('Good. It begins now, as a small group with equal turns.');
    const from = (house.now().epochMilliseconds - START.epochMilliseconds) / 60_000;
    await scene.until(minute(70));
    const wanted = [
      ...([
        [0, 'open'],
        [2, 'word'],
        [4, 'time'],
        [5, 'turn'],
        [16, 'settle'],
        [19, 'time'],
        [20, 'turn'],
        [31, 'settle'],
        [34, 'time'],
      ] as const),
      ...([
        [35, 'turn'],
        [46, 'settle'],
        [49, 'time'],
        [50, 'take'],
        [55, 'time'],
        [56, 'close'],
      ] as const),
    ].map(([at, line]) => [at + from, line] as const);
    const found = (await scene.lines()).filter(({ line }) => !line.startsWith('There are 3'));
    expect(worst(found, wanted)).toBeLessThanOrEqual(10);
    const turns = (await scene.said()).filter(({ text }) => text.includes('this turn is yours')).map(({ text }) => text.split(',')[0]);
    expect([...turns].sort()).toEqual(['Bo Lindqvist', 'Chidi Okafor', 'Edo Tanaka']);
    const again = await forged(house, cast.bo.id, { action: 'forums.go-ahead', value: (await scene.forum()).id });
    expect(again.text).toContain('This Forum is over.');
  });

  test('an hour before is the hour in which Amina hears that it is today: then that there are 3 of them says it', async () => {
    const startsAt = START.add({ hours: 20 });
    const leaders = (['amina', 'bo', 'chidi'] as const).map((name) => scene.leaders.get(name) as Leader);
    await seatedForum(house.tools, { programme: scene.programme, offeredBy: cast.amina.id, startsAt, leaders });
    await scene.until(startsAt.subtract({ minutes: 20 }));
    expect(inDm('amina')).toContain('There are 3 of you for the Forum on Friday 5 February 2027 at 10am');
    expect(inDm('amina')).not.toContain('Your Forum is today');
    expect(inDm('bo')).toContain('Your Forum is today at 10am');
  });

  test('Amina says an hour before that a small group will do: it begins by itself', async () => {
    await scene.sitting(['amina', 'bo']);
    await scene.until(START.subtract({ minutes: 30 }));
    await scene.presses('amina', 'Go ahead');
    expect(inDm('amina')).toContain('It begins at');
    await scene.until(minute(1));
    expect((await scene.lines()).map(({ line }) => line)).toEqual(['open']);
  });

  test('two more come in time: it begins as if nothing had been asked', async () => {
    await scene.sitting(['bo', 'chidi']);
    await scene.until(START.subtract({ minutes: 40 }));
    await house.as('dolores').types('/coachingpairs forum', '#leaders');
    await house.as('dolores').presses('Save me a place');
    await house.as('dolores').closes();
    await house.as('goran').types('/coachingpairs forum', '#leaders');
    await house.as('goran').presses('Save me a place');
    await house.as('goran').closes();
    await scene.until(minute(1));
    expect((await scene.forum()).version).toBe('four');
    expect(await scene.members()).toContain(cast.goran.id);
  });

  test('they move it to another day: nothing begins today', async () => {
    await scene.sitting(['bo', 'chidi']);
    await scene.until(minute(2));
    await scene.presses('bo', 'Move it');
    await house.as('bo').fillsIn({ Day: '2027-02-11' });
    expect(await house.as('bo').submits()).toEqual({});
    await house.as('bo').closes();
    await scene.until(minute(40));
    expect((await scene.forum()).starts_at).toBe('2027-02-11T14:00:00.000Z');
    expect((await scene.forum()).ended_at).toBeNull();
    expect((await scene.lines()).map(({ line }) => line).join()).not.toContain('open');
    expect(await scene.newest('chidi')).toContain('This channel is for your Leadership Forum on Thursday 11 February 2027 at 2pm (London)');
  });

  test('nobody presses: after twenty minutes it is given up, kindly, and tidied away a week later', async () => {
    await scene.sitting(['bo', 'chidi', 'edo']);
    await scene.until(minute(19));
    expect((await scene.forum()).ended_at).toBeNull();
    await scene.until(minute(21));
    expect((await scene.forum()).ended_because).toBe('too-few');
    expect(await scene.newest()).toContain('This Forum does not take place: there were too few of you today.');
    expect(inDm('amina')).toContain('This Forum does not take place');
    await house.forward({ days: 8 });
    expect(house.slack.world.conversations.get(await scene.space())?.archived).toBe(true);
  });

  test('one alone hears at the start that it does not take place', async () => {
    await scene.sitting(['bo']);
    await scene.until(START.subtract({ minutes: 50 }));
    expect(inDm('amina')).toContain('One person has a place at the Forum');
    await scene.until(minute(1));
    expect((await scene.forum()).ended_because).toBe('too-few');
    expect(await scene.newest()).toContain('This Forum does not take place');
  });

  test('nobody at all: only Amina hears of it', async () => {
    await scene.sitting([]);
    await scene.until(minute(1));
    expect(inDm('amina')).toContain('Nobody has a place at the Forum');
    expect(inDm('amina')).toContain('This Forum does not take place');
  });
});

describe('the space', () => {
  /** Orders what Slack answers from now on. */
  const refuses = (method: string, code: string) =>
    house.slack.faults.calls.push({ method, fault: { kind: 'error', code, posted: false }, times: Number.POSITIVE_INFINITY });
  /** The group conversation of these people. */
  const group = () =>
    [...house.slack.world.conversations.values()].find(({ kind, members }) => kind === 'group' && members.length > 3)?.id ?? '';

  test('Slack lets the bot make no channel: the hour takes place in a group conversation, to the second', async () => {
    refuses('conversations.create', 'restricted_action');
    await scene.sitting(['amina', 'bo', 'chidi', 'edo']);
    await scene.until(minute(2.2));
    expect((await scene.forum()).space).toBe('group');
    await scene.presses('bo', 'I will read the words');
    expect(house.as('edo').reads(group()).at(-1)).toContain('Bo Lindqvist reads the words.');
    await scene.until(minute(61));
    expect(worst(await scene.lines(group()), FOUR)).toBeLessThanOrEqual(5);
    await house.forward({ days: 8 });
    const left = (house.slack.world.conversations.get(group())?.messages ?? []).filter(({ botId, onlyFor }) => botId && !onlyFor);
    expect(left).toEqual([]);
    expect((await scene.forum()).cleaned_at).not.toBeNull();
  });

  test('nobody can be let into the channel: the hour takes place in a group conversation', async () => {
    refuses('conversations.invite', 'missing_scope');
    await scene.sitting(['amina', 'bo', 'chidi', 'edo']);
    await scene.until(minute(1));
    expect((await scene.lines(group())).map(({ line }) => line)).toEqual(['open']);
    const made = [...house.slack.world.conversations.values()].filter(({ name }) => name?.startsWith('forum-'));
    expect(made.map(({ archived = false }) => archived)).toEqual([false]);
    await house.forward({ days: 8 });
    expect(made.map(({ archived = false }) => archived)).toEqual([true]);
  });

  test('somebody archives the channel in the middle: the hour goes on in a group conversation, from the line at which it stands', async () => {
    await scene.sitting(['amina', 'bo', 'chidi', 'edo']);
    await scene.until(minute(10));
    const channel = house.slack.world.conversations.get(await scene.space());
    if (channel) archive(house.slack, channel, cast.bo.id);
    await scene.until(minute(10.3));
    const [again] = await scene.said(group());
    expect(again?.text).toContain('The Forum goes on here');
    expect(again?.text).toContain('Facts only.');
    await scene.until(minute(12.3));
    expect((await scene.lines(group())).map(({ line }) => line).at(-1)).toBe('ask');
    await scene.until(minute(62));
    expect((await scene.forum()).ended_because).toBe('done');
  });

  test('Slack will not have its messages deleted nor the channel archived: that is said once, and left', async () => {
    await scene.sitting(['amina', 'bo', 'chidi', 'edo']);
    await scene.until(minute(61));
    refuses('chat.delete', 'cant_delete_message');
    refuses('conversations.archive', 'restricted_action');
    await house.forward({ days: 12 });
    const said = house.log.filter(({ event }) => event.includes('could not be tidied away'));
    expect(said.map(({ fields }) => `${fields.method} ${fields.code}`)).toEqual([
      'chat.delete cant_delete_message',
      'conversations.archive restricted_action',
    ]);
    expect((await scene.forum()).cleaned_at).not.toBeNull();
  });
});

describe('killed', () => {
  const everyone = ['amina', 'bo', 'chidi', 'edo'] as const;

  test.each([
    ['conversations.create', 'before'],
    ['conversations.create', 'after'],
    ['conversations.invite', 'before'],
    ['conversations.invite', 'after'],
  ] as const)('at %s, %s Slack does it: there is one channel with everyone in it, and one first word', async (method, when) => {
    house.crashAt({ method, when });
    await scene.sitting([...everyone]);
    expect(house.isUp()).toBe(false);
    await house.reopen();
    await scene.until(minute(3));
    const channels = [...house.slack.world.conversations.values()].filter(({ name }) => name?.startsWith('forum-'));
    expect(channels.map(({ members }) => members.length)).toEqual([5]);
    expect((await scene.said()).map(({ text }) => text.slice(0, 8))).toEqual(['This cha', 'Welcome.', 'In the o']);
  });

  test('at a line, before Slack has it: after the restart it is said, and why; after Slack had it, nothing comes twice unsaid', async () => {
    await scene.sitting([...everyone]);
    await scene.until(minute(8.9));
    house.crashAt({ method: 'chat.postMessage', when: 'before' });
    await scene.until(minute(9.1));
    await house.reopen();
    await scene.until(minute(9.6));
    expect((await scene.said()).at(-1)?.text).toMatch(/^You are here\. .*\n\nFacts only\./s);
    await scene.until(minute(12.5));
    expect((await scene.lines()).slice(4).map(({ line }) => line)).toHaveLength(2);
    expect((await scene.lines()).at(-1)).toMatchObject({ line: 'ask' });
    expect(Math.abs(((await scene.lines()).at(-1)?.at ?? 0) - 12 * 60)).toBeLessThanOrEqual(5);
  });

  test('while tidying up: what is left goes after the restart', async () => {
    await scene.sitting([...everyone]);
    await scene.until(minute(61));
    house.crashAt({ method: 'chat.delete', when: 'after', count: 5 });
    await house.forward({ days: 7, hours: 1 });
    expect(house.isUp()).toBe(false);
    await house.reopen();
    await house.forward({ hours: 1 });
    const left = (house.slack.world.conversations.get(await scene.space())?.messages ?? []).filter(
      ({ botId, onlyFor }) => botId && !onlyFor,
    );
    expect(left).toEqual([]);
    expect(house.slack.world.conversations.get(await scene.space())?.archived).toBe(true);
  });
});
