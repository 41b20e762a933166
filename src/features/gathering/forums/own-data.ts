// What is on record of one person's forums, for them to take away: where they sat, what part they took, and which they offered. What was said there
// is nowhere.
import type { Db, Tx } from '../../../platform/tools.ts';

/** Times are instants; null where it was not so. */
export interface MySeat {
  starts: string;
  signed_up: string;
  got_a_place: string | null;
  may_bring_a_question: string | null;
  gave_it_back: string | null;
  was_not_there: string | null;
  part: string[];
  /** That they answered, not what. */
  answered_worth_it: string | null;
  answered_more: string | null;
}

export interface MyForumOffer {
  programme: string;
  starts: string;
  places: number;
  offered: string;
  ended: string | null;
  ended_because: string | null;
}

const PARTS = { reader: 'read the words', keeper: 'kept it to questions', holder: 'held the question', second_holder: 'held the question' };

/** Every forum a leader has signed up for, oldest first. */
export async function ownSeats(db: Db | Tx, leader: string): Promise<MySeat[]> {
  const rows = await db
    .selectFrom('forum_seat')
    .innerJoin('forum', 'forum.id', 'forum_seat.forum')
    .selectAll('forum_seat')
    .select(['forum.starts_at', 'forum.reader', 'forum.keeper', 'forum.holder', 'forum.second_holder'])
    .where('forum_seat.leader', '=', leader)
    .orderBy('forum.starts_at')
    .orderBy('forum.id')
    .execute();
  return rows.map((row) => ({
    starts: row.starts_at,
    signed_up: row.taken_at,
    got_a_place: row.seated_at,
    may_bring_a_question: row.brings_at,
    gave_it_back: row.given_back_at,
    was_not_there: row.absent_at,
    part: (['reader', 'keeper', 'holder', 'second_holder'] as const).filter((role) => row[role] === leader).map((role) => PARTS[role]),
    answered_worth_it: row.worth_at,
    answered_more: row.more_at,
  }));
}

/** Every forum that `user`, by Slack id, has offered, oldest first. */
export async function ownOffers(db: Db | Tx, workspace: string, user: string): Promise<MyForumOffer[]> {
  return db
    .selectFrom('forum')
    .innerJoin('programme', 'programme.id', 'forum.programme')
    .select(['programme.name as programme', 'forum.starts_at as starts', 'forum.places', 'forum.offered_at as offered'])
    .select(['forum.ended_at as ended', 'forum.ended_because'])
    .where('forum.workspace', '=', workspace)
    .where('forum.offered_by', '=', user)
    .orderBy('forum.starts_at')
    .orderBy('forum.id')
    .execute();
}
