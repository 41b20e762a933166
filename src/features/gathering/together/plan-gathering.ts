// An organiser plans the gathering of a round, or changes it: what is on record and what the channel hears are saved together, or nothing is. Of two
// organisers at once the first is heard, and the other is shown what stands.
import type { Temporal } from 'temporal-polyfill';
import { record } from '../../../platform/audit.ts';
import { dayOf, isBefore } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import { mayOrganise } from '../../founding/rights.ts';
import type { Gathering } from '../../pairing/gatherings.ts';
import * as gatherings from '../../pairing/gatherings.ts';
import { type Occasion, occasionById } from './occasion.ts';
import { tellChange, tellInvitation } from './tell.ts';

export interface GatheringWish {
  startsAt: Temporal.Instant;
  place: string;
  reveals: boolean;
  /** A Slack user id. */
  by: string;
}

export type Planned =
  | { ok: true; gathering: Gathering }
  | { ok: false; because: 'not-organiser' }
  /** Another organiser was quicker: as it stands now. */
  | { ok: false; because: 'others-planned'; gathering: Gathering };

/** Plans the gathering of a round that has none. The same wish sent twice is one. */
export async function planGathering(tools: Tools, occasion: Occasion, wish: GatheringWish): Promise<Planned> {
  const { programme, round } = occasion;
  if (!(await mayOrganise(tools, programme, wish.by))) return { ok: false, because: 'not-organiser' };
  const now = tools.now();
  const planned = await transact(tools.db, async (tx): Promise<Planned> => {
    const id = tools.newId();
    const row = { id, workspace: tools.workspace, programme: programme.id, round: round.id, ...wish };
    const first = await gatherings.plan(tx, row, now);
    const gathering = (await gatherings.gatheringOf(tx, round.id)) as Gathering;
    if (!first) return isSame(gathering, wish) ? { ok: true, gathering } : { ok: false, because: 'others-planned', gathering };
    await audit(tools, tx, { occasion, gathering, by: wish.by, action: 'gathering-planned' }, now);
    await tellInvitation(tools, tx, { programme, gathering }, now);
    return { ok: true, gathering };
  });
  if (planned.ok) tools.knock();
  return planned;
}

export type Changed =
  | { ok: true; gathering: Gathering; different: boolean }
  | { ok: false; because: 'not-organiser' | 'gone' }
  | { ok: false; because: 'too-late' | 'others-changed'; gathering: Gathering };

/** Changes a gathering that is still ahead, if it stands as the organiser saw it (`sequence`). */
export async function changeGathering(
  tools: Tools,
  { id, sequence }: { id: string; sequence: number },
  wish: GatheringWish,
): Promise<Changed> {
  const occasion = await occasionById(tools, id);
  if (!occasion) return { ok: false, because: 'gone' };
  const { programme } = occasion;
  if (!(await mayOrganise(tools, programme, wish.by))) return { ok: false, because: 'not-organiser' };
  const now = tools.now();
  const changed = await transact(tools.db, async (tx): Promise<Changed> => {
    const before = await gatherings.gatheringById(tx, tools.workspace, id);
    if (!before || before.calledOffAt !== null) return { ok: false, because: 'gone' };
    if (!isBefore(now, before.startsAt)) return { ok: false, because: 'too-late', gathering: before };
    if (isSame(before, wish)) return { ok: true, gathering: before, different: false };
    if (before.sequence !== sequence) return { ok: false, because: 'others-changed', gathering: before };
    await gatherings.change(tx, { workspace: tools.workspace, id, ...wish }, now);
    const gathering = (await gatherings.gatheringById(tx, tools.workspace, id)) as Gathering;
    await audit(tools, tx, { occasion, gathering, by: wish.by, action: 'gathering-changed' }, now);
    await tellChange(tools, tx, { programme, before, gathering }, now);
    return { ok: true, gathering, different: true };
  });
  if (changed.ok && changed.different) tools.knock();
  return changed;
}

function isSame(gathering: Gathering, { startsAt, place, reveals }: GatheringWish): boolean {
  return gathering.startsAt.equals(startsAt) && gathering.place === place && gathering.reveals === reveals;
}

interface Deed {
  occasion: Pick<Occasion, 'programme' | 'round'>;
  gathering: Gathering;
  by: string;
  action: 'gathering-planned' | 'gathering-changed' | 'gathering-called-off' | 'gathering-pack-taken';
}

/** Where it is stands in nobody's audit: a person wrote it. */
export function audit(tools: Tools, tx: Tx, { occasion, gathering, by, action }: Deed, now: Temporal.Instant): Promise<void> {
  const { programme, round } = occasion;
  const date = dayOf(gathering.startsAt, programme.timeZone).toString();
  const detail = { number: round.number, date, reveals: gathering.reveals ? 'yes' : 'no' };
  return record(tools, tx, { programme: programme.id, actor: by, action, subject: gathering.id, detail }, now);
}
