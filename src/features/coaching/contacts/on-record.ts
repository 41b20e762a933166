// What stands on record of one fortnight of a running round: nearly every kind of message begins with it. Within one look it is read once, for all
// kinds together.
import { ofPeriod } from '../../../platform/schedule/occurrences.ts';
import type { Db, Tx } from '../../../platform/tools.ts';
import { onceALook } from './once-a-look.ts';
import type { Running } from './source.ts';

export interface Recorded {
  outcome: string;
  /** As `stamp` writes it. */
  settledAt: string;
}

/** What is on record of a kind in fortnight `n`, by subject, under the period of its round and fortnight. */
export async function onRecord(
  db: Db | Tx,
  running: Running,
  { kind, n }: { kind: string; n: number },
): Promise<ReadonlyMap<string, Recorded>> {
  return (await ofFortnight(db, running, n)).get(kind) ?? NOTHING;
}

/** A round's number and a fortnight's: the same fortnight of another round is another period. */
export function periodOf(round: { number: number }, n: number): string {
  return `${round.number}.${n}`;
}

const NOTHING: ReadonlyMap<string, Recorded> = new Map();

const ofFortnight = onceALook(async (db, { programme, round }, n: number) => {
  const byKind = new Map<string, Map<string, Recorded>>();
  for (const { stream, subject, outcome, settled_at } of await ofPeriod(db, { programme: programme.id, period: periodOf(round, n) })) {
    const ofKind = byKind.get(stream) ?? new Map<string, Recorded>();
    byKind.set(stream, ofKind.set(subject, { outcome, settledAt: settled_at }));
  }
  return byKind;
});
