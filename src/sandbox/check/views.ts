// What Slack accepts as a view: a modal or a Home tab.
import { blocksIn } from './blocks.ts';
import { text } from './parts.ts';
import { anything, fault, flag, isObject, needed, type Rule, scene, shape, string } from './rules.ts';

const shared = {
  type: anything,
  blocks: needed(anything),
  private_metadata: string(3000),
  callback_id: string(255),
  external_id: string(255),
};

const modal: Rule = shape({
  ...shared,
  title: needed(text(24, true)),
  submit: text(24, true),
  close: text(24, true),
  clear_on_close: flag,
  notify_on_close: flag,
  submit_disabled: flag,
});

const home: Rule = shape(shared);

/** What Slack would find wrong with this view; empty when nothing. */
export function checkView(value: unknown, kind: 'modal' | 'home', at = '/view'): string[] {
  const found = scene(kind);
  if (!isObject(value)) return [`must be an object [json-pointer:${at}]`];
  if (value.type !== kind) {
    fault(found, `unsupported type: ${String(value.type)}`, `${at}/type`);
    return found.faults;
  }
  (kind === 'modal' ? modal : home)(value, at, found);
  blocksIn(found, value.blocks ?? [], `${at}/blocks`);
  const hasInputs = Array.isArray(value.blocks) && value.blocks.some((block) => isObject(block) && block.type === 'input');
  if (kind === 'modal' && hasInputs && !value.submit) fault(found, 'missing required field: submit', at);
  return found.faults;
}
