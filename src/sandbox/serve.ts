// `coachingpairs sandbox`: a small Slack on a port, living by the real clock, for a bot that is started separately. All of it is gone when it stops.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
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

/** Runs until Ctrl-C or SIGTERM; the number is the exit code. */
export async function serve(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return wrong(`--port ${values.port} is not a port.`);
  const team = teamOf(values);
  if ('wrong' in team) return wrong(team.wrong);
  const world = foundWorld({ people: team.people, channels: [{ name: 'leaders', id: 'C0LEADERS' }], now: Date.now() });
  const slack = smallSlack({ world, now: Date.now });
  const opened = await openPort({
    stage: { slack, settle: () => drain(slack) },
    port,
    host: values.host,
    url: values.url,
    requestUrl: values['request-url'],
  }).catch((fault: Error) => fault);
  if (opened instanceof Error) return failed(`Port ${port} cannot be opened: ${opened.message}`);
  const stop = keepTime(slack);
  process.stdout.write(`${settingsFor(opened, values['request-url'])}\n`);
  if (values['request-url'] !== undefined) void watchAddress(slack, values['request-url']);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  stop();
  await opened.close();
  return 0;
}

function teamOf(values: { roster?: string; people?: string }): { people: NewPerson[] } | { wrong: string } {
  if (values.roster !== undefined) {
    try {
      return { people: peopleOf(readFileSync(values.roster, 'utf8')) };
    } catch (fault) {
      return { wrong: `${values.roster} cannot be read: ${fault instanceof Error ? fault.message : String(fault)}` };
    }
  }
  const count = Number(values.people);
  if (!Number.isInteger(count) || count < 1 || count > 5_000) return { wrong: `--people ${values.people} is not a number from 1 to 5000.` };
  return { people: inventedPeople(count) };
}

function wrong(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}

function failed(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
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
  if (!(await verifies(slack, url)))
    process.stderr.write(`${url} does not answer the challenge yet; events are sent there all the same.\n`);
}
