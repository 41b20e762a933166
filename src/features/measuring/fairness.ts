// The fairness ledger as people see it: organisers how evenly things are shared, each leader their own line and nobody else's.
import { z } from 'zod';
import type { Content } from '../../platform/content/load.ts';
import { SealBroken } from '../../platform/sealing.ts';
import type { Db, Tools, Tx } from '../../platform/tools.ts';
import type { Leader } from '../joining/leaders.ts';
import { wishesIfAny } from '../joining/wishes.ts';
import * as pairLeaders from '../pairing/pair-leaders.ts';
import { entered } from '../pairing/past.ts';
import { evennessOf, ledgerOf } from '../pairing/planning/ledger.ts';
import type { Proposal } from '../pairing/proposals.ts';
import * as proposals from '../pairing/proposals.ts';
import type { Figures } from './figures.ts';

type Opening = Pick<Tools, 'vault' | 'workspace'>;

const totals = z.object({ mutualWelcomes: z.number().catch(0), oneSidedWelcomes: z.number().catch(0) });

/** How evenly trio duty and compromises have fallen so far, over everyone who has ever been in a round. */
export async function fairnessOf(tools: Opening, db: Db | Tx, programme: string): Promise<Figures['fairness']> {
  const past = (await pairLeaders.past(db, programme)).filter(({ lived }) => lived);
  const ledger = ledgerOf(past.map(entered));
  const everyone = [...ledger.keys()];
  return {
    rounds: new Set(past.map(({ number }) => number)).size,
    trios: evennessOf(ledger, everyone, 'trios'),
    compromises: evennessOf(ledger, everyone, 'compromises'),
    welcomes: await welcomesMet(tools, db, programme),
  };
}

/**
 * How often somebody was put together with a person whom they had named, in rounds that are as the bot drew them. Of a round that was changed it would
 * tell whether the two who were put together had named each other: all other pairs of it have been told.
 */
async function welcomesMet(tools: Opening, db: Db | Tx, programme: string): Promise<number> {
  const rounds = db.selectFrom('round').select(['proposal', 'totals']).where('programme', '=', programme).where('undone_at', 'is', null);
  let sum = 0;
  for (const round of await rounds.execute()) {
    const drawn = await proposalOf(tools, db, round.proposal);
    if (!drawn?.drawn.plan.possible || drawn.edits.length > 0) continue;
    const { mutualWelcomes, oneSidedWelcomes } = totals.parse(JSON.parse(round.totals));
    sum += 2 * mutualWelcomes + oneSidedWelcomes;
  }
  return sum;
}

async function proposalOf(tools: Opening, db: Db | Tx, id: string): Promise<Proposal | undefined> {
  try {
    return await proposals.byId(tools, db, id);
  } catch (fault) {
    if (fault instanceof SealBroken) return undefined;
    throw fault;
  }
}

/** What a leader has carried and been given themselves, for their own eyes; nothing before their first round. */
export async function ownLine(
  tools: Pick<Tools, 'db' | 'workspace' | 'vault' | 'log' | 'content'>,
  leader: Leader,
): Promise<string | undefined> {
  const past = await pairLeaders.past(tools.db, leader.programme);
  const mine = past.filter(({ lived, members }) => lived && members.some((each) => each.leader === leader.id));
  const account = ledgerOf(mine.map(entered)).get(leader.id);
  if (!account) return undefined;
  const named = new Set((await wishesIfAny(tools, leader)).welcomes);
  const users = await usersOf(
    tools.db,
    mine.flatMap(({ members }) => members.map((each) => each.leader)),
  );
  const welcomes = mine.filter(({ members }) => members.some((each) => named.has(users.get(each.leader) ?? ''))).length;
  return sayOwn(tools.content, { rounds: new Set(mine.map(({ number }) => number)).size, ...account, welcomes });
}

async function usersOf(db: Db | Tx, leaders: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('leader')
    .select(['id', 'slack_user'])
    .where('id', 'in', [...new Set(leaders)])
    .execute();
  return new Map(rows.map(({ id, slack_user }) => [id, slack_user]));
}

function sayOwn(content: Content, own: { rounds: number; trios: number; compromises: number; welcomes: number }): string {
  const { rounds, trios, compromises, welcomes } = own;
  return content.say('measuring.fair.own', { rounds, trios, compromises, welcomes });
}
