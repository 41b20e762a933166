// A view as Slack's API describes one: what the app sent, the ids Slack added, and what the person has put in.
import { valueNow } from '../inputs.ts';
import type { View } from '../screen.ts';
import type { Block, World } from '../world.ts';

/** The view object of views.* answers and of the payloads about views. */
export function describeView(world: World, view: View): Record<string, unknown> {
  return {
    id: view.id,
    team_id: world.team.id,
    type: view.kind,
    blocks: view.view.blocks,
    private_metadata: view.view.private_metadata ?? '',
    callback_id: view.view.callback_id ?? '',
    state: { values: stateOf(view) },
    hash: view.hash,
    title: view.view.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: view.view.clear_on_close ?? false,
    notify_on_close: view.view.notify_on_close ?? false,
    close: view.view.close ?? null,
    submit: view.view.submit ?? null,
    previous_view_id: view.on ?? null,
    root_view_id: view.root,
    app_id: world.app.id,
    external_id: view.view.external_id ?? '',
    app_installed_team_id: world.team.id,
    bot_id: world.app.botId,
  };
}

/** The values of all inputs, by block id and action id: what the person put in, else what the app had put there. */
export function stateOf(view: { view: { blocks: readonly Block[] }; state: View['state'] }): Record<string, Record<string, Block>> {
  const values: Record<string, Record<string, Block>> = {};
  for (const { block, element } of statefulElements(view.view.blocks)) {
    const value = view.state[block]?.[String(element.action_id)] ?? valueNow(element);
    values[block] = { ...values[block], [String(element.action_id)]: value };
  }
  return values;
}

/** Every element of these blocks that holds a value, with its block's id. Buttons and overflow menus hold none. */
export function statefulElements(blocks: readonly Block[]): { block: string; element: Block }[] {
  return blocks.flatMap((block) =>
    elementsOf(block)
      .filter((element) => !['button', 'overflow', 'image', 'workflow_button'].includes(String(element.type)))
      .map((element) => ({ block: String(block.block_id), element })),
  );
}

/** The interactive elements of one block. */
export function elementsOf(block: Block): Block[] {
  if (block.type === 'input') return [block.element as Block];
  if (block.type === 'actions') return block.elements as Block[];
  if (block.type === 'section' && block.accessory) return [block.accessory as Block];
  return [];
}
