// Checks a round that has begun again, from what is kept: whether its plan is the one that was approved, and whether it is still the best that
// the facts allow. Leaders' wishes are kept only as long as they take part, so the facts may be gone; that is told too.
import type { RoundTable } from '../../platform/db/tables.ts';
import { SealBroken } from '../../platform/sealing.ts';
import type { Db, Tools } from '../../platform/tools.ts';
import * as programmes from '../founding/programmes.ts';
import { alike, drawing, drawingOf } from './draw.ts';
import { gatherAgain } from './facts.ts';
import type { PairingPlan } from './plan.ts';
import type { Certificate } from './planning/certificate.ts';
import * as proposals from './proposals.ts';

/**
 * `proved`: worked out again from the same facts, with the same outcome; `as-good`: with other pairs that are just as good (another version of
 * the program may let ties fall another way); `worse`: what is kept is not the best; `changed`: its proof is whole, but people, wishes or rules
 * have changed since; `erased`: somebody in it asked to be forgotten, and the plan went with them; `broken`: what is kept does not fit together.
 */
export type Recheck = 'proved' | 'as-good' | 'worse' | 'changed' | 'erased' | 'broken';

type Checking = Pick<Tools, 'vault'>;

export async function recheck(tools: Checking, db: Db, round: RoundTable): Promise<Recheck> {
  const opening = { vault: tools.vault, workspace: round.workspace };
  try {
    const proposal = await proposals.byId(opening, db, round.proposal);
    const programme = await programmes.find(db, round.workspace, round.programme);
    if (!proposal || !programme) return 'broken';
    const { plan, mark } = proposal.drawn;
    if (!plan.possible) return mark === '' ? 'erased' : 'broken';
    if (plan.seed !== round.seed || JSON.stringify(plan.totals) !== round.totals || !isWhole(plan.certificate)) return 'broken';
    const gathered = await gatherAgain(opening, db, programme, round);
    if (gathered.mark !== mark) return 'changed';
    return compared(plan, drawing.think(drawingOf(gathered, proposal.edits, proposal.seed)));
  } catch (fault) {
    if (fault instanceof SealBroken) return 'broken';
    throw fault;
  }
}

type Possible = Extract<PairingPlan, { possible: true }>;

function compared(kept: Possible, again: PairingPlan): Recheck {
  if (!again.possible) return 'worse';
  if (alike(kept, again)) return 'proved';
  return JSON.stringify(kept.totals) === JSON.stringify(again.totals) ? 'as-good' : 'worse';
}

/** A price for everyone in every stage, and blossoms of odd size among them. */
function isWhole({ people, stages }: Certificate): boolean {
  return stages.every(
    ({ prices, blossoms }) =>
      prices.length === people.length && blossoms.every(({ members, z }) => z > 0 && members.every((v) => v >= 0 && v < people.length)),
  );
}
