// A person deals with a message or a form before them, as a person would: presses one of the buttons, fills in what opens, sends it, and looks
// whether there is more to do.

import { fillIn } from '../act/fill.ts';
import { close, submit } from '../act/modal.ts';
import { press } from '../act/press.ts';
import { settle } from '../deliver.ts';
import { elementsOf, statefulElements, stateOf } from '../describe/view.ts';
import { isEmpty, optionsOf } from '../inputs.ts';
import { plainOf } from '../render/mrkdwn.ts';
import type { View } from '../screen.ts';
import type { SmallSlack } from '../small-slack.ts';
import { topModal } from '../views.ts';
import type { Block, Filling, Message } from '../world.ts';
import { chooseLabel } from './choices.ts';
import type { Temperament } from './temperaments.ts';
import type { Words } from './words.ts';

const MOST_FORMS = 4;

export interface Handling {
  slack: SmallSlack;
  /** Waits until the bot has dealt with what was just done. */
  answered: () => Promise<void>;
  user: string;
  temperament: Temperament;
  dice: () => number;
  words: Words;
  /** So many buttons of one message are pressed in one go, and no more. */
  mostSteps: number;
  /** The element that the message is about, where it is about one. */
  element: string | null;
}

/** Deals with one message; returns how many things were done. */
export async function handleMessage(handling: Handling, at: { channel: string; ts: string }): Promise<number> {
  let done = 0;
  const pressed = new Set<string>();
  for (let step = 0; step < handling.mostSteps; step += 1) {
    const conversation = handling.slack.world.conversations.get(at.channel);
    const message = conversation?.messages.findLast((one) => one.ts === at.ts);
    if (!conversation || !message) break;
    const button = choose(handling, message.blocks, pressed);
    if (!button) break;
    pressed.add(labelOf(button.element));
    await press(handling.slack, handling.user, { on: { conversation, message }, ...button });
    await handling.answered();
    done += 1 + (await handleForms(handling));
    if (pressedOnce(message)) break;
  }
  return done;
}

/** Fills in and sends what is open, form after form, and closes what is left. */
export async function handleForms(handling: Handling): Promise<number> {
  const { slack, user, answered } = handling;
  let done = 0;
  for (let form = 0; form < MOST_FORMS; form += 1) {
    const view = topModal(slack, user);
    if (!view) return done;
    const worked = view.view.submit ? await send(handling, view) : await pressWithin(handling, view);
    await answered();
    if (!worked) break;
    done += 1;
  }
  while (topModal(slack, user)) await close(slack, user);
  await settle(slack);
  return done;
}

async function send(handling: Handling, view: View): Promise<boolean> {
  const { slack, user } = handling;
  await fillIn(slack, user, fillings(handling, view));
  const errors = await submit(slack, user);
  return Object.keys(errors).length === 0;
}

async function pressWithin(handling: Handling, view: View): Promise<boolean> {
  const button = choose(handling, view.view.blocks, new Set());
  if (button) await press(handling.slack, handling.user, { on: { view }, ...button });
  return button !== undefined;
}

function choose({ temperament, dice }: Handling, blocks: readonly Block[], not: ReadonlySet<string>) {
  const buttons = blocks.flatMap((block) =>
    elementsOf(block)
      .filter((element) => element.type === 'button' && element.url === undefined)
      .map((element) => ({ block, element })),
  );
  const labels = buttons.map(({ element }) => labelOf(element)).filter((label) => !not.has(label));
  const label = chooseLabel(labels, temperament, dice);
  return buttons.find(({ element }) => labelOf(element) === label);
}

/** What goes into each empty field: the first or any option, a short line; what is filled already stays as it is. */
function fillings(handling: Handling, view: View): Record<string, Filling> {
  const values = stateOf(view);
  const filled: Record<string, Filling> = {};
  for (const { block, element } of statefulElements(view.view.blocks)) {
    const held = values[block]?.[String(element.action_id)] ?? {};
    const optional = view.view.blocks.find((one) => one.block_id === block)?.optional === true;
    if (!isEmpty(element, held) || (optional && handling.dice() < 0.5)) continue;
    const filling = fillingFor(handling, { form: String(view.view.callback_id), block }, element);
    if (filling !== undefined) filled[block] = filling;
  }
  return filled;
}

function fillingFor({ dice, words, element: about }: Handling, at: { form: string; block: string }, element: Block): Filling | undefined {
  const options = optionsOf(element);
  if (options.length > 0) {
    const option = options[Math.floor(dice() * options.length)];
    const value = String(option?.value ?? '');
    return String(element.type).startsWith('multi') || element.type === 'checkboxes' ? [value] : value;
  }
  if (element.type === 'plain_text_input') return words.inField(dice, { ...at, most: Number(element.max_length ?? 60), element: about });
  return undefined;
}

function labelOf(element: Block): string {
  return plainOf(element.text);
}

/** A message without buttons has nothing more to press. */
function pressedOnce({ blocks }: Message): boolean {
  return !blocks.some((block) => elementsOf(block).some(({ type }) => type === 'button'));
}
