// The form in which an organiser describes a programme, when it is founded and whenever it changes. Pure.
import type { KnownBlock, ModalView } from '@slack/types';
import { weekdays } from '../../platform/clock.ts';
import type { Content } from '../../platform/content/load.ts';
import { context, divider, input, modal, section } from '../../platform/slack/blocks.ts';
import { type Choice, checkboxes, datePicker, radios, select, textBox, timePicker } from '../../platform/slack/controls.ts';
import { FIELD, type SettingsWish } from './settings-form.ts';

const CHOOSING: Choice[] = [
  { value: 'welcome', label: 'Leaders name up to three they would welcome; the bot proposes' },
  { value: 'bot', label: 'The bot proposes from the rules alone' },
  { value: 'leaders', label: 'Leaders choose each other; the bot checks and pairs the rest' },
];
const ANNOUNCING: Choice[] = [
  { value: 'names', label: 'Names of new partners' },
  { value: 'functions', label: 'Functions only' },
];
const ROTATING: Choice[] = [
  { value: 'automatic', label: 'Comes by itself on its day' },
  { value: 'approve', label: 'Waits until an organiser approves it' },
];
const DAYS: Choice[] = weekdays.map((label, at) => ({ value: String(at + 1), label }));
const CYCLES: Choice[] = Array.from({ length: 12 }, (_, at) => ({
  value: String(at + 1),
  label: at === 0 ? 'Every month' : `Every ${at + 1} months`,
}));

export interface SettingsForm {
  /** `found` or `settings`: what the form is for. */
  to: 'found' | 'settings';
  wish: SettingsWish;
  /** Channel or programme, checked again when it comes back. */
  about: string;
  /** How many pairs have chosen each other for the coming round, where leaders do. */
  chosen?: number;
  /** What will change, in words, where it has to be confirmed first. */
  changes?: readonly string[];
}

export function settingsModal(content: Content, form: SettingsForm): ModalView {
  const confirming = form.changes !== undefined;
  return modal({
    callback: form.to === 'found' ? 'founding.found' : 'founding.settings',
    title: form.to === 'found' ? 'Found a programme' : 'Settings',
    submit: form.to === 'found' ? 'Found' : confirming ? 'Yes, save' : 'Save',
    about: form.about,
    blocks: [
      ...(form.changes ? [section(content.say('founding.confirm', { changes: { mrkdwn: form.changes.join('\n') } })), divider()] : []),
      ...mainFields(content, form),
      divider(),
      context(content.say('founding.usual')),
      ...clockFields(content, form.wish),
      ...mannerFields(content, form),
    ],
  });
}

function mainFields(content: Content, { to, wish }: SettingsForm): KnownBlock[] {
  const first = to === 'found' ? 'First round' : 'Next round';
  return [
    input({ block: FIELD.name, label: 'Name', element: textBox({ action: 'founding.name', initial: wish.name, most: 80 }) }),
    input({ block: FIELD.nextOn, label: first, element: datePicker({ action: 'founding.next-on', chosen: wish.nextOn.toString() }) }),
    input({
      block: FIELD.functions,
      label: 'Functions',
      hint: content.plain('founding.hint.functions'),
      optional: true,
      element: textBox({ action: 'founding.functions', lines: 'many', initial: wish.functions.join('\n') }),
    }),
  ];
}

function clockFields(content: Content, wish: SettingsWish): KnownBlock[] {
  const rests = wish.rests.map(({ from, to }) => `${from} to ${to}`).join('\n');
  return [
    input({
      block: FIELD.cycle,
      label: 'New partners',
      element: select({ action: 'founding.cycle', choices: CYCLES, chosen: String(wish.cycleMonths) }),
    }),
    input({
      block: FIELD.weekday,
      label: 'Usual day for messages',
      element: select({ action: 'founding.weekday', choices: DAYS, chosen: String(wish.sendWeekday) }),
    }),
    input({
      block: FIELD.time,
      label: 'Usual time for messages',
      hint: content.plain('founding.hint.time'),
      element: timePicker({ action: 'founding.time', chosen: wish.sendTime }),
    }),
    input({
      block: FIELD.zone,
      label: 'Time zone',
      hint: content.plain('founding.hint.zone'),
      element: textBox({ action: 'founding.zone', initial: wish.timeZone, most: 60, placeholder: 'Europe/London' }),
    }),
    input({
      block: FIELD.days,
      label: 'Working days',
      element: checkboxes({ action: 'founding.days', choices: DAYS, chosen: wish.workingDays.map(String) }),
    }),
    input({
      block: FIELD.rests,
      label: 'Pause weeks',
      hint: content.plain('founding.hint.rests'),
      optional: true,
      element: textBox({ action: 'founding.rests', lines: 'many', initial: rests, placeholder: '2026-12-21 to 2027-01-01' }),
    }),
  ];
}

function mannerFields(content: Content, { wish, chosen }: SettingsForm): KnownBlock[] {
  return [
    input({
      block: FIELD.choosing,
      label: 'Who chooses partners',
      ...(chosen !== undefined && { hint: content.plain('founding.hint.choosing', { x: chosen }) }),
      element: radios({ action: 'founding.choosing', choices: CHOOSING, chosen: wish.choosing }),
    }),
    input({
      block: FIELD.announcing,
      label: 'What the channel hears',
      element: radios({ action: 'founding.announcing', choices: ANNOUNCING, chosen: wish.announcing }),
    }),
    input({
      block: FIELD.rotating,
      label: 'A new round',
      element: radios({ action: 'founding.rotating', choices: ROTATING, chosen: wish.rotating }),
    }),
    input({
      block: FIELD.links,
      label: 'Other kinds of help',
      hint: content.plain('founding.hint.links'),
      optional: true,
      element: textBox({ action: 'founding.links', lines: 'many', initial: wish.helpLinks.join('\n'), most: 2100 }),
    }),
  ];
}
