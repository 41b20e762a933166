// A small app that shows every kind of block and control, for the tests of how the page draws them: in messages, and in forms that fail, change and
// stand one on the other.
import type { KnownBlock, View } from '@slack/types';
import type { Office } from './small-office.ts';

export const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (label: string, description?: string) => ({
  text: plain(label),
  value: label.toLowerCase().replaceAll(' ', '-'),
  ...(description && { description: plain(description) }),
});
const input = (id: string, label: string, element: object, more: object = {}) =>
  ({ type: 'input', block_id: id, label: plain(label), element: { action_id: 'it', ...element }, ...more }) as unknown as KnownBlock;

const functions = ['Finance', 'Legal', 'Operations', 'People', 'Technology'].map((name) => option(name));
const described = [option('Steady', 'An hour, then twenty minutes'), option('Full', 'An hour every fortnight')];
const zones = ['Africa', 'America', 'Asia', 'Europe'].map((part) => ({
  label: plain(part),
  options: Array.from({ length: 9 }, (_, index) => option(`${part} ${index + 1}`)),
}));

/** Every control that a form can hold. */
export const everyField: KnownBlock[] = [
  { type: 'section', text: { type: 'mrkdwn', text: 'Fill in *what you like*.', verbatim: true } },
  input('name', 'Name', { type: 'plain_text_input', max_length: 40, focus_on_load: true }),
  input('about', 'About', { type: 'plain_text_input', multiline: true, min_length: 5 }, { optional: true, hint: plain('A line or two.') }),
  input('count', 'How many', { type: 'number_input', is_decimal_allowed: false, min_value: '1', max_value: '12' }, { optional: true }),
  input('mail', 'Mail', { type: 'email_text_input' }, { optional: true }),
  input('page', 'Page', { type: 'url_text_input' }, { optional: true }),
  input('function', 'Function', { type: 'static_select', options: functions }),
  input('rhythm', 'Rhythm', { type: 'static_select', options: described }, { optional: true }),
  input('zone', 'Zone', { type: 'static_select', option_groups: zones }, { optional: true }),
  input('partner', 'Partner', { type: 'users_select' }, { optional: true }),
  input('welcome', 'Welcome', { type: 'multi_users_select', max_selected_items: 2 }, { optional: true }),
  input('place', 'Place', { type: 'conversations_select' }, { optional: true }),
  input('days', 'Days', { type: 'checkboxes', options: [option('Monday'), option('Tuesday', 'In the morning')] }, { optional: true }),
  input('mood', 'Mood', { type: 'radio_buttons', options: [option('Calm'), option('Keen')] }, { optional: true }),
  input('date', 'Date', { type: 'datepicker' }, { optional: true }),
  input('time', 'Time', { type: 'timepicker', timezone: 'Europe/London' }, { optional: true }),
  input('moment', 'Moment', { type: 'datetimepicker' }, { optional: true }),
  input('list', 'List', { type: 'file_input', filetypes: ['csv'], max_files: 2 }, { optional: true }),
];

export function form(title: string, blocks: KnownBlock[], more: Partial<View> = {}): View {
  return { type: 'modal', callback_id: 'form', title: plain(title), submit: plain('Save'), close: plain('Back'), blocks, ...more } as View;
}

const more: KnownBlock = {
  type: 'actions',
  elements: [
    { type: 'button', action_id: 'push', text: plain('One more') },
    { type: 'button', action_id: 'update', text: plain('Change this') },
  ],
};

/** A message with everything that a message can hold. */
export const everyBlock: KnownBlock[] = [
  { type: 'header', text: plain('The plan') },
  {
    type: 'section',
    text: { type: 'mrkdwn', text: 'Hello <@U000000BO>, *this* is `it`:\n&gt; quoted\n&gt; twice', verbatim: true },
    accessory: { type: 'overflow', action_id: 'more', options: [option('Pause'), option('Leave')] },
  },
  { type: 'section', fields: ['*Who*\nAmina', '*When*\nTuesday'].map((text) => ({ type: 'mrkdwn' as const, text })) },
  { type: 'divider' },
  {
    type: 'actions',
    elements: [
      {
        type: 'button',
        action_id: 'end',
        text: plain('End it'),
        style: 'danger',
        confirm: {
          title: plain('End the round?'),
          text: plain('Nobody is told before Friday.'),
          confirm: plain('End it'),
          deny: plain('Go on'),
          style: 'danger',
        },
      },
      { type: 'static_select', action_id: 'function', placeholder: plain('A function'), options: functions },
      { type: 'datetimepicker', action_id: 'moment', initial_date_time: 1_799_746_200 },
    ],
  },
  { type: 'context', elements: [{ type: 'mrkdwn', text: 'At <!date^1799746200^{date_short} {time}|then>' }] },
  { type: 'image', image_url: 'https://example.org/x.png', alt_text: 'Two people at a table' },
  { type: 'image', slack_file: { id: 'F0CHART' }, title: plain('Meetings'), alt_text: 'More meetings each month' },
  {
    type: 'rich_text',
    elements: [
      { type: 'rich_text_list', style: 'bullet', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'listed' }] }] },
    ],
  },
];

export interface Heard {
  /** What each form was sent with, by block. */
  forms: Record<string, unknown>[];
  /** What the app waits for before it answers a form. */
  before?: Promise<void>;
  /** The ids of what was pressed or chosen, with what was chosen. */
  presses: string[];
}

/** A green square. */
const chart = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkmG5cDwACvAE0zNBPqQAAAABJRU5ErkJggg==';

/** Lets the app of an office answer `/coachingpairs <word>`: `form`, `stack`, `message`. A form named `wrong`, `silent` or `all` is answered in that way. */
export function showBlocks({ app, slack }: Office): Heard {
  slack.world.files.set('F0CHART', {
    ...{ id: 'F0CHART', name: 'chart.png', title: 'Meetings', mimetype: 'image/png', altText: '', complete: true },
    ...{ bytes: Buffer.from(chart, 'base64'), sharedIn: [], user: slack.world.app.botUser, created: 0 },
  });
  const heard: Heard = { forms: [], presses: [] };
  app.command('/coachingpairs', async ({ ack, command, client }) => {
    await ack();
    const { trigger_id } = command;
    if (command.text === 'message') await client.chat.postMessage({ channel: command.user_id, text: 'The plan', blocks: everyBlock });
    else if (command.text === 'stack') await client.views.open({ trigger_id, view: form('First', [more, ...everyField.slice(0, 3)]) });
    else await client.views.open({ trigger_id, view: form('Everything', everyField) });
  });
  app.view('form', async ({ ack, view }) => {
    const values = Object.entries(view.state.values).map(([block, held]) => [block, put(Object.values(held)[0] ?? {})]);
    heard.forms.push(Object.fromEntries(values));
    await heard.before;
    const name = view.state.values.name?.it?.value ?? '';
    if (name === 'silent') return;
    if (name === 'wrong')
      await ack({ response_action: 'errors', errors: { about: 'Say more about it.', page: 'This page is not there.' } });
    else if (name === 'all') await ack({ response_action: 'clear' });
    else await ack();
  });
  app.action('push', async ({ ack, body, client }) => {
    await ack();
    if ('trigger_id' in body) await client.views.push({ trigger_id: body.trigger_id, view: form('Second', everyField.slice(1, 3)) });
  });
  app.action('update', async ({ ack, body, client }) => {
    await ack();
    const added: KnownBlock = { type: 'section', text: plain('Changed by the bot.') };
    if ('view' in body && body.view)
      await client.views.update({ view_id: body.view.id, view: form('First', [added, more, ...everyField.slice(0, 3)]) });
  });
  app.action(/^(?:end|more|function|moment)$/, async ({ ack, action }) => {
    heard.presses.push([action.type === 'button' && 'action_id' in action ? action.action_id : '', put(action as object)].join(' ').trim());
    await ack();
  });
  return heard;
}

/** What was put into a control, whatever its kind. */
function put(held: object): unknown {
  const { type: _type, ...rest } = held as Record<string, unknown>;
  const found = Object.entries(rest).find(([name]) => /^(?:value|selected_|files)/.test(name))?.[1];
  const bare = (one: unknown) =>
    typeof one === 'object' && one !== null ? ((one as { value?: string; name?: string }).value ?? (one as { name?: string }).name) : one;
  return Array.isArray(found) ? found.map(bare) : bare(found ?? null);
}
