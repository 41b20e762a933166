// The blocks Slack knows and what each may hold. What is not listed here is refused as an unknown type: docs/sandbox-differences.md names those.
import { element, image } from './elements.ts';
import { blockId, text } from './parts.ts';
import { anything, both, fault, flag, isObject, list, needed, type Rule, type Scene, scene, shape, string } from './rules.ts';

const base = { type: anything, block_id: blockId };

const contextElement: Rule = (value, at, scene) => {
  if (isObject(value) && value.type === 'image') image(value, at, scene);
  else text(3000)(value, at, scene);
};

const section: Rule = both(
  shape({ ...base, text: text(3000), fields: list(text(2000), 10), accessory: element('section'), expand: flag }),
  (value, at, scene) => {
    if (isObject(value) && !value.text && !value.fields) fault(scene, 'must define either `text` or `fields`', at);
  },
);

const picture: Rule = both(
  shape({ ...base, image_url: string(3000, 1), slack_file: anything, alt_text: needed(string(2000, 1)), title: text(2000, true) }),
  (value, at, scene) => {
    if (isObject(value) && !value.image_url && !value.slack_file) fault(scene, 'missing required field: image_url', at);
  },
);

const blocks: Record<string, { rule: Rule; surfaces: readonly Scene['surface'][] }> = {
  section: { rule: section, surfaces: ['message', 'modal', 'home'] },
  header: { rule: shape({ ...base, text: needed(text(150, true)) }), surfaces: ['message', 'modal', 'home'] },
  divider: { rule: shape(base), surfaces: ['message', 'modal', 'home'] },
  context: { rule: shape({ ...base, elements: needed(list(contextElement, 10)) }), surfaces: ['message', 'modal', 'home'] },
  actions: { rule: shape({ ...base, elements: needed(list(element('actions'), 25)) }), surfaces: ['message', 'modal', 'home'] },
  image: { rule: picture, surfaces: ['message', 'modal', 'home'] },
  input: {
    rule: shape({
      ...base,
      label: needed(text(2000, true)),
      element: needed(element('input')),
      hint: text(2000, true),
      optional: flag,
      dispatch_action: flag,
    }),
    surfaces: ['message', 'modal', 'home'],
  },
  rich_text: { rule: shape({ ...base, elements: needed(list(anything, 1000)) }), surfaces: ['message', 'modal', 'home'] },
  markdown: { rule: shape({ ...base, text: needed(string(12_000, 1)) }), surfaces: ['message'] },
};

/** What Slack would find wrong with these blocks; empty when nothing. */
export function checkBlocks(value: unknown, surface: Scene['surface'], at = '/blocks'): string[] {
  const found = scene(surface);
  blocksIn(found, value, at);
  return found.faults;
}

/** Checks the blocks of a larger whole. */
export function blocksIn(scene: Scene, value: unknown, at: string): void {
  list(oneBlock, scene.surface === 'message' ? 50 : 100, 0)(value, at, scene);
}

const oneBlock: Rule = (value, at, scene) => {
  if (!isObject(value)) return fault(scene, 'must be an object', at);
  const known = blocks[String(value.type)];
  if (!known?.surfaces.includes(scene.surface)) return fault(scene, `unsupported type: ${String(value.type)}`, `${at}/type`);
  scene.actionIds = new Set();
  known.rule(value, at, scene);
};

/** As JSON. Undocumented, and met by apps all the same: about 12,000 letters and some for what they stand in. */
const MOST_TOGETHER = 13_200;

/** Whether the blocks of a message are together more than Slack takes in chat.postMessage, right as each of them may be. */
export function tooLongTogether(blocks: readonly unknown[]): boolean {
  return JSON.stringify(blocks).length > MOST_TOGETHER;
}
