// What people typed, chose and pressed, read out of Slack's shapes. Everything is checked with zod first: a shape that is not Slack's reads as
// an empty field, never as a fault. Pure.
import { z } from 'zod';
import { isoDay } from './days.ts';
import { heldShape } from './payloads.ts';
import type { ViewState } from './spoken.ts';

const field = heldShape.extend({
  files: z.array(z.object({ id: z.string(), name: z.string().default(''), size: z.number().default(0) })).nullish(),
});

/** What a form remembers, as JSON that came back from a client; `undefined` where it is none. */
export function remembered(metadata: string | undefined): unknown {
  try {
    return JSON.parse(metadata ?? '');
  } catch {
    return undefined;
  }
}

/** A form that does not remember what a form of its kind does: it comes from an earlier version, or was made up. */
export class StaleForm extends Error {}

/** What a form remembers, in the shape in which it was put there. Throws {@link StaleForm}, which its sender is told at the edge. */
export function recall<T>(shape: z.ZodType<T>, metadata: string): T {
  const read = shape.safeParse(remembered(metadata));
  if (!read.success) throw new StaleForm('the form remembers something else');
  return read.data;
}

function fieldIn(state: ViewState, block: string): z.infer<typeof field> {
  const [first] = Object.values(state[block] ?? {});
  return field.safeParse(first ?? {}).data ?? {};
}

/** What was typed into the text box of `block`, cleaned; empty when nothing was. */
export function textIn(state: ViewState, block: string): string {
  return clean(fieldIn(state, block).value ?? '');
}

/** The value chosen in a select or among radio buttons. */
export function choiceIn(state: ViewState, block: string): string | undefined {
  return fieldIn(state, block).selected_option?.value;
}

/** The values ticked or chosen in a list of several. */
export function choicesIn(state: ViewState, block: string): string[] {
  return (fieldIn(state, block).selected_options ?? []).map((each) => each.value);
}

export function personIn(state: ViewState, block: string): string | undefined {
  return [fieldIn(state, block).selected_user ?? ''].find(isSlackId);
}

export function peopleIn(state: ViewState, block: string): string[] {
  return [...new Set(fieldIn(state, block).selected_users ?? [])].filter(isSlackId);
}

/** Whether it can be the id of somebody in Slack: nothing else is ever asked about, or put into a mention. */
function isSlackId(id: string): boolean {
  return /^[UW][A-Za-z0-9]{1,40}$/.test(id);
}

/** The picked day as `YYYY-MM-DD`. */
export function dayIn(state: ViewState, block: string): string | undefined {
  const day = fieldIn(state, block).selected_date ?? '';
  return isoDay(day)?.toString();
}

/** The picked time as `HH:mm`. */
export function timeIn(state: ViewState, block: string): string | undefined {
  const time = fieldIn(state, block).selected_time ?? '';
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? time : undefined;
}

export function filesIn(state: ViewState, block: string): { id: string; name: string; size: number }[] {
  return fieldIn(state, block).files ?? [];
}

/**
 * Text as it is kept: composed (NFC), trimmed, without control characters, marks that turn the direction of writing, and halves of
 * characters. Line breaks stay.
 */
export function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, (mark) => (mark === '\n' || mark === '\t' ? mark : ''))
    .replace(/\p{Cs}/gu, '')
    .normalize('NFC')
    .trim();
}

/** The rest of a command as it was meant: mentions without the name Slack adds, and Slack's three escapes undone. */
export function typed(text: string): string {
  return unescaped(clean(text).replace(/<([@#][A-Z0-9]+)\|[^>]*>/g, '<$1>'));
}

/** Undoes the three escapes in which Slack sends what people write. */
export function unescaped(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

/** Slack ids of the people mentioned, in order, each once. */
export function mentionedIn(text: string): string[] {
  const ids = [...text.matchAll(/<@([UW][A-Z0-9]{2,})(?:\|[^>]*)?>/g)].map((match) => match[1] ?? '');
  return [...new Set(ids)];
}
