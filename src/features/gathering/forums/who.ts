// Who somebody is to a forum: a leader of its programme, one of its organisers, or whoever offered it. Asked again at every press.
import { lookUp } from '../../../platform/slack/people.ts';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import * as organisers from '../../founding/organisers.ts';
import type { Programme } from '../../founding/programmes.ts';
import * as programmes from '../../founding/programmes.ts';
import { mayOrganise } from '../../founding/rights.ts';
import type { Leader } from '../../joining/leaders.ts';
import * as leaders from '../../joining/leaders.ts';
import { type Forum, forumById } from './forums.ts';

export interface Who {
  user: string;
  programme: Programme;
  /** Missing where they take no part, or no more. */
  leader?: Leader;
  organiser: boolean;
  /** The zone in which they read. */
  zone: string;
}

/** What somebody is in a programme; nothing where they are neither a leader nor an organiser of it. */
export async function whoIn(tools: Tools, programme: Programme, user: string): Promise<Who | undefined> {
  const leader = await activeLeader(tools.db, programme.id, user);
  const organiser = await mayOrganise(tools, programme, user);
  if (!leader && !organiser) return undefined;
  const zone = leader?.timeZone ?? (await lookUp(tools, user)).timeZone ?? programme.timeZone;
  return { user, programme, ...(leader && { leader }), organiser, zone };
}

/** A forum by the id that came with a press, and what the presser is to it; nothing where it is none of their business. */
export async function withForum(tools: Tools, user: string, id: string): Promise<{ forum: Forum; who: Who } | undefined> {
  const forum = await forumById(tools.db, tools.workspace, id);
  const programme = forum && (await programmes.find(tools.db, tools.workspace, forum.programme));
  const who = programme && (await whoIn(tools, programme, user));
  return who && { forum, who };
}

export async function activeLeader(db: Db | Tx, programme: string, user: string): Promise<Leader | undefined> {
  const leader = await leaders.find(db, programme, user);
  return leader?.leftAt === null ? leader : undefined;
}

/** Whether they may move it and call it off: whoever offered it and is still there, and every organiser. */
export function runs(
  { user, leader, organiser }: Pick<Who, 'user' | 'leader' | 'organiser'>,
  { offeredBy }: Pick<Forum, 'offeredBy'>,
): boolean {
  return organiser || (leader !== undefined && offeredBy === user);
}

/** The same inside a transaction, where Slack cannot be asked: the right has just been looked at, this is whether it has gone since. */
export async function stillRuns(tools: Pick<Tools, 'organisers'>, tx: Db | Tx, forum: Forum, user: string): Promise<boolean> {
  if ((await organisers.of(tools, tx, forum.programme)).includes(user)) return true;
  return forum.offeredBy === user && (await activeLeader(tx, forum.programme, user)) !== undefined;
}
