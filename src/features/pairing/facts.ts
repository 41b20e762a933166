// Gathers what the engine decides from: who can take part on a day, what they wish, who reports to whom, and every pair there has been. The
// sealed wishes are opened here, used, and kept nowhere.
import { Temporal } from 'temporal-polyfill';
import type { RoundTable } from '../../platform/db/tables.ts';
import type { Db, Tools, Tx } from '../../platform/tools.ts';
import type { Programme } from '../founding/programmes.ts';
import type { Leader } from '../joining/leaders.ts';
import * as leaders from '../joining/leaders.ts';
import { reportingLines } from '../joining/line.ts';
import * as nextRounds from '../joining/next-rounds.ts';
import { isAway } from '../joining/plan.ts';
import { openWishes } from '../joining/wishes.ts';
import { allowed, chosenFor, welcoming } from './choosing/chosen.ts';
import * as forbiddenPairs from './forbidden-pairs.ts';
import type { PastGroup } from './pair-leaders.ts';
import * as pairLeaders from './pair-leaders.ts';
import { dutyIn, historyOf } from './past.ts';
import type { Candidate, PairingFacts } from './plan.ts';
import { workingWeeks } from './planning/working-week.ts';
import * as rounds from './rounds.ts';

/** Someone who is in the programme, as organisers and partners may know them. */
export type Person = Pick<Leader, 'id' | 'user' | 'name' | 'function'>;

export interface Gathered {
  /** Everything but the seed and what an organiser asked for. */
  facts: Omit<PairingFacts, 'seed' | 'fixed'>;
  /** Pairs of leaders who have chosen each other, where the programme lets them and no rule is in the way. */
  chosen: readonly (readonly [string, string])[];
  /** Everyone in the programme by their leader's id, those who sit out included. */
  people: ReadonlyMap<string, Person>;
  /** Who sits this round out: because they are paused, or said "Not this time" in the round before. */
  away: readonly Person[];
  /** Changes with every fact that may change the plan, and tells none of them. */
  mark: string;
}

type Opening = Pick<Tools, 'vault' | 'workspace'>;

/** The facts for a round of `programme` that begins on `day`. */
export async function gather(tools: Opening, db: Db | Tx, programme: Programme, day: Temporal.PlainDate): Promise<Gathered> {
  const everyone = await leaders.inProgramme(db, programme.id);
  const past = await pairLeaders.past(db, programme.id);
  const forbidden = await forbiddenPairs.ofProgramme(db, programme.id);
  const latest = await rounds.latest(db, programme.id);
  const out = await nextRounds.sittingOut(db, latest);
  return gatheredFrom(tools, db, { programme, day, everyone, past, forbidden, out, number: (latest?.number ?? 0) + 1 });
}

/** The facts from which a round that has begun was decided, as far as what has changed since can be told from what is kept. */
export async function gatherAgain(tools: Opening, db: Db | Tx, programme: Programme, round: Begun): Promise<Gathered> {
  const at = round.approved_at;
  const everyone = (await leaders.ofProgramme(db, programme.id)).filter(
    ({ joinedAt, leftAt }) => joinedAt <= at && (leftAt === null || leftAt > at),
  );
  const past = (await pairLeaders.past(db, programme.id)).filter(({ number }) => number < round.number);
  const forbidden = await forbiddenPairs.before(db, programme.id, at);
  const out = await nextRounds.sittingOut(db, await rounds.before(db, programme.id, round.number));
  const day = Temporal.PlainDate.from(round.rotated_on);
  return gatheredFrom(tools, db, { programme, day, everyone, past, forbidden, out, number: round.number });
}

type Begun = Pick<RoundTable, 'number' | 'approved_at' | 'rotated_on'>;

/** The facts of `day` for putting right a round that runs: only earlier rounds are history to it. */
export async function gatherWithin(
  tools: Opening,
  db: Db | Tx,
  programme: Programme,
  { round, day }: { round: Pick<RoundTable, 'number'>; day: Temporal.PlainDate },
): Promise<Gathered> {
  const everyone = await leaders.inProgramme(db, programme.id);
  const past = (await pairLeaders.past(db, programme.id)).filter(({ number }) => number < round.number);
  return gatheredFrom(tools, db, { programme, day, everyone, past, forbidden: await forbiddenPairs.ofProgramme(db, programme.id) });
}

interface Ground {
  programme: Programme;
  day: Temporal.PlainDate;
  everyone: readonly Leader[];
  past: readonly PastGroup[];
  forbidden: readonly [string, string][];
  /** Who said, in the round before, that they would not be in this one. */
  out?: ReadonlySet<string>;
  /** The round to come, for which leaders may have chosen each other. */
  number?: number;
}

async function gatheredFrom(tools: Opening, db: Db | Tx, ground: Ground): Promise<Gathered> {
  const { programme, day, everyone, past, forbidden, out, number } = ground;
  const here = everyone.filter((leader) => !isAway(leader, day) && !out?.has(leader.id));
  const accepted = await chosenFor(db, programme, number);
  const known = {
    leaders: welcoming(await candidates(tools, db, { programme, everyone, here, day }), accepted),
    history: historyOf(past, new Set(here.map(({ id }) => id))),
    forbidden,
    duty: dutyIn(past),
  };
  const chosen = allowed(known, accepted);
  const facts = chosen.length > 0 ? { ...known, chosen } : known;
  return {
    facts,
    chosen,
    people: new Map(everyone.map(({ id, user, name, function: own }) => [id, { id, user, name, function: own }])),
    away: everyone.filter((leader) => !here.includes(leader)),
    mark: tools.vault.mark(JSON.stringify([facts, chosen])),
  };
}

/** Whether nobody has left, or asked to be forgotten, since: of those who have, nothing is to be put on record. */
export async function areAllHere(tx: Tx, programme: string, { facts }: Pick<Gathered, 'facts'>): Promise<boolean> {
  const here = new Set((await leaders.inProgramme(tx, programme)).map(({ id }) => id));
  return facts.leaders.every(({ id }) => here.has(id));
}

interface Taking {
  programme: Programme;
  everyone: readonly Leader[];
  here: readonly Leader[];
  day: Temporal.PlainDate;
}

async function candidates(tools: Opening, db: Db | Tx, { programme, everyone, here, day }: Taking): Promise<Candidate[]> {
  const idOf = new Map(everyone.map((leader) => [leader.user, leader.id]));
  const idsOf = (users: readonly string[]) => users.map((user) => idOf.get(user)).filter((id) => id !== undefined);
  const lines = await reportingLines(db, programme.id);
  const hoursOf = workingWeeks(day);
  const found: Candidate[] = [];
  for (const leader of here) {
    const wishes = await openWishes(tools, db, leader);
    found.push({
      id: leader.id,
      name: leader.name,
      function: leader.function,
      level: leader.level,
      line: lines.get(leader.id) ?? [],
      welcomes: programme.choosing === 'bot' ? [] : idsOf(wishes.welcomes),
      avoids: idsOf(wishes.avoids),
      hours: hoursOf(leader),
      workOn: wishes.workOn,
      helpWith: wishes.helpWith,
      rhythm: leader.rhythm,
    });
  }
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}
