// Draws Block Kit: a message's or a view's blocks as elements, with their controls wired to whoever is listening.
import { type Control, type Directory, overflow, select, ticks } from './choices.ts';
import { type Child, el, freshId, onClick } from './dom.ts';
import { file, picker, text } from './fields.ts';
import { mrkdwn, type Names } from './mrkdwn.ts';
import { drawRichText, type RichPart } from './rich-text.ts';
import type { Block, Element, Held, TextObject } from './shapes.ts';

/** What the blocks stand on: names to show, people to choose from, and who hears a press. */
export interface Stage {
  names: Names;
  directory: Directory;
  pictureUrl: (fileId: string) => string;
  /** `held` is what was chosen; a button holds nothing. */
  press: (block: Block, element: Element, held: Held | undefined) => void;
  /** Where inputs of a view are gathered, by block id. */
  fields?: Map<string, () => Held>;
  /** Faults to show at the inputs, by block id. */
  faults?: Record<string, string>;
}

export function drawBlocks(blocks: readonly Block[], stage: Stage): Node[] {
  return blocks.map((block) => (drawers[block.type] ?? unknown)(block, stage));
}

const drawers: Record<string, ((block: Block, stage: Stage) => Node) | undefined> = {
  section: (block, stage) =>
    el(
      'div',
      { class: 'section' },
      el(
        'div',
        { class: 'words' },
        ...words(block.text, stage),
        ...(block.fields ?? []).map((field) => el('p', {}, ...words(field, stage))),
      ),
      block.accessory ? drawElement(block, block.accessory, stage) : undefined,
    ),
  header: (block, stage) => el('h3', {}, ...words(block.text, stage)),
  divider: () => el('hr'),
  context: (block, stage) =>
    el('p', { class: 'context' }, ...(block.elements ?? []).flatMap((one): Child[] => [...contextPart(one, stage), ' '])),
  actions: (block, stage) => el('div', { class: 'actions' }, ...(block.elements ?? []).map((one) => drawElement(block, one, stage))),
  image: (block, stage) => picture(block, stage),
  input: (block, stage) => drawInput(block, stage),
  rich_text: (block, stage) => drawRichText((block.elements ?? []) as unknown as RichPart[], stage.names),
  markdown: (block, stage) => el('div', { class: 'words' }, ...mrkdwn(String(block.text ?? ''), stage.names)),
};

function unknown(block: Block): Node {
  return el('p', { class: 'context' }, `(a block of the kind “${block.type}”, which this page does not draw)`);
}

function words(object: TextObject | undefined, stage: Stage): Child[] {
  if (!object) return [];
  return object.type === 'mrkdwn' ? mrkdwn(object.text, stage.names) : [object.text];
}

function contextPart(part: Element, stage: Stage): Child[] {
  if (part.type === 'image') return [picture(part, stage)];
  return words({ type: part.type === 'mrkdwn' ? 'mrkdwn' : 'plain_text', text: String(part.text ?? '') }, stage);
}

function picture(source: Pick<Block, 'image_url' | 'slack_file' | 'alt_text'>, stage: Stage): Node {
  const address = source.slack_file?.id ? stage.pictureUrl(source.slack_file.id) : source.image_url;
  return el('img', { src: address, alt: source.alt_text ?? '' });
}

function drawElement(block: Block, element: Element, stage: Stage): Node {
  if (element.type === 'button') return drawButton(block, element, stage);
  if (element.type === 'image') return picture(element, stage);
  const control = controlOf(element, stage.directory, freshId('control'));
  control.node.setAttribute('aria-label', element.accessibility_label ?? element.placeholder?.text ?? block.text?.text ?? 'Choose');
  control.changed(() => stage.press(block, element, control.held()));
  return control.node;
}

function drawButton(block: Block, element: Element, stage: Stage): Node {
  const label = typeof element.text === 'object' ? element.text.text : (element.text ?? '');
  const node = el('button', { type: 'button', class: element.style ?? 'plain', 'aria-label': element.accessibility_label }, label);
  return onClick(node, () => {
    if (element.confirm && !window.confirm(`${element.confirm.title.text}\n\n${element.confirm.text.text}`)) return;
    if (element.url) window.open(element.url, '_blank', 'noreferrer');
    stage.press(block, element, undefined);
  });
}

function drawInput(block: Block, stage: Stage): Node {
  const element = block.element ?? { type: 'plain_text_input' };
  const id = freshId('input');
  const control = controlOf(element, stage.directory, id);
  gather(block, control, stage);
  if (block.dispatch_action) control.changed(() => stage.press(block, element, control.held()));
  const fault = stage.faults?.[block.block_id ?? ''];
  return el(
    'div',
    { class: fault ? 'input faulty' : 'input' },
    el('label', { for: id }, block.label?.text ?? '', block.optional ? el('small', {}, ' (optional)') : undefined),
    control.node,
    block.hint ? el('small', { class: 'hint' }, block.hint.text) : undefined,
    fault ? el('p', { class: 'fault', role: 'alert' }, fault) : undefined,
  );
}

function gather(block: Block, control: Control, stage: Stage): void {
  if (stage.fields && block.block_id) stage.fields.set(block.block_id, control.held);
}

function controlOf(element: Element, directory: Directory, id: string): Control {
  if (element.type.endsWith('_select')) return select(element, directory, id);
  if (element.type === 'checkboxes') return ticks(element, 'checkbox');
  if (element.type === 'radio_buttons') return ticks(element, 'radio');
  if (element.type === 'overflow') return overflow(element);
  if (element.type === 'file_input') return file(element, id);
  return element.type.endsWith('picker') ? picker(element, id) : text(element, id);
}
