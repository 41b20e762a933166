// Somebody agrees to how their pair works: each in their own name, once.
import { transact } from '../../../../platform/db/transact.ts';
import type { Tools } from '../../../../platform/tools.ts';
import * as teamPairs from '../team-pairs.ts';
import { type OurTeamPair, ourTeamPair } from './our-team-pair.ts';

/** The pair as it then stands; nothing where it is not theirs, or over. */
export async function agreeTogether(tools: Tools, wish: { user: string; pair: string }): Promise<OurTeamPair | undefined> {
  const now = tools.now();
  return transact(tools.db, async (tx) => {
    if (!(await ourTeamPair(tools, tx, wish))) return undefined;
    await teamPairs.agree(tx, tools.workspace, wish, now);
    return ourTeamPair(tools, tx, wish);
  });
}
