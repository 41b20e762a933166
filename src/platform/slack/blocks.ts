// Slack's blocks as short words, within Slack's limits. Every face builds with these, so that a limit or a rule (mrkdwn is verbatim, labels
// are cut and not refused) stands in one place. Pure.
import type * as slack from '@slack/types';
import { cut, cutMrkdwn, nameWith, pieces } from './text.ts';

/** A `plain_text` object: nothing in it is markup. */
export function plain(text: string, most = 3000): slack.PlainTextElement {
  return { type: 'plain_text', text: cut(text, most) || ' ', emoji: false };
}

/** A `mrkdwn` object; what people wrote must come through `content.say`, which escapes it. */
export function mrkdwn(text: string, most = 3000): slack.MrkdwnElement {
  return { type: 'mrkdwn', text: cutMrkdwn(text, most) || ' ', verbatim: true };
}

export function section(text: string, more: { accessory?: slack.SectionBlockAccessory; block?: string } = {}): slack.SectionBlock {
  return {
    type: 'section',
    text: mrkdwn(text),
    ...(more.accessory && { accessory: more.accessory }),
    ...(more.block && { block_id: more.block }),
  };
}

/** A section of text that is shown letter for letter: for what a person wrote. */
export function words(text: string): slack.SectionBlock {
  return { type: 'section', text: plain(text) };
}

/** Long mrkdwn as as many sections as it needs, parted between paragraphs where possible. */
export function sections(text: string): slack.SectionBlock[] {
  const parts: string[] = [];
  for (const paragraph of text.split(/\n{2,}/).flatMap((long) => pieces(long, 2900))) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + paragraph.length + 2 <= 2900) parts[parts.length - 1] = `${last}\n\n${paragraph}`;
    else parts.push(paragraph);
  }
  return parts.map((part) => section(part));
}

export function header(text: string): slack.HeaderBlock {
  return { type: 'header', text: plain(text, 150) };
}

export function divider(): slack.DividerBlock {
  return { type: 'divider' };
}

export function context(...texts: string[]): slack.ContextBlock {
  return { type: 'context', elements: texts.slice(0, 10).map((text) => mrkdwn(text)) };
}

/** A picture that Slack has as a file; `alt` says what it shows, not that it is one. */
export function image(picture: { file: string; alt: string }): slack.ImageBlock {
  return { type: 'image', slack_file: { id: picture.file }, alt_text: cut(picture.alt, 2000) };
}

export function actions(elements: readonly slack.ActionsBlockElement[], block?: string): slack.ActionsBlock {
  return { type: 'actions', elements: elements.slice(0, 25), ...(block && { block_id: block }) };
}

export interface ButtonWords {
  label: string;
  /** `room.control`; within one message each control needs its own. */
  action: string;
  value?: string;
  style?: 'primary' | 'danger';
  confirm?: slack.ConfirmationDialog;
  /** What a screen reader says, where the label alone does not tell ("Check in for week 3"). */
  accessibilityLabel?: string;
  url?: string;
}

export function button(words: ButtonWords): slack.Button {
  return {
    type: 'button',
    text: plain(words.label, 75),
    action_id: words.action,
    ...(words.value !== undefined && { value: words.value }),
    ...(words.style && { style: words.style }),
    ...(words.confirm && { confirm: words.confirm }),
    ...(words.accessibilityLabel && { accessibility_label: cut(nameWith(words.label, words.accessibilityLabel), 75) }),
    ...(words.url && { url: words.url }),
  };
}

/** The question asked before a button takes effect. */
export function confirm(words: { title: string; text: string; yes: string; no: string; danger?: boolean }): slack.ConfirmationDialog {
  return {
    title: plain(words.title, 100),
    text: plain(words.text, 300),
    confirm: plain(words.yes, 30),
    deny: plain(words.no, 30),
    ...(words.danger && { style: 'danger' }),
  };
}

export interface InputWords {
  /** The block id: errors are shown, and values read, by it. */
  block: string;
  label: string;
  element: slack.InputBlock['element'];
  hint?: string;
  optional?: boolean;
  /** Whether a change is sent at once as a press. */
  dispatch?: boolean;
}

export function input(words: InputWords): slack.InputBlock {
  return {
    type: 'input',
    block_id: words.block,
    label: plain(words.label, 2000),
    element: words.element,
    optional: words.optional ?? false,
    ...(words.hint && { hint: plain(words.hint, 2000) }),
    ...(words.dispatch && { dispatch_action: true }),
  };
}

export interface ModalWords {
  callback: string;
  title: string;
  submit?: string;
  close?: string;
  blocks: slack.KnownBlock[];
  /** Ids only, checked again when they come back: the person's client can read it. */
  about?: string;
}

/** A modal. One with inputs and no `submit`, or with more than 100 blocks, is a bug and throws. */
export function modal(words: ModalWords): slack.ModalView {
  const hasFields = words.blocks.some((block) => block.type === 'input');
  if (words.blocks.length > 100 || (hasFields && !words.submit)) throw new RangeError(`${words.callback} is not a modal Slack would take`);
  return {
    type: 'modal',
    callback_id: words.callback,
    title: plain(words.title, 24),
    blocks: words.blocks,
    ...(words.submit && { submit: plain(words.submit, 24) }),
    close: plain(words.close ?? 'Close', 24),
    ...(words.about !== undefined && { private_metadata: words.about }),
  };
}

/** The Home tab. More than 100 blocks is a bug and throws. */
export function home(blocks: slack.KnownBlock[]): slack.HomeView {
  if (blocks.length > 100) throw new RangeError('Home has more than 100 blocks');
  return { type: 'home', blocks };
}
