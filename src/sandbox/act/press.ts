// A person presses a button or chooses in a menu.
import { interact } from '../deliver.ts';
import { pressesMore } from '../faults.ts';
import { actionPayload } from '../payloads.ts';
import { markRead } from '../reading-marks.ts';
import type { SmallSlack } from '../small-slack.ts';
import type { Block } from '../world.ts';
import { valueFor } from './fill.ts';
import { buttonLike, type Control, menuLike, nearestControl } from './find.ts';
import { actingPerson, beginAct, notice } from './persons.ts';

/** Presses the nearest button with this label or action id. Throws when there is none in sight. */
export async function pressLike(slack: SmallSlack, user: string, label: string): Promise<void> {
  const person = actingPerson(slack, user);
  const control = nearestControl(slack, person.id, buttonLike(label));
  if (!control) throw new Error(`${person.name} sees no button [${label}].`);
  await press(slack, person.id, control);
}

/** Chooses in the nearest menu that is called `name` and has the option. */
export async function chooseLike(slack: SmallSlack, user: string, name: string, option: string | string[]): Promise<void> {
  const person = actingPerson(slack, user);
  const control = nearestControl(slack, person.id, menuLike(name, [option].flat()[0] ?? ''));
  if (!control) throw new Error(`${person.name} sees no menu ${name} with ${[option].flat().join(', ')}.`);
  await choose(slack, person.id, control, option);
}

/** Presses this button. Questions before the step ("Are you sure?") are answered with yes. */
export async function press(slack: SmallSlack, user: string, control: Control): Promise<void> {
  const { element } = control;
  await act(slack, user, control, {
    text: element.text,
    ...(element.value === undefined ? {} : { value: element.value }),
    ...(element.style === undefined ? {} : { style: element.style }),
  });
}

/** Chooses in this menu. */
export async function choose(slack: SmallSlack, user: string, control: Control, option: string | string[]): Promise<void> {
  const value = valueFor(slack, user, control.element, option);
  if ('view' in control.on && control.element.type !== 'overflow') {
    const { state } = control.on.view;
    const block = String(control.block.block_id);
    state[block] = { ...state[block], [String(control.element.action_id)]: value };
  }
  const { type: _type, ...held } = value;
  await act(slack, user, control, held);
}

async function act(slack: SmallSlack, user: string, control: Control, what: Block): Promise<void> {
  beginAct(slack, user);
  // Whoever presses a button has read what stands on it.
  if ('message' in control.on) markRead(slack, user, control.on.conversation, control.on.message.ts);
  const more = pressesMore(slack.faults);
  const action = { type: control.element.type, action_id: control.element.action_id, block_id: control.block.block_id, ...what };
  const ack = await interact(slack, { type: 'interactive', payload: actionPayload(slack, user, control.on, action) });
  for (let again = 0; again < more; again += 1)
    await interact(slack, { type: 'interactive', payload: actionPayload(slack, user, control.on, action) });
  if (!ack) notice(slack, user, 'Something went wrong: the app did not respond. Try again.');
}
