// What is known of the check-ins of one fortnight of a running round: who was asked, and who has said what. The kinds of messages that follow from a
// check-in begin with it, at the same look.

import { onRecord } from '../contacts/on-record.ts';
import { onceALook } from '../contacts/once-a-look.ts';
import type { Checkin } from './checkins.ts';
import * as checkins from './checkins.ts';
import { subjectOf } from './due-seats.ts';

/** What check-ins are on record under. */
export const CHECKINS = 'check-in';

/** Who was asked in fortnight `n`, by what it is on record under, with the instant as `stamp` writes it. */
export const askedIn = onceALook(async (db, running, n: number): Promise<ReadonlyMap<string, string>> => {
  const recorded = await onRecord(db, running, { kind: CHECKINS, n });
  return new Map([...recorded].flatMap(([subject, { outcome, settledAt }]) => (outcome === 'done' ? [[subject, settledAt]] : [])));
});

/** What was said about fortnight `n`, by what the question is on record under. */
export const saidIn = onceALook(async (db, { round }, n: number): Promise<ReadonlyMap<string, Checkin>> => {
  const said = await checkins.ofRoundIn(db, round.id, n);
  return new Map(said.map((each) => [subjectOf(each), each]));
});
