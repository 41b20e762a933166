// What tells one block from the next when a view or a message is shown anew, so that what has not changed keeps its focus and its place. Ids
// that an app gave stay; ids that Slack made up are others each time, so a block without controls is known by its kind and its turn. Pure.
import type { Block, Element } from './block-kit.ts';

/** A key for each of these blocks, unique among them. */
export function keysOf(blocks: readonly Block[]): string[] {
  return turns(blocks.map(nameOf));
}

/** A key for each of these elements, unique among them. */
export function elementKeysOf(elements: readonly Element[]): string[] {
  return turns(elements.map(({ type, action_id }) => `${type} ${action_id ?? ''}`));
}

function nameOf(block: Block): string {
  if (block.element) return `${block.block_id} ${block.element.type} ${block.element.action_id}`;
  const controls = [block.accessory, ...(block.type === 'actions' ? (block.elements ?? []) : [])];
  return [block.type, ...controls.map((control) => control?.action_id ?? '')].join(' ');
}

function turns(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const turn = seen.get(name) ?? 0;
    seen.set(name, turn + 1);
    return `${name} ${turn}`;
  });
}
