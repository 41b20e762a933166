// `coachingpairs demo`: a small Slack with a leadership team in it and the real bot, on a page in the browser. Nothing is kept when it stops.
import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { exitCodes, Failed, type Real, readArgs, say, settingsFor, WrongUse } from '../operator/command-line.ts';
import { ContentFaults, shippedFolder } from '../platform/content/load.ts';
import { openThread } from '../platform/thinking/thread.ts';
import { openDemoStage } from './demo/stage.ts';
import { type Cast, demoCast, demoProfileFields, rosterCast } from './demo-cast.ts';
import { galleryServer } from './gallery/over-http.ts';
import { type WatchedWords, watchWords } from './gallery/watch.ts';
import { openHouse } from './house.ts';
import { openPage } from './page/open-page.ts';
import { settleIn } from './settle-in.ts';

const DEFAULT_PORT = 3000;
const options = { port: { type: 'string' }, roster: { type: 'string' }, from: { type: 'string' } } as const;

/** Runs until Ctrl-C or SIGTERM; the number is the exit code. Throws `WrongUse` and `Failed`. */
export async function demo(args: string[], real: Real): Promise<number> {
  const { values } = readArgs(args, options);
  const port = portOf(values.port);
  const cast = castOf(values.roster);
  const words = wordsIn(settingsFor(['contentDir']).contentDir ?? shippedFolder);
  const thread = openThread({ entry: real.thread });
  const { think } = thread;
  const content = () => words.words().content;
  const now = (momentOf(values.from) ?? real.now()).toString();
  const house = await openHouse({
    people: cast.people,
    channels: [{ name: cast.channel }],
    profileFields: demoProfileFields,
    now,
    think,
    content,
  });
  // What an editor has saved is what the bot says next.
  words.onSaved(() => {
    house.tools.content = content();
  });
  const stage = openDemoStage(house, cast.organiser);
  const page = await openPage(stage, 'Coaching Pairs: the sandbox', port, galleryServer(words)).catch((fault: Error) => {
    throw new Failed(`Port ${port} cannot be opened: ${fault.message}. Another one: npm run demo -- --port 3001`);
  });
  const began = performance.now();
  await settleIn(house, cast);
  await stage.settle();
  say(welcome(page.url, cast, Math.round(performance.now() - began)));
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  words.close();
  await page.close();
  await house.close();
  await thread.close();
  return exitCodes.good;
}

function portOf(given: string | undefined): number {
  if (given === undefined) return settingsFor(['port']).port ?? DEFAULT_PORT;
  const port = Number(given);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new WrongUse(`--port ${given} is not a number from 0 to 65535.`);
  return port;
}

function momentOf(given: string | undefined): Temporal.Instant | undefined {
  try {
    return given === undefined ? undefined : Temporal.Instant.from(given);
  } catch {
    throw new WrongUse(`--from ${given} is not a moment such as 2027-01-11T09:00:00Z.`);
  }
}

function castOf(roster: string | undefined): Cast {
  if (roster === undefined) return demoCast();
  try {
    return rosterCast(readFileSync(roster, 'utf8'));
  } catch (fault) {
    throw new WrongUse(`${roster} cannot be used: ${fault instanceof Error ? fault.message : String(fault)}.`);
  }
}

function wordsIn(folder: string): WatchedWords {
  try {
    return watchWords(folder);
  } catch (fault) {
    throw fault instanceof ContentFaults ? new Failed(fault.message) : fault;
  }
}

const ruledOut = ' If someone can be paired with nobody, leave them out first.';

function welcome(url: string, cast: Cast, ms: number): string {
  const steps = [
    ...(cast.newcomer ? [`As ${cast.newcomer}, type /coachingpairs join and send the form.`] : []),
    `As ${cast.organiser}, type /rotate, look at the pairs, and approve them.${cast.newcomer ? '' : ruledOut}`,
    `As anyone, open Messages, read the match; press "+2 weeks", and reply to the question.`,
  ];
  return [
    '',
    `The sandbox is open: ${url}`,
    `Everything the bot says, with made-up data: ${url}/gallery`,
    `${cast.people.length} people are in it; a programme was founded in #${cast.channel} and its leaders enrolled in ${ms} ms.`,
    '',
    ...steps.map((step, at) => `  ${at + 1}. ${step}`),
    '',
    'Ctrl-C ends it, and everything in it is gone.',
  ].join('\n');
}
