// Everything a leader committed to and answered, opened for them to take away.
import type { Tools } from '../../../platform/tools.ts';
import * as commitments from './commitments.ts';
import * as sealed from './sealed-commitments.ts';

export interface MyCommitment {
  fortnight: number;
  /** Null where the seal does not hold any more. */
  when: string | null;
  will: string | null;
  shared_since: string | null;
  state: string;
  carried_on: number;
  noticed: string | null;
  made: string;
  settled: string | null;
}

export interface MyCheckin {
  fortnight: number;
  met: string;
  answered: string;
}

type Opening = Pick<Tools, 'db' | 'workspace' | 'vault' | 'log'>;

/** What a leader committed to in one programme and is still kept, oldest first. For their eyes only. */
export async function ownCommitments(tools: Opening, leader: string): Promise<MyCommitment[]> {
  const mine: MyCommitment[] = [];
  for (const each of await commitments.ofLeader(tools.db, leader)) {
    const words = await sealed.open(tools, tools.db, each);
    mine.push({
      fortnight: each.fortnight,
      when: words?.when ?? null,
      will: words?.will ?? null,
      shared_since: each.sharedAt,
      state: each.state,
      carried_on: each.carries,
      noticed: (await sealed.openNoticed(tools, tools.db, each)) ?? null,
      made: each.madeAt,
      settled: each.settledAt,
    });
  }
  return mine;
}

/** What a leader answered to "Did you meet?". */
export async function ownCheckins({ db }: Pick<Tools, 'db'>, leader: string): Promise<MyCheckin[]> {
  const rows = await db
    .selectFrom('checkin')
    .select(['fortnight', 'met', 'answered_at'])
    .where('leader', '=', leader)
    .orderBy('answered_at')
    .orderBy('fortnight')
    .execute();
  return rows.map(({ fortnight, met, answered_at }) => ({ fortnight, met, answered: answered_at }));
}
