// What is on record of a leader's rounds without a word of anybody's: the meetings of their pairs, their breaks, when they wished for another
// partner, what reached them unasked and what they were asked.
import type { Db, Tx } from '../../platform/tools.ts';

export interface MyMeeting {
  fortnight: number;
  state: string;
  starts: string | null;
  minutes: number;
}

export interface MyBreak {
  because: string;
  from: string;
  to: string;
}

export interface MyWish {
  wished: string;
  settled: string | null;
  outcome: string | null;
}

export interface MyMessage {
  kind: string;
  planned: string;
}

export interface MyQuestion {
  asked: string;
  answer: string | null;
}

export interface MyPreview {
  programme: string;
  looked: string;
}

/** Of every pair they are or were in, in order. */
export async function meetingsOf(db: Db | Tx, leader: string): Promise<MyMeeting[]> {
  const pairs = db.selectFrom('pair_leader').select('pair').where('leader', '=', leader);
  return db
    .selectFrom('meeting')
    .select(['fortnight', 'state', 'starts_at as starts', 'minutes'])
    .where('pair', 'in', pairs)
    .orderBy('arranged_at')
    .execute();
}

/** Days on which their pair stood still because of them, both ends included. */
export async function breaksOf(db: Db | Tx, leader: string): Promise<MyBreak[]> {
  return db
    .selectFrom('pair_rest')
    .select(['because', 'begins_on as from', 'ends_on as to'])
    .where('leader', '=', leader)
    .orderBy('begins_on')
    .execute();
}

export async function wishesOf(db: Db | Tx, leader: string): Promise<MyWish[]> {
  return db
    .selectFrom('rematch')
    .select(['wanted_at as wished', 'settled_at as settled', 'outcome'])
    .where('leader', '=', leader)
    .orderBy('wanted_at')
    .execute();
}

/** The messages nobody asked for that were planned for them: of what kind and when. */
export async function messagesOf(db: Db | Tx, leader: string): Promise<MyMessage[]> {
  return db.selectFrom('contact').select(['kind', 'created_at as planned']).where('leader', '=', leader).orderBy('created_at').execute();
}

/** Whether they carry on, after two quiet fortnights. */
export async function carryingOnOf(db: Db | Tx, leader: string): Promise<MyQuestion[]> {
  return db.selectFrom('quiet').select(['asked_at as asked', 'answer']).where('leader', '=', leader).orderBy('asked_at').execute();
}

/** Whether they would take in a third. */
export async function thirdsOf(db: Db | Tx, leader: string): Promise<MyQuestion[]> {
  return db.selectFrom('third_ask').select(['asked_at as asked', 'answer']).where('leader', '=', leader).orderBy('asked_at').execute();
}

/** When the Home tab of `user` was last looked at; null where they never opened it. */
export async function homeTabOf(db: Db | Tx, workspace: string, user: string): Promise<string | null> {
  const tab = db.selectFrom('home_tab').select('drawn_at').where('workspace', '=', workspace).where('slack_user', '=', user);
  return (await tab.executeTakeFirst())?.drawn_at ?? null;
}

/** The rounds that `user`, an organiser, has before them, and when they last looked. */
export async function previewsOf(db: Db | Tx, workspace: string, user: string): Promise<MyPreview[]> {
  const open = db.selectFrom('preview_open').innerJoin('proposal', 'proposal.id', 'preview_open.proposal');
  return open
    .innerJoin('programme', 'programme.id', 'proposal.programme')
    .select(['programme.name as programme', 'shown_at as looked'])
    .where('preview_open.workspace', '=', workspace)
    .where('slack_user', '=', user)
    .orderBy('shown_at')
    .execute();
}
