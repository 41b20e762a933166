// What pairs have fixed for one fortnight of a running round: several kinds of messages begin with it, at the same look.
import { onceALook } from '../contacts/once-a-look.ts';
import type { Meeting } from './meetings.ts';
import * as meetings from './meetings.ts';

/** The meetings of fortnight `n`, by pair. */
export const fixedIn = onceALook(async (db, { round }, n: number): Promise<ReadonlyMap<string, Meeting>> => {
  const fixed = await meetings.ofRoundIn(db, round.id, n);
  return new Map(fixed.map((meeting) => [meeting.pair, meeting]));
});
