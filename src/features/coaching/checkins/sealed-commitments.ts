// What leaders commit to, in words: sealed under their author's own key when saved, opened for their author, and for those with whom they shared
// it. Nothing else in the program seals or opens one.
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { stamp } from '../../../platform/clock.ts';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import { type Seal, SealBroken } from '../../../platform/vault.ts';
import type { Commitment } from './commitments.ts';
import { type Change, isOpen } from './plan.ts';

/** "When …, I will …", without the first words of either. */
export interface Words {
  when: string;
  will: string;
}

export interface NewCommitment extends Words {
  id: string;
  leader: string;
  round: string;
  pair: string;
  fortnight: number;
  /** The leaders it is shared with; missing where it stays with its author. */
  sharedWith?: readonly string[];
  /** The one of an earlier round that it goes on from. */
  carriedFrom?: string;
}

type Sealing = Pick<Tools, 'workspace' | 'vault'>;
type Opening = Pick<Tools, 'workspace' | 'vault' | 'log'>;

type Sealed = Pick<Commitment, 'id' | 'user' | 'sealed'>;

const shape = z.object({ when: z.string(), will: z.string() });

/** Seals and saves one; `false` when a commitment with this id stands already. */
export async function add(
  { workspace, vault }: Sealing,
  tx: Tx,
  { user, made }: { user: string; made: NewCommitment },
  now: Temporal.Instant,
): Promise<boolean> {
  const { id, leader, round, pair, fortnight, sharedWith, carriedFrom = null } = made;
  const sealed = await vault.seal(tx, sealOf(workspace, user, id), JSON.stringify({ when: made.when, will: made.will }));
  const row = await tx
    .insertInto('commitment')
    .values({
      ...{ id, workspace, leader, round, pair, fortnight, sealed },
      ...sharing(sharedWith, now),
      ...{ state: 'open', carries: 0, asked_fortnight: null, noticed_sealed: null, noticed_at: null, settled_at: null },
      ...{ carried_from: carriedFrom, made_at: stamp(now), changed_at: stamp(now) },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Puts other words in the place of what was said. */
export async function reword({ workspace, vault }: Sealing, tx: Tx, { id, user }: Commitment, words: Words): Promise<void> {
  const { when, will } = words;
  const sealed = await vault.seal(tx, sealOf(workspace, user, id), JSON.stringify({ when, will }));
  await tx.updateTable('commitment').set({ sealed }).where('id', '=', id).execute();
}

/** Writes what an answer made of it. Another answer asks anew what was noticed. */
export async function change(tx: Tx, before: Commitment, { state, carries, asked }: Change, now: Temporal.Instant): Promise<void> {
  const settled_at = isOpen({ state }) ? null : stamp(now);
  const again = before.state === state ? {} : { noticed_at: null, noticed_sealed: null };
  await tx
    .updateTable('commitment')
    .set({ state, carries, asked_fortnight: asked, settled_at, changed_at: stamp(now), ...again })
    .where('id', '=', before.id)
    .execute();
}

/** Seals what its author noticed; an empty text says that they skipped it. */
export async function notice(
  { workspace, vault }: Sealing,
  tx: Tx,
  { id, user, text }: { id: string; user: string; text: string },
  now: Temporal.Instant,
): Promise<void> {
  const noticed_sealed = text === '' ? null : await vault.seal(tx, noticedSeal(workspace, user, id), text);
  await tx
    .updateTable('commitment')
    .set({ noticed_sealed, noticed_at: stamp(now) })
    .where('id', '=', id)
    .execute();
}

/** Shares it with these leaders of a pair; with nobody where `sharedWith` is missing. */
export async function share(
  tx: Tx,
  id: string,
  { pair, sharedWith }: { pair: string; sharedWith?: readonly string[] },
  now: Temporal.Instant,
): Promise<void> {
  const changed = { ...sharing(sharedWith, now), ...(sharedWith && { pair }), changed_at: stamp(now) };
  await tx.updateTable('commitment').set(changed).where('id', '=', id).execute();
}

/** Its words; nothing where the seal does not hold any more. For its author, and those with whom it is shared. */
export async function open(tools: Opening, db: Db | Tx, { id, user, sealed }: Sealed): Promise<Words | undefined> {
  const text = await opened(tools, db, sealOf(tools.workspace, user, id), sealed);
  return text === undefined ? undefined : shape.parse(JSON.parse(text));
}

/** What its author noticed, for their eyes only. */
export async function openNoticed(tools: Opening, db: Db | Tx, { id, user, noticedSealed }: Commitment): Promise<string | undefined> {
  return noticedSealed === null ? undefined : opened(tools, db, noticedSeal(tools.workspace, user, id), noticedSealed);
}

async function opened({ vault, log }: Opening, db: Db | Tx, seal: Seal, sealed: string): Promise<string | undefined> {
  try {
    return await vault.open(db, seal, sealed);
  } catch (fault) {
    if (!(fault instanceof SealBroken)) throw fault;
    log.error('A commitment could not be opened: it was damaged, or its key is gone', { reference: seal.record });
    return undefined;
  }
}

function sharing(sharedWith: readonly string[] | undefined, now: Temporal.Instant) {
  return { shared_at: sharedWith ? stamp(now) : null, shared_with: sharedWith ? JSON.stringify(sharedWith) : null };
}

function sealOf(workspace: string, user: string, id: string): Seal {
  return { workspace, owner: user, kind: 'commitment', record: id };
}

function noticedSeal(workspace: string, user: string, id: string): Seal {
  return { workspace, owner: user, kind: 'commitment-noticed', record: id };
}
