// Controls that offer choices: selects of options and of people, checkboxes, radio buttons, overflow menus.
import { el, freshId } from './dom.ts';
import type { Element, Held, Option } from './shapes.ts';

/** A control on the page and how to read what it holds. */
export interface Control {
  node: HTMLElement;
  held: () => Held;
  /** Calls back when the person has changed it. */
  changed: (act: () => void) => void;
}

export interface Choice {
  value: string;
  label: string;
}

/** Everyone or everywhere that may be chosen, for the selects that name people and conversations. */
export interface Directory {
  people: Choice[];
  channels: Choice[];
}

export function select(element: Element, directory: Directory, id: string): Control {
  const several = element.type.startsWith('multi_');
  const { choices, initial } = sourceOf(element, directory);
  const node = el('select', { id, multiple: several, size: several ? Math.min(6, Math.max(3, choices.length)) : undefined });
  if (!several) node.append(el('option', { value: '' }, element.placeholder?.text ?? 'Choose…'));
  for (const { value, label } of choices) node.append(el('option', { value, selected: initial.includes(value) }, label));
  const chosen = () => [...node.selectedOptions].map((option) => option.value).filter((value) => value !== '');
  return { node, held: () => (several ? chosen() : (chosen()[0] ?? '')), changed: (act) => node.addEventListener('change', act) };
}

export function ticks(element: Element, kind: 'checkbox' | 'radio'): Control {
  const name = freshId('ticks');
  const initial = [element.initial_option, ...(element.initial_options ?? [])].map((option) => option?.value);
  const boxes = (element.options ?? []).map((option) => ({
    option,
    input: el('input', { type: kind, name, id: freshId(name), value: option.value, checked: initial.includes(option.value) }),
  }));
  const node = el('div', { class: 'ticks', role: kind === 'radio' ? 'radiogroup' : 'group' }, ...boxes.map(tick));
  const chosen = () => boxes.filter(({ input }) => input.checked).map(({ option }) => option.value);
  const held = (): Held => (kind === 'radio' ? (chosen()[0] ?? '') : chosen());
  return { node, held, changed: (act) => node.addEventListener('change', act) };
}

export function overflow(element: Element): Control {
  const node = el('select', { class: 'overflow', 'aria-label': element.accessibility_label ?? 'More' }, el('option', { value: '' }, '⋯'));
  for (const option of element.options ?? []) node.append(el('option', { value: option.value }, option.text.text));
  return { node, held: () => node.value, changed: (act) => node.addEventListener('change', () => node.value !== '' && act()) };
}

function tick({ option, input }: { option: Option; input: HTMLInputElement }): Node {
  const words = option.description ? [option.text.text, el('small', {}, ` ${option.description.text}`)] : [option.text.text];
  return el('label', { for: input.id }, input, el('span', {}, ...words));
}

function sourceOf(element: Element, directory: Directory): { choices: Choice[]; initial: string[] } {
  const kind = element.type.replace('multi_', '').replace('_select', '');
  if (kind === 'users') return { choices: directory.people, initial: element.initial_users ?? [element.initial_user ?? ''] };
  if (kind === 'conversations' || kind === 'channels')
    return { choices: directory.channels, initial: [element.initial_conversation ?? element.initial_channel ?? ''] };
  const options = [...(element.options ?? []), ...(element.option_groups ?? []).flatMap((group) => group.options)];
  const initial = [element.initial_option, ...(element.initial_options ?? [])].flatMap((option) => (option ? [option.value] : []));
  return { choices: options.map(({ text, value }) => ({ value, label: text.text })), initial };
}
