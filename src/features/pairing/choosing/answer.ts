// The one who was asked accepts or says "Not this time"; the one who asked takes it back; either of two who have found each other undoes it.
import type { Temporal } from 'temporal-polyfill';
import { transact } from '../../../platform/db/transact.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import type { Leader } from '../../joining/leaders.ts';
import * as leaders from '../../joining/leaders.ts';
import { choose, tellUndone, unsay } from './choose.ts';
import { type Chooser, chooserOf, otherOf, standingOf } from './chooser.ts';
import type { PartnerRequest } from './partner-requests.ts';
import * as partnerRequests from './partner-requests.ts';
import { neverTogether, type Season } from './plan.ts';
import { wouldRatherNot } from './private-lists.ts';
import { choosersIn } from './season.ts';
import { tellNews } from './tell.ts';

export type Answered =
  | { ok: true; other: Leader; season: Season; already: boolean }
  /** `gone`: there is no such request, it stands no more, or it is none of theirs: nobody learns which. */
  | { ok: false; because: 'gone' }
  | { ok: false; because: 'before' | 'over'; season: Season }
  /** They have found somebody else. */
  | { ok: false; because: 'chosen'; name: string };

export interface Pressing {
  /** A request's id, as a button carried it. */
  request: string;
  user: string;
}

const GONE: Answered = { ok: false, because: 'gone' };

export function acceptRequest(tools: Tools, pressing: Pressing): Promise<Answered> {
  return about(tools, pressing, 'asked', async (tx, { chooser, request, other }, now) => {
    if (request.accepted_at !== null) return done(chooser, other, true);
    const { chosen, asked } = await standingOf(tools, tx, chooser);
    if (chosen) {
      const [partner] = await leaders.some(tx, [otherOf(chosen, chooser.leader.id)]);
      return { ok: false, because: 'chosen', name: partner?.name ?? '' };
    }
    if (!asked.some(({ id }) => id === request.id)) return GONE;
    if (!(await mayStillBe(tools, tx, { chooser, request, other }))) {
      await partnerRequests.end(tx, request.id, 'rules', now);
      await tellNews(tools, tx, { here: chooser, request, to: request.asker, news: 'gone' }, now);
      return GONE;
    }
    await choose(tools, tx, { here: chooser, request }, now);
    return done(chooser, other, false);
  });
}

export function declineRequest(tools: Tools, pressing: Pressing): Promise<Answered> {
  return about(tools, pressing, 'asked', async (tx, { chooser, request, other }, now) => {
    if (request.accepted_at !== null) return GONE;
    const { asked } = await standingOf(tools, tx, chooser);
    if (!asked.some(({ id }) => id === request.id)) return GONE;
    await partnerRequests.end(tx, request.id, 'declined', now);
    await unsay(tools, tx, { here: chooser, request }, now);
    await tellNews(tools, tx, { here: chooser, request, to: request.asker, news: 'declined' }, now);
    return done(chooser, other, false);
  });
}

export function withdrawRequest(tools: Tools, pressing: Pressing): Promise<Answered> {
  return about(tools, pressing, 'asker', async (tx, { chooser, request, other }, now) => {
    if (request.accepted_at !== null) return { ok: false, because: 'chosen', name: other.name };
    await partnerRequests.end(tx, request.id, 'withdrawn', now);
    await unsay(tools, tx, { here: chooser, request }, now);
    return done(chooser, other, false);
  });
}

export function undoChoice(tools: Tools, pressing: Pressing): Promise<Answered> {
  return about(tools, pressing, 'either', async (tx, { chooser, request, other }, now) => {
    if (request.accepted_at === null) return GONE;
    await partnerRequests.end(tx, request.id, 'undone', now);
    await tellUndone(tools, tx, { here: chooser, request, to: [other.id] }, now);
    return done(chooser, other, false);
  });
}

interface Found {
  chooser: Chooser;
  request: PartnerRequest;
  other: Leader;
}

type Act = (tx: Tx, found: Found, now: Temporal.Instant) => Promise<Answered>;

/** Finds the request, if it stands and `user` is who may press this; while there is time to choose. */
async function about(tools: Tools, { request: id, user }: Pressing, who: 'asker' | 'asked' | 'either', act: Act): Promise<Answered> {
  const now = tools.now();
  const answered = await transact(tools.db, async (tx): Promise<Answered> => {
    const request = await partnerRequests.byId(tx, tools.workspace, id);
    if (!request) return GONE;
    const chooser = await chooserOf(tools, tx, { programme: request.programme, user }, now);
    if (!chooser.ok || !isTheirs(request, chooser.leader.id, who)) return GONE;
    const { season, phase } = chooser;
    if (request.ended_at !== null || request.number !== season.number) return GONE;
    const [other] = await leaders.some(tx, [otherOf(request, chooser.leader.id)]);
    if (!other) return GONE;
    return phase === 'open' ? act(tx, { chooser, request, other }, now) : { ok: false, because: phase, season };
  });
  if (answered.ok) tools.knock();
  return answered;
}

function isTheirs({ asker, asked }: PartnerRequest, leader: string, who: 'asker' | 'asked' | 'either'): boolean {
  return (who !== 'asked' && asker === leader) || (who !== 'asker' && asked === leader);
}

/** Rules and wishes may have changed since it was asked: then it ends as if it had been taken back. */
async function mayStillBe(tools: Tools, tx: Tx, { chooser, request, other }: Found): Promise<boolean> {
  const choosers = await choosersIn(tx, chooser.programme, chooser.season);
  if (neverTogether(choosers, request.asker, request.asked)) return false;
  return !(await wouldRatherNot(tools, tx, other, chooser.leader));
}

function done({ season }: Chooser, other: Leader, already: boolean): Answered {
  return { ok: true, other, season, already };
}
