// How a commitment went, and what becomes of it: an answer, carrying it on, other words for it, a line about what its author noticed. Only its
// author may, while its round runs.
import type { Temporal } from 'temporal-polyfill';
import { fortnightsInRound } from '../../../platform/content/elements.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import * as programmes from '../../founding/programmes.ts';
import * as leaders from '../../joining/leaders.ts';
import * as rounds from '../../pairing/rounds.ts';
import { isFortnight } from '../fortnights.ts';
import * as places from '../places.ts';
import { type Committed, wordFaults } from './commit.ts';
import type { Commitment } from './commitments.ts';
import * as commitments from './commitments.ts';
import { type Answer, answer, type Carry, type Changed, carry, reopen } from './plan.ts';
import * as sealed from './sealed-commitments.ts';

/** `concerned`: the pair in which it is shared, where its people see something else from now on. */
export type Settled = { ok: true; concerned?: string } | { ok: false; because: 'gone' | 'over' | 'too-many' | 'carried-twice' | 'settled' };

/** The commitment `id` of `user`, as they press. */
export interface Own {
  user: string;
  id: string;
}

/** Keeps how it went, as told at the check-in of `fortnight`; of the present one where it was told elsewhere. */
export function tellHow(tools: Tools, own: Own, { given, fortnight }: { given: Answer; fortnight?: number | undefined }): Promise<Settled> {
  return onOwn(tools, own, async (tx, commitment, now) => {
    const present = await presentFortnight(tools, tx, commitment, now);
    const n = fortnight !== undefined && isFortnight(fortnight) && fortnight < present ? fortnight : present;
    return answer(commitment, given, n, await othersOpen(tx, commitment));
  });
}

/** Opens it again, if that was a slip. */
export function openAgain(tools: Tools, own: Own): Promise<Settled> {
  return onOwn(tools, own, async (tx, commitment) => reopen(commitment, await othersOpen(tx, commitment)));
}

async function othersOpen(tx: Tx, { id, leader }: Commitment): Promise<number> {
  return (await commitments.openOf(tx, leader)).filter((other) => other.id !== id).length;
}

async function presentFortnight({ workspace }: Tools, tx: Tx, commitment: Commitment, now: Temporal.Instant): Promise<number> {
  const leader = await leaders.byId(tx, workspace, commitment.leader);
  const programme = leader && (await programmes.find(tx, workspace, leader.programme));
  const { match } = programme ? await places.ofLeader(tx, programme, leader, now) : {};
  if (match?.fortnight === 'after') return fortnightsInRound;
  return typeof match?.fortnight === 'number' ? match.fortnight : commitment.fortnight;
}

/** Keeps it as it is, or lets it go. */
export function carryOn(tools: Tools, own: Own, wish: Exclude<Carry, 'smaller'>): Promise<Settled> {
  return onOwn(tools, own, async (_, commitment) => carry(commitment, wish));
}

/** Puts smaller words in its place, and carries it on. */
export async function makeSmaller(tools: Tools, own: Own, words: sealed.Words): Promise<Committed> {
  const faults = wordFaults(words);
  if (Object.keys(faults).length > 0) return { ok: false, faults };
  const done = await onOwn(tools, own, async (tx, commitment) => {
    const changed = carry(commitment, 'smaller');
    if (changed.ok) await sealed.reword(tools, tx, commitment, words);
    return changed;
  });
  return done.ok ? done : { ok: false, faults: { when: 'stale' } };
}

/** Keeps what its author noticed; an empty line skips it. */
export async function notice(tools: Tools, { user, id }: Own, text: string): Promise<Settled> {
  const now = tools.now();
  return transact(tools.db, async (tx) => {
    const found = await standing(tools, tx, { user, id });
    if (!found.ok) return found;
    if (text !== '' || found.commitment.noticedAt === null) await sealed.notice(tools, tx, { id, user, text }, now);
    return { ok: true };
  });
}

type Decide = (tx: Tx, commitment: Commitment, now: Temporal.Instant) => Promise<Changed>;

async function onOwn(tools: Tools, own: Own, decide: Decide): Promise<Settled> {
  const now = tools.now();
  return transact(tools.db, async (tx) => {
    const found = await standing(tools, tx, own);
    if (!found.ok) return found;
    const changed = await decide(tx, found.commitment, now);
    if (!changed.ok) return changed;
    await write(tx, found.commitment, changed, now);
    return { ok: true, ...(found.commitment.sharedAt !== null && { concerned: found.commitment.pair }) };
  });
}

/** The same answer twice is one answer. */
async function write(tx: Tx, before: Commitment, { change }: Extract<Changed, { ok: true }>, now: Temporal.Instant): Promise<void> {
  const same = before.state === change.state && before.carries === change.carries && before.asked === change.asked;
  if (!same) await sealed.change(tx, before, change, now);
}

export type Standing = { ok: true; commitment: Commitment } | { ok: false; because: 'gone' | 'over' };

/** A commitment of `user` that may still be changed. */
export async function standing({ workspace }: Pick<Tools, 'workspace'>, tx: Tx, { user, id }: Own): Promise<Standing> {
  const commitment = await commitments.byId(tx, workspace, user, id);
  if (!commitment) return { ok: false, because: 'gone' };
  const round = await rounds.byId(tx, commitment.round);
  const leader = await leaders.byId(tx, workspace, commitment.leader);
  const over = !round || round.closed_at !== null || leader?.leftAt !== null;
  return over ? { ok: false, because: 'over' } : { ok: true, commitment };
}
