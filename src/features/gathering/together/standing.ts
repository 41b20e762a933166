// The invitation as it stands in the channel, and each word that it has moved, kept true: after every answer and every change at once, and by a look of
// its own where Slack did not take that, or the bot was down. What it says is on record as a mark; the last state wins.
import type { Temporal } from 'temporal-polyfill';
import { earliest, isBefore, stamp } from '../../../platform/clock.ts';
import type { Body } from '../../../platform/outbox/enqueue.ts';
import { type Placed, standingUnder } from '../../../platform/outbox/placed.ts';
import type { Stream } from '../../../platform/schedule/stream.ts';
import type { Db, Tools } from '../../../platform/tools.ts';
import * as programmes from '../../founding/programmes.ts';
import type { Gathering } from '../../pairing/gatherings.ts';
import * as gatherings from '../../pairing/gatherings.ts';
import { countsOf } from './answers.ts';
import { changeMessage, inviteMessage, markOf } from './letters.ts';
import { inviteKey, movedKey } from './tell.ts';

/** A message that is this long past is left as it is. */
const KEPT_TRUE = { hours: 7 * 24 };
/** Where Slack did not take it, so long until it is tried again. */
const AGAIN = { minutes: 5 };

export const invitations: Stream = {
  name: 'gathering-invitation',
  run: async (tools, now) => {
    const nexts: (Temporal.Instant | undefined)[] = [];
    for (const gathering of await lately(tools, now)) {
      const drawn = await draw(tools, gathering.id);
      nexts.push(drawn ? undefined : now.add(AGAIN), isBefore(now, gathering.endsAt) ? gathering.endsAt : undefined);
    }
    return earliest(...nexts);
  },
};

/** Draws it anew, if it says anything else than what is true now. Several at once come to one: whoever comes while it is drawn is drawn with it. */
export async function redrawInvitation(tools: Tools, id: string): Promise<void> {
  const under = busy.get(tools.db) ?? new Map<string, { again: boolean }>();
  busy.set(tools.db, under);
  const at = under.get(id);
  if (at) {
    at.again = true;
    return;
  }
  const mine = { again: true };
  under.set(id, mine);
  try {
    while (mine.again) {
      mine.again = false;
      await draw(tools, id);
    }
  } finally {
    under.delete(id);
  }
}

/** Which invitations are being drawn, by database. */
const busy = new WeakMap<Db, Map<string, { again: boolean }>>();

/** False where Slack did not take it. */
async function draw(tools: Tools, id: string): Promise<boolean> {
  const { db, workspace, content } = tools;
  const gathering = await gatherings.gatheringById(db, workspace, id);
  const programme = gathering && (await programmes.find(db, workspace, gathering.programme));
  if (!gathering || !programme) return true;
  const counts = await countsOf(db, id);
  const { startsAt, place, reveals, calledOffAt, endsAt } = gathering;
  const state = calledOffAt !== null ? 'off' : isBefore(tools.now(), endsAt) ? 'open' : 'over';
  const shown = markOf({ sequence: gathering.sequence, counts, state });
  if (shown === gathering.shown) return true;
  const places = await standingUnder(db, workspace, inviteKey(gathering));
  const about = { id, startsAt, place, zone: programme.timeZone };
  if (!(await rewrite(tools, places, inviteMessage(content, { ...about, reveals, counts, state })))) return false;
  // Words that it has moved count nobody: they change with the day and at its end only.
  const counted = gathering.shown?.startsWith(`${state} ${gathering.sequence} `) ?? false;
  const moved = counted ? [] : await standingUnder(db, workspace, movedKey(gathering));
  if (!(await rewrite(tools, moved, changeMessage(content, { ...about, change: 'moved', closed: state !== 'open' })))) return false;
  if (places.length > 0) await gatherings.show(db, { workspace, id, shown });
  return true;
}

/** False where Slack did not take it. */
async function rewrite(tools: Tools, places: readonly Placed[], body: Body): Promise<boolean> {
  for (const { channel, ts } of places) {
    const updated = await tools.slack.updateMessage(channel, ts, body);
    if (!updated.ok && !GONE.has(updated.error)) return false;
  }
  return true;
}

/** It was deleted, or the channel was: there is nothing to keep true. */
const GONE = new Set(['message_not_found', 'channel_not_found', 'cant_update_message', 'is_archived', 'not_in_channel']);

async function lately({ db, workspace }: Tools, now: Temporal.Instant): Promise<Gathering[]> {
  const rows = await db
    .selectFrom('gathering')
    .select('id')
    .where('workspace', '=', workspace)
    .where('starts_at', '>', stamp(now.subtract(KEPT_TRUE)))
    .execute();
  const found = await Promise.all(rows.map(({ id }) => gatherings.gatheringById(db, workspace, id)));
  return found.filter((each) => each !== undefined);
}
