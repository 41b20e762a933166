// Controls that are typed or picked: text, numbers, addresses, dates, times and files.
import type { Control } from './choices.ts';
import { el } from './dom.ts';
import type { Element, Held } from './shapes.ts';

export function text(element: Element, id: string): Control {
  const common = { id, placeholder: element.placeholder?.text, maxlength: element.max_length };
  const node = element.multiline
    ? el('textarea', { ...common, rows: 5 }, element.initial_value ?? '')
    : el('input', { ...common, type: inputType(element.type), value: element.initial_value });
  return { node, held: () => node.value, changed: element.multiline ? whenChanged(node) : whenEntered(node) };
}

export function picker(element: Element, id: string): Control {
  const { type, initial, held } = pickers[element.type] ?? pickers.datepicker;
  const node = el('input', { id, type, value: initial(element) });
  return { node, held: () => held(node.value), changed: whenChanged(node) };
}

/** A chosen file is read at once, so that submitting does not have to wait for it. */
export function file(element: Element, id: string): Control {
  const accept = element.filetypes?.map((ending) => `.${ending}`).join(',');
  const node = el('input', { id, type: 'file', accept });
  let files: { name: string; text: string }[] = [];
  node.addEventListener('change', async () => {
    files = await Promise.all([...(node.files ?? [])].map(async (one) => ({ name: one.name, text: await one.text() })));
  });
  return { node, held: () => files[0] ?? '', changed: whenChanged(node) };
}

interface Picker {
  type: string;
  initial: (element: Element) => string | undefined;
  held: (value: string) => Held;
}

const pickers: { datepicker: Picker } & Record<string, Picker | undefined> = {
  datepicker: { type: 'date', initial: (element) => element.initial_date, held: (value) => value },
  timepicker: { type: 'time', initial: (element) => element.initial_time, held: (value) => value },
  datetimepicker: {
    type: 'datetime-local',
    initial: (element) => (element.initial_date_time ? new Date(element.initial_date_time * 1000).toISOString().slice(0, 16) : undefined),
    held: (value) => (value ? String(Math.floor(Date.parse(`${value}Z`) / 1000)) : ''),
  },
};

function inputType(type: string): string {
  if (type === 'number_input') return 'number';
  if (type === 'email_text_input') return 'email';
  return type === 'url_text_input' ? 'url' : 'text';
}

/** In Slack, Enter in such a field says that it is filled in; it does not send the form. */
function whenEntered(node: HTMLElement): Control['changed'] {
  return (act) =>
    node.addEventListener('keydown', (event) => {
      if ((event as KeyboardEvent).key !== 'Enter') return;
      event.preventDefault();
      act();
    });
}

function whenChanged(node: HTMLElement): Control['changed'] {
  return (act) => node.addEventListener('change', act);
}
