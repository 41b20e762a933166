// Pressing what stands on a message or in a form, where it still stands there: between a plan and its act a forum may have filled up, or been called off.
import { close } from '../../act/modal.ts';
import { choose, press } from '../../act/press.ts';
import { typeCommand } from '../../act/type.ts';
import { canSee } from '../../conversations.ts';
import { elementsOf } from '../../describe/view.ts';
import type { House } from '../../house.ts';
import { plainOf } from '../../render/mrkdwn.ts';
import { topModal } from '../../views.ts';
import type { Block } from '../../world.ts';

/** A message by where it stands. */
export interface Spot {
  channel: string;
  ts: string;
}

interface Found {
  block: Block;
  element: Block;
}

/** The first control that is called one of `names`: by its label, or how its action id begins. */
function named(blocks: readonly Block[], names: readonly string[]): Found | undefined {
  for (const block of blocks) {
    for (const element of elementsOf(block)) {
      const { action_id: action = '' } = element;
      if (
        names.some(
          (name) => plainOf(element.text) === name || plainOf(element.placeholder) === name || String(action).split('#')[0] === name,
        )
      )
        return { block, element };
    }
  }
  return undefined;
}

/** The labels of the buttons in these blocks, in order. */
export function labelsIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    elementsOf(block)
      .filter(({ type }) => type === 'button')
      .map((element) => plainOf(element.text)),
  );
}

/** What stands on a message now, for somebody who can see it; nothing where it has gone. */
export function blocksOf({ slack }: House, user: string, { channel, ts }: Spot): readonly Block[] {
  const conversation = slack.world.conversations.get(channel);
  if (!conversation || !canSee(slack.world, user, conversation)) return [];
  return conversation.messages.findLast((one) => one.ts === ts)?.blocks ?? [];
}

/** Presses the first button on a message that is called one of `names`; false where there is none any more. */
export async function pressOn(house: House, user: string, at: Spot, ...names: string[]): Promise<boolean> {
  const { slack, answered } = house;
  const found = named(blocksOf(house, user, at), names);
  const conversation = slack.world.conversations.get(at.channel);
  const message = conversation?.messages.findLast((one) => one.ts === at.ts);
  if (!found || !conversation || !message) return false;
  await press(slack, user, { on: { conversation, message }, ...found });
  await answered();
  return true;
}

/** The same in the form that is open. */
export async function pressWithin(house: House, user: string, ...names: string[]): Promise<boolean> {
  const { slack, answered } = house;
  const view = topModal(slack, user);
  const found = view && named(view.view.blocks, names);
  if (!view || !found) return false;
  await press(slack, user, { on: { view }, ...found });
  await answered();
  return true;
}

/** Ticks the box in the open form that is called `name`. */
export async function tick(house: House, user: string, name: string, value: string): Promise<boolean> {
  const { slack, answered } = house;
  const view = topModal(slack, user);
  const found = view && named(view.view.blocks, [name]);
  if (!view || !found) return false;
  await choose(slack, user, { on: { view }, ...found }, [value]);
  await answered();
  return true;
}

/** Types a line where the programme is at home. */
export async function says(house: House, user: string, line: string): Promise<void> {
  await typeCommand(house.slack, user, line, 'leadership');
  await house.answered();
}

/** The labels of the buttons in the open form. */
export function formLabels({ slack }: House, user: string): string[] {
  return labelsIn(topModal(slack, user)?.view.blocks ?? []);
}

export async function closeAll({ slack, answered }: House, user: string): Promise<void> {
  while (topModal(slack, user)) await close(slack, user);
  await answered();
}
