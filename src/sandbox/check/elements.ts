// The interactive elements Slack knows, what each may hold, and in which blocks it may stand.
import { actionId, confirm, focus, option, optionGroups, presetAmongOptions, text } from './parts.ts';
import { anything, both, fault, flag, isObject, list, needed, oneOf, pattern, type Rule, shape, string, whole } from './rules.ts';

type Place = 'actions' | 'section' | 'input';

interface Element {
  rule: Rule;
  places: readonly Place[];
}

const placeholder = text(150, true);
const picker = { type: anything, action_id: actionId, confirm, focus_on_load: focus, placeholder };
const typed = { type: anything, action_id: actionId, placeholder, focus_on_load: focus, dispatch_action_config: anything };
const everywhere: readonly Place[] = ['actions', 'section', 'input'];
const ids = list(pattern(/^[A-Z][A-Z0-9]+$/), 1000, 0);
const id = pattern(/^[A-Z][A-Z0-9]+$/);
const most = whole(1, 1000);
const chosen = (rule: Rule): Rule => both(rule, oneList, presetAmongOptions);

/** A menu has options or groups of options: one of the two. */
function oneList(value: unknown, at: string, scene: Parameters<Rule>[2]): void {
  if (!isObject(value)) return;
  if (value.options === undefined && value.option_groups === undefined) fault(scene, 'missing required field: options', at);
  if (value.options !== undefined && value.option_groups !== undefined)
    fault(scene, 'only one of `options` or `option_groups` allowed', at);
}

const menu = { ...picker, options: list(option(), 100), option_groups: optionGroups };
const boxes = (max: number) => ({
  type: anything,
  action_id: actionId,
  confirm,
  focus_on_load: focus,
  options: needed(list(option(true), max)),
});

const elements: Record<string, Element> = {
  button: {
    places: ['actions', 'section'],
    rule: shape({
      type: anything,
      text: needed(text(75, true)),
      action_id: actionId,
      url: string(3000),
      value: string(2000),
      style: oneOf('primary', 'danger'),
      confirm,
      accessibility_label: string(75),
    }),
  },
  overflow: {
    places: ['actions', 'section'],
    rule: shape({ type: anything, action_id: actionId, confirm, options: needed(list(option(), 5)) }),
  },
  static_select: { places: everywhere, rule: chosen(shape({ ...menu, initial_option: option() })) },
  multi_static_select: {
    places: everywhere,
    rule: chosen(shape({ ...menu, initial_options: list(option(), 100), max_selected_items: most })),
  },
  external_select: { places: everywhere, rule: shape({ ...picker, initial_option: option(), min_query_length: whole(0, 3000) }) },
  multi_external_select: {
    places: everywhere,
    rule: shape({ ...picker, initial_options: list(option(), 100), min_query_length: whole(0, 3000), max_selected_items: most }),
  },
  users_select: { places: everywhere, rule: shape({ ...picker, initial_user: id }) },
  multi_users_select: { places: everywhere, rule: shape({ ...picker, initial_users: ids, max_selected_items: most }) },
  channels_select: { places: everywhere, rule: shape({ ...picker, initial_channel: id, response_url_enabled: flag }) },
  multi_channels_select: { places: everywhere, rule: shape({ ...picker, initial_channels: ids, max_selected_items: most }) },
  conversations_select: {
    places: everywhere,
    rule: shape({
      ...picker,
      initial_conversation: id,
      default_to_current_conversation: flag,
      response_url_enabled: flag,
      filter: anything,
    }),
  },
  multi_conversations_select: {
    places: everywhere,
    rule: shape({
      ...picker,
      initial_conversations: ids,
      default_to_current_conversation: flag,
      max_selected_items: most,
      filter: anything,
    }),
  },
  datepicker: { places: everywhere, rule: shape({ ...picker, initial_date: pattern(/^\d{4}-\d{2}-\d{2}$/) }) },
  timepicker: {
    places: everywhere,
    rule: shape({ ...picker, initial_time: pattern(/^([01]\d|2[0-3]):[0-5]\d$/), timezone: string(100) }),
  },
  datetimepicker: {
    places: ['actions', 'input'],
    rule: shape({
      type: anything,
      action_id: actionId,
      confirm,
      focus_on_load: focus,
      initial_date_time: whole(1_000_000_000, 9_999_999_999),
    }),
  },
  checkboxes: { places: everywhere, rule: chosen(shape({ ...boxes(10), initial_options: list(option(true), 10) })) },
  radio_buttons: { places: everywhere, rule: chosen(shape({ ...boxes(10), initial_option: option(true) })) },
  plain_text_input: {
    places: ['input'],
    rule: shape({
      ...typed,
      initial_value: string(3000),
      multiline: flag,
      min_length: whole(0, 3000),
      max_length: whole(1, 3000),
    }),
  },
  email_text_input: { places: ['input'], rule: shape({ ...typed, initial_value: string(3000) }) },
  url_text_input: { places: ['input'], rule: shape({ ...typed, initial_value: string(3000) }) },
  number_input: {
    places: ['input'],
    rule: shape({ ...typed, is_decimal_allowed: needed(flag), initial_value: string(100), min_value: string(100), max_value: string(100) }),
  },
  rich_text_input: { places: ['input'], rule: shape({ ...typed, initial_value: anything }) },
  file_input: {
    places: ['input'],
    rule: shape({ type: anything, action_id: actionId, filetypes: list(string(20, 1), 100), max_files: whole(1, 10) }),
  },
};

/** An element that may stand in this kind of block. */
export function element(place: Place): Rule {
  return (value, at, scene) => {
    if (!isObject(value)) return fault(scene, 'must be an object', at);
    if (place === 'section' && value.type === 'image') return image(value, at, scene);
    const known = elements[String(value.type)];
    if (!known?.places.includes(place)) return fault(scene, `unsupported type: ${String(value.type)}`, `${at}/type`);
    if (value.type === 'file_input' && scene.surface !== 'modal') fault(scene, 'unsupported type: file_input', `${at}/type`);
    known.rule(value, at, scene);
  };
}

/** A picture inside a section or a context block. */
export const image: Rule = shape({
  type: anything,
  image_url: string(3000, 1),
  slack_file: anything,
  alt_text: needed(string(2000, 1)),
});
