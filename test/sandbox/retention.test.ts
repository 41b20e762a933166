// A workspace that does not keep what was said for ever.
import { expect, test } from '@jest/globals';
import { directWith, post } from '../../src/sandbox/conversations.ts';
import { forgetBefore } from '../../src/sandbox/retention.ts';
import { monday, openOffice } from './small-office.ts';

const DAY = 86_400_000;

test('What was said before the day is gone for Bo and for the app, with its files; the rest stays as it was', async () => {
  const { slack, web, as, pass } = await openOffice();
  const bo = as('bo');
  const conversation = directWith(slack.world, bo.id, slack.now());
  const { app } = slack.world;
  const say = (text: string) => post(slack, conversation, { user: app.botUser, botId: app.botId, text, blocks: [] });
  const old = say('Good morning');
  await bo.says('A list', undefined, { name: 'list.csv', text: 'email' });
  await pass(2 * DAY);
  const fresh = say('Good evening');

  forgetBefore(slack.world, monday + DAY);

  expect(conversation.messages).toEqual([fresh]);
  expect(slack.world.files.size).toBe(0);
  const change = (ts: string) => web.chat.update({ channel: conversation.id, ts, text: 'Good night' });
  await expect(change(old.ts)).rejects.toMatchObject({ data: { error: 'message_not_found' } });
  await expect(change(fresh.ts)).resolves.toMatchObject({ ok: true });
});

test('Where everything is older, nothing is left; where nothing is, nothing goes', async () => {
  const { slack, as } = await openOffice();
  const bo = as('bo');
  await bo.says('Good morning');
  const conversation = directWith(slack.world, bo.id, slack.now());
  forgetBefore(slack.world, monday);
  expect(conversation.messages).toHaveLength(1);
  forgetBefore(slack.world, monday + DAY);
  expect(conversation.messages).toHaveLength(0);
});
