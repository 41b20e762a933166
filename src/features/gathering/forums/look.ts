// What one person sees of a forum: its hour in their zone, its places, where they stand, and what they may do. Counts only; nobody is named.
import { instantOf } from '../../../platform/clock.ts';
import type { Db, Tx } from '../../../platform/tools.ts';
import type { Forum } from './forums.ts';
import type { ForumShown, Standing } from './seat-views.ts';
import { signedUp } from './seats.ts';
import { runs, type Who } from './who.ts';

export async function look(db: Db | Tx, forum: Forum, who: Who): Promise<ForumShown> {
  const { seated, waiting } = await signedUp(db, forum);
  return {
    ...{ forum: forum.id, at: instantOf(forum.startsAt), zone: who.zone, places: forum.places },
    ...{ taken: seated.length, waiting: waiting.length, standing: standingOf(seated, waiting, who.leader?.id) },
    runs: runs(who, forum),
    leads: who.leader !== undefined,
  };
}

/** Several as one person sees them, in their order. */
export async function lookAt(db: Db | Tx, forums: readonly Forum[], who: Who): Promise<ForumShown[]> {
  const shown: ForumShown[] = [];
  for (const forum of forums) shown.push(await look(db, forum, who));
  return shown;
}

type Signed = readonly { leader: string; bringsAt: string | null }[];

function standingOf(seated: Signed, waiting: Signed, leader: string | undefined): Standing {
  const seat = seated.find((each) => each.leader === leader);
  if (seat) return { is: 'seated', brings: seat.bringsAt !== null };
  const place = waiting.findIndex((each) => each.leader === leader);
  if (place < 0) return { is: 'none' };
  return { is: 'waiting', number: place + 1, brings: waiting[place]?.bringsAt != null };
}
