// Counts one tap of one member: once for each item, and without their name.
import type { Temporal } from 'temporal-polyfill';
import { choices, pulseItems } from '../../../../platform/content/pulse.ts';
import { transact } from '../../../../platform/db/transact.ts';
import type { Tools, Tx } from '../../../../platform/tools.ts';
import { answerOf } from '../../../reviewing/sides.ts';
import * as members from '../members.ts';
import * as tallies from '../tallies.ts';
import * as teams from '../teams.ts';
import { tapsUntil } from './asks.ts';
import { isItem, MARKS } from './conclude.ts';
import { sceneOf } from './scene.ts';
import { shownTo } from './taps.ts';
import type { TapsShown } from './taps-views.ts';

export interface Tap {
  user: string;
  team: string;
  item: string;
  /** Its place on the scale. */
  choice: number;
}

/** `shown` is how the taps stand for whoever tapped. Who would rather not say has passed the item over: nothing of it is kept. */
export type Tapped = { ok: true; shown: TapsShown } | { ok: false; because: 'closed' | 'already' };

const COLUMNS = { worthAt: 'worth_at', moreAt: 'more_at', heardAt: 'heard_at' } as const;

export async function tap(tools: Tools, wish: Tap): Promise<Tapped> {
  const now = tools.now();
  return transact(tools.db, (tx) => tapIn(tools, tx, wish, now));
}

async function tapIn(tools: Tools, tx: Tx, { user, team: id, item, choice }: Tap, now: Temporal.Instant): Promise<Tapped> {
  const { workspace, content } = tools;
  const team = await teams.byId(tx, workspace, id);
  const member = team && (await members.find(tx, workspace, { team: id, user }));
  const scale = pulseItems.find((each) => each.id === item)?.scale;
  if (!team || !member || !members.isIn(member) || !scale || !isItem(item)) return { ok: false, because: 'closed' };
  const { tapsOpenedAt } = await sceneOf(tools, tx, team);
  if (!tapsOpenedAt || team.countedAt !== null || team.endedAt !== null) return { ok: false, because: 'closed' };
  const count = choices(content, scale).length;
  if (!Number.isInteger(choice) || choice < 0 || choice >= count) return { ok: false, because: 'closed' };
  const closes = await tapsUntil(tx, workspace, { team, openedAt: tapsOpenedAt }, now);
  const shown = (answered: readonly string[]) => ({ ...shownTo(team, member, closes), answered });
  const [kept] = answerOf(scale, [choice], count);
  const before = shownTo(team, member, closes).answered;
  if (kept === undefined) return { ok: true, shown: shown([...before, item]) };
  const fresh = await members.tapped(tx, { workspace, team: id, user }, COLUMNS[MARKS[item]], now);
  if (!fresh) return { ok: false, because: 'already' };
  await tallies.add(tx, { workspace, team: id, item, choice: String(kept) });
  return { ok: true, shown: shown([...before, item]) };
}
