// What Slack has published of its shapes besides samples: the types of its own libraries. Read from the declarations as they are installed, so that
// another version is another test.
import { readdirSync, readFileSync } from 'node:fs';

/** A field's type as written, or the fields of an object written in place (`many` where it is a list of such). */
type Shape = string | { fields: Fields; many: boolean };
interface Fields {
  [name: string]: { shape: Shape; mayMiss: boolean };
}
type Types = Record<string, Fields>;

/** What Slack's libraries call the answer of a method: `ChatPostMessageResponse` for `chat.postMessage`. */
export function differsFromAnswer(method: string, answer: unknown): string[] {
  const name = `${method.replaceAll(/(?:^|\.)(\w)/g, (_, first: string) => first.toUpperCase())}Response`;
  const types = typesIn(`@slack/web-api/dist/types/response/${name}.d.ts`);
  return compare(types, { fields: types[name] ?? {}, many: false }, answer, method);
}

/** The same for what is told of a pressed button or a changed menu. */
export function differsFromAction(name: string, action: unknown): string[] {
  const types = {
    ...typesIn('@slack/types/dist/block-kit/composition-objects.d.ts'),
    ...typesIn('@slack/bolt/dist/types/actions/block-action.d.ts'),
  };
  const fields = { ...types.BasicElementAction, ...types[name] };
  return types[name] ? compare(types, { fields, many: false }, action, name) : [`${name} is not published`];
}

/** The same for an event, by the name of its type. */
export function differsFromEvent(name: string, event: unknown): string[] {
  events ??= Object.assign({}, ...eventFiles().map(typesIn));
  const fields = events?.[name];
  if (!fields) return [`${name} is not published`];
  return compare(events ?? {}, { fields, many: false }, event, name);
}

let events: Types | undefined;

const at = (path: string) => new URL(`../../node_modules/${path}`, import.meta.url);

function eventFiles(): string[] {
  const folder = '@slack/types/dist/events/';
  return readdirSync(at(folder))
    .filter((file) => file.endsWith('.d.ts'))
    .map((file) => `${folder}${file}`);
}

function typesIn(path: string): Types {
  const lines = readFileSync(at(path), 'utf8').split('\n');
  const types: Types = {};
  while (lines.length > 0) {
    const [, name] = /^(?:export |declare )*(?:interface|type) (\w+).*\{$/.exec(lines.shift() ?? '') ?? [];
    if (name) types[name] = fieldsIn(lines).fields;
  }
  return types;
}

/** Takes the lines of one object up to its closing bracket. */
function fieldsIn(lines: string[]): { fields: Fields; many: boolean } {
  const fields: Fields = {};
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    const end = /^\s*\}(.*)$/.exec(line);
    if (end) return { fields, many: end[1]?.startsWith('[]') ?? false };
    const [, name, mayMiss, type = ''] = /^\s*'?([\w-]+|\[\w+: string\])'?(\?)?: (.*)$/.exec(line) ?? [];
    if (name)
      fields[name] = {
        shape: type.endsWith('{') ? fieldsIn(lines) : type.replace(/;$/, ''),
        mayMiss: mayMiss !== undefined || type === 'undefined;',
      };
  }
  return { fields, many: false };
}

/** Where a value is of another kind than published, has a field nobody published, or misses one that must be there. */
function compare(types: Types, shape: Shape, value: unknown, path: string): string[] {
  if (value === null || value === undefined) return [];
  if (typeof shape === 'string') return compareNamed(types, shape, value, path);
  if (shape.many)
    return Array.isArray(value) ? value.flatMap((one) => compare(types, { ...shape, many: false }, one, path)) : [`${path} is no list`];
  return compareFields(types, shape.fields, value, path);
}

function compareNamed(types: Types, written: string, value: unknown, path: string): string[] {
  const type = written.replaceAll(/ \| null| \| undefined/g, '');
  if (type.endsWith('[]'))
    return Array.isArray(value) ? value.flatMap((one) => compareNamed(types, type.slice(0, -2), one, path)) : [`${path} is no list`];
  const known = types[type];
  if (known) return compareFields(types, known, value, path);
  const kind = /^'[^|]*'$/.test(type) ? 'string' : type;
  const isPlain = ['string', 'number', 'boolean'].includes(kind);
  return isPlain && typeof value !== kind ? [`${path} is ${typeof value}, not ${kind}`] : [];
}

function compareFields(types: Types, fields: Fields, value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path} is no object`];
  const [any] = Object.entries(fields).flatMap(([name, { shape }]) => (name.startsWith('[') ? [shape] : []));
  const missing = Object.entries(fields).flatMap(([name, { mayMiss }]) =>
    mayMiss || name in value || name.startsWith('[') ? [] : [`${path}.${name} is missing`],
  );
  const odd = Object.entries(value).flatMap(([name, one]) => {
    const shape = fields[name]?.shape ?? any;
    return shape === undefined ? [`${path}.${name} is not published`] : compare(types, shape, one, `${path}.${name}`);
  });
  return [...missing, ...odd];
}
