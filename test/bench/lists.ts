// `npm run bench -- lists`: lists as an organiser hands them over in Slack, good and hostile, until the form says what became of them; with the most
// memory that the bot held. Nothing in it is random.
import { parseArgs } from 'node:util';
import type { Cast } from '../../src/sandbox/demo-cast.ts';
import { topModal } from '../../src/sandbox/views.ts';
import { newFolder, startBot } from './bot.ts';
import { castOf, found } from './programme.ts';
import { type Figure, print, tell, until } from './progress.ts';
import { type OpenSlack, openSlack } from './slack-on-a-port.ts';

const LARGE_GOAL_SECONDS = 2;
const HOSTILE_GOAL_SECONDS = 5;
const MEMORY_GOAL_MB = 300;
const PEOPLE = 5_000;

const HEADING = 'email,name,function,level,manager_email,time_zone';
const people = (count: number, of: (at: number) => string, heading = HEADING) =>
  [heading, ...Array.from({ length: count }, (_, at) => of(at))].join('\n');
const person = (at: number, level: string) => {
  const manager = at === 0 ? '' : `leader${Math.floor((at - 1) / 8)}@example.org`;
  return `leader${at}@example.org,"Leader, ${at}",Function ${at % 20},${level},${manager},Europe/London`;
};

interface List {
  name: string;
  text: string;
  /** How the form begins that says what became of it, and what it says where it asks first. */
  says: string;
  asks?: string;
  goal: number;
}

const large = (name: string, text: string, asks?: string): List => ({
  ...{ name, text, says: 'Roster', goal: LARGE_GOAL_SECONDS },
  ...(asks !== undefined && { asks }),
});
const hostile = (name: string, text: string, says = 'Not imported'): List => ({ name, text, says, goal: HOSTILE_GOAL_SECONDS });

const LISTS: readonly List[] = [
  large(
    `${PEOPLE} people`,
    people(PEOPLE, (at) => person(at, 'Director')),
  ),
  large(
    `${PEOPLE} people again`,
    people(PEOPLE, (at) => person(at, 'Director')),
  ),
  large(
    `${PEOPLE} people, each with another level`,
    people(PEOPLE, (at) => person(at, 'Head')),
    'Nothing has been imported yet.',
  ),
  hostile(
    'a formula in every cell',
    people(PEOPLE, (at) => `leader${at}@example.org,=cmd|' /C calc'!A${at},+1,-1,@x,=1`),
  ),
  hostile('a cell of ten megabytes', `${HEADING}\nbo@example.org,"${'x'.repeat(10_000_000)}",Finance,,,`, 'Import a list'),
  hostile('a cell of nearly four megabytes', `${HEADING}\nbo@example.org,"${'x'.repeat(3_900_000)}",Finance,,,`),
  hostile(
    '50,000 lines',
    people(50_000, (at) => `leader${at}@example.org,L,Finance,,,`),
  ),
  hostile(
    'each column three times',
    people(PEOPLE, () => ',,,,,,,,,,,,,,,,,', `${HEADING},${HEADING},${HEADING}`),
  ),
  hostile('a quotation mark in every line', `${HEADING}\n${'a"b"c\n"\n'.repeat(50_000)}`),
];

/** Runs it; true when every goal is met. */
export async function lists(args: string[]): Promise<boolean> {
  parseArgs({ args, options: {} });
  const cast = castOf(undefined, 8);
  const open = await openSlack(cast.people, cast.channel);
  const { folder, remove } = newFolder();
  const bot = startBot(folder, open.url);
  try {
    await bot.ready();
    await found(open, cast);
    const figures: Figure[] = [];
    for (const list of LISTS) {
      const seconds = await handOver(open, cast, list);
      const value = `${seconds.toFixed(2)} s`;
      figures.push({ name: list.name, value, goal: `${list.goal} s`, met: seconds <= list.goal });
      tell(`${list.name}: ${value}, ${bot.mostMemory().toFixed(0)} MB`);
    }
    const memory = bot.mostMemory();
    figures.push({ name: 'most memory', value: `${memory.toFixed(0)} MB`, goal: `${MEMORY_GOAL_MB} MB`, met: memory <= MEMORY_GOAL_MB });
    return print('Lists handed over in Slack', figures);
  } finally {
    await bot.end('SIGTERM');
    await open.close();
    remove();
  }
}

/** Seconds from pressing "Import" until the form says what became of the list; where it asks first, the longer of both answers. */
async function handOver(open: OpenSlack, cast: Cast, { name, text, says, asks }: List): Promise<number> {
  const organiser = open.as(cast.organiser);
  const sees = (start: string) => (organiser.sees() ?? '').startsWith(start);
  while (organiser.sees() !== undefined) await organiser.closes();
  await organiser.types('/coachingpairs roster', cast.channel);
  await until('the roster', () => sees('Roster'));
  await organiser.presses('Import a list');
  await until('the form', () => topModal(open.slack, organiser.id)?.view.callback_id === 'joining.import');
  await organiser.fillsIn({ file: { name: 'roster.csv', text }, wish: 'keep' });
  const first = await submitted(organiser, () => (asks === undefined ? sees(says) : (organiser.sees() ?? '').includes(asks)));
  if (asks === undefined) return first;
  const second = await submitted(organiser, () => sees(says));
  tell(`${name}: asked after ${first.toFixed(2)} s, kept after ${second.toFixed(2)} s`);
  return Math.max(first, second);
}

async function submitted(organiser: ReturnType<OpenSlack['as']>, done: () => boolean): Promise<number> {
  const began = performance.now();
  const errors = await organiser.submits();
  if (Object.keys(errors).length === 0) await until('the answer', done, { withinSeconds: 60 });
  return (performance.now() - began) / 1000;
}
