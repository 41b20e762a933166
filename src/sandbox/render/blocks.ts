// Blocks as plain text, the way a screen reader might read them: buttons in [brackets], inputs with what they hold.
import { isObject } from '../check/rules.ts';
import { inputKinds, valueNow } from '../inputs.ts';
import type { Block } from '../world.ts';
import { plainOf, type Reader, readMrkdwn, readText } from './mrkdwn.ts';

/** What the inputs of a view hold, by block id and action id. */
export type Held = Record<string, Record<string, Block>>;

/** All blocks, one paragraph each. */
export function readBlocks(blocks: readonly Block[], reader: Reader, held: Held = {}): string {
  return blocks
    .map((block) => readBlock(block, reader, held))
    .filter((text) => text !== '')
    .join('\n');
}

function readBlock(block: Block, reader: Reader, held: Held): string {
  switch (block.type) {
    case 'section':
      return readSection(block, reader, held);
    case 'header':
      return plainOf(block.text);
    case 'divider':
      return '———';
    case 'context':
      return (block.elements as Block[]).map((one) => (one.type === 'image' ? readImage(one) : readText(one, reader))).join(' ');
    case 'actions':
      return (block.elements as Block[]).map((one) => readElement(one, block, reader, held)).join(' ');
    case 'input':
      return `${plainOf(block.label)}${block.optional === true ? ' (optional)' : ''}: ${readElement(block.element as Block, block, reader, held)}${hint(block)}`;
    case 'image':
      return readImage(block);
    case 'markdown':
      return String(block.text);
    default:
      return readRich(block);
  }
}

function hint(block: Block): string {
  return block.hint ? `\n  (${plainOf(block.hint)})` : '';
}

function readSection(block: Block, reader: Reader, held: Held): string {
  const fields = ((block.fields as Block[] | undefined) ?? []).map((field) => readText(field, reader));
  const accessory = isObject(block.accessory) ? [readElement(block.accessory, block, reader, held)] : [];
  return [readText(block.text, reader), ...fields, ...accessory].filter((text) => text !== '').join('\n');
}

function readImage(image: Block): string {
  return `(picture: ${String(image.alt_text)})`;
}

/** An element: a button as `[Label]`, a menu or an input as `[what it holds]`. */
function readElement(element: Block, block: Block, reader: Reader, held: Held): string {
  if (element.type === 'button') return `[${plainOf(element.text)}]`;
  if (element.type === 'image') return readImage(element);
  if (element.type === 'overflow') return `[⋯ ${(element.options as Block[]).map((one) => plainOf(one.text)).join(' | ')}]`;
  const value = held[String(block.block_id)]?.[String(element.action_id)] ?? valueNow(element);
  const shown = readValue(value, reader);
  return `[${shown || plainOf(element.placeholder) || (inputKinds[String(element.type)]?.many ? 'nothing chosen' : '')}]`;
}

/** What an input holds, in words. */
function readValue(value: Block, reader: Reader): string {
  const field = inputKinds[String(value.type)]?.field ?? 'value';
  return [value[field]]
    .flat()
    .filter((one) => one !== null && one !== undefined)
    .map((one) => readHeld(one, String(value.type), reader))
    .join(', ');
}

function readHeld(one: unknown, type: string, reader: Reader): string {
  if (isObject(one)) return one.text ? readText(one.text, reader) : String(one.name ?? one.id ?? '');
  if (type.includes('users')) return reader.world.people.get(String(one))?.name ?? String(one);
  if (type.includes('channel') || type.includes('conversation'))
    return `#${reader.world.conversations.get(String(one))?.name ?? String(one)}`;
  return String(one);
}

function readRich(block: Block): string {
  const parts: string[] = [];
  const walk = (one: unknown): void => {
    if (Array.isArray(one)) one.forEach(walk);
    else if (isObject(one)) {
      if (typeof one.text === 'string') parts.push(one.text);
      walk(one.elements);
    }
  };
  walk(block.elements);
  return parts.join('');
}

/** A message as it is read: its blocks where it has any, else its text; then its files. */
export function readMessage(message: { text: string; blocks: readonly Block[]; files?: readonly string[] }, reader: Reader): string {
  const body = message.blocks.length > 0 ? readBlocks(message.blocks, reader) : readMrkdwn(message.text, reader);
  const files = (message.files ?? []).flatMap((id) => {
    const file = reader.world.files.get(id);
    return file ? [`(file: ${file.name}${file.altText ? `; ${file.altText}` : ''})`] : [];
  });
  return [body, ...files].filter((text) => text !== '').join('\n');
}

/** A modal as it is read: title, blocks with what the inputs hold, its buttons. */
export function readModal(view: Block & { blocks: Block[] }, held: Held, errors: Record<string, string>, reader: Reader): string {
  const blocks = view.blocks.map((block) => {
    const text = readBlock(block, reader, held);
    const error = errors[String(block.block_id)];
    return error === undefined ? text : `${text}\n  ! ${error}`;
  });
  const buttons = [view.close ?? undefined, view.submit ?? undefined].map((one) => plainOf(one)).filter((text) => text !== '');
  return [plainOf(view.title), ...blocks, buttons.map((label) => `[${label}]`).join(' ')].filter((text) => text !== '').join('\n');
}
