// Adds what Slack adds to blocks it has accepted: ids where the app gave none, and `emoji` on plain texts.
import { nextMark } from '../ids.ts';
import type { Block, World } from '../world.ts';
import { isObject } from './rules.ts';

/** The same blocks with an id on every block and every interactive element. */
export function completed(world: World, blocks: readonly Block[]): Block[] {
  return blocks.map((block) => {
    const { type, block_id, ...rest } = block;
    return withPlainTexts({ type, block_id: block_id ?? nextMark(world), ...withActionIds(world, rest) }) as Block;
  });
}

function withActionIds(world: World, block: Block): Block {
  const result = { ...block };
  if (isObject(block.element)) result.element = withActionId(world, block.element);
  if (isObject(block.accessory)) result.accessory = withActionId(world, block.accessory);
  if (Array.isArray(block.elements)) result.elements = block.elements.map((one) => withActionId(world, one as Block));
  return result;
}

function withActionId(world: World, element: Block): Block {
  const passive = ['image', 'mrkdwn', 'plain_text'].includes(String(element.type)) || String(element.type).startsWith('rich_text_');
  return passive || element.action_id !== undefined ? element : { ...element, action_id: nextMark(world) };
}

function withPlainTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withPlainTexts);
  if (!isObject(value)) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withPlainTexts(one)]));
  if (copy.type === 'plain_text' && copy.emoji === undefined) copy.emoji = true;
  if (copy.type === 'mrkdwn' && copy.verbatim === undefined) copy.verbatim = false;
  return copy;
}
