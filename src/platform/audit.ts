// What was done by whom, and when: never what anyone wrote. Rows are only ever added, in the transaction of the deed.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from './clock.ts';
import type { Tools, Tx } from './tools.ts';

export interface Deed {
  /** Missing where the deed concerns the whole workspace. */
  programme?: string;
  /** A Slack user id, or `programme` for what time alone set going. */
  actor: string;
  /** A fixed word in the code: `founded`, `rotation-approved`, `note-opened`, … */
  action: string;
  /** The id of the record it was done to. */
  subject?: string;
  /** Ids, dates, counts and choices; no text that a person wrote. */
  detail?: Record<string, string | number>;
}

/** Adds a line to the audit. */
export async function record(
  { workspace, newId }: Pick<Tools, 'workspace' | 'newId'>,
  tx: Tx,
  deed: Deed,
  now: Temporal.Instant,
): Promise<void> {
  const { programme = null, actor, action, subject = null, detail = {} } = deed;
  const row = { id: newId(), workspace, programme, actor, action, subject, detail: JSON.stringify(detail), at: stamp(now) };
  await tx.insertInto('audit').values(row).execute();
}
