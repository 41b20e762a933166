// The shapes of Block Kit that the page draws. What a block or an element may hold is checked by the sandbox before it gets here.

export interface TextObject {
  type: 'plain_text' | 'mrkdwn';
  text: string;
  emoji?: boolean;
  verbatim?: boolean;
}

export interface Option {
  text: TextObject;
  value: string;
  description?: TextObject;
  url?: string;
}

export interface OptionGroup {
  label: TextObject;
  options: Option[];
}

export interface Confirm {
  title: TextObject;
  text: TextObject;
  confirm: TextObject;
  deny: TextObject;
  style?: 'primary' | 'danger';
}

/** What an app presets in an element. */
interface Presets {
  initial_option?: Option;
  initial_options?: Option[];
  /** Rich text inputs hold a rich text block. */
  initial_value?: string | { elements?: unknown[] };
  initial_date?: string;
  initial_time?: string;
  initial_date_time?: number;
  initial_user?: string;
  initial_users?: string[];
  initial_conversation?: string;
  initial_conversations?: string[];
  initial_channel?: string;
  initial_channels?: string[];
}

/** What an app allows in an element. */
interface Bounds {
  max_selected_items?: number;
  multiline?: boolean;
  min_length?: number;
  max_length?: number;
  is_decimal_allowed?: boolean;
  min_value?: string;
  max_value?: string;
  filetypes?: string[];
  max_files?: number;
  timezone?: string;
}

/** A button, a select, a picker, a field, or a part of a context block. */
export interface Element extends Presets, Bounds {
  type: string;
  action_id?: string;
  text?: TextObject | string;
  value?: string;
  url?: string;
  style?: string;
  accessibility_label?: string;
  confirm?: Confirm;
  placeholder?: TextObject;
  focus_on_load?: boolean;
  dispatch_action_config?: { trigger_actions_on?: string[] };
  /** Which conversations a select offers. */
  filter?: { include?: string[] };
  options?: Option[];
  option_groups?: OptionGroup[];
  image_url?: string;
  slack_file?: { id?: string; url?: string };
  alt_text?: string;
}

export interface Block {
  type: string;
  block_id?: string;
  /** Markdown blocks hold their text bare. */
  text?: TextObject | string;
  fields?: TextObject[];
  accessory?: Element;
  elements?: Element[];
  element?: Element;
  label?: TextObject;
  hint?: TextObject;
  optional?: boolean;
  dispatch_action?: boolean;
  image_url?: string;
  slack_file?: { id?: string; url?: string };
  alt_text?: string;
  title?: TextObject;
}

export interface HeldFile {
  name: string;
  text: string;
}

/** What a person has put into a control: text, several texts, or files; options by their value, people and channels by their id. */
export type Held = string | string[] | HeldFile[];

/** What the fields of a view hold as Slack reports it, by block id and action id. */
export type Values = Record<string, Record<string, Record<string, unknown>>>;
