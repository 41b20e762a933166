// A person submits or closes the open modal, and what the app answers is done.

import { isObject } from '../check/rules.ts';
import { checkView } from '../check/views.ts';
import { interact } from '../deliver.ts';
import { stateOf } from '../describe/view.ts';
import { faultOf, isEmpty } from '../inputs.ts';
import { closingPayload, submissionPayload } from '../payloads.ts';
import { plainOf } from '../render/mrkdwn.ts';
import type { View } from '../screen.ts';
import type { SmallSlack } from '../small-slack.ts';
import { show } from '../small-slack.ts';
import { closeAll, closeTop, putModal, replaceView, screenOf, topModal } from '../views.ts';
import type { Block } from '../world.ts';
import { actingPerson, beginAct, notice } from './persons.ts';

const trouble = 'We had some trouble connecting. Try again?';

/** Submits the top modal. Returns what stands at its fields afterwards, by label; the label of what concerns no field is empty. */
export async function submit(slack: SmallSlack, user: string): Promise<Record<string, string>> {
  const person = actingPerson(slack, user);
  beginAct(slack, person.id);
  const view = topModal(slack, person.id);
  if (!view) throw new Error(`${person.name} has no modal open.`);
  if (!view.view.submit) throw new Error('This modal has nothing to submit.');
  const unfit = ownFaults(view);
  if (Object.keys(unfit).length > 0) return mark(slack, view, unfit);
  let obeyed: Record<string, string> | undefined;
  const acknowledged = (body: unknown) => {
    obeyed = obey(slack, view, body);
  };
  const ack = await interact(slack, { type: 'interactive', payload: submissionPayload(slack, view), acknowledged });
  if (!ack) return failed(slack, view);
  return obeyed ?? obey(slack, view, ack.body);
}

/** What Slack's own form does not let through. */
function ownFaults(view: View): Record<string, string> {
  const values = stateOf(view);
  const faults: Record<string, string> = {};
  for (const block of view.view.blocks.filter((one) => one.type === 'input')) {
    const element = block.element as Block;
    const value = values[String(block.block_id)]?.[String(element.action_id)] ?? {};
    const fault = isEmpty(element, value)
      ? block.optional === true
        ? undefined
        : 'Please complete this required field.'
      : faultOf(element, value);
    if (fault) faults[String(block.block_id)] = fault;
  }
  return faults;
}

function mark(slack: SmallSlack, view: View, errors: Record<string, string>): Record<string, string> {
  screenOf(slack, view.user).errors = errors;
  const words = Object.entries(errors).map(([block, error]) => [labelOf(view, block), error]);
  show(slack, { what: 'modal', only: view.user, text: words.map(([label, error]) => `${label}: ${error}`).join('\n'), blocks: [] });
  return Object.fromEntries(words);
}

function labelOf(view: View, blockId: string): string {
  const block = view.view.blocks.find((one) => one.block_id === blockId);
  return plainOf(block?.label) || blockId;
}

function failed(slack: SmallSlack, view: View): Record<string, string> {
  notice(slack, view.user, trouble);
  return { '': trouble };
}

/** Does what the app's answer to a submission says. */
function obey(slack: SmallSlack, view: View, body: unknown): Record<string, string> {
  const answer = isObject(body) ? body : {};
  if (answer.response_action === undefined) {
    if (topModal(slack, view.user)?.id === view.id) closeTop(slack, view.user);
    else takeOut(slack, view);
    return {};
  }
  if (answer.response_action === 'clear') {
    closeAll(slack, view.user);
    return {};
  }
  if (answer.response_action === 'errors') return markAsTold(slack, view, answer.errors);
  return replace(slack, view, answer);
}

/** A modal that has been covered by another in the meantime goes from below it. */
function takeOut(slack: SmallSlack, view: View): void {
  const screen = screenOf(slack, view.user);
  screen.modals = screen.modals.filter((id) => id !== view.id);
  slack.world.views.delete(view.id);
}

function markAsTold(slack: SmallSlack, view: View, errors: unknown): Record<string, string> {
  const inputs = view.view.blocks.filter((block) => block.type === 'input').map((block) => block.block_id);
  const told = isObject(errors) ? Object.entries(errors) : [];
  const wrong = told.filter(([block, error]) => !inputs.includes(block) || typeof error !== 'string');
  if (told.length === 0 || wrong.length > 0) {
    slack.complaints.push(`Errors at fields that do not exist: ${wrong.map(([block]) => block).join(', ') || 'none given'}.`);
    return failed(slack, view);
  }
  return mark(slack, view, Object.fromEntries(told) as Record<string, string>);
}

function replace(slack: SmallSlack, view: View, answer: Block): Record<string, string> {
  const faults = checkView(answer.view, 'modal');
  const tooHigh = answer.response_action === 'push' && screenOf(slack, view.user).modals.length >= 3;
  if (!['update', 'push'].includes(String(answer.response_action)) || faults.length > 0 || tooHigh) {
    slack.complaints.push(
      `A submission was answered with what Slack cannot show: ${tooHigh ? 'more than three modals' : faults.join('; ') || String(answer.response_action)}.`,
    );
    return failed(slack, view);
  }
  const sent = answer.view as Block & { blocks: Block[] };
  if (answer.response_action === 'update') replaceView(slack, view, sent);
  else putModal(slack, view.user, sent, view.id);
  return {};
}

/** Closes the top modal with its Close button, or `all` with the cross above them; the app hears of those where it asked to. */
export async function close(slack: SmallSlack, user: string, all = false): Promise<void> {
  const person = actingPerson(slack, user);
  beginAct(slack, person.id);
  const top = topModal(slack, person.id);
  if (!top) return;
  const cleared = all || top.view.clear_on_close === true;
  const open = screenOf(slack, person.id).modals.flatMap((id) => slack.world.views.get(id) ?? []);
  const going = cleared ? open.reverse() : [top];
  const told = going.filter((view) => view.view.notify_on_close === true).map((view) => closingPayload(slack, view, cleared));
  if (cleared) closeAll(slack, person.id);
  else closeTop(slack, person.id);
  for (const payload of told) await interact(slack, { type: 'interactive', payload });
}
