// Forums whose people come and go around them: somebody sits out from the middle of the hour on, or was away and is back; whoever offered it has left, or
// is forgotten; those go whose turn it is.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { stamp } from '../../src/platform/clock.ts';
import { cast, type Name } from '../cast.ts';
import { seatedForum } from '../features/gathering/forums/seated-forum.ts';
import type { House } from '../open-house.ts';
import { presses as forged } from './forging.ts';
import { type ForumScene, forumScene, minute, START } from './forum-scene.ts';

let scene: ForumScene;
let house: House;

beforeEach(async () => {
  scene = await forumScene();
  house = scene.house;
});

const says = async (name: Name, word: 'leave' | 'erase' | 'pause 3 weeks') => {
  await house.as(name).types(`/coachingpairs ${word}`, '#leaders');
  await house.as(name).presses(word === 'leave' ? 'Leave' : word === 'erase' ? 'Delete everything' : 'Pause');
};
const faults = () => house.log.filter(({ level }) => level !== 'info');
const answers = async (name: Name) => {
  await house.as(name).presses('Answer');
  await house.as(name).presses('Yes');
  await house.as(name).presses('Yes');
};

describe('a rest', () => {
  test('that Bo begins in the middle of the hour leaves him in it, in its channel and among those who answer', async () => {
    await scene.sitting(['amina', 'bo', 'chidi', 'dolores', 'edo', 'freya']);
    await scene.until(minute(12));
    await says('bo', 'pause 3 weeks');
    await scene.until(minute(57));
    expect(await scene.members()).toContain(cast.bo.id);
    expect((await scene.newest('amina')) + (await scene.reads('amina')).join('\n')).toContain('Bo Lindqvist');
    await answers('bo');
    await scene.until(minute(61).add({ hours: 49 }));
    expect(await scene.newest('amina')).toContain('1 of 6 replied.');
  });

  test('that was over the hour leaves Bo out of its count, also when he is back before the answers are counted', async () => {
    await scene.sitting(['amina', 'bo', 'chidi', 'dolores', 'edo', 'freya']);
    const resting = { paused_at: stamp(house.now()), paused_until: '2027-02-05' };
    await house.tools.db
      .updateTable('leader')
      .set(resting)
      .where('id', '=', scene.leaders.get('bo')?.id ?? '')
      .execute();
    await scene.until(minute(57));
    await house.tools.db.updateTable('leader').set({ paused_at: null, paused_until: null }).execute();
    const { id } = await scene.forum();
    expect((await forged(house, cast.bo.id, { action: 'forums.answer', value: `${id}:1:0` })).text).toBeDefined();
    await scene.until(minute(61).add({ hours: 49 }));
    expect(await scene.newest('amina')).toContain('0 of 5 replied.');
  });
});

describe('Amina, who offered it and has no place in it,', () => {
  test.each(['leave', 'erase'] as const)('is left in peace after she says "%s", and decides nothing any more', async (word) => {
    await scene.sitting(['bo', 'chidi', 'edo']);
    await says('amina', word);
    await house.settled();
    const before = house.as('amina').reads('dm').length;
    await scene.until(START.subtract({ minutes: 30 }));
    expect(house.as('amina').reads('dm')).toHaveLength(before);
    const { id } = await scene.forum();
    const ahead = await forged(house, cast.amina.id, { action: 'forums.go-ahead', value: id });
    expect(ahead.text).not.toContain('It begins at');
    expect((await scene.forum()).version).toBeNull();
    await scene.until(minute(1));
    expect(await scene.newest()).toContain('There are 3 of you today.');
    await scene.until(minute(25));
    expect((await scene.forum()).ended_because).toBe('too-few');
    expect(house.as('amina').reads('dm')).toHaveLength(before);
    expect(faults()).toEqual([]);
  });
});

describe('in the middle of the hour', () => {
  test('the holder, who reads the words as well, is forgotten: the hour goes on to its end without a word of them', async () => {
    await scene.sitting(['amina', 'bo', 'chidi', 'dolores', 'edo', 'freya']);
    await scene.until(minute(7));
    await scene.presses('edo', 'I will read the words');
    await scene.presses('edo', 'My question');
    await scene.until(minute(17));
    await says('edo', 'erase');
    await scene.until(minute(57));
    expect(await scene.members()).not.toContain(cast.edo.id);
    expect((await scene.lines()).at(-1)?.line).toBe('close');
    expect((await scene.said()).filter(({ at, text }) => at > 18 * 60 && text.includes('Edo'))).toEqual([]);
    await scene.presses('bo', 'Next Forum');
    await house.as('bo').closes();
    await scene.until(minute(70));
    expect((await scene.forum()).ended_because).toBe('done');
    expect(faults()).toEqual([]);
  });

  test('one of three goes with the last turn: the two others come to the end', async () => {
    await scene.sitting(['bo', 'chidi', 'edo']);
    await scene.until(minute(1));
    await scene.presses('chidi', 'Go ahead');
    await scene.until(minute(51.5));
    expect((await scene.lines()).at(-1)?.line).toBe('take');
    const { holder, second_holder } = await scene.forum();
    const third = (['bo', 'chidi', 'edo'] as const).find((name) => ![holder, second_holder].includes(scene.leaders.get(name)?.id ?? ''));
    await says(third as Name, 'leave');
    await scene.until(minute(59));
    expect((await scene.lines()).at(-1)?.line).toBe('close');
    await scene.until(minute(70));
    expect((await scene.forum()).ended_because).toBe('done');
    expect(faults()).toEqual([]);
  });
});

test('Slack is away from the middle of the hour until long after its end: nothing is said late but the last line, once, with which all answer', async () => {
  await scene.sitting(['amina', 'bo', 'chidi', 'dolores', 'edo', 'freya']);
  await scene.until(minute(8));
  const lost = { method: '*', fault: { kind: 'lost', posted: false }, times: Number.POSITIVE_INFINITY } as const;
  house.slack.faults.calls.push({ ...lost });
  await scene.until(minute(130));
  house.slack.faults.calls = [];
  await scene.until(minute(200));
  expect((await scene.lines()).map(({ line }) => line)).toEqual(['open', 'word', 'time', 'choose']);
  const late = (await scene.said()).filter(({ at }) => at > 130 * 60).map(({ text }) => text);
  expect(late).toHaveLength(1);
  expect(late[0]).toContain('Leave the story here');
  await answers('bo');
  await scene.until(minute(61).add({ hours: 49 }));
  expect(await scene.newest('amina')).toContain('1 of 6 replied.');
});

test('what is wrong with one Forum keeps another from nothing', async () => {
  await scene.sitting(['amina', 'bo', 'chidi', 'dolores']);
  const startsAt = START.subtract({ minutes: 30 });
  const broken = await seatedForum(house.tools, { programme: scene.programme, offeredBy: cast.hana.id, startsAt, leaders: [] });
  const nonsense = {
    began_at: stamp(startsAt),
    version: 'six',
    step: 3,
    step_began_at: 'never',
    step_ends_at: 'never',
    space: 'group',
  } as const;
  await house.tools.db.updateTable('forum').set(nonsense).where('id', '=', broken.id).execute();
  await scene.until(minute(6));
  const sound = await house.tools.db.selectFrom('forum').select('channel').where('id', '!=', broken.id).executeTakeFirstOrThrow();
  expect((await scene.lines(sound.channel ?? '')).map(({ line }) => line)).toEqual(['open', 'word', 'time', 'tell']);
  const own = faults().filter((line) => /could not be (?:kept|seen to)/.test(JSON.stringify(line)));
  expect(own.length).toBeGreaterThan(0);
  expect(JSON.stringify(own)).not.toContain('Bo Lindqvist');
});

test('whoever knows the id of a programme and has no part in it learns not even its name', async () => {
  await says('goran', 'leave');
  for (const action of ['forums.list', 'forums.offer']) {
    const { text = '' } = await forged(house, cast.goran.id, { action, value: scene.programme.id });
    expect(text).toContain('Only leaders who take part');
    expect(text).not.toContain(scene.programme.name);
  }
  expect(Temporal.Instant.compare(house.now(), START)).toBe(-1);
});
