// Looks at a round that runs and at those who want a partner in it: the question for the head, and a mark that changes when anything in it does,
// so that what was worked out beside everything else is stored only while it still holds.
import { Temporal } from 'temporal-polyfill';
import { dayOf, instantOf, isBefore } from '../../../platform/clock.ts';
import type { RoundTable } from '../../../platform/db/tables.ts';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import * as pauseWeeks from '../../founding/pause-weeks.ts';
import type { Programme } from '../../founding/programmes.ts';
import { daysRun } from '../../founding/round-days.ts';
import { type Gathered, gatherWithin } from '../facts.ts';
import type { Pair } from '../pairs.ts';
import * as pairs from '../pairs.ts';
import type { Mending, Reach, Wanting } from './mending.ts';
import type { Rematch } from './rematches.ts';
import * as rematches from './rematches.ts';

export interface Look {
  programme: Programme;
  round: RoundTable;
  /** Every pair of the round that stands. */
  pairs: readonly Pair[];
  /** Everything that has been wanted in the round, whatever became of it. */
  rematches: readonly Rematch[];
  gathered: Gathered;
  question: Mending;
  mark: string;
}

/** So long after its first day others may still be moved by the bot for somebody who asks: afterwards pairs have begun to work together. */
const YOUNG_DAYS = 14;

type Looking = Pick<Tools, 'vault' | 'workspace'>;

/** The round with everyone who wants a partner. With `only`, one wish is looked at as if it were due, and anybody may be moved for it. */
export async function lookAt(
  tools: Looking,
  db: Db | Tx,
  { programme, round, only }: { programme: Programme; round: RoundTable; only?: string },
  now: Temporal.Instant,
): Promise<Look> {
  const day = dayOf(now, programme.timeZone);
  const standing = await pairs.ofRound(db, round.id);
  const all = await rematches.ofRound(db, round.id);
  const gathered = await gatherWithin(tools, db, programme, { round, day });
  const here = new Set(gathered.facts.leaders.map(({ id }) => id));
  const open = all.filter(
    ({ settledAt, wish, leader, id }) => settledAt === null && here.has(leader) && (only ? id === only : wish !== 'join'),
  );
  const wanting = open.map(
    ({ id, leader, dueBy }): Wanting => ({ wish: id, leader, due: only !== undefined || !isBefore(now, instantOf(dueBy)) }),
  );
  const isYoung = daysRun(Temporal.PlainDate.from(round.begins_on), await pauseWeeks.of(db, programme.id), day) < YOUNG_DAYS;
  const reaches: Reach[] = only || isYoung ? ['none', 'silent', 'any'] : ['none'];
  const question: Mending = {
    facts: { ...gathered.facts, seed: `${round.seed}/${round.id}` },
    groups: standing.map((pair) => groupOf(pair, here)),
    wanting,
    refused: all.flatMap(({ leader, notWith }) => notWith.map((other): [string, string] => [leader, other])),
    reaches,
  };
  const mark = tools.vault.mark(JSON.stringify([question, standing.map(({ id }) => id)]));
  return { programme, round, pairs: standing, rematches: all, gathered, question, mark };
}

function groupOf({ members }: Pair, here: ReadonlySet<string>): Mending['groups'][number] {
  return {
    leaders: members.map(({ leader }) => leader),
    confirmed: members.every(({ confirmedAt }) => confirmedAt !== null),
    held: members.some(({ leader }) => !here.has(leader)),
  };
}
