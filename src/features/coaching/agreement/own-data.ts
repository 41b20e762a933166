// What a leader agreed to, and what they wrote into it, opened for them to take away. What their partners say of themselves is not theirs.
import { weekdayName } from '../../../platform/clock.ts';
import type { Tools } from '../../../platform/tools.ts';
import * as agreements from './agreements.ts';
import { openLine } from './sealed-lines.ts';

export interface MyAgreement {
  version: number;
  agreed_to_version: number | null;
  complete_since: string | null;
  rhythm: string | null;
  usually_on: string | null;
  usually_at: string | null;
  /** What they wrote themselves; null where they wrote nothing. */
  by: string | null;
  line_of_our_own: string | null;
  prefers_to_be_challenged: string | null;
  it_helps_to_have: string | null;
}

/** Every agreement of a leader, oldest first. For their eyes only. */
export async function ownAgreements(
  tools: Pick<Tools, 'db' | 'workspace' | 'vault'>,
  { id, user }: { id: string; user: string },
): Promise<MyAgreement[]> {
  const found = await agreements.ofLeader(tools.db, id);
  return Promise.all(
    found.map(async (agreement): Promise<MyAgreement> => {
      const own = agreement.owns.find(({ leader }) => leader === id);
      const opened = async (line: 'by' | 'added' | 'helps', sealed: string | null) =>
        (await openLine(tools, tools.db, { line, agreement: agreement.id, author: user }, sealed)) ?? null;
      return {
        version: agreement.version,
        agreed_to_version: own?.agreedVersion ?? null,
        complete_since: agreement.completedAt,
        rhythm: agreement.rhythm,
        usually_on: agreement.weekday === null ? null : weekdayName(agreement.weekday),
        usually_at: agreement.time === null ? null : `${agreement.time} (${agreement.zone})`,
        by: agreement.byFrom === id ? await opened('by', agreement.bySealed) : null,
        line_of_our_own: agreement.addedFrom === id ? await opened('added', agreement.addedSealed) : null,
        prefers_to_be_challenged: own?.direct ?? null,
        it_helps_to_have: await opened('helps', own?.helpsSealed ?? null),
      };
    }),
  );
}
