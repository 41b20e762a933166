// What stands in a control: as the app preset it, or as its person left it. Slack keeps what was typed when it marks a fault or shows a view
// anew, so the page does too. Pure.
import type { Block, Element, Held, Values } from './block-kit.ts';

/** The field with which Slack reports a value, and the one with which an app presets it. */
const PRESETS = {
  value: 'initial_value',
  rich_text_value: 'initial_value',
  selected_date: 'initial_date',
  selected_time: 'initial_time',
  selected_date_time: 'initial_date_time',
  selected_option: 'initial_option',
  selected_options: 'initial_options',
  selected_user: 'initial_user',
  selected_users: 'initial_users',
  selected_conversation: 'initial_conversation',
  selected_conversations: 'initial_conversations',
  selected_channel: 'initial_channel',
  selected_channels: 'initial_channels',
} as const;

/** The same blocks, each control preset with what stands in it now. */
export function asTyped(blocks: readonly Block[], values: Values): Block[] {
  return blocks.map((block) => {
    const held = values[block.block_id ?? ''];
    if (!held) return block;
    const preset = (element: Element): Element => presetWith(element, held[element.action_id ?? '']);
    return {
      ...block,
      ...(block.element && { element: preset(block.element) }),
      ...(block.accessory && { accessory: preset(block.accessory) }),
      ...(block.type === 'actions' && { elements: (block.elements ?? []).map(preset) }),
    };
  });
}

function presetWith(element: Element, held: Record<string, unknown> | undefined): Element {
  if (!held) return element;
  const reported = Object.entries(PRESETS).filter(([field]) => field in held);
  const stale = new Set<string>(reported.map(([, initial]) => initial));
  const untouched = Object.entries(element).filter(([name]) => !stale.has(name));
  const typed = reported.flatMap(([field, initial]) => (held[field] === null ? [] : [[initial, held[field]]]));
  return Object.fromEntries([...untouched, ...typed]) as Element;
}

/** Whether a control takes several values at once. */
export function takesSeveral(element: Element): boolean {
  return element.type.startsWith('multi_') || element.type === 'checkboxes' || element.type === 'file_input';
}

/** What an element holds before anybody has touched it. */
export function heldAtFirst(element: Element): Held {
  if (takesSeveral(element)) return severalAtFirst(element);
  return (
    element.initial_option?.value ??
    element.initial_user ??
    element.initial_conversation ??
    element.initial_channel ??
    element.initial_date ??
    element.initial_time ??
    (element.initial_date_time === undefined ? undefined : String(element.initial_date_time)) ??
    wordsIn(element.initial_value)
  );
}

/** The letters of what was typed, also where it was kept as rich text. */
function wordsIn(value: unknown): string {
  if (typeof value === 'string') return value;
  const { text, elements } = (value ?? {}) as { text?: unknown; elements?: unknown[] };
  return typeof text === 'string' ? text : (elements ?? []).map(wordsIn).join('');
}

function severalAtFirst(element: Element): string[] {
  const options = (element.initial_options ?? []).map(({ value }) => value);
  return [...options, ...(element.initial_users ?? []), ...(element.initial_conversations ?? []), ...(element.initial_channels ?? [])];
}

/** What is held, as the texts in it; files have none. */
export function textsOf(held: Held): string[] {
  return [held].flat().filter((one): one is string => typeof one === 'string' && one !== '');
}
