// A forum that has been offered and in which people have places already, for tests that begin there.
import type { Temporal } from 'temporal-polyfill';
import type { Programme } from '../../../../src/features/founding/programmes.ts';
import type { Forum } from '../../../../src/features/gathering/forums/forums.ts';
import * as forums from '../../../../src/features/gathering/forums/forums.ts';
import { note, take } from '../../../../src/features/gathering/forums/seats.ts';
import type { Leader } from '../../../../src/features/joining/leaders.ts';
import { stamp } from '../../../../src/platform/clock.ts';
import { transact } from '../../../../src/platform/db/transact.ts';
import type { Tools } from '../../../../src/platform/tools.ts';

interface About {
  programme: Programme;
  /** Slack id. */
  offeredBy: string;
  startsAt: Temporal.Instant;
  /** Who has a place, in order. */
  leaders: readonly Leader[];
}

export async function seatedForum(tools: Tools, { programme, offeredBy, startsAt, leaders }: About): Promise<Forum> {
  const now = tools.now();
  const forum: Forum = {
    ...{ id: tools.newId(), workspace: tools.workspace, programme: programme.id, offeredBy, offeredAt: stamp(now), seed: tools.newId() },
    ...{ startsAt: stamp(startsAt), places: 8, sequence: 0, shown: null, space: null, channel: null, spaceMadeAt: null, fewAskedAt: null },
    ...{ beganAt: null, version: null, step: 0, stepBeganAt: null, stepEndsAt: null, pausedAt: null, reader: null, keeper: null },
    ...{ holder: null, secondHolder: null, endedAt: null, endedBecause: null, countedAt: null, result: null, cleanedAt: null },
  };
  await transact(tools.db, async (tx) => {
    await forums.add(tx, forum);
    for (const { id } of leaders) {
      await take(tx, forum, id, now);
      await note(tx, forum, id, { seated_at: stamp(now) });
    }
  });
  return forum;
}
