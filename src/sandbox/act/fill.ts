// A person fills in the inputs of the open modal.
import { isDeepStrictEqual } from 'node:util';
import { interact } from '../deliver.ts';
import { statefulElements } from '../describe/view.ts';
import { nextMark } from '../ids.ts';
import { inputKinds, optionLike, optionsOf, valueNow } from '../inputs.ts';
import { actionPayload } from '../payloads.ts';
import { plainOf } from '../render/mrkdwn.ts';
import type { View } from '../screen.ts';
import type { SmallSlack } from '../small-slack.ts';
import { topModal } from '../views.ts';
import type { Block, Filling, TextFile } from '../world.ts';
import { actingPerson, beginAct, findPerson, notice, placeOf } from './persons.ts';
import { shareFile } from './say.ts';
import { richText } from './write.ts';

/** Fills in fields of the top modal, by label, block id or action id. Throws where there is no such field or option. */
export async function fillIn(slack: SmallSlack, user: string, values: Record<string, Filling>): Promise<void> {
  const person = actingPerson(slack, user);
  beginAct(slack, person.id);
  for (const [name, filling] of Object.entries(values)) {
    const view = topModal(slack, person.id);
    if (!view) throw new Error(`${person.name} has no modal open.`);
    await fillOne(slack, view, name, filling);
  }
}

async function fillOne(slack: SmallSlack, view: View, name: string, filling: Filling): Promise<void> {
  const { block, element } = fieldNamed(view, name);
  const value = valueFor(slack, view.user, element, filling);
  const blockId = String(block.block_id);
  const before = view.state[blockId]?.[String(element.action_id)] ?? valueNow(element);
  view.state[blockId] = { ...view.state[blockId], [String(element.action_id)]: value };
  // A field that holds the same as before has nothing to tell. Menus outside input blocks tell the app at once, and so do inputs that ask for it.
  if (isDeepStrictEqual(before, value) || (block.type === 'input' && block.dispatch_action !== true)) return;
  const { type, ...held } = value;
  const action = { type, action_id: element.action_id, block_id: blockId, ...held };
  const ack = await interact(slack, { type: 'interactive', payload: actionPayload(slack, view.user, { view }, action) });
  if (!ack) notice(slack, view.user, 'Something went wrong: the app did not respond. Try again.');
}

function fieldNamed(view: View, name: string): { block: Block; element: Block } {
  const fields = statefulElements(view.view.blocks).map(({ block, element }) => {
    const found = view.view.blocks.find((one) => one.block_id === block) ?? {};
    return { block: found, element, label: plainOf(found.label) || plainOf(found.text) };
  });
  const field =
    fields.find((one) => one.label === name) ??
    fields.find((one) => one.block.block_id === name || one.element.action_id === name || plainOf(one.element.placeholder) === name);
  if (!field)
    throw new Error(`The modal has no field "${name}". It has: ${fields.map((one) => one.label || one.block.block_id).join(', ')}.`);
  return field;
}

/** What an element holds once a person has put this into it. */
export function valueFor(slack: SmallSlack, user: string, element: Block, filling: Filling): Block {
  const type = String(element.type);
  if (type === 'overflow') return { type, selected_option: choice(element, String(filling)) };
  const kind = inputKinds[type];
  if (!kind) throw new Error(`Nothing can be put into a ${type}.`);
  const items = [filling].flat().filter((one) => one !== '');
  const held = items.map((one) => oneValue(slack, user, element, one));
  if (!kind.many) return { type, [kind.field]: held[0] ?? null };
  const most = Number(element.max_selected_items ?? element.max_files ?? Number.POSITIVE_INFINITY);
  if (held.length > most) throw new Error(`At most ${most} can be chosen.`);
  return { type, [kind.field]: held };
}

function oneValue(slack: SmallSlack, user: string, element: Block, item: string | TextFile): unknown {
  const type = String(element.type);
  if (typeof item !== 'string') return fileValue(slack, user, element, item);
  if (type.includes('users_select')) return findPerson(slack, item).id;
  if (type.includes('channels_select') || type.includes('conversations_select')) return placeOf(slack, user, item).id;
  if ('options' in element || 'option_groups' in element) return choice(element, item);
  if (type === 'datetimepicker') return Number(item);
  if (type === 'rich_text_input') return richText(nextMark(slack.world), item);
  if (type === 'datepicker' && !/^\d{4}-\d{2}-\d{2}$/.test(item)) throw new Error(`${item} is no date for a date picker: YYYY-MM-DD.`);
  // Slack's field takes no more letters than this.
  return typeof element.max_length === 'number' ? [...item].slice(0, element.max_length).join('') : item;
}

function choice(element: Block, wanted: string): Block {
  const option = optionLike(element, wanted);
  if (!option)
    throw new Error(
      `There is no option "${wanted}". There are: ${optionsOf(element)
        .map((one) => plainOf(one.text))
        .join(', ')}.`,
    );
  return option;
}

function fileValue(slack: SmallSlack, user: string, element: Block, file: TextFile): Block {
  const types = element.filetypes as string[] | undefined;
  const ending = file.name.toLowerCase().replace(/^.*\./, '');
  if (types && !types.includes(ending)) throw new Error(`Slack's form takes only ${types.join(', ')} here.`);
  const id = shareFile(slack, user, undefined, file);
  const url = `${slack.baseUrl}/files/${id}/${encodeURIComponent(file.name)}`;
  return {
    id,
    name: file.name,
    title: file.name,
    filetype: ending,
    user,
    size: Buffer.byteLength(file.text),
    mode: 'hosted',
    url_private: url,
    url_private_download: `${url}?download=1`,
  };
}
