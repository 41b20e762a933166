// What blocks and elements are made of: texts, options, questions before a step, ids.
import { both, fault, flag, isObject, list, needed, oneOf, type Rule, shape, string } from './rules.ts';

/** A text object of at most `max` characters; `plain` where formatting is not allowed. */
export function text(max: number, plain = false): Rule {
  const plainText = shape({ type: needed(oneOf('plain_text')), text: needed(string(max, 1)), emoji: flag });
  const mrkdwn = shape({ type: needed(oneOf('mrkdwn')), text: needed(string(max, 1)), verbatim: flag });
  return (value, at, scene) => {
    if (!isObject(value)) return fault(scene, 'must be an object', at);
    if (value.type === 'mrkdwn' && !plain) return mrkdwn(value, at, scene);
    if (value.type === 'plain_text') return plainText(value, at, scene);
    fault(scene, `unsupported type: ${String(value.type)}`, `${at}/type`);
  };
}

/** A block's own id: at most 255 characters, once in a message or view. */
export const blockId: Rule = both(string(255, 1), (value, at, scene) => {
  if (scene.blockIds.has(String(value))) fault(scene, `\`block_id\` "${value}" already exists`, at);
  scene.blockIds.add(String(value));
});

/** An element's own id: at most 255 characters, once in a block. */
export const actionId: Rule = both(string(255, 1), (value, at, scene) => {
  if (scene.actionIds.has(String(value))) fault(scene, `\`action_id\` "${value}" already exists`, at);
  scene.actionIds.add(String(value));
});

/** The field that puts the cursor into an input: one in a view. */
export const focus: Rule = both(flag, (value, at, scene) => {
  if (value !== true) return;
  scene.focused += 1;
  if (scene.focused > 1) fault(scene, 'only one element can have `focus_on_load` set', at);
});

export const confirm: Rule = shape({
  title: needed(text(100, true)),
  text: needed(text(300)),
  confirm: needed(text(30, true)),
  deny: needed(text(30, true)),
  style: oneOf('primary', 'danger'),
});

/** An option; `formatted` where its text may be mrkdwn (boxes and radio buttons). */
export function option(formatted = false): Rule {
  return shape({
    text: needed(text(75, !formatted)),
    value: needed(string(75, 1)),
    description: text(75, !formatted),
    url: string(3000),
  });
}

export const optionGroups: Rule = list(shape({ label: needed(text(75, true)), options: needed(list(option(), 100)) }), 100);

/** Presets must be among the options, to the letter. */
export function presetAmongOptions(value: unknown, at: string, scene: Parameters<Rule>[2]): void {
  if (!isObject(value)) return;
  const groups = (Array.isArray(value.option_groups) ? value.option_groups : []).filter(isObject);
  const all = [value.options, ...groups.map((group) => group.options)].flat().map((one) => same(one));
  const presets = [value.initial_option, value.initial_options].flat().filter((one) => one !== undefined && one !== null);
  for (const preset of presets) if (!all.includes(same(preset))) fault(scene, 'initial option must be one of the options', at);
}

function same(option: unknown): string {
  if (!isObject(option) || !isObject(option.text)) return '';
  return JSON.stringify([option.text.type, option.text.text, option.value]);
}
