// Plans and the reasons of pairs tell of leaders' private wishes, so they are sealed like messages: for the workspace, not for one person, since
// several people are in each. Here is what they are bound to, for the room that writes them and for the deletion that cleans them.
import type { Seal } from './vault.ts';

/** Binds the changes and the plan of a proposal. */
export function planSeal(workspace: string, proposal: string): Seal {
  return { workspace, owner: 'workspace', kind: 'proposal', record: proposal };
}

/** Binds the reasons and compromises of a pair. */
export function pairSeal(workspace: string, pair: string): Seal {
  return { workspace, owner: 'workspace', kind: 'pair', record: pair };
}
