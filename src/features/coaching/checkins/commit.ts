// Makes a commitment: when, what, and who sees it. The form carries the new one's id, so that a form submitted twice is one commitment.
import type { Temporal } from 'temporal-polyfill';
import { transact } from '../../../platform/db/transact.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import * as commitments from './commitments.ts';
import { LENGTHS, MOST_OPEN } from './plan.ts';
import { look, type Scene, type Wanted } from './scene.ts';
import * as sealed from './sealed-commitments.ts';

export interface CommitWish extends Wanted {
  id: string;
  when: string;
  will: string;
  /** Neither is chosen for them. */
  seen?: 'share' | 'keep' | undefined;
}

export type Fault = 'empty' | 'too-long' | 'choose' | 'too-many' | 'stale';

/** What is wrong stands at the box where it is. */
export type Committed = { ok: true; concerned?: string } | { ok: false; faults: Partial<Record<'when' | 'will' | 'seen', Fault>> };

/** Saves a new commitment of `user`, sealed; it belongs to the check-in's fortnight. */
export async function commit(tools: Tools, wish: CommitWish): Promise<Committed> {
  const faults = { ...wordFaults(wish), ...(wish.seen ? {} : { seen: 'choose' as const }) };
  if (Object.keys(faults).length > 0) return { ok: false, faults };
  const now = tools.now();
  return transact(tools.db, async (tx) => {
    const known = await commitments.byId(tx, tools.workspace, wish.user, wish.id);
    if (known) return { ok: true };
    const looked = await look(tools, tx, wish, now);
    if (!looked.ok) return { ok: false, faults: { when: 'stale' } };
    if ((await commitments.openOf(tx, looked.scene.leader.id)).length >= MOST_OPEN) return { ok: false, faults: { when: 'too-many' } };
    return save(tools, tx, { wish, scene: looked.scene }, now);
  });
}

async function save(tools: Tools, tx: Tx, { wish, scene }: { wish: CommitWish; scene: Scene }, now: Temporal.Instant): Promise<Committed> {
  const { leader, pair, round, partners, fortnight } = scene;
  const { id, user, when, will } = wish;
  const sharedWith = wish.seen === 'share' ? partners.map((partner) => partner.leader) : undefined;
  const made = { ...{ id, when, will, fortnight, leader: leader.id, pair: pair.id, round: round.id }, ...(sharedWith && { sharedWith }) };
  const added = await sealed.add(tools, tx, { user, made }, now);
  // Somebody else's commitment with this id: the form was forged.
  return added ? { ok: true } : { ok: false, faults: { when: 'stale' } };
}

/** What is wrong with the words themselves. */
export function wordFaults({ when, will }: sealed.Words): Partial<Record<'when' | 'will', Fault>> {
  return { ...faultOf('when', when), ...faultOf('will', will) };
}

function faultOf(box: 'when' | 'will', text: string): Partial<Record<'when' | 'will', Fault>> {
  if (text === '') return { [box]: 'empty' };
  return text.length > LENGTHS[box] ? { [box]: 'too-long' } : {};
}
