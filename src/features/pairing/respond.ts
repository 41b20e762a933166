// A leader says that their match suits them; or presses a button of a match, and it is found out whose it is and whether it still stands.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, instantOf, stamp } from '../../platform/clock.ts';
import type { RoundTable } from '../../platform/db/tables.ts';
import { transact } from '../../platform/db/transact.ts';
import type { Tools, Tx } from '../../platform/tools.ts';
import type { Programme } from '../founding/programmes.ts';
import * as programmes from '../founding/programmes.ts';
import * as pairLeaders from './pair-leaders.ts';
import type { Member, Pair } from './pairs.ts';
import * as pairs from './pairs.ts';
import * as rematches from './rematching/rematches.ts';
import * as rounds from './rounds.ts';
import { openSpaces } from './spaces.ts';
import { announceRound } from './tell.ts';

/** Where the answer belongs. */
export interface Answered {
  programme: Programme;
  round: RoundTable;
  pair: Pair;
  leader: string;
}

export type Response =
  /** `already`: they had said the same before, and nothing has changed. */
  | { ok: true; answered: Answered; already: boolean; lookingUntil?: Temporal.PlainDate }
  | { ok: false; because: 'others' }
  | { ok: false; because: 'old'; answered: Answered }
  | { ok: false; because: 'asked-already'; answered: Answered; lookingUntil: Temporal.PlainDate };

/** "This suits me." When the last one of a pair says so, their shared space opens; when the last one of a round does, the channel hears. */
export async function suits(tools: Tools, { pair: id, user }: { pair: string; user: string }): Promise<Response> {
  const now = tools.now();
  const response = await transact(tools.db, async (tx): Promise<Response> => {
    const found = await place(tools, tx, id, user);
    if (!found?.standing) return refused(found);
    const { answered, own } = found;
    if (own.askedAnotherAt !== null) {
      const wish = await rematches.openOf(tx, answered.round.id, own.leader);
      const lookingUntil = dayOf(wish ? instantOf(wish.dueBy) : now, answered.programme.timeZone);
      return { ok: false, because: 'asked-already', answered, lookingUntil };
    }
    if (!(await pairLeaders.confirm(tx, id, own.leader, stamp(now)))) return { ok: true, answered, already: true };
    const pair = (await pairs.byId(tx, id)) as Pair;
    if (pair.members.every(({ confirmedAt }) => confirmedAt !== null)) await openSpaces(tools, tx, { groups: [pair], pace: 'polite' }, now);
    const { programme, round } = answered;
    if ((await pairLeaders.undecided(tx, round.id)) === 0) {
      await announceRound(tools, tx, { programme, round, groups: await pairs.ofRound(tx, round.id) }, now);
    }
    return { ok: true, answered: { ...answered, pair: (await pairs.byId(tx, id)) as Pair }, already: false };
  });
  if (response.ok) tools.knock();
  return response;
}

export interface Found {
  answered: Answered;
  own: Member;
  standing: boolean;
}

/** The place of `user` in the pair; `undefined` where there is no such pair, or it is somebody else's: nobody learns which. */
export async function place(tools: Tools, tx: Tx, id: string, user: string): Promise<Found | undefined> {
  const pair = await pairs.byId(tx, id);
  const own = pair?.members.find((member) => member.user === user);
  const round = pair && (await rounds.byId(tx, pair.round));
  const programme = round && (await programmes.find(tx, tools.workspace, round.programme));
  if (!own || !programme) return undefined;
  // A round whose pairs are finishing while the next is told is not changed any more.
  const standing = pair.endedAt === null && round.id === (await rounds.current(tx, programme.id))?.id;
  return { answered: { programme, round, pair, leader: own.leader }, own, standing };
}

export function refused(found: Found | undefined): Response {
  return found ? { ok: false, because: 'old', answered: found.answered } : { ok: false, because: 'others' };
}
