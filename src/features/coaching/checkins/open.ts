// Commitments opened for those who may read them: for their author what they have open, for a partner what was shared with them and has not
// been taken back. Whoever shows a commitment anywhere gets it from here.
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import type { Commitment } from './commitments.ts';
import * as commitments from './commitments.ts';
import { isShownIn, type State } from './plan.ts';
import * as sealed from './sealed-commitments.ts';

type Opening = Pick<Tools, 'workspace' | 'vault' | 'log'>;

export interface Opened {
  id: string;
  /** Whose it is. */
  leader: string;
  name: string;
  /** What follows "When" and "I will". */
  when: string;
  will: string;
  shared: boolean;
  state: State;
  carries: number;
  fortnight: number;
  /** The fortnight of the last answer about it. */
  asked: number | null;
}

/** A leader's own open commitments in the round that runs, oldest first. For their eyes only. */
export async function openOf(tools: Opening, db: Db | Tx, leader: string): Promise<Opened[]> {
  return opened(tools, db, await commitments.openOf(db, leader));
}

/**
 * What others in `pair` have shared with the leader `reader`, oldest first: open ones, and settled ones with their outcome (`done`, `partly`);
 * `shownIn` leaves out what has been told.
 */
export async function sharedWith(tools: Opening, db: Db | Tx, pair: string, reader: string): Promise<Opened[]> {
  return sharedAmong(tools, db, pair, [reader]);
}

/** The same for a message that all of `readers` see: only what its author shared with every other one of them. */
export async function sharedAmong(tools: Opening, db: Db | Tx, pair: string, readers: readonly string[]): Promise<Opened[]> {
  const shared = await commitments.sharedIn(db, pair);
  return opened(
    tools,
    db,
    shared.filter((each) => mayRead(each, readers)),
  );
}

/** Those of `shared` that are shown in `fortnight`: open ones, and once more those that have been settled since the fortnight before. */
export function shownIn(shared: readonly Opened[], fortnight: number): Opened[] {
  return shared.filter((each) => isShownIn(each, fortnight));
}

function mayRead({ leader, sharedWith: those }: Commitment, readers: readonly string[]): boolean {
  const others = readers.filter((reader) => reader !== leader);
  return others.length > 0 && others.every((reader) => those.includes(reader));
}

async function opened(tools: Opening, db: Db | Tx, some: readonly Commitment[]): Promise<Opened[]> {
  const open: Opened[] = [];
  for (const each of some) {
    const words = await sealed.open(tools, db, each);
    const { id, leader, name, state, carries, fortnight, asked } = each;
    if (words) open.push({ ...words, id, leader, name, state, carries, fortnight, asked, shared: each.sharedAt !== null });
  }
  return open;
}
