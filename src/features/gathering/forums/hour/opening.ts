// When each forum's space opens, by the days on which its programme works.
import type { Temporal } from 'temporal-polyfill';
import { instantOf } from '../../../../platform/clock.ts';
import type { Tools } from '../../../../platform/tools.ts';
import * as pauseWeeks from '../../../founding/pause-weeks.ts';
import * as programmes from '../../../founding/programmes.ts';
import type { Forum } from '../forums.ts';
import { spaceOpensAt } from './calendar.ts';

/** By forum's id, of those of `forums` that have no space yet and have not ended. */
export async function openings(
  { db, workspace }: Pick<Tools, 'db' | 'workspace'>,
  forums: readonly Forum[],
): Promise<ReadonlyMap<string, Temporal.Instant>> {
  const found = new Map<string, Temporal.Instant>();
  const waiting = forums.filter(({ space, endedAt }) => space === null && endedAt === null);
  for (const id of new Set(waiting.map(({ programme }) => programme))) {
    const programme = await programmes.find(db, workspace, id);
    const rests = programme ? await pauseWeeks.of(db, id) : [];
    for (const forum of waiting.filter((each) => each.programme === id)) {
      const starts = instantOf(forum.startsAt);
      found.set(forum.id, programme ? spaceOpensAt(starts, programme, rests) : starts);
    }
  }
  return found;
}
