// A leader says what they think of their match: that it suits them, or that they would like another. Each is said once; who asked is told to
// organisers and to nobody else.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, instantOf, sayDay, stamp } from '../../platform/clock.ts';
import type { RoundTable } from '../../platform/db/tables.ts';
import { transact } from '../../platform/db/transact.ts';
import { enqueue } from '../../platform/outbox/enqueue.ts';
import type { Tools, Tx } from '../../platform/tools.ts';
import * as organisers from '../founding/organisers.ts';
import * as pauseWeeks from '../founding/pause-weeks.ts';
import type { Programme } from '../founding/programmes.ts';
import * as programmes from '../founding/programmes.ts';
import { workingDaysAfter } from './calendar.ts';
import { changeRequest } from './organiser-letters.ts';
import * as pairLeaders from './pair-leaders.ts';
import type { Member, Pair } from './pairs.ts';
import * as pairs from './pairs.ts';
import * as rounds from './rounds.ts';
import { announceRound, openSpaces } from './tell.ts';

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

const LOOKING_WORKING_DAYS = 3;

/** "This suits me." When the last one of a pair says so, their shared space opens; when the last one of a round does, the channel hears. */
export async function suits(tools: Tools, { pair: id, user }: { pair: string; user: string }): Promise<Response> {
  const now = tools.now();
  const response = await transact(tools.db, async (tx): Promise<Response> => {
    const found = await place(tools, tx, id, user);
    if (!found?.standing) return refused(found);
    const { answered, own } = found;
    if (own.askedAnotherAt !== null) {
      const lookingUntil = await lookUntil(tx, answered.programme, instantOf(own.askedAnotherAt));
      return { ok: false, because: 'asked-already', answered, lookingUntil };
    }
    if (!(await pairLeaders.confirm(tx, id, own.leader, stamp(now)))) return { ok: true, answered, already: true };
    const pair = (await pairs.byId(tx, id)) as Pair;
    if (pair.members.every(({ confirmedAt }) => confirmedAt !== null)) await openSpaces(tools, tx, [pair], now);
    const { programme, round } = answered;
    if ((await pairLeaders.undecided(tx, round.id)) === 0) {
      await announceRound(tools, tx, { programme, round, groups: await pairs.ofRound(tx, round.id) }, now);
    }
    return { ok: true, answered: { ...answered, pair: (await pairs.byId(tx, id)) as Pair }, already: false };
  });
  if (response.ok) tools.knock();
  return response;
}

/** "Ask for another." Organisers hear who asked, not why; the partner hears nothing until the match changes. */
export async function askAnother(tools: Tools, { pair: id, user }: { pair: string; user: string }): Promise<Response> {
  const now = tools.now();
  const response = await transact(tools.db, async (tx): Promise<Response> => {
    const found = await place(tools, tx, id, user);
    if (!found?.standing) return refused(found);
    const { answered, own } = found;
    const { programme } = answered;
    const lookingUntil = await lookUntil(tx, programme, own.askedAnotherAt === null ? now : instantOf(own.askedAnotherAt));
    if (!(await pairLeaders.askAnother(tx, id, own.leader, stamp(now)))) return { ok: true, answered, already: true, lookingUntil };
    for (const organiser of await whoHelps(tools, tx, answered)) {
      const body = changeRequest(tools.content, { name: own.name, date: sayDay(lookingUntil) });
      const key = `change:${id}:${own.leader}:${organiser}`;
      await enqueue(tools, tx, { key, kind: 'change', address: { to: 'person', user: organiser }, priority: 1, body }, now);
    }
    return { ok: true, answered, already: false, lookingUntil };
  });
  if (response.ok) tools.knock();
  return response;
}

/** The organisers, but for one who is in the pair: the partner is not to hear of it. Where there is no other, nobody else could help. */
async function whoHelps(tools: Tools, tx: Tx, { programme, pair }: Answered): Promise<string[]> {
  const all = await organisers.of(tools, tx, programme.id);
  const apart = all.filter((user) => pair.members.every((member) => member.user !== user));
  return apart.length > 0 ? apart : all;
}

interface Found {
  answered: Answered;
  own: Member;
  standing: boolean;
}

/** The place of `user` in the pair; `undefined` where there is no such pair, or it is somebody else's: nobody learns which. */
async function place(tools: Tools, tx: Tx, id: string, user: string): Promise<Found | undefined> {
  const pair = await pairs.byId(tx, id);
  const own = pair?.members.find((member) => member.user === user);
  const round = pair && (await rounds.byId(tx, pair.round));
  const programme = round && (await programmes.find(tx, tools.workspace, round.programme));
  if (!own || !programme) return undefined;
  const standing = pair.endedAt === null && round.closed_at === null && round.undone_at === null;
  return { answered: { programme, round, pair, leader: own.leader }, own, standing };
}

function refused(found: Found | undefined): Response {
  return found ? { ok: false, because: 'old', answered: found.answered } : { ok: false, because: 'others' };
}

/** By when organisers should have found someone else. */
async function lookUntil(tx: Tx, { id, workingDays, timeZone }: Programme, asked: Temporal.Instant): Promise<Temporal.PlainDate> {
  return workingDaysAfter(workingDays, await pauseWeeks.of(tx, id), dayOf(asked, timeZone), LOOKING_WORKING_DAYS);
}
