// What people wrote into their agreement: sealed under its author's key when it is saved, opened for those in the pair. Nothing else in the
// program seals or opens it.
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import { type Seal, SealBroken } from '../../../platform/vault.ts';

/** `by` and `added` belong to the pair, `helps` to one person in it. */
export type SealedLine = 'by' | 'added' | 'helps';

/** Who wrote the line, by Slack id, and in which agreement it stands. */
export interface LineOf {
  line: SealedLine;
  agreement: string;
  author: string;
}

/** Seals `text`; nothing for an empty one, which clears the line. */
export async function sealLine(
  { workspace, vault }: Pick<Tools, 'workspace' | 'vault'>,
  tx: Tx,
  of: LineOf,
  text: string,
): Promise<string | null> {
  return text === '' ? null : vault.seal(tx, sealOf(workspace, of), text);
}

/** What stands there; nothing where nothing does, or where its seal does not hold: its author may have had everything deleted. */
export async function openLine(
  { workspace, vault }: Pick<Tools, 'workspace' | 'vault'>,
  db: Db | Tx,
  of: LineOf,
  sealed: string | null,
): Promise<string | undefined> {
  if (sealed === null) return undefined;
  try {
    return await vault.open(db, sealOf(workspace, of), sealed);
  } catch (fault) {
    if (fault instanceof SealBroken) return undefined;
    throw fault;
  }
}

function sealOf(workspace: string, { line, agreement, author }: LineOf): Seal {
  return { workspace, owner: author, kind: `agreement-${line}`, record: `${agreement}:${author}` };
}
