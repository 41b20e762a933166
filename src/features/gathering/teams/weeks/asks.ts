// Who has been asked for the three taps of a team, and when: read from the letters that ask, and with it until when the taps count.
import { Temporal } from 'temporal-polyfill';
import { instantOf, isBefore } from '../../../../platform/clock.ts';
import type { Db, Tx } from '../../../../platform/tools.ts';
import type { Team } from '../teams.ts';
import { tapsAskedUntil, tapsClose } from './calendar.ts';

/** What the letters are called, and how their keys begin. */
export const ASK = 'team-taps';

/** `at`: when somebody was asked, or will be. What something more important took the place of counts as a try only. */
type Asks = ReadonlyMap<string, { at?: Temporal.Instant; tries: number }>;

/** By Slack id. */
export async function asksOf(db: Db | Tx, { workspace, team }: { workspace: string; team: string }): Promise<Asks> {
  const rows = await db
    .selectFrom('outbox')
    .select(['key', 'state', 'not_before', 'started_at'])
    .where('workspace', '=', workspace)
    .where('key', 'like', `${ASK}:${team}:%`)
    .execute();
  const asks = new Map<string, { at?: Temporal.Instant; tries: number }>();
  for (const { key, state, not_before, started_at } of rows) {
    const [, , user = ''] = key.split(':');
    const { tries, ...known } = asks.get(user) ?? { tries: 0 };
    asks.set(user, { ...known, ...(state !== 'skipped' && { at: instantOf(started_at ?? not_before) }), tries: tries + 1 });
  }
  return asks;
}

/** When the week is over of whoever was asked last; nothing where nobody was. */
export function lastOf(asks: Asks, zone: string): Temporal.Instant | undefined {
  const [last] = [...asks.values()].flatMap(({ at }) => at ?? []).sort((one, other) => Temporal.Instant.compare(other, one));
  return last && tapsClose(last, zone);
}

/** Until when at least the taps of a team count that were opened at an instant: it may be longer, where somebody is asked later. */
export async function tapsUntil(
  db: Db | Tx,
  workspace: string,
  { team, openedAt }: { team: Team; openedAt: Temporal.Instant },
  now: Temporal.Instant,
): Promise<Temporal.Instant> {
  const last = lastOf(await asksOf(db, { workspace, team: team.id }), team.zone);
  return last && isBefore(now, last) ? last : tapsAskedUntil(openedAt, team.zone);
}
