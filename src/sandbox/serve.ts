// `coachingpairs sandbox`: a small Slack on a port, living by the real clock, for a bot that is started separately. All of it is gone when it stops.
import { readFileSync } from 'node:fs';
import { exitCodes, Failed, readArgs, say, WrongUse } from '../operator/command-line.ts';
import { drain } from './deliver.ts';
import { foundWorld, type NewPerson } from './found.ts';
import { appToken, botToken, signingSecret } from './installed.ts';
import { keepTime } from './port/alarm.ts';
import { type OpenPort, openPort } from './port/server.ts';
import { verifies } from './port/signed.ts';
import { inventedPeople, peopleOf } from './roster.ts';
import { type SmallSlack, smallSlack } from './small-slack.ts';

const options = {
  port: { type: 'string', default: '4000' },
  host: { type: 'string', default: '127.0.0.1' },
  url: { type: 'string' },
  roster: { type: 'string' },
  people: { type: 'string', default: '12' },
  'request-url': { type: 'string' },
} as const;

/** Runs until Ctrl-C or SIGTERM; the number is the exit code. Throws `WrongUse` and `Failed`. */
export async function serve(args: string[]): Promise<number> {
  const { values } = readArgs(args, options);
  const requestUrl = values['request-url'];
  const world = foundWorld({ people: teamOf(values), channels: [{ name: 'leaders', id: 'C0LEADERS' }], now: Date.now() });
  const slack = smallSlack({ world, now: Date.now });
  const stage = { slack, settle: () => drain(slack) };
  const port = wholeNumber('--port', values.port, [0, 65_535]);
  const opened = await openPort({ stage, port, host: values.host, url: values.url, requestUrl }).catch((fault: Error) => {
    throw new Failed(`Port ${port} cannot be opened: ${fault.message}`);
  });
  const stop = keepTime(slack);
  process.stdout.write(`${settingsFor(opened, requestUrl)}\n`);
  if (requestUrl !== undefined) void watchAddress(slack, requestUrl);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  stop();
  await opened.close();
  return exitCodes.good;
}

function wholeNumber(name: string, text: string, [least, most]: [number, number]): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least || number > most)
    throw new WrongUse(`${name} ${text} is not a number from ${least} to ${most}.`);
  return number;
}

/** The team of a roster, or an invented one. */
function teamOf(values: { roster?: string | undefined; people: string }): NewPerson[] {
  if (values.roster === undefined) return inventedPeople(wholeNumber('--people', values.people, [1, 5_000]));
  try {
    return peopleOf(readFileSync(values.roster, 'utf8'));
  } catch (fault) {
    throw new WrongUse(`${values.roster} cannot be used: ${fault instanceof Error ? fault.message : String(fault)}.`);
  }
}

function settingsFor(opened: OpenPort, requestUrl: string | undefined): string {
  const way = requestUrl === undefined ? [`SLACK_APP_TOKEN=${appToken}`] : ['SLACK_MODE=http', `SLACK_SIGNING_SECRET=${signingSecret}`];
  return [
    `A small Slack is open at ${opened.url}. Start the bot with these settings:`,
    '',
    `SLACK_API_URL=${opened.url}/api/`,
    `SLACK_BOT_TOKEN=${botToken}`,
    ...way,
    '',
    `Act as people through ${opened.url}/sandbox (src/sandbox/control.ts describes it). Ctrl-C ends it, and everything in it is gone.`,
  ].join('\n');
}

async function watchAddress(slack: SmallSlack, url: string): Promise<void> {
  if (!(await verifies(slack, url))) say(`${url} does not answer the challenge yet; events are sent there all the same.`);
}
