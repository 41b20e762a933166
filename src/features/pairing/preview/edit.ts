// An organiser changes a proposed round, or takes a change back, and sees what it did. Nothing is sent.
import type { Tools } from '../../../platform/tools.ts';
import * as proposals from '../proposals.ts';
import { keep, type Preview, previewOf } from '../propose.ts';
import { type Editing, type NotThought, thinkThrough } from './thought.ts';

export type Edited = NotThought | { ok: true; preview: Preview };

export async function edit(tools: Tools, editing: Editing): Promise<Edited> {
  const thought = await thinkThrough(tools, editing);
  if (!thought.ok) return thought;
  const { programme, gathered, before, after } = thought;
  const { edits, drawn } = after;
  const done = await keep(tools, programme.id, gathered, (tx) => proposals.change(tools, tx, { ...before, edits, drawn }));
  return done ? { ok: true, preview: await previewOf(tools, programme, after, gathered) } : edit(tools, editing);
}
