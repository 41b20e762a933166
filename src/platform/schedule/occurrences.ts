// What time has already set going. "Due" is computed and may be computed again; "done" stands here once, in the transaction of its effect.

import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../clock.ts';
import { ready } from '../db/ready.ts';
import type { OccurrenceTable } from '../db/tables.ts';
import type { Db, Tools, Tx } from '../tools.ts';

export interface Occurrence {
  programme: string;
  /** The stream's name: `rotation`, `opener`, … */
  stream: string;
  /** For whom or what: a leader's id, a pair's id, or the programme's own. */
  subject: string;
  /** Which one of many: a fortnight's number, a day. Never an instant, which moves when a zone or a setting changes. */
  period: string;
}

export interface Claim extends Occurrence {
  dueAt: Temporal.Instant;
  outcome: 'done' | 'skipped';
  /** Why it was skipped. */
  reason?: string;
}

/** Puts the occurrence on record; true when this call did, false when it already stood there (then leave its effect alone). */
export async function claim(
  { workspace, newId }: Pick<Tools, 'workspace' | 'newId'>,
  tx: Tx,
  { dueAt, reason = '', ...occurrence }: Claim,
  now: Temporal.Instant,
): Promise<boolean> {
  const { programme, stream, subject, period, outcome } = occurrence;
  const what = { id: newId(), workspace, programme, stream, subject, period, outcome, due_at: stamp(dueAt), settled_at: stamp(now) };
  const [row] = await (reason ? putWithReason(tx, { ...what, reason }) : put(tx, what));
  return row !== undefined;
}

type Put = Pick<OccurrenceTable, Exclude<keyof OccurrenceTable, 'reason'>>;

const put = ready((db, what: Put) => putting(db, what, null));
const putWithReason = ready((db, what: Put & { reason: string }) => putting(db, what, what.reason));

function putting(db: Db, { id, workspace, programme, stream, subject, period, outcome, due_at, settled_at }: Put, reason: string | null) {
  return db
    .insertInto('occurrence')
    .values({ id, workspace, programme, stream, subject, period, outcome, reason, due_at, settled_at })
    .onConflict((conflict) => conflict.columns(['programme', 'stream', 'subject', 'period']).doNothing())
    .returning('id');
}

/** Changes what was claimed as done a moment ago, in the same transaction: it is not wanted after all. */
export async function turnDown(tx: Tx, { programme, stream, subject, period }: Occurrence, reason: string): Promise<void> {
  await tx
    .updateTable('occurrence')
    .set({ outcome: 'skipped', reason })
    .where('programme', '=', programme)
    .where('stream', '=', stream)
    .where('subject', '=', subject)
    .where('period', '=', period)
    .execute();
}

/** How an occurrence was settled; `undefined` while it is still to come. */
export async function settled(
  db: Db | Tx,
  { programme, stream, subject, period }: Occurrence,
): Promise<{ outcome: string; reason: string | null; settledAt: string } | undefined> {
  const [row] = await standing(db, { programme, stream, subject, period });
  return row && { outcome: row.outcome, reason: row.reason, settledAt: row.settled_at };
}

const standing = ready((db, { programme, stream, subject, period }: Record<keyof Occurrence, string>) =>
  db
    .selectFrom('occurrence')
    .select(['outcome', 'reason', 'settled_at'])
    .where('programme', '=', programme)
    .where('stream', '=', stream)
    .where('subject', '=', subject)
    .where('period', '=', period),
);

/** The subjects of one stream and period that are on record: for a stream that looks at everyone at once. */
export async function settledSubjects(
  db: Db | Tx,
  { programme, stream, period }: Omit<Occurrence, 'subject'>,
): Promise<ReadonlySet<string>> {
  const rows = await subjectsOf(db, { programme, stream, period });
  return new Set(rows.map((row) => row.subject));
}

const subjectsOf = ready((db, { programme, stream, period }: Omit<Occurrence, 'subject'>) =>
  db
    .selectFrom('occurrence')
    .select('subject')
    .where('programme', '=', programme)
    .where('stream', '=', stream)
    .where('period', '=', period),
);

/** What is on record of one period, of all streams: for whoever looks at several. */
export const ofPeriod = ready((db, { programme, period }: { programme: string; period: string }) =>
  db
    .selectFrom('occurrence')
    .select(['stream', 'subject', 'outcome', 'settled_at'])
    .where('programme', '=', programme)
    .where('period', '=', period),
);

/** What is on record of one stream for these subjects, each as `subject period`: for what has periods of its own for each subject. */
export async function settledPeriods(
  db: Db | Tx,
  { programme, stream, subjects }: { programme: string; stream: string; subjects: readonly string[] },
): Promise<ReadonlySet<string>> {
  if (subjects.length === 0) return new Set();
  const rows = await db
    .selectFrom('occurrence')
    .select(['subject', 'period'])
    .where('programme', '=', programme)
    .where('stream', '=', stream)
    .where('subject', 'in', [...new Set(subjects)])
    .execute();
  return new Set(rows.map(({ subject, period }) => `${subject} ${period}`));
}
