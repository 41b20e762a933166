// A small language for what Slack accepts: a rule looks at a value and notes what is wrong, in Slack's own words and with Slack's pointer.

/** What a check has found, and what must be unique across one message or view. */
export interface Scene {
  surface: 'message' | 'modal' | 'home';
  faults: string[];
  blockIds: Set<string>;
  /** Action ids within the present block. */
  actionIds: Set<string>;
  focused: number;
}

export type Rule = (value: unknown, at: string, scene: Scene) => void;

export interface Needed {
  needed: Rule;
}

export function scene(surface: Scene['surface']): Scene {
  return { surface, faults: [], blockIds: new Set(), actionIds: new Set(), focused: 0 };
}

export function fault(scene: Scene, words: string, at: string): void {
  scene.faults.push(`${words} [json-pointer:${at}]`);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Marks a field that must be there. */
export function needed(rule: Rule): Needed {
  return { needed: rule };
}

/** A text of `min` to `max` characters. */
export function string(max: number, min = 0): Rule {
  return (value, at, scene) => {
    if (typeof value !== 'string') return fault(scene, 'must be a string', at);
    const length = [...value].length;
    if (length < min) fault(scene, `must be more than ${min - 1} characters`, at);
    if (length > max) fault(scene, `must be less than ${max + 1} characters`, at);
  };
}

export const flag: Rule = (value, at, scene) => {
  if (typeof value !== 'boolean') fault(scene, 'must be a boolean', at);
};

export const anything: Rule = () => {};

export function whole(min: number, max: number): Rule {
  return (value, at, scene) => {
    if (!Number.isInteger(value)) fault(scene, 'must be an integer', at);
    else if (Number(value) < min) fault(scene, `must be greater than or equal to ${min}`, at);
    else if (Number(value) > max) fault(scene, `must be less than or equal to ${max}`, at);
  };
}

export function oneOf(...allowed: readonly string[]): Rule {
  return (value, at, scene) => {
    if (!allowed.includes(String(value))) fault(scene, `must be a valid enum value`, at);
  };
}

export function pattern(shape: RegExp): Rule {
  return (value, at, scene) => {
    if (typeof value !== 'string' || !shape.test(value)) fault(scene, 'failed to match regex pattern', at);
  };
}

/** A list of `min` to `max` items that each keep `rule`. */
export function list(rule: Rule, max: number, min = 1): Rule {
  return (value, at, scene) => {
    if (!Array.isArray(value)) return fault(scene, 'must be an array', at);
    if (value.length < min) fault(scene, `no fewer than ${min} items allowed`, at);
    if (value.length > max) fault(scene, `no more than ${max} items allowed`, at);
    for (const [index, item] of value.entries()) rule(item, `${at}/${index}`, scene);
  };
}

/** An object with these fields and no others. */
export function shape(fields: Record<string, Rule | Needed>): Rule {
  return (value, at, scene) => {
    if (!isObject(value)) return fault(scene, 'must be an object', at);
    for (const [name, rule] of Object.entries(fields)) {
      const given = value[name];
      if (given !== undefined && given !== null) ruleOf(rule)(given, `${at}/${name}`, scene);
      else if (typeof rule !== 'function') fault(scene, `missing required field: ${name}`, at);
    }
    for (const name of Object.keys(value)) if (!(name in fields)) fault(scene, `invalid additional property: ${name}`, at);
  };
}

function ruleOf(rule: Rule | Needed): Rule {
  return typeof rule === 'function' ? rule : rule.needed;
}

/** Both rules. */
export function both(...rules: readonly Rule[]): Rule {
  return (value, at, scene) => {
    for (const rule of rules) rule(value, at, scene);
  };
}
