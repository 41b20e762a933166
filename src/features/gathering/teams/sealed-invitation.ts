// The invitation to a team in its leader's own words: sealed under the leader's key, opened for the letters to those whom they ask.
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import { type Seal, SealBroken } from '../../../platform/vault.ts';
import type { Team } from './teams.ts';

type Sealing = Pick<Tools, 'workspace' | 'vault'>;

/** For the column `invite_sealed` of the row `team`, which the leader `user` (a Slack id) starts. */
export function sealInvitation(
  { workspace, vault }: Sealing,
  tx: Tx,
  about: { team: string; user: string },
  text: string,
): Promise<string> {
  return vault.seal(tx, sealOf(workspace, about), text);
}

/** The invitation in the leader's own words; nothing where it is gone. */
export async function invitationOf({ workspace, vault }: Sealing, db: Db | Tx, team: Team): Promise<string | undefined> {
  if (team.inviteSealed === null) return undefined;
  try {
    return await vault.open(db, sealOf(workspace, { team: team.id, user: team.user }), team.inviteSealed);
  } catch (fault) {
    if (fault instanceof SealBroken) return undefined;
    throw fault;
  }
}

function sealOf(workspace: string, { team, user }: { team: string; user: string }): Seal {
  return { workspace, owner: user, kind: 'team-invitation', record: team };
}
