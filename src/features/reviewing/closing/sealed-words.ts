// What people write at the end of a round, sealed under its author's own key when it is saved. Who may read it once it is open is for each
// verb to decide; nothing here does.
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import { type Seal, SealBroken } from '../../../platform/vault.ts';

/** What a text is bound to: its author's Slack id, what it is, and the row in which it stands. */
export interface Words {
  author: string;
  kind: 'look-back' | 'insight' | 'card' | 'introduction' | 'carried';
  record: string;
}

export function seal({ vault, workspace }: Pick<Tools, 'vault' | 'workspace'>, tx: Tx, words: Words, text: string): Promise<string> {
  return vault.seal(tx, sealOf(workspace, words), text);
}

/** The text; nothing where its author has been forgotten, or the seal does not hold any more. */
export async function open(
  { vault, workspace, log }: Pick<Tools, 'vault' | 'workspace' | 'log'>,
  db: Db | Tx,
  words: Words,
  sealed: string,
): Promise<string | undefined> {
  try {
    return await vault.open(db, sealOf(workspace, words), sealed);
  } catch (fault) {
    if (!(fault instanceof SealBroken)) throw fault;
    log.error('A text of the closing fortnight could not be opened: it was damaged, or its key is gone', { reference: words.record });
    return undefined;
  }
}

function sealOf(workspace: string, { author, kind, record }: Words): Seal {
  return { workspace, owner: author, kind, record };
}
