// Who hears when somebody asks for help: the programme's organisers, but for the one who asks and those who are their partners.
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import * as organisers from '../../founding/organisers.ts';
import type { Leader } from '../../joining/leaders.ts';
import * as pairs from '../../pairing/pairs.ts';

export interface Helping {
  /** Slack ids. A partner is among them only where there is nobody else: the partner is not to hear of it. */
  helpers: readonly string[];
  partners: readonly { user: string; name: string }[];
}

/** No helpers where the only organiser is the one who asks. */
export async function whoHelps(
  tools: Pick<Tools, 'organisers'>,
  db: Db | Tx,
  leader: Pick<Leader, 'id' | 'user' | 'programme'>,
): Promise<Helping> {
  const standing = await pairs.standingOf(db, leader.id);
  const partners = standing.flatMap(({ members }) => members).filter(({ user }) => user !== leader.user);
  const all = (await organisers.of(tools, db, leader.programme)).filter((user) => user !== leader.user);
  const apart = all.filter((user) => partners.every((partner) => partner.user !== user));
  return { helpers: apart.length > 0 ? apart : all, partners: partners.map(({ user, name }) => ({ user, name })) };
}
