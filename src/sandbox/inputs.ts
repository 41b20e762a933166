// What an input holds, in the form in which Slack reports it, and how a person's words become such a value.
import { plainOf } from './render/mrkdwn.ts';
import type { Block } from './world.ts';

interface Kind {
  /** The field that holds the value when Slack reports it. */
  field: string;
  /** The field with which an app presets it. */
  initial: string;
  many?: boolean;
}

/** All elements that hold a value. */
export const inputKinds: Record<string, Kind> = {
  plain_text_input: { field: 'value', initial: 'initial_value' },
  email_text_input: { field: 'value', initial: 'initial_value' },
  url_text_input: { field: 'value', initial: 'initial_value' },
  number_input: { field: 'value', initial: 'initial_value' },
  rich_text_input: { field: 'rich_text_value', initial: 'initial_value' },
  datepicker: { field: 'selected_date', initial: 'initial_date' },
  timepicker: { field: 'selected_time', initial: 'initial_time' },
  datetimepicker: { field: 'selected_date_time', initial: 'initial_date_time' },
  static_select: { field: 'selected_option', initial: 'initial_option' },
  external_select: { field: 'selected_option', initial: 'initial_option' },
  radio_buttons: { field: 'selected_option', initial: 'initial_option' },
  checkboxes: { field: 'selected_options', initial: 'initial_options', many: true },
  multi_static_select: { field: 'selected_options', initial: 'initial_options', many: true },
  multi_external_select: { field: 'selected_options', initial: 'initial_options', many: true },
  users_select: { field: 'selected_user', initial: 'initial_user' },
  multi_users_select: { field: 'selected_users', initial: 'initial_users', many: true },
  channels_select: { field: 'selected_channel', initial: 'initial_channel' },
  multi_channels_select: { field: 'selected_channels', initial: 'initial_channels', many: true },
  conversations_select: { field: 'selected_conversation', initial: 'initial_conversation' },
  multi_conversations_select: { field: 'selected_conversations', initial: 'initial_conversations', many: true },
  file_input: { field: 'files', initial: 'initial_files', many: true },
};

/** The value an element holds before anybody has touched it. */
export function valueNow(element: Block): Block {
  const kind = inputKinds[String(element.type)];
  if (!kind) return { type: element.type };
  return { type: element.type, [kind.field]: element[kind.initial] ?? (kind.many ? [] : null) };
}

/** Whether a value is there at all. */
export function isEmpty(element: Block, value: Block): boolean {
  const held = value[inputKinds[String(element.type)]?.field ?? 'value'];
  return held === null || held === undefined || held === '' || (Array.isArray(held) && held.length === 0);
}

/** Every option of a select, boxes, radio buttons or overflow menu, with those in groups. */
export function optionsOf(element: Block): Block[] {
  const groups = (element.option_groups as Block[] | undefined) ?? [];
  return [...((element.options as Block[] | undefined) ?? []), ...groups.flatMap((group) => group.options as Block[])];
}

/** The option that reads, or is worth, `wanted`. */
export function optionLike(element: Block, wanted: string): Block | undefined {
  const options = optionsOf(element);
  return options.find((one) => plainOf(one.text) === wanted) ?? options.find((one) => one.value === wanted);
}

/** Why Slack's own form would not send this text; `undefined` where it would. */
export function faultOf(element: Block, value: Block): string | undefined {
  const text = typeof value.value === 'string' ? value.value : '';
  if (text === '') return undefined;
  const min = Number(element.min_length ?? 0);
  if (element.type === 'plain_text_input' && [...text].length < min) return `Please enter at least ${min} characters.`;
  if (element.type === 'email_text_input' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return 'Please enter a valid email address.';
  if (element.type === 'url_text_input' && !/^https?:\/\/\S+$/.test(text)) return 'Please enter a valid URL.';
  if (element.type === 'number_input') return numberFault(element, text);
  return undefined;
}

function numberFault(element: Block, text: string): string | undefined {
  const number = Number(text);
  if (!Number.isFinite(number) || (element.is_decimal_allowed !== true && !Number.isInteger(number))) return 'Please enter a valid number.';
  if (element.min_value !== undefined && number < Number(element.min_value))
    return `Please enter a number of at least ${element.min_value}.`;
  if (element.max_value !== undefined && number > Number(element.max_value))
    return `Please enter a number of at most ${element.max_value}.`;
  return undefined;
}
