// `coachingpairs repair`: finds new places for people of a round whose partner has left, who refused their match or came late, and says who else
// changes for it. Needs no settings and no database.

import { repairRound } from '../features/pairing/planning/repair.ts';
import { factsOf } from '../features/pairing/roster-facts.ts';
import { loadContent } from '../platform/content/load.ts';
import { exitCodes, give, type Real, readArgs, WrongUse } from './command-line.ts';
import { readPairFiles } from './pair-files.ts';
import { repairData, repairLines } from './repair-report.ts';

const options = {
  roster: { type: 'string' },
  standing: { type: 'string' },
  rules: { type: 'string' },
  without: { type: 'string', multiple: true },
  refused: { type: 'string', multiple: true },
  limit: { type: 'string' },
  best: { type: 'boolean' },
  seed: { type: 'string', default: '1' },
  json: { type: 'boolean' },
} as const;

export async function repair(args: string[], { now }: Pick<Real, 'now'>): Promise<number> {
  const { values } = readArgs(args, options);
  if (values.roster === undefined || values.standing === undefined)
    throw new WrongUse('Name the roster and the round: coachingpairs repair --roster <file.csv> --standing <file.csv>');
  const limit = values.limit === undefined ? undefined : Number(values.limit);
  if (limit !== undefined && !(Number.isInteger(limit) && limit >= 0)) throw new WrongUse('--limit is a number from 0 up.');
  const content = loadContent();
  const files = readPairFiles(content, { roster: values.roster, history: values.standing, rules: values.rules });
  if (!files) return exitCodes.failed;
  const known = new Set(files.roster.map(({ email }) => email));
  const without = addressesIn(values.without ?? [], known);
  const refused = (values.refused ?? []).map((two) => twoIn(addressesIn([two], known)));
  const [standing, earlier] = [
    files.history.filter(({ roundsAgo }) => roundsAgo === 1),
    files.history.filter(({ roundsAgo }) => roundsAgo > 1),
  ];
  const history = earlier.map((pair) => ({ ...pair, roundsAgo: pair.roundsAgo - 1 }));
  const rules = { ...files.rules, leftOut: new Set([...files.rules.leftOut, ...without]) };
  const facts = factsOf({ roster: files.roster, history, rules }, values.seed, now().toZonedDateTimeISO('UTC').toPlainDate());
  const begun = now().epochMilliseconds;
  const found = repairRound({
    facts,
    standing: standing.map(({ leaders }) => leaders),
    refused,
    prefer: values.best ? 'best' : 'calm',
    ...(limit === undefined ? {} : { limit }),
  });
  const named = new Map(files.roster.map(({ email, name }) => [email, name]));
  give(values.json, repairData(content, found, now().epochMilliseconds - begun), repairLines(content, found, named));
  return found.possible ? exitCodes.good : exitCodes.failed;
}

/** Addresses with commas or spaces between them, each on the roster. */
function addressesIn(typed: readonly string[], known: ReadonlySet<string>): string[] {
  const addresses = typed.flatMap((each) => each.toLowerCase().split(/[\s,]+/)).filter(Boolean);
  const stranger = addresses.find((address) => !known.has(address));
  if (stranger !== undefined) throw new WrongUse(`Nobody on the roster has the address ${stranger}.`);
  return addresses;
}

function twoIn(addresses: readonly string[]): [string, string] {
  const [one, other] = addresses;
  if (one === undefined || other === undefined || addresses.length > 2)
    throw new WrongUse('--refused takes two addresses: "amina@example.org bo@example.org".');
  return [one, other];
}
