// `coachingpairs pair`: works out the pairs for a roster, one round or several, and says why. Needs no settings and no database.
import type { Temporal } from 'temporal-polyfill';
import type { PairingFacts } from '../features/pairing/plan.ts';
import { afterRound, type Outlook, outlookOf } from '../features/pairing/planning/ahead.ts';
import { planAsMany } from '../features/pairing/planning/as-many.ts';
import { factsOf } from '../features/pairing/roster-facts.ts';
import { loadContent } from '../platform/content/load.ts';
import { exitCodes, give, type Real, readArgs, say, WrongUse } from './command-line.ts';
import { readPairFiles } from './pair-files.ts';
import { outlookData, outlookLines } from './pair-outlook.ts';
import { type Round, roundData, roundLines } from './pair-report.ts';

const options = {
  roster: { type: 'string' },
  history: { type: 'string' },
  rules: { type: 'string' },
  seed: { type: 'string', default: '1' },
  rounds: { type: 'string' },
  json: { type: 'boolean' },
} as const;

const MOST_ROUNDS = 40;

export async function pair(args: string[], real: Pick<Real, 'now'>): Promise<number> {
  const { values } = readArgs(args, options);
  if (values.roster === undefined) throw new WrongUse('Name the roster: coachingpairs pair --roster <file.csv>');
  const rounds = values.rounds === undefined ? undefined : Number(values.rounds);
  if (rounds !== undefined && !(Number.isInteger(rounds) && rounds >= 1 && rounds <= MOST_ROUNDS))
    throw new WrongUse(`--rounds is a number from 1 to ${MOST_ROUNDS}.`);
  const content = loadContent();
  const files = readPairFiles(content, { roster: values.roster, history: values.history, rules: values.rules });
  if (!files) return exitCodes.failed;
  const played = play(factsOf(files, values.seed, today(real)), rounds ?? 1, real);
  if (rounds === undefined) {
    const [round] = played as [Round];
    give(values.json, roundData(content, round), roundLines(content, round));
  } else {
    const outlook = outlookFor(played);
    const lines = played.flatMap((round, at) => [`Round ${at + 1}`, ...roundLines(content, round, 'brief'), '']);
    give(values.json, { rounds: played.map((round) => roundData(content, round)), outlook: outlook ? outlookData(outlook) : null }, [
      ...lines,
      ...(outlook ? outlookLines(outlook, (played[0] as Round).facts.leaders) : []),
    ]);
  }
  const all = played.every(({ plan, unpaired }) => plan.possible && unpaired.length === 0);
  return all ? exitCodes.good : exitCodes.failed;
}

function today({ now }: Pick<Real, 'now'>): Temporal.PlainDate {
  return now().toZonedDateTimeISO('UTC').toPlainDate();
}

/** Plans round after round until one is not possible at all. */
function play(facts: PairingFacts, rounds: number, real: Pick<Real, 'now'>): Round[] {
  const played: Round[] = [];
  let present = facts;
  for (let at = 0; at < rounds; at++) {
    const round = planned({ ...present, seed: at === 0 ? facts.seed : `${facts.seed}.${at}` }, real);
    played.push(round);
    if (rounds > 1) say(`Round ${at + 1} of ${rounds}: ${round.milliseconds} ms`);
    if (!round.plan.possible) break;
    present = afterRound(present, round.plan, present.seed);
  }
  return played;
}

/** One round: of everyone, or of as many as can be in it. */
function planned(facts: PairingFacts, { now }: Pick<Real, 'now'>): Round {
  const begun = now().epochMilliseconds;
  const worked = planAsMany(facts);
  return { ...worked, facts, milliseconds: now().epochMilliseconds - begun };
}

/** How the rounds go, as far as there are any. */
function outlookFor(played: readonly Round[]): Outlook | undefined {
  const rounds = played.flatMap(({ facts, plan }) => (plan.possible ? [{ facts, plan }] : []));
  return rounds.length > 0 ? outlookOf(rounds) : undefined;
}
