// Finds a button or a menu on what a person can see: the open modal first, then messages from the latest back, their Home last.
import { canSee } from '../conversations.ts';
import { elementsOf } from '../describe/view.ts';
import { optionLike } from '../inputs.ts';
import type { Surface } from '../payloads.ts';
import { plainOf } from '../render/mrkdwn.ts';
import type { SmallSlack } from '../small-slack.ts';
import { topModal } from '../views.ts';
import type { Block, Conversation, Message } from '../world.ts';

export interface Control {
  on: Surface;
  block: Block;
  element: Block;
}

type Match = (element: Block, block: Block) => boolean;

/** The nearest control that matches; `undefined` when there is none in sight. */
export function nearestControl(slack: SmallSlack, user: string, match: Match): Control | undefined {
  const modal = topModal(slack, user);
  if (modal) return within(modal.view.blocks, { view: modal }, match);
  for (const { conversation, message } of seenBy(slack, user)) {
    const found = within(message.blocks, { conversation, message }, match);
    if (found) return found;
  }
  const home = slack.world.views.get(slack.world.homes.get(user) ?? '');
  return home && within(home.view.blocks, { view: home }, match);
}

function within(blocks: readonly Block[], on: Surface, match: Match): Control | undefined {
  for (const block of blocks) {
    const element = elementsOf(block).find((one) => match(one, block));
    if (element) return { on, block, element };
  }
  return undefined;
}

/** The control a page points at: by where it stands and its ids. */
export function controlAt(
  slack: SmallSlack,
  at: { view?: string; channel?: string; ts?: string; block: string; action: string },
): Control | undefined {
  const match: Match = (element, block) => element.action_id === at.action && block.block_id === at.block;
  const view = slack.world.views.get(at.view ?? '');
  if (view) return within(view.view.blocks, { view }, match);
  const conversation = slack.world.conversations.get(at.channel ?? '');
  const message = conversation?.messages.findLast((one) => one.ts === at.ts);
  return conversation && message ? within(message.blocks, { conversation, message }, match) : undefined;
}

/** All messages with controls that a person can see, latest first. */
function seenBy(slack: SmallSlack, user: string): { conversation: Conversation; message: Message }[] {
  return [...slack.world.conversations.values()]
    .filter((conversation) => canSee(slack.world, user, conversation))
    .flatMap((conversation) =>
      conversation.messages
        .filter((message) => message.blocks.length > 0 && (message.onlyFor === undefined || message.onlyFor === user))
        .map((message) => ({ conversation, message })),
    )
    .sort((a, b) => (a.message.ts < b.message.ts ? 1 : -1));
}

/** A button with this label or action id. */
export function buttonLike(wanted: string): Match {
  return (element) => element.type === 'button' && (plainOf(element.text) === wanted || element.action_id === wanted);
}

/** A menu with this placeholder, action id or text before it, that has the option. */
export function menuLike(control: string, option: string): Match {
  return (element, block) =>
    element.type !== 'button' &&
    (plainOf(element.placeholder) === control ||
      element.action_id === control ||
      plainOf(block.text) === control ||
      plainOf(block.label) === control) &&
    (!('options' in element || 'option_groups' in element) || optionLike(element, option) !== undefined);
}
