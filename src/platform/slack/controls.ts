// The boxes, lists and pickers that stand in an input block or beside a section. Beside `blocks.ts`, within the same limits. Pure.
import type * as slack from '@slack/types';
import { plain } from './blocks.ts';
import { cut } from './text.ts';

export interface Choice {
  value: string;
  label: string;
  /** A second, smaller line. */
  hint?: string;
}

/** A text box of at most `most` characters (Slack's own limit is 3000). */
export function textBox(box: {
  action: string;
  lines?: 'one' | 'many';
  initial?: string;
  most?: number;
  placeholder?: string;
  focus?: boolean;
}): slack.PlainTextInput {
  const most = Math.min(box.most ?? 3000, 3000);
  return {
    type: 'plain_text_input',
    action_id: box.action,
    multiline: box.lines === 'many',
    max_length: most,
    ...(box.initial && { initial_value: cut(box.initial, most) }),
    ...(box.placeholder && { placeholder: plain(box.placeholder, 150) }),
    ...(box.focus && { focus_on_load: true }),
  };
}

/** One of many. More than 100 choices are shown in groups named after their first and last label. */
export function select(list: {
  action: string;
  choices: readonly Choice[];
  chosen?: string | undefined;
  placeholder?: string;
}): slack.StaticSelect {
  const chosen = list.choices.find((choice) => choice.value === list.chosen);
  return {
    type: 'static_select',
    action_id: list.action,
    ...offered(list.choices),
    ...(chosen && { initial_option: option(chosen) }),
    ...(list.placeholder && { placeholder: plain(list.placeholder, 150) }),
  };
}

/** Boxes to tick, at most ten. */
export function checkboxes(list: { action: string; choices: readonly Choice[]; chosen?: readonly string[] }): slack.Checkboxes {
  const chosen = list.choices.filter((choice) => list.chosen?.includes(choice.value));
  return {
    type: 'checkboxes',
    action_id: list.action,
    options: list.choices.slice(0, 10).map(option),
    ...(chosen.length > 0 && { initial_options: chosen.map(option) }),
  };
}

/** Exactly one of at most ten. */
export function radios(list: { action: string; choices: readonly Choice[]; chosen?: string | undefined }): slack.RadioButtons {
  const chosen = list.choices.find((choice) => choice.value === list.chosen);
  return {
    type: 'radio_buttons',
    action_id: list.action,
    options: list.choices.slice(0, 10).map(option),
    ...(chosen && { initial_option: option(chosen) }),
  };
}

/** Anyone in the workspace, guests and bots included: check what comes back. */
export function person(picker: { action: string; chosen?: string | undefined; placeholder?: string }): slack.UsersSelect {
  return {
    type: 'users_select',
    action_id: picker.action,
    ...(picker.chosen && { initial_user: picker.chosen }),
    ...(picker.placeholder && { placeholder: plain(picker.placeholder, 150) }),
  };
}

export function people(picker: {
  action: string;
  chosen?: readonly string[];
  most?: number;
  placeholder?: string;
}): slack.MultiUsersSelect {
  return {
    type: 'multi_users_select',
    action_id: picker.action,
    ...(picker.chosen && picker.chosen.length > 0 && { initial_users: [...picker.chosen] }),
    ...(picker.most && { max_selected_items: picker.most }),
    ...(picker.placeholder && { placeholder: plain(picker.placeholder, 150) }),
  };
}

/** A day; `chosen` is `YYYY-MM-DD`. */
export function datePicker(picker: { action: string; chosen?: string | undefined; placeholder?: string }): slack.Datepicker {
  return {
    type: 'datepicker',
    action_id: picker.action,
    ...(picker.chosen && { initial_date: picker.chosen }),
    ...(picker.placeholder && { placeholder: plain(picker.placeholder, 150) }),
  };
}

/** A time of day; `chosen` is `HH:mm`. */
export function timePicker(picker: { action: string; chosen?: string | undefined; placeholder?: string }): slack.Timepicker {
  return {
    type: 'timepicker',
    action_id: picker.action,
    ...(picker.chosen && { initial_time: picker.chosen }),
    ...(picker.placeholder && { placeholder: plain(picker.placeholder, 150) }),
  };
}

/** Files a person hands over with the modal. */
export function fileBox(box: { action: string; types?: readonly string[]; most?: number }): slack.FileInput {
  return {
    type: 'file_input',
    action_id: box.action,
    max_files: box.most ?? 1,
    ...(box.types && { filetypes: [...box.types] }),
  };
}

/** A value longer than 75 characters would be refused by Slack: it is a bug and throws. */
export function option(choice: Choice): slack.PlainTextOption {
  if (choice.value.length > 75) throw new RangeError(`the value of a choice is longer than 75 characters: ${choice.value}`);
  return {
    text: plain(choice.label, 75),
    value: choice.value,
    ...(choice.hint && { description: plain(choice.hint, 75) }),
  };
}

function offered(choices: readonly Choice[]): Pick<slack.StaticSelect, 'options' | 'option_groups'> {
  if (choices.length <= 100) return { options: choices.map(option) };
  const groups: Choice[][] = [];
  for (let from = 0; from < choices.length; from += 100) groups.push(choices.slice(from, from + 100));
  return {
    option_groups: groups.map((group) => ({
      label: plain(`${cut(group[0]?.label ?? '', 35)} – ${cut(group.at(-1)?.label ?? '', 35)}`, 75),
      options: group.map(option),
    })),
  };
}
