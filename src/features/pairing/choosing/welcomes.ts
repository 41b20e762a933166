// Leaders name up to three people they would welcome, without the whole of their profile: while it can still matter for the coming round.
import type { Temporal } from 'temporal-polyfill';
import { transact } from '../../../platform/db/transact.ts';
import { SealBroken } from '../../../platform/sealing.ts';
import { lookUp } from '../../../platform/slack/people.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Programme } from '../../founding/programmes.ts';
import type { Leader } from '../../joining/leaders.ts';
import * as leaders from '../../joining/leaders.ts';
import { WELCOMES_MOST } from '../../joining/profile-form.ts';
import { NO_WISHES, openWishes, sealWishes, type Wishes } from '../../joining/wishes.ts';
import { opensAt, type Season } from './plan.ts';
import { seasonNow } from './season.ts';

/** Whom a leader has named. */
export interface Named {
  programme: string;
  season: Season;
  /** Slack ids. */
  welcomes: readonly string[];
}

type Seeing = Pick<Tools, 'db' | 'vault'>;

/** Nothing before sign-up for the round has opened: then it is in the profile. */
export async function seeWelcomes(
  tools: Seeing,
  { programme, leader }: { programme: Programme; leader: Leader },
  now: Temporal.Instant,
): Promise<Named | undefined> {
  const season = await seasonNow(tools.db, programme, now);
  if (now.epochMilliseconds < opensAt(season, programme).epochMilliseconds) return undefined;
  return { programme: programme.id, season, welcomes: (await wishesOf(tools, tools.db, leader)).welcomes };
}

/** As far as they can be opened: what cannot is no wish any more. */
export async function wishesOf({ vault }: Pick<Tools, 'vault'>, db: Parameters<typeof openWishes>[1], leader: Leader): Promise<Wishes> {
  try {
    return await openWishes({ vault }, db, leader);
  } catch (fault) {
    if (fault instanceof SealBroken) return NO_WISHES;
    throw fault;
  }
}

export type Saved =
  | { ok: true; count: number }
  | { ok: false; because: 'not-in' }
  /** Said at the field; an id of `content/`. */
  | { ok: false; because: 'fault'; id: string; blanks: Record<string, string | number> };

/** Keeps these people as the ones whom `user` would welcome; the rest of what they wish stays. */
export async function saveWelcomes(tools: Tools, wish: { programme: string; user: string; people: readonly string[] }): Promise<Saved> {
  const { user, people } = wish;
  const fault = (id: string, blanks: Record<string, string | number> = {}): Saved => ({ ok: false, because: 'fault', id, blanks });
  if (people.length > WELCOMES_MOST) return fault('joining.wrong.welcomes.many', { most: WELCOMES_MOST });
  if (people.includes(user)) return fault('joining.wrong.self');
  const odd = (await Promise.all(people.map((each) => lookUp(tools, each)))).find(({ kind }) => kind !== 'member');
  if (odd) return fault('joining.wrong.welcomes.cannot', { name: odd.name });
  const now = tools.now();
  return transact(tools.db, async (tx): Promise<Saved> => {
    const leader = await leaders.find(tx, wish.programme, user);
    if (!leader || leader.leftAt !== null || leader.workspace !== tools.workspace) return { ok: false, because: 'not-in' };
    const wishes = await wishesOf(tools, tx, leader);
    if (people.some((each) => wishes.avoids.includes(each))) return fault('joining.wrong.both');
    const privateSealed = await sealWishes(tools, tx, leader, { ...wishes, welcomes: [...people] });
    await leaders.change(tx, { ...leader, privateSealed }, now);
    return { ok: true, count: people.length };
  });
}
