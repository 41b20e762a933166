// What is known of the check-ins of one fortnight of a running round: who was asked, and who has said what. The kinds of messages that follow from a
// check-in begin with it, at the same look.
import { ready } from '../../../platform/db/ready.ts';
import type { Db, Tx } from '../../../platform/tools.ts';
import { onceALook } from '../contacts/once-a-look.ts';
import type { Checkin } from './checkins.ts';
import * as checkins from './checkins.ts';
import { periodOf, subjectOf } from './due-seats.ts';

/** What check-ins are on record under. */
export const CHECKINS = 'check-in';

/** Who was asked in fortnight `n`, by what it is on record under, with the instant as `stamp` writes it. */
export const askedIn = onceALook((db, { programme, round }, n: number) => whoWasAsked(db, programme.id, periodOf(round, n)));

/** What was said about fortnight `n`, by what the question is on record under. */
export const saidIn = onceALook(async (db, { round }, n: number): Promise<ReadonlyMap<string, Checkin>> => {
  const said = await checkins.ofRoundIn(db, round.id, n);
  return new Map(said.map((each) => [subjectOf(each), each]));
});

async function whoWasAsked(db: Db | Tx, programme: string, period: string): Promise<ReadonlyMap<string, string>> {
  const rows = await askedAt(db, { programme, period });
  return new Map(rows.map(({ subject, settled_at }) => [subject, settled_at]));
}

const askedAt = ready((db, { programme, period }: { programme: string; period: string }) =>
  db
    .selectFrom('occurrence')
    .select(['subject', 'settled_at'])
    .where('programme', '=', programme)
    .where('stream', '=', CHECKINS)
    .where('period', '=', period)
    .where('outcome', '=', 'done'),
);
