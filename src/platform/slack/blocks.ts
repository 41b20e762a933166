// Slack's blocks as short words, within Slack's limits. Every face builds with these, so that a limit or a rule (mrkdwn is verbatim, labels
// are cut and not refused) stands in one place. Pure.
import type {
  ActionsBlock,
  ActionsBlockElement,
  Button,
  ConfirmationDialog,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  HomeView,
  ImageBlock,
  InputBlock,
  KnownBlock,
  ModalView,
  MrkdwnElement,
  PlainTextElement,
  SectionBlock,
  SectionBlockAccessory,
} from '@slack/types';

/** Cuts plain text to `most` characters, never inside a character, and shows that something is missing. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > most - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** The same for mrkdwn: never inside a mention, a link or an escaped character either. */
export function cutMrkdwn(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = cut(text, most).slice(0, -1);
  return `${kept.replace(/(<[^>]*|&[a-z]*)$/, '')}…`;
}

/**
 * The text that goes beside blocks, for notifications and screen readers: plain sentences, in which Slack would act on signs that a person
 * wrote. Mentions of people and channels stay; everything else that means something to Slack is written out. Safe to do twice.
 */
export function inert(text: string): string {
  return text
    .replace(/&(?!(?:amp|lt|gt);)/g, '&amp;')
    .replace(/<(?![@#][A-Z0-9]+>)/g, '&lt;')
    .replace(/(<[@#][A-Z0-9]+)?>/g, (match, mention) => (mention ? match : '&gt;'));
}

/** A `plain_text` object: nothing in it is markup. */
export function plain(text: string, most = 3000): PlainTextElement {
  return { type: 'plain_text', text: cut(text, most) || ' ', emoji: false };
}

/** A `mrkdwn` object; what people wrote must come through `content.say`, which escapes it. */
export function mrkdwn(text: string, most = 3000): MrkdwnElement {
  return { type: 'mrkdwn', text: cutMrkdwn(text, most) || ' ', verbatim: true };
}

export function section(text: string, more: { accessory?: SectionBlockAccessory; block?: string } = {}): SectionBlock {
  return {
    type: 'section',
    text: mrkdwn(text),
    ...(more.accessory && { accessory: more.accessory }),
    ...(more.block && { block_id: more.block }),
  };
}

/** A section of text that is shown letter for letter: for what a person wrote. */
export function words(text: string): SectionBlock {
  return { type: 'section', text: plain(text) };
}

/** Long mrkdwn as as many sections as it needs, parted between paragraphs where possible. */
export function sections(text: string): SectionBlock[] {
  const parts: string[] = [];
  for (const paragraph of text.split(/\n{2,}/).flatMap((long) => pieces(long, 2900))) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + paragraph.length + 2 <= 2900) parts[parts.length - 1] = `${last}\n\n${paragraph}`;
    else parts.push(paragraph);
  }
  return parts.map((part) => section(part));
}

function pieces(text: string, most: number): string[] {
  if (text.length <= most) return [text];
  const head = cutMrkdwn(text, most).slice(0, -1);
  const end = Math.max(head.lastIndexOf('\n'), head.lastIndexOf(' '));
  const first = end > most / 2 ? head.slice(0, end) : head;
  return [first, ...pieces(text.slice(first.length).trimStart(), most)];
}

/** Up to ten short mrkdwn texts in two columns. */
export function fields(...texts: string[]): SectionBlock {
  return { type: 'section', fields: texts.slice(0, 10).map((text) => mrkdwn(text, 2000)) };
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plain(text, 150) };
}

export function divider(): DividerBlock {
  return { type: 'divider' };
}

export function context(...texts: string[]): ContextBlock {
  return { type: 'context', elements: texts.slice(0, 10).map((text) => mrkdwn(text)) };
}

/** A picture; `alt` says what it shows, not that it is one. */
export function image(picture: { url: string; alt: string } | { file: string; alt: string }): ImageBlock {
  const alt_text = cut(picture.alt, 2000);
  if ('url' in picture) return { type: 'image', image_url: picture.url, alt_text };
  return { type: 'image', slack_file: { id: picture.file }, alt_text };
}

export function actions(elements: readonly ActionsBlockElement[], block?: string): ActionsBlock {
  return { type: 'actions', elements: elements.slice(0, 25), ...(block && { block_id: block }) };
}

export interface ButtonWords {
  label: string;
  /** `room.control`; within one message each control needs its own. */
  action: string;
  value?: string;
  style?: 'primary' | 'danger';
  confirm?: ConfirmationDialog;
  /** What a screen reader says, where the label alone does not tell ("Check in for week 3"). */
  accessibilityLabel?: string;
  url?: string;
}

export function button(words: ButtonWords): Button {
  return {
    type: 'button',
    text: plain(words.label, 75),
    action_id: words.action,
    ...(words.value !== undefined && { value: words.value }),
    ...(words.style && { style: words.style }),
    ...(words.confirm && { confirm: words.confirm }),
    ...(words.accessibilityLabel && { accessibility_label: cut(words.accessibilityLabel, 75) }),
    ...(words.url && { url: words.url }),
  };
}

/** The question asked before a button takes effect. */
export function confirm(words: { title: string; text: string; yes: string; no: string; danger?: boolean }): ConfirmationDialog {
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
  element: InputBlock['element'];
  hint?: string;
  optional?: boolean;
  /** Whether a change is sent at once as a press. */
  dispatch?: boolean;
}

export function input(words: InputWords): InputBlock {
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
  /** `room.control`. */
  callback: string;
  title: string;
  submit?: string;
  close?: string;
  blocks: KnownBlock[];
  /** Ids only, checked again when they come back: the person's client can read it. */
  about?: string;
}

/** A modal. One with inputs and no `submit`, or with more than 100 blocks, is a bug and throws. */
export function modal(words: ModalWords): ModalView {
  if (words.blocks.length > 100) throw new RangeError(`${words.callback} has more than 100 blocks`);
  if (!words.submit && words.blocks.some((block) => block.type === 'input'))
    throw new RangeError(`${words.callback} has inputs and no submit`);
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
export function home(blocks: KnownBlock[]): HomeView {
  if (blocks.length > 100) throw new RangeError('Home has more than 100 blocks');
  return { type: 'home', blocks };
}
