// A leader says whether they come. The last answer stands until the gathering begins; nobody is shown who said what.
import { isBefore } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Programme } from '../../founding/programmes.ts';
import * as programmes from '../../founding/programmes.ts';
import type { Leader } from '../../joining/leaders.ts';
import * as leaders from '../../joining/leaders.ts';
import type { Gathering } from '../../pairing/gatherings.ts';
import * as gatherings from '../../pairing/gatherings.ts';
import type { Answering } from './answers.ts';
import * as answers from './answers.ts';

/** A gathering, and the leader that somebody is in its programme. */
export interface Invited {
  gathering: Gathering;
  programme: Programme;
  leader: Leader;
}

export type Answered = ({ ok: true } & Invited) | { ok: false; because: 'gone' | 'leaders-only' | 'over' | 'called-off' };

export async function answerGathering(
  tools: Tools,
  { id, user, answer }: { id: string; user: string; answer: Answering },
): Promise<Answered> {
  const found = await invitedTo(tools, id, user);
  if (!found.ok) return found;
  const now = tools.now();
  return transact(tools.db, async (tx): Promise<Answered> => {
    const gathering = await gatherings.gatheringById(tx, tools.workspace, id);
    if (!gathering) return { ok: false, because: 'gone' };
    if (gathering.calledOffAt !== null) return { ok: false, because: 'called-off' };
    if (!isBefore(now, gathering.endsAt)) return { ok: false, because: 'over' };
    await answers.put(tx, { workspace: tools.workspace, gathering: id, leader: found.leader.id, answer }, now);
    return { ...found, gathering };
  });
}

/** Whom `user` is in the gathering's programme; for whatever came back from a button. */
export async function invitedTo({ db, workspace }: Pick<Tools, 'db' | 'workspace'>, id: string, user: string): Promise<Answered> {
  const gathering = await gatherings.gatheringById(db, workspace, id);
  const programme = gathering && (await programmes.find(db, workspace, gathering.programme));
  if (!gathering || !programme) return { ok: false, because: 'gone' };
  const leader = await leaders.find(db, programme.id, user);
  if (!leader || leader.leftAt !== null) return { ok: false, because: 'leaders-only' };
  return { ok: true, gathering, programme, leader };
}
