// A leader asks another to be their partner in the coming round. The rules are looked at on the spot; a private list is none of them: whoever is on
// one has asked, and is not answered.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import type { Leader } from '../../joining/leaders.ts';
import * as leaders from '../../joining/leaders.ts';
import { choose } from './choose.ts';
import { type Chooser, chooserOf, otherOf, type Standing, standingOf } from './chooser.ts';
import type { PartnerRequest } from './partner-requests.ts';
import * as partnerRequests from './partner-requests.ts';
import { type Obstacle, obstacle, type Season } from './plan.ts';
import { wouldRatherNot } from './private-lists.ts';
import { choosersIn } from './season.ts';
import { tellAsked, tellNews } from './tell.ts';

/** The same person may be asked so often in a season, and so many in all: nobody is asked to death. */
const TIMES = 2;
const MOST = 12;

export type AskRefusal =
  | Obstacle
  | 'self'
  | 'own-list'
  /** The asker has a partner, or asks somebody else at the moment. */
  | 'chosen'
  | 'asking'
  | 'already'
  /** The other one has a partner, or has said "Not this time". */
  | 'taken'
  | 'answered'
  | 'often'
  | 'many';

export type Asked =
  /** `chosen`: the other one had asked as well, so that the two have found each other. */
  | { ok: true; how: 'asked' | 'chosen'; other: Leader; season: Season }
  | { ok: false; because: AskRefusal; name: string }
  | { ok: false; because: 'not-in' | 'other-way' | 'sits-out' }
  | { ok: false; because: 'before' | 'over'; season: Season };

/** `other` is a Slack id, as it was chosen from everyone in the workspace. */
export async function askPartner(tools: Tools, wish: { programme: string; user: string; other: string }): Promise<Asked> {
  const now = tools.now();
  const done = await transact(tools.db, async (tx): Promise<Asked> => {
    const chooser = await chooserOf(tools, tx, wish, now);
    if (!chooser.ok) return chooser;
    const { leader, season, phase } = chooser;
    if (phase !== 'open') return { ok: false, because: phase, season };
    const other = await leaders.find(tx, wish.programme, wish.other);
    if (other?.id === leader.id) return { ok: false, because: 'self', name: '' };
    if (!other || other.leftAt !== null) return { ok: false, because: 'away', name: '' };
    const standing = await standingOf(tools, tx, chooser);
    const refused = (await ownHindrance(tools, tx, { chooser, other, standing })) ?? (await theirHindrance(tx, chooser, other));
    if (refused) return refused;
    const theirs = standing.asked.find(({ asker }) => asker === other.id);
    if (theirs && (await takesUp(tools, tx, { chooser, other, theirs }, now))) return { ok: true, how: 'chosen', other, season };
    return record(tools, tx, { chooser, other }, now);
  });
  if (done.ok) tools.knock();
  return done;
}

/** The other one had asked first. Should they have thought better of it in private since, their request ends as if they had taken it back. */
async function takesUp(
  tools: Tools,
  tx: Tx,
  { chooser, other, theirs }: Asking & { theirs: PartnerRequest },
  now: Temporal.Instant,
): Promise<boolean> {
  const stands = !(await wouldRatherNot(tools, tx, other, chooser.leader));
  if (stands) await choose(tools, tx, { here: chooser, request: theirs }, now);
  else if (await partnerRequests.end(tx, theirs.id, 'rules', now))
    await tellNews(tools, tx, { here: chooser, request: theirs, to: other.id, news: 'gone' }, now);
  return stands;
}

interface Asking {
  chooser: Chooser;
  other: Leader;
}

/** What keeps the asker from it on their own side. */
async function ownHindrance(
  tools: Tools,
  tx: Tx,
  { chooser: { leader }, other, standing: { chosen, asking } }: Asking & { standing: Standing },
): Promise<Asked | undefined> {
  const standing = chosen ?? asking;
  if (standing) {
    const [with_] = await leaders.some(tx, [otherOf(standing, leader.id)]);
    const same = with_?.id === other.id;
    return { ok: false, because: chosen ? 'chosen' : same ? 'already' : 'asking', name: with_?.name ?? '' };
  }
  return (await wouldRatherNot(tools, tx, leader, other)) ? { ok: false, because: 'own-list', name: other.name } : undefined;
}

/** The rules, and what the other one has said or found: nothing of what they wish in private. */
async function theirHindrance(tx: Tx, { programme, season, leader }: Chooser, other: Leader): Promise<Asked | undefined> {
  const refuse = (because: AskRefusal): Asked => ({ ok: false, because, name: other.name });
  const hindrance = obstacle(await choosersIn(tx, programme, season), leader.id, other.id);
  if (hindrance) return refuse(hindrance);
  const inRound = { programme: programme.id, number: season.number };
  const theirs = await partnerRequests.standingOf(tx, inRound, other.id);
  if (theirs.some(({ accepted_at }) => accepted_at !== null)) return refuse('taken');
  const before = await partnerRequests.askedBy(tx, inRound, leader.id);
  const same = before.filter(({ asked }) => asked === other.id);
  if (same.some(({ ended_because }) => ended_because === 'declined')) return refuse('answered');
  if (same.length >= TIMES) return refuse('often');
  return before.length >= MOST ? refuse('many') : undefined;
}

async function record(tools: Tools, tx: Tx, { chooser, other }: Asking, now: Temporal.Instant): Promise<Asked> {
  const { programme, season, leader } = chooser;
  const request: PartnerRequest = {
    ...{ id: tools.newId(), workspace: tools.workspace, programme: programme.id, number: season.number },
    ...{ asker: leader.id, asked: other.id, asked_at: stamp(now), accepted_at: null, ended_at: null, ended_because: null },
  };
  if (!(await partnerRequests.add(tx, request))) return { ok: false, because: 'asking', name: other.name };
  // Where the list says no, nothing is new to the other one: what stands of them is the same as before.
  const unwanted = await wouldRatherNot(tools, tx, other, leader);
  await tellAsked(tools, tx, { here: chooser, asked: other, isNew: !unwanted }, now);
  return { ok: true, how: 'asked', other, season };
}
