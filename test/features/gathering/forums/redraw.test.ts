// The message in the channel while many press at once: one call after the other, the last one right, and no more of them than needed.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Programme } from '../../../../src/features/founding/programmes.ts';
import { forumById } from '../../../../src/features/gathering/forums/forums.ts';
import { redraw } from '../../../../src/features/gathering/forums/invite.ts';
import { forumsKeepUp } from '../../../../src/features/gathering/forums/keep-up.ts';
import { takePlace } from '../../../../src/features/gathering/forums/take-place.ts';
import type { Leader } from '../../../../src/features/joining/leaders.ts';
import type { Called } from '../../../../src/platform/slack/called.ts';
import type { Tools } from '../../../../src/platform/tools.ts';
import { type Ground, openGround } from '../../coaching/ground.ts';
import { comes, offered } from './offered.ts';

let ground: Ground;
let programme: Programme;
let people: Leader[];
/** Every state that Slack was given, and what it answers next. */
let shown: string[];
let answers: Called<void>[];
let tools: Tools;

beforeEach(async () => {
  ground = await openGround('2027-01-25T09:00:00Z');
  programme = await ground.programme();
  people = await Promise.all(Array.from({ length: 30 }, (_, n) => ground.leader(`Leader${n}`, programme)));
  shown = [];
  answers = [];
  const updateMessage: Tools['slack']['updateMessage'] = async (_, __, { text }) => {
    // Time passes in which others press.
    await new Promise((resolve) => setImmediate(resolve));
    const answer = answers.shift() ?? { ok: true, value: undefined };
    if (answer.ok) shown.push(text.split('\n').at(-1) ?? '');
    return answer;
  };
  tools = { ...ground.tools, slack: { ...ground.tools.slack, updateMessage } };
});

afterEach(() => ground.close());

async function open() {
  const forum = await offered(ground, programme, people[0] as Leader, { places: 8 });
  await ground.deliver();
  return forum;
}

test('thirty press at once: the last state stands, drawn a few times', async () => {
  const forum = await open();
  const presses = people.map(async ({ user }) => {
    await takePlace(tools, { user, forum: forum.id });
    await redraw(tools, forum.id);
  });
  await Promise.all(presses);
  expect(shown.at(-1)).toBe('Full: all 8 places are taken. 22 are waiting.');
  expect(shown.length).toBeLessThanOrEqual(30);
  expect(new Set(shown).size).toBe(shown.length);
});

test('one that Slack does not take is drawn by the stream; one that it never will take is left', async () => {
  const forum = await open();
  await comes(ground, forum, people.slice(0, 2));
  answers = [{ ok: false, error: 'internal_error' }];
  expect(await redraw(tools, forum.id)).toBe(false);
  expect((await forumsKeepUp.run(tools, ground.clock.now))?.toString()).toBe('2027-02-04T14:00:00Z');
  expect(shown).toEqual(['2 of 8 places are taken.']);
  await comes(ground, forum, people.slice(2, 3));
  answers = [{ ok: false, error: 'message_not_found' }];
  expect(await redraw(tools, forum.id)).toBe(true);
  expect(ground.logged.join()).toContain('cannot be changed any more');
  await forumsKeepUp.run(tools, ground.clock.now);
  expect(shown).toEqual(['2 of 8 places are taken.']);
});

test('a fault in one look does not keep the next from drawing', async () => {
  const forum = await open();
  await comes(ground, forum, people.slice(0, 1));
  const broken = {
    ...tools,
    content: {
      ...tools.content,
      say: () => {
        throw new Error('no words');
      },
    },
  };
  await expect(redraw(broken, forum.id)).rejects.toThrow('no words');
  expect(await redraw(tools, forum.id)).toBe(true);
  expect(shown).toEqual(['1 of 8 places is taken.']);
  expect((await forumById(ground.tools.db, ground.tools.workspace, forum.id))?.shown).toContain('open');
});
