// "Offer a date": any leader and any organiser opens an hour. The channel hears of it at once.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import * as pauseWeeks from '../../founding/pause-weeks.ts';
import type { Saying } from '../../founding/words.ts';
import { FEWEST_PLACES, FORUM_MINUTES, MOST_PLACES, momentOf, type Wanted } from './calendar.ts';
import * as forums from './forums.ts';
import { type Forum, offeredSince, openForums } from './forums.ts';
import { invite } from './invite.ts';
import { activeLeader, type Who } from './who.ts';

/** So many open ones one leader may have offered, and one programme has in all. */
const MOST_OF_ONE = 3;
const MOST_OPEN = 60;
/** So many one leader may offer in a day, whatever becomes of them: each is a message to everybody in the channel. */
const MOST_IN_A_DAY = 5;
const A_DAY = { hours: 24 };

export interface Offering extends Pick<Wanted, 'day' | 'time'> {
  /** The forum's own id, made with the form, so that a form sent twice offers once. */
  id: string;
  places: number;
}

export type Offered =
  | { ok: true; forum: Forum; beside: number }
  | { ok: false; because: 'not-in' | 'no-channel' | Enough }
  | { ok: false; because: 'date'; field: 'day' | 'time'; saying: Saying };

export type Enough = 'enough' | 'enough-today' | 'enough-here';

/** `beside` is how many other open forums of the programme lie in that hour. */
export async function offerForum(tools: Tools, who: Who, { id, places, ...wanted }: Offering): Promise<Offered> {
  const { programme, user } = who;
  if (programme.channelLostAt !== null) return { ok: false, because: 'no-channel' };
  const now = tools.now();
  const offered = await transact(tools.db, async (tx): Promise<Offered> => {
    if (!who.organiser && !(await activeLeader(tx, programme.id, user))) return { ok: false, because: 'not-in' };
    const moment = momentOf({ ...wanted, zone: who.zone }, { now, rests: await pauseWeeks.of(tx, programme.id), zone: programme.timeZone });
    if (!moment.ok) return { ...moment, because: 'date' };
    const open = (await openForums(tx, programme, now)).filter((each) => each.id !== id);
    const enough = await enoughOf(tx, who, open, now);
    if (enough) return { ok: false, because: enough };
    const forum = fresh(tools, { id, who, at: moment.at, places }, now);
    if (await forums.add(tx, forum)) await invite(tools, tx, { forum, programme }, now);
    return { ok: true, forum, beside: open.filter((each) => overlaps(each, moment.at)).length };
  });
  if (offered.ok) tools.knock();
  return offered;
}

/** Why no other one may be offered now. Organisers know what they do. */
async function enoughOf(tx: Tx, who: Who, open: readonly Forum[], now: Temporal.Instant): Promise<Enough | undefined> {
  const { user, programme, organiser } = who;
  if (open.length >= MOST_OPEN) return 'enough-here';
  if (organiser) return undefined;
  if (open.filter(({ offeredBy }) => offeredBy === user).length >= MOST_OF_ONE) return 'enough';
  const about = { programme: programme.id, workspace: programme.workspace, offeredBy: user };
  return (await offeredSince(tx, about, now.subtract(A_DAY))) >= MOST_IN_A_DAY ? 'enough-today' : undefined;
}

interface Fresh {
  id: string;
  who: Who;
  at: Temporal.Instant;
  places: number;
}

function fresh({ workspace, newId }: Tools, { id, who, at, places }: Fresh, now: Temporal.Instant): Forum {
  return {
    ...{ id, workspace, programme: who.programme.id, offeredBy: who.user, offeredAt: stamp(now), seed: newId(), startsAt: stamp(at) },
    places: Math.min(Math.max(Math.trunc(places) || MOST_PLACES, FEWEST_PLACES), MOST_PLACES),
    ...{ sequence: 0, shown: null, space: null, channel: null, spaceMadeAt: null, fewAskedAt: null, beganAt: null, version: null },
    ...{ step: 0, stepBeganAt: null, stepEndsAt: null, pausedAt: null, reader: null, keeper: null, holder: null, secondHolder: null },
    ...{ endedAt: null, endedBecause: null, countedAt: null, result: null, cleanedAt: null },
  };
}

/** Whether two hours have some minutes in common. */
export function overlaps({ startsAt }: Pick<Forum, 'startsAt'>, at: Temporal.Instant): boolean {
  const [early, late] = [at.subtract({ minutes: FORUM_MINUTES }), at.add({ minutes: FORUM_MINUTES })];
  return startsAt > stamp(early) && startsAt < stamp(late);
}
