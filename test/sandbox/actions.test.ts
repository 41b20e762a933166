// What the app is told when somebody uses a control: for each kind of control, held against the types of Slack's own library.
import { expect, test } from '@jest/globals';
import type { Block } from '../../src/sandbox/world.ts';
import { differsFromAction } from './published.ts';
import { openOffice } from './small-office.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const options = ['Red', 'Blue'].map((text) => ({ text: plain(text), value: text.toLowerCase() }));
const placeholder = plain('Choose');
const confirm = { title: plain('Sure?'), text: plain('It cannot be undone.'), confirm: plain('Yes'), deny: plain('No') };

const controls: [type: string, element: Block, chosen: string | string[] | undefined, told: Block][] = [
  ['ButtonAction', { type: 'button', text: plain('Press'), value: 'v', confirm }, undefined, { value: 'v', text: plain('Press') }],
  [
    'StaticSelectAction',
    { type: 'static_select', placeholder, options, initial_option: options[0] },
    'Blue',
    { selected_option: options[1] },
  ],
  ['MultiStaticSelectAction', { type: 'multi_static_select', placeholder, options }, ['Red', 'Blue'], { selected_options: options }],
  ['UsersSelectAction', { type: 'users_select', placeholder }, 'amina', { selected_user: 'U000AMINA' }],
  ['MultiUsersSelectAction', { type: 'multi_users_select', placeholder }, ['amina'], { selected_users: ['U000AMINA'] }],
  ['ConversationsSelectAction', { type: 'conversations_select', placeholder }, '#leaders', { selected_conversation: 'C0LEADERS' }],
  ['ChannelsSelectAction', { type: 'channels_select', placeholder }, '#leaders', { selected_channel: 'C0LEADERS' }],
  ['OverflowAction', { type: 'overflow', options }, 'Red', { selected_option: options[0] }],
  ['DatepickerAction', { type: 'datepicker', placeholder, initial_date: '2027-01-11' }, '2027-01-12', { selected_date: '2027-01-12' }],
  ['TimepickerAction', { type: 'timepicker', placeholder }, '09:30', { selected_time: '09:30' }],
  ['RadioButtonsAction', { type: 'radio_buttons', options }, 'Red', { selected_option: options[0] }],
  ['CheckboxesAction', { type: 'checkboxes', options }, ['Red'], { selected_options: [options[0]] }],
];

test.each(controls)('%s', async (type, element, chosen, told) => {
  const { app, as, web } = await openOffice({ scopes: ['chat:write', 'im:write'] });
  const actions: Block[] = [];
  app.action(/./, async ({ ack, body }) => {
    await ack();
    actions.push(...(JSON.parse(JSON.stringify(body)).actions as Block[]));
  });
  const accessory = { ...element, action_id: 'office.control' };
  const blocks = [{ type: 'section', block_id: 'one', text: plain('Here'), accessory }];
  await web.chat.postMessage({ channel: 'U000000BO', text: 'Here', blocks: blocks as never });
  if (chosen === undefined) await as('bo').presses('office.control');
  else await as('bo').chooses('office.control', chosen);
  expect(actions).toMatchObject([{ action_id: 'office.control', block_id: 'one', ...told }]);
  expect(differsFromAction(type, actions[0]).filter((each) => !each.endsWith('.style is not published'))).toEqual([]);
  for (const repeated of ['placeholder', 'confirm', 'initial_option', 'initial_date'])
    expect(repeated in (actions[0] ?? {})).toBe(repeated in element);
});
