// An organiser tries a change, and sees what it would come to. The round stays as it is.
import type { Tools } from '../../../platform/tools.ts';
import { type Preview, previewOf } from '../propose.ts';
import { type Editing, type NotThought, thinkThrough } from './thought.ts';

export type Weighed = NotThought | { ok: true; before: Preview; after: Preview };

export async function weigh(tools: Tools, editing: Editing): Promise<Weighed> {
  const thought = await thinkThrough(tools, editing);
  if (!thought.ok) return thought;
  const { programme, gathered } = thought;
  const before = await previewOf(tools, programme, thought.before, gathered);
  return { ok: true, before, after: { ...before, proposal: thought.after } };
}
