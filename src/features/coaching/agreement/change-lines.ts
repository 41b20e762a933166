// Fills in or changes lines of an agreement. Everyone may; what belongs to all of them makes a new version, to which the others are asked to
// agree once more. Whoever changes a version to which they had agreed agrees to what they wrote.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import type { Agreement } from './agreements.ts';
import * as agreements from './agreements.ts';
import { askedAgain, changesIn, type LinesChange, type LinesWish } from './plan.ts';
import { sealLine } from './sealed-lines.ts';
import { type PairSeat, seatIn } from './seat.ts';
import { standingOf } from './see-agreement.ts';
import { tellChanged } from './tell.ts';

export interface LinesChanging {
  user: string;
  pair: string;
  /** The version on which the form was opened. */
  version: number;
  wish: LinesWish;
}

/** `changed`: somebody else has made a new version since the form was opened; nothing of theirs is overwritten. */
export type LinesChanged =
  /** `saved` where something has changed, `asked` where others who had agreed are asked again. */
  { ok: true; outcome: 'unchanged' | 'saved' | 'asked' } | { ok: false; because: 'others' | 'over' | 'changed'; by?: string };

export async function changeLines(tools: Tools, { user, pair, version, wish }: LinesChanging): Promise<LinesChanged> {
  const now = tools.now();
  const done = await transact(tools.db, async (tx): Promise<LinesChanged> => {
    const found = await seatIn(tools, tx, { user, pair });
    if (!found.ok) return found;
    const { seat } = found;
    const begun = { id: tools.newId(), workspace: tools.workspace, pair, changed_by: seat.leader.id, changed_at: stamp(now) };
    await agreements.begin(tx, begun);
    const agreement = (await agreements.ofPair(tx, pair)) as Agreement;
    const standing = await standingOf(tools, tx, seat, now);
    if (agreement.version !== version) {
      return { ok: false, because: 'changed', ...(standing.changedBy && { by: standing.changedBy }) };
    }
    const change = changesIn(standing, wish);
    if (!change.any) return { ok: true, outcome: 'unchanged' };
    const asked = await write(tools, tx, { seat, agreement, wish, change, lookAgain: standing.lookAgain }, now);
    return { ok: true, outcome: asked ? 'asked' : 'saved' };
  });
  if (done.ok) tools.knock();
  return done;
}

interface Writing {
  seat: PairSeat;
  agreement: Agreement;
  wish: LinesWish;
  change: LinesChange;
  lookAgain: boolean;
}

/** Whether somebody who had agreed is asked again. */
async function write(tools: Tools, tx: Tx, { seat, agreement, wish, change, lookAgain }: Writing, now: Temporal.Instant): Promise<boolean> {
  const { leader } = seat;
  const of = { agreement: agreement.id, author: leader.user };
  const { shared, own, raises } = change;
  const version = raises ? agreement.version + 1 : agreement.version;
  const hadAgreed = agreement.owns.some((each) => each.leader === leader.id && each.agreedVersion === agreement.version);
  await agreements.change(
    tx,
    { id: agreement.id, from: agreement.version },
    {
      version,
      changed_at: stamp(now),
      ...(raises && { changed_by: leader.id, completed_at: null }),
      ...(lookAgain && { looked_again_at: stamp(now) }),
      ...(shared.rhythm && { rhythm: wish.rhythm ?? null }),
      ...(shared.when && { weekday: wish.weekday ?? null, time: wish.time ?? null, zone: leader.timeZone }),
      ...(shared.by && { by_sealed: await sealLine(tools, tx, { ...of, line: 'by' }, wish.by), by_from: leader.id }),
      ...(shared.added && { added_sealed: await sealLine(tools, tx, { ...of, line: 'added' }, wish.added), added_from: leader.id }),
    },
  );
  const fields = {
    ...(own.direct && { direct: wish.direct ?? null }),
    ...(own.helps && { helps_sealed: await sealLine(tools, tx, { ...of, line: 'helps' }, wish.helps) }),
    ...(raises && hadAgreed && { agreed_version: version, agreed_at: stamp(now) }),
  };
  const place = { agreement: agreement.id, leader: leader.id, workspace: tools.workspace };
  if (Object.keys(fields).length > 0) await agreements.changeOwn(tx, place, fields);
  const asked = raises && askedAgain(agreement, leader.id).length > 0;
  if (asked) await tellChanged(tools, tx, { seat, agreement: { ...agreement, version } }, now);
  return asked;
}
