// Draws a form as its person left it: Slack keeps what has been typed when it marks a fault or shows a view anew, so the page does too. Pure.
import type { Block, Element } from './shapes.ts';

/** What the fields hold, by block id and action id, as Slack reports it. */
export type Values = Record<string, Record<string, Record<string, unknown>>>;

/** The field with which Slack reports a value, and the one with which an app presets it. */
const PRESETS = {
  value: 'initial_value',
  selected_date: 'initial_date',
  selected_time: 'initial_time',
  selected_date_time: 'initial_date_time',
  selected_option: 'initial_option',
  selected_options: 'initial_options',
  selected_user: 'initial_user',
  selected_users: 'initial_users',
  selected_conversation: 'initial_conversation',
  selected_channel: 'initial_channel',
} as const;

/** The same blocks, each input preset with what stands in it now. */
export function asTyped(blocks: readonly Block[], values: Values): Block[] {
  return blocks.map((block) => {
    const held = values[block.block_id ?? '']?.[block.element?.action_id ?? ''];
    return block.type === 'input' && block.element && held ? { ...block, element: preset(block.element, held) } : block;
  });
}

function preset(element: Element, held: Record<string, unknown>): Element {
  const typed = Object.entries(PRESETS).filter(([reported]) => reported in held);
  return { ...element, ...Object.fromEntries(typed.map(([reported, initial]) => [initial, held[reported] ?? undefined])) };
}
