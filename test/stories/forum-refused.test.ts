// What Slack may refuse about a Forum's channel: whatever it is, the hour takes place for all whom it can reach, at its minute, and the operator reads why
// once.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { addConversation } from '../../src/sandbox/found.ts';
import { cast } from '../cast.ts';
import type { House } from '../open-house.ts';
import { type ForumScene, forumScene, minute, START } from './forum-scene.ts';

const everyone = ['amina', 'bo', 'chidi', 'edo'] as const;
let scene: ForumScene;
let house: House;

beforeEach(async () => {
  scene = await forumScene();
  house = scene.house;
});

const always = Number.POSITIVE_INFINITY;
const refuses = (method: string, code: string) =>
  house.slack.faults.calls.push({ method, fault: { kind: 'error', code, posted: false }, times: always });
const limits = (method: string, retryAfter: number) =>
  house.slack.faults.calls.push({ method, fault: { kind: 'ratelimited', retryAfter }, times: always });
const spaces = () => [...house.slack.world.conversations.values()];
const group = () => spaces().find(({ kind, members }) => kind === 'group' && members.length > 3)?.id ?? '';
const warned = () => house.log.filter(({ level }) => level !== 'info').map(({ event, fields }) => `${event} ${fields.code}`);
const asked = (method: string) =>
  house.slack.calls.entries.flatMap((line) => (line.what === 'call' && line.method === method ? [line.at] : []));

describe('nobody can be let in', () => {
  test.each([
    ...['cant_invite_self', 'cant_invite', 'user_is_restricted', 'user_is_ultra_restricted', 'ura_max_channels', 'failed_for_some_users'],
    ...['not_in_channel', 'channel_not_found', 'is_archived', 'restricted_action', 'missing_scope', 'no_permission'],
  ])('%s: the hour takes place in a group conversation', async (code) => {
    refuses('conversations.invite', code);
    await scene.sitting(everyone);
    await scene.until(minute(0.1));
    expect((await scene.forum()).space).toBe('group');
    expect((await scene.lines(group())).map(({ line }) => line)).toEqual(['open']);
    expect(warned()).toEqual([`Slack refuses a call ${code}`]);
  });

  test('Slack asks to wait until after the start: it is asked no sooner, but for a last time just before; then there is a group conversation', async () => {
    limits('conversations.invite', 3 * 3600);
    await scene.sitting(everyone);
    await scene.until(minute(0.1));
    expect((await scene.lines(group())).map(({ line }) => line)).toEqual(['open']);
    expect(asked('conversations.invite')).toHaveLength(2);
    expect(warned()).toHaveLength(2);
  });
});

test('one of them cannot be let in: the others meet in the channel, and the operator reads that one does not', async () => {
  const edo = house.slack.world.people.get(cast.edo.id);
  if (edo) edo.kind = 'deactivated';
  await scene.sitting(everyone);
  await scene.until(minute(0.1));
  expect(await scene.members()).toHaveLength(4);
  expect((await scene.lines()).map(({ line }) => line)).toEqual(['open']);
  expect(warned()).toContain('Not everyone could be let into the channel of a Forum not_invited');
});

describe('the channel cannot be made', () => {
  test('Slack asks to wait an hour: no channel is asked for before, neither for this Forum nor for another', async () => {
    limits('conversations.create', 3600);
    await scene.sitting(everyone);
    await scene.until(START.subtract({ minutes: 61 }));
    expect(asked('conversations.create')).toHaveLength(1);
    house.slack.faults.calls = [];
    await scene.until(minute(0.1));
    expect((await scene.lines()).map(({ line }) => line)).toEqual(['open']);
    expect(await scene.members()).toHaveLength(5);
  });

  test.each(['ratelimited', 'restricted_action', 'missing_scope', 'name_taken'])(
    '%s: the hour begins in a group conversation',
    async (code) => {
      if (code === 'ratelimited') limits('conversations.create', 3 * 3600);
      else refuses('conversations.create', code);
      await scene.sitting(everyone);
      await scene.until(minute(0.1));
      expect((await scene.lines(group())).map(({ line }) => line)).toEqual(['open']);
    },
  );

  test('somebody has made one of that name and let the bot into it: it is left to them, and the Forum has another', async () => {
    // The same chance draws the same id.
    await scene.sitting(everyone);
    const name = spaces().find(({ creator, kind }) => creator === house.tools.botUser && kind === 'private')?.name ?? '';
    scene = await forumScene();
    house = scene.house;
    const members = [cast.hana.id, house.tools.botUser];
    addConversation(house.slack.world, { id: 'C0HANA', kind: 'private', name, members, creator: cast.hana.id, created: 0 });
    await scene.sitting(everyone);
    await scene.until(minute(0.1));
    expect(house.slack.world.conversations.get('C0HANA')).toMatchObject({ members, messages: [] });
    expect(house.slack.world.conversations.get(await scene.space())?.name).toBe(`${name}-2`);
    expect((await scene.lines()).map(({ line }) => line)).toEqual(['open']);
  });
});
