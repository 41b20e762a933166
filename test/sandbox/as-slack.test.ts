// Where Slack does more than it was told, and an app has to live with it.
import { describe, expect, test } from '@jest/globals';
import { ErrorCode } from '@slack/web-api';
import { uninstall } from '../../src/sandbox/happen.ts';
import { joinChannel, leaveChannel } from '../../src/sandbox/membership.ts';
import type { Block, Conversation } from '../../src/sandbox/world.ts';
import { type Office, openOffice } from './small-office.ts';

const everything = ['chat:write', 'im:write', 'im:history', 'channels:read', 'channels:history', 'users:read'];
const theChannel = ({ slack }: Office) => slack.world.conversations.get('C0LEADERS') as Conversation;

/** The events that reach the app while `act` is done. */
async function told(office: Office, act: () => unknown): Promise<Block[]> {
  const events: Block[] = [];
  const { transport } = office.slack;
  const deliver: NonNullable<typeof transport>['deliver'] = async (envelope) => {
    events.push(JSON.parse(JSON.stringify(envelope.payload.event ?? {})));
    return { body: undefined };
  };
  office.slack.transport = { atOnce: false, deliver };
  await act();
  await office.pass(0);
  return events;
}

describe('the text of a message', () => {
  test.each([
    ['Fish & chips < 3 > 2', 'Fish &amp; chips &lt; 3 &gt; 2'],
    ['Fish &amp; chips', 'Fish &amp; chips'],
    ['<@U000000BO> in <#C0LEADERS|leaders>, <!date^1^{date}|then>', '<@U000000BO> in <#C0LEADERS|leaders>, <!date^1^{date}|then>'],
    ['See https://example.org/a?b=1&c=2.', 'See <https://example.org/a?b=1&amp;c=2>.'],
    ['Ask bo@example.org', 'Ask <mailto:bo@example.org|bo@example.org>'],
    ['Well done 🎉 👋🏽 ❤️', 'Well done :tada: :wave::skin-tone-4: :heart:'],
  ])('%s', async (sent, kept) => {
    const { web } = await openOffice({ scopes: everything });
    const posted = await web.chat.postMessage({ channel: 'C0LEADERS', text: sent });
    expect(posted.message?.text).toBe(kept);
  });

  test('is left without links where the app says so', async () => {
    const { web } = await openOffice({ scopes: everything });
    const posted = await web.chat.postMessage({ channel: 'C0LEADERS', text: 'https://example.org', parse: 'none' });
    expect(posted.message?.text).toBe('https://example.org');
  });

  test('of a person comes with emoji by their names, in the text and apart in the blocks', async () => {
    const office = await openOffice({ scopes: everything, events: ['message.im'] });
    const [event] = await told(office, () => office.as('bo').says('Well done 🎉!'));
    expect(event).toMatchObject({
      text: 'Well done :tada:!',
      blocks: [
        { elements: [{ elements: [{ type: 'text' }, { type: 'emoji', name: 'tada', unicode: '1f389' }, { type: 'text', text: '!' }] }] },
      ],
    });
  });

  test('in blocks is refused beyond what Slack takes of all of them together', async () => {
    const { web } = await openOffice({ scopes: everything });
    const section = { type: 'section' as const, text: { type: 'mrkdwn' as const, text: 'x'.repeat(2_900) } };
    const post = (count: number) => web.chat.postMessage({ channel: 'C0LEADERS', text: 'Long', blocks: Array(count).fill(section) });
    expect(await post(4)).toMatchObject({ ok: true });
    await expect(post(5)).rejects.toMatchObject({ code: ErrorCode.PlatformError, data: { error: 'msg_blocks_too_long' } });
  });
});

describe('what comes besides', () => {
  test('a link is looked up: a change in which no word has changed', async () => {
    const office = await openOffice({ scopes: everything, events: ['message.im'] });
    const [said, changed] = await told(office, () => office.as('bo').says('See https://example.org'));
    expect(said).toMatchObject({ text: 'See <https://example.org>' });
    expect(changed).toMatchObject({
      subtype: 'message_changed',
      message: { text: 'See <https://example.org>', attachments: [{ from_url: 'https://example.org' }] },
      previous_message: { text: 'See <https://example.org>' },
    });
    expect(changed?.message).not.toHaveProperty('edited');
  });

  test('a message with replies leaves a tombstone when it is deleted', async () => {
    const office = await openOffice({ scopes: everything, events: ['message.im'] });
    const bo = office.as('bo');
    const ts = await bo.says('Hello');
    await bo.repliesTo(ts, 'there');
    const events = await told(office, () => bo.deletes(ts));
    expect(events).toMatchObject([
      { subtype: 'message_changed', message: { subtype: 'tombstone', user: 'USLACKBOT' }, previous_message: { text: 'Hello' } },
    ]);
    const dm = [...office.slack.world.conversations.values()].find(({ kind }) => kind === 'dm');
    const { messages } = await office.web.conversations.history({ channel: dm?.id ?? '' });
    expect(messages).toMatchObject([{ subtype: 'tombstone', text: 'This message was deleted.', reply_count: 1 }]);
  });

  test('a channel says who comes and goes', async () => {
    const office = await openOffice({ scopes: everything, events: ['message.channels'] });
    const events = await told(office, () => {
      joinChannel(office.slack, theChannel(office), 'U000CHIDI');
      leaveChannel(office.slack, theChannel(office), 'U000CHIDI');
    });
    expect(events.map(({ subtype }) => subtype)).toEqual(['channel_join', 'channel_leave']);
    const { messages } = await office.web.conversations.history({ channel: 'C0LEADERS' });
    expect(messages?.map(({ text }) => text)).toEqual(['<@U000CHIDI> has left the channel', '<@U000CHIDI> has joined the channel']);
  });
});

test('a channel the app cannot see is not there, whatever scopes it has', async () => {
  const office = await openOffice({ scopes: ['channels:read'] });
  const secret = { ...theChannel(office), id: 'C0SECRET', kind: 'private' as const, members: ['U000AMINA'] };
  office.slack.world.conversations.set(secret.id, secret);
  for (const channel of ['C0SECRET', 'C0NOWHERE'])
    await expect(office.web.conversations.info({ channel })).rejects.toMatchObject({ data: { error: 'channel_not_found' } });
});

test('after it is thrown out the app hears that, and nothing more', async () => {
  const office = await openOffice({ scopes: everything, events: ['message.im', 'app_uninstalled', 'tokens_revoked'] });
  const events = await told(office, async () => {
    uninstall(office.slack);
    await office.as('bo').says('Anyone there?');
  });
  expect(events.map(({ type }) => type).sort()).toEqual(['app_uninstalled', 'tokens_revoked']);
});
