// Who chooses: a leader of a programme in which leaders choose each other, while they may; and what stands of them.
import type { Temporal } from 'temporal-polyfill';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import type { Programme } from '../../founding/programmes.ts';
import * as programmes from '../../founding/programmes.ts';
import type { Leader } from '../../joining/leaders.ts';
import * as leaders from '../../joining/leaders.ts';
import * as nextRounds from '../../joining/next-rounds.ts';
import * as rounds from '../rounds.ts';
import type { PartnerRequest } from './partner-requests.ts';
import * as partnerRequests from './partner-requests.ts';
import { type Phase, phaseOf, type Season } from './plan.ts';
import { wouldRatherNot } from './private-lists.ts';
import { seasonNow, takesPart } from './season.ts';

export interface Chooser {
  programme: Programme;
  season: Season;
  phase: Phase;
  leader: Leader;
}

export type Found = ({ ok: true } & Chooser) | { ok: false; because: 'not-in' | 'other-way' | 'sits-out' };

/** The place from which `user` would choose, at whatever time. The programme is read again: its way may have been changed. */
export async function chooserOf(
  { workspace }: Pick<Tools, 'workspace'>,
  db: Db | Tx,
  { programme: id, user }: { programme: string; user: string },
  now: Temporal.Instant,
): Promise<Found> {
  const programme = await programmes.find(db, workspace, id);
  const leader = programme && (await leaders.find(db, id, user));
  if (!leader || leader.leftAt !== null) return { ok: false, because: 'not-in' };
  if (programme.choosing !== 'leaders') return { ok: false, because: 'other-way' };
  const season = await seasonNow(db, programme, now);
  const out = await nextRounds.sittingOut(db, await rounds.latest(db, id));
  if (!takesPart(leader, season, out)) return { ok: false, because: 'sits-out' };
  return { ok: true, programme, leader, season, phase: phaseOf(season, programme, now) };
}

/** What stands of one leader. */
export interface Standing {
  /** The request by which they have found a partner. */
  chosen?: PartnerRequest;
  /** What they ask. */
  asking?: PartnerRequest;
  /** What they are asked, as far as they are to know. */
  asked: readonly PartnerRequest[];
}

/** Requests of people whom the leader would rather not be with are not for them to see. */
export async function standingOf(tools: Pick<Tools, 'vault'>, db: Db | Tx, { programme, season, leader }: Chooser): Promise<Standing> {
  const all = await partnerRequests.standingOf(db, { programme: programme.id, number: season.number }, leader.id);
  const chosen = all.find(({ accepted_at }) => accepted_at !== null);
  const asking = all.find(({ asker, accepted_at }) => asker === leader.id && accepted_at === null);
  const asked: PartnerRequest[] = [];
  for (const request of all.filter(({ asked: to, accepted_at }) => to === leader.id && accepted_at === null)) {
    const [asker] = await leaders.some(db, [request.asker]);
    if (asker && !(await wouldRatherNot(tools, db, leader, asker))) asked.push(request);
  }
  return { ...(chosen && { chosen }), ...(asking && { asking }), asked };
}

/** The other one of a request. */
export function otherOf({ asker, asked }: PartnerRequest, leader: string): string {
  return asker === leader ? asked : asker;
}
