// One call of a Web API method: its arguments as Slack reads them from forms and JSON, and how it is answered.

import type { Tier } from '../rate.ts';
import type { SmallSlack } from '../small-slack.ts';
import type { World } from '../world.ts';

export type Args = Record<string, unknown>;

export interface Call {
  slack: SmallSlack;
  world: World;
  args: Args;
  now: number;
}

export type Answered = { ok: boolean; error?: string } & Record<string, unknown>;

export interface Method {
  tier: Tier;
  /** Any one of these scopes opens it; none for methods that need no scope. */
  scopes?: readonly string[] | ((call: Call) => readonly string[]);
  /** Which token it takes; the bot's when missing. */
  token?: 'app';
  run: (call: Call) => Answered;
}

export function refuse(error: string, more: Record<string, unknown> = {}): Answered {
  return { ok: false, error, ...more };
}

/** A refusal with the list of faults, as Slack answers blocks and views that are not right. */
export function refuseFor(error: string, faults: readonly string[]): Answered {
  return refuse(error, { errors: faults, response_metadata: { messages: faults.map((one) => `[ERROR] ${one}`) } });
}

/** A text argument; empty when missing. */
export function textArg(args: Args, name: string): string {
  const value = args[name];
  return value === undefined || value === null || typeof value === 'object' ? '' : String(value);
}

export function flagArg(args: Args, name: string): boolean {
  const value = args[name];
  return value === true || value === 'true' || value === '1' || value === 1;
}

/** A number argument within its bounds; `usual` when missing or no number. */
export function countArg(args: Args, name: string, usual: number, most: number): number {
  const value = Number.parseInt(textArg(args, name), 10);
  return Number.isFinite(value) && value > 0 ? Math.min(value, most) : usual;
}

/** An argument that is JSON in a form, and itself in a JSON body. `broken` when it cannot be read; `undefined` when missing. */
export function jsonArg(args: Args, name: string): unknown {
  const value = args[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return broken;
  }
}

/** Stands for JSON that could not be read. */
export const broken = Symbol('broken');

/** A list given as `a,b`, as JSON, or as a list. */
export function listArg(args: Args, name: string): string[] {
  const value = args[name];
  if (Array.isArray(value)) return value.map(String);
  const text = textArg(args, name);
  if (text.startsWith('[')) {
    const read = jsonArg(args, name);
    return Array.isArray(read) ? read.map(String) : [];
  }
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** One page of a list, with the cursor to the next. */
export function paged<Item>(call: Call, items: readonly Item[], usual: number, most: number): { page: Item[]; cursor: string } | undefined {
  const cursor = textArg(call.args, 'cursor');
  const from = cursor === '' ? 0 : Number(Buffer.from(cursor, 'base64').toString().replace(/^at:/, ''));
  if (!Number.isInteger(from) || from < 0 || from > items.length) return undefined;
  const size = countArg(call.args, 'limit', usual, most);
  const next = from + size;
  return { page: items.slice(from, next), cursor: next < items.length ? Buffer.from(`at:${next}`).toString('base64') : '' };
}
