import { describe, expect, test } from '@jest/globals';
import { openOffice } from './small-office.ts';

const question = {
  type: 'modal' as const,
  callback_id: 'office.question',
  notify_on_close: true,
  title: { type: 'plain_text' as const, text: 'A question' },
  submit: { type: 'plain_text' as const, text: 'Save' },
  close: { type: 'plain_text' as const, text: 'Not now' },
  blocks: [
    {
      type: 'input' as const,
      block_id: 'answer',
      label: { type: 'plain_text' as const, text: 'Your answer' },
      element: { type: 'plain_text_input' as const, action_id: 'text', multiline: true },
    },
    {
      type: 'input' as const,
      block_id: 'function',
      optional: true,
      label: { type: 'plain_text' as const, text: 'Function' },
      element: {
        type: 'static_select' as const,
        action_id: 'choice',
        options: ['Finance', 'People'].map((name) => ({ text: { type: 'plain_text' as const, text: name }, value: name.toLowerCase() })),
      },
    },
    {
      type: 'input' as const,
      block_id: 'welcome',
      optional: true,
      label: { type: 'plain_text' as const, text: 'People' },
      element: { type: 'multi_users_select' as const, action_id: 'people' },
    },
  ],
};

describe('commands', () => {
  test('Amina types a command and reads the answer that only she sees', async () => {
    const office = await openOffice();
    office.app.command('/coachingpairs', async ({ ack, command }) => ack(`You said *${command.text}* in ${command.channel_name}`));
    expect(await office.as('amina').types('/coachingpairs join', 'leaders')).toBe('You said join in leaders');
    expect(office.as('amina').reads()).toEqual(['You said join in leaders']);
    expect(office.as('bo').reads()).toEqual([]);
  });

  test('mentions arrive as ids, and what looks like markup arrives escaped', async () => {
    const office = await openOffice();
    const heard: string[] = [];
    office.app.command('/coachingpairs', async ({ ack, command }) => {
      heard.push(command.text);
      await ack();
    });
    await office.as('amina').types('/coachingpairs add @bo to #leaders & <b>');
    expect(heard).toEqual(['add <@U000000BO|bo> to <#C0LEADERS|leaders> &amp; &lt;b&gt;']);
  });

  test('a command that is not acknowledged fails before the person', async () => {
    const office = await openOffice();
    office.app.command('/coachingpairs', async () => {});
    expect(await office.as('amina').types('/coachingpairs')).toBe(
      '/coachingpairs failed because the app did not respond. If this problem continues, contact the app owner.',
    );
    expect(await office.as('amina').types('/unknown')).toContain('/unknown is not a valid command');
  });

  test('respond() answers five times within half an hour', async () => {
    const office = await openOffice();
    const outcomes: string[] = [];
    office.app.command('/coachingpairs', async ({ ack, respond }) => {
      await ack();
      for (let count = 1; count <= 6; count += 1) {
        const outcome = await respond(`Answer ${count}`).then(
          () => 'taken',
          (fault: { statusCode?: number }) => `refused with ${fault.statusCode}`,
        );
        outcomes.push(outcome);
      }
    });
    expect((await office.as('bo').types('/coachingpairs')).split('\n')).toEqual([1, 2, 3, 4, 5].map((count) => `Answer ${count}`));
    expect(outcomes).toEqual(['taken', 'taken', 'taken', 'taken', 'taken', 'refused with 404']);
  });
});

describe('modals', () => {
  test('Bo fills in a modal; what he leaves out, and what the app finds wrong, stands at its field', async () => {
    const office = await openOffice();
    const got: unknown[] = [];
    office.app.command('/coachingpairs', async ({ ack, client, body }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: question });
    });
    office.app.view('office.question', async ({ ack, view }) => {
      got.push(view.state.values);
      if (view.state.values.answer?.text?.value === 'short') await ack({ response_action: 'errors', errors: { answer: 'Say more.' } });
      else await ack();
    });
    const bo = office.as('bo');
    await bo.types('/coachingpairs note');
    expect(bo.sees()).toBe('A question\nYour answer: []\nFunction (optional): []\nPeople (optional): [nothing chosen]\n[Not now] [Save]');
    expect(await bo.submits()).toEqual({ 'Your answer': 'Please complete this required field.' });
    await bo.fillsIn({ 'Your answer': 'short', Function: 'People', welcome: ['amina'] });
    expect(await bo.submits()).toEqual({ 'Your answer': 'Say more.' });
    expect(bo.sees()).toContain('Your answer: [short]\n  ! Say more.\nFunction (optional): [People]\nPeople (optional): [Amina Adeyemi]');
    await bo.fillsIn({ 'Your answer': 'long enough' });
    expect(await bo.submits()).toEqual({});
    expect(bo.sees()).toBeUndefined();
    expect(got[1]).toEqual({
      answer: { text: { type: 'plain_text_input', value: 'long enough' } },
      function: {
        choice: { type: 'static_select', selected_option: { text: { type: 'plain_text', text: 'People', emoji: true }, value: 'people' } },
      },
      welcome: { people: { type: 'multi_users_select', selected_users: ['U000AMINA'] } },
    });
  });

  test('a field that tells the app at once tells it when it changes, and not again when it is left as it is', async () => {
    const office = await openOffice();
    const told: unknown[] = [];
    const asking = { ...question, blocks: question.blocks.map((block) => ({ ...block, dispatch_action: true })) };
    office.app.command('/coachingpairs', async ({ ack, client, body }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: asking });
    });
    office.app.action('text', async ({ ack, action }) => {
      told.push('value' in action && action.value);
      await ack();
    });
    const bo = office.as('bo');
    await bo.types('/coachingpairs note');
    await bo.fillsIn({ 'Your answer': '' });
    await bo.fillsIn({ 'Your answer': 'short' });
    await bo.fillsIn({ 'Your answer': 'short' });
    await bo.fillsIn({ 'Your answer': '' });
    expect(told).toEqual(['short', null]);
  });

  test('a trigger opens one modal, within three seconds', async () => {
    const office = await openOffice();
    const triggers: string[] = [];
    office.app.command('/coachingpairs', async ({ ack, body }) => {
      await ack();
      triggers.push(body.trigger_id);
    });
    await office.as('bo').types('/coachingpairs');
    await office.as('bo').types('/coachingpairs');
    const [first = '', second = ''] = triggers;
    const open = (trigger_id: string) => office.web.views.open({ trigger_id, view: question }).catch((fault) => fault.data.error);
    await open(first);
    expect(await open(first)).toBe('exchanged_trigger_id');
    await office.pass(3_001);
    expect(await open(second)).toBe('expired_trigger_id');
    expect(await open('made-up')).toBe('invalid_trigger_id');
  });

  test('three modals stand on each other, not four; closing tells an app that asked to hear of it', async () => {
    const office = await openOffice();
    const outcomes: string[] = [];
    const closed: string[] = [];
    const more = {
      type: 'actions' as const,
      elements: [{ type: 'button' as const, action_id: 'office.more', text: { type: 'plain_text' as const, text: 'More' } }],
    };
    const view = { ...question, blocks: [...question.blocks, more] };
    office.app.command('/coachingpairs', async ({ ack, client, body }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view });
    });
    office.app.action('office.more', async ({ ack, client, body }) => {
      await ack();
      const outcome = await client.views.push({ trigger_id: (body as { trigger_id: string }).trigger_id, view }).then(
        () => 'pushed',
        (fault) => fault.data.error,
      );
      outcomes.push(outcome);
    });
    office.app.view({ callback_id: 'office.question', type: 'view_closed' }, async ({ ack, view: gone }) => {
      await ack();
      closed.push(gone.id);
    });
    const bo = office.as('bo');
    await bo.types('/coachingpairs');
    for (let count = 0; count < 3; count += 1) await bo.presses('More');
    expect(outcomes).toEqual(['pushed', 'pushed', 'push_limit_reached']);
    await bo.closes();
    await bo.closes();
    expect(closed).toHaveLength(2);
    expect(bo.sees()).toContain('A question');
  });
});

describe('messages', () => {
  test('Amina writes to the bot, changes it, takes it back; each reaches the app as Slack tells it', async () => {
    const office = await openOffice();
    const heard: unknown[] = [];
    office.app.message(async ({ message }) => {
      heard.push(message);
    });
    const amina = office.as('amina');
    const ts = await amina.says('R&D with @bo');
    await amina.edits(ts, 'Finance');
    await amina.deletes(ts);
    expect(heard).toMatchObject([
      { type: 'message', user: 'U000AMINA', text: 'R&amp;D with <@U000000BO>', ts, channel_type: 'im' },
      { subtype: 'message_changed', message: { text: 'Finance', user: 'U000AMINA', ts }, previous_message: { ts } },
      { subtype: 'message_deleted', deleted_ts: ts, previous_message: { text: 'Finance' } },
    ]);
  });

  test('Bo presses a button in a message, and the message changes', async () => {
    const office = await openOffice();
    const block = (label: string) => [
      { type: 'section' as const, text: { type: 'mrkdwn' as const, text: 'Is *Amina* <@U000AMINA> right for you?' } },
      {
        type: 'actions' as const,
        elements: [
          { type: 'button' as const, action_id: 'office.yes', value: 'pair-1', text: { type: 'plain_text' as const, text: label } },
        ],
      },
    ];
    office.app.action('office.yes', async ({ ack, body, client }) => {
      await ack();
      const { channel, message } = body as unknown as { channel: { id: string }; message: { ts: string } };
      await client.chat.update({ channel: channel.id, ts: message.ts, text: 'Settled', blocks: [] });
    });
    const { channel } = await office.web.conversations.open({ users: 'U000000BO' });
    await office.web.chat.postMessage({ channel: channel?.id ?? '', text: 'A question', blocks: block('This suits me') });
    const bo = office.as('bo');
    expect(bo.readsLast()).toBe('Is Amina @Amina Adeyemi right for you?\n[This suits me]');
    await bo.presses('This suits me');
    expect(bo.reads('dm')).toEqual(['Settled']);
    await expect(bo.presses('This suits me')).rejects.toThrow('sees no button');
  });

  test('Home is published and read', async () => {
    const office = await openOffice();
    office.app.event('app_home_opened', async ({ event, client }) => {
      if (event.tab !== 'home') return;
      await client.views.publish({
        user_id: event.user,
        view: { type: 'home', blocks: [{ type: 'header', text: { type: 'plain_text', text: 'Your fortnight' } }] },
      });
    });
    expect(await office.as('bo').opensHome()).toBe('Your fortnight');
  });
});
