// Gathers what a leader sees who chooses: when, whom they have found, whom they ask, who asks them. Only what they may know is in it.
import type { Temporal } from 'temporal-polyfill';
import type { Db, Tools } from '../../../platform/tools.ts';
import type { Leader } from '../../joining/leaders.ts';
import * as leaders from '../../joining/leaders.ts';
import { chooserOf, type Found, otherOf, standingOf } from './chooser.ts';
import type { Asking } from './letters.ts';
import type { PartnerRequest } from './partner-requests.ts';
import type { Phase, Season } from './plan.ts';

export interface Seen {
  programme: { id: string; name: string };
  season: Season;
  phase: Phase;
  chosen?: Asking;
  asking?: Asking;
  asked: readonly Asking[];
}

export type Look = { ok: true; seen: Seen } | Exclude<Found, { ok: true }>;

type Seeing = Pick<Tools, 'db' | 'workspace' | 'vault'>;

export async function seeChoosing(tools: Seeing, wish: { programme: string; user: string }, now: Temporal.Instant): Promise<Look> {
  const { db } = tools;
  const chooser = await chooserOf(tools, db, wish, now);
  if (!chooser.ok) return chooser;
  const { programme, season, phase, leader } = chooser;
  const standing = await standingOf(tools, db, chooser);
  const people = await peopleIn(db, leader.id, [...standing.asked, standing.chosen, standing.asking]);
  const named = (request: PartnerRequest | undefined) => request && people.get(request.id);
  const [chosen, asking] = [named(standing.chosen), named(standing.asking)];
  return {
    ok: true,
    seen: {
      programme: { id: programme.id, name: programme.name },
      season,
      phase,
      ...(chosen && { chosen }),
      ...(asking && { asking }),
      asked: standing.asked.map(named).filter((each) => each !== undefined),
    },
  };
}

/** The other one of each request, by the request's id. */
async function peopleIn(db: Db, leader: string, requests: readonly (PartnerRequest | undefined)[]): Promise<Map<string, Asking>> {
  const all = requests.filter((each) => each !== undefined);
  const others = await leaders.some(db, [...new Set(all.map((each) => otherOf(each, leader)))]);
  const byId = new Map(others.map((other) => [other.id, other]));
  return new Map(
    all.flatMap((each) => {
      const other = byId.get(otherOf(each, leader));
      return other ? [[each.id, askingOf(each, other)] as const] : [];
    }),
  );
}

function askingOf({ id }: PartnerRequest, { name, function: own }: Leader): Asking {
  return { request: id, name, function: own };
}
