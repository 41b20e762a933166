// `npm run bench -- ack --seconds 30 --rate 50`: from a slash command to its acknowledgement over Socket Mode, for the bot with a programme of
// 290 leaders and, in turns in the same run, for a bare Bolt app on a small Slack of its own.
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { typeCommand } from '../../src/sandbox/act/type.ts';
import { seededDice } from '../../src/sandbox/dice.ts';
import { newFolder, run, startBot } from './bot.ts';
import { castOf, enrol, leadersOf, quiet } from './programme.ts';
import { type Figure, print, quantile, tell } from './progress.ts';
import { type OpenSlack, openSlack } from './slack-on-a-port.ts';

const options = {
  roster: { type: 'string' },
  people: { type: 'string', default: '290' },
  seconds: { type: 'string', default: '30' },
  rate: { type: 'string', default: '50' },
  seed: { type: 'string', default: '1' },
} as const;
const GOAL_MS = 100;
/** Turns are short, so that whatever else the machine does meets both alike. */
const TURN_SECONDS = 5;
/** What a leader types that is answered in words; each reads the database. */
const lines = ['/coachingpairs status', '/coachingpairs partner', '/coachingpairs help'];
const bareApp = fileURLToPath(new URL('./bare-app.ts', import.meta.url));
const typescript = fileURLToPath(new URL('../typescript.mjs', import.meta.url));

interface Pace {
  seconds: number;
  rate: number;
  dice: () => number;
}

/** Whoever is measured: how it is reached, and what has been measured so far, in milliseconds; never acknowledged is infinitely late. */
interface Side {
  open: OpenSlack;
  people: string[];
  ms: number[];
}

/** Runs it; true when the goal is met. */
export async function ack(args: string[]): Promise<boolean> {
  const { values } = parseArgs({ args, options });
  const pace: Pace = { seconds: Number(values.seconds), rate: Number(values.rate), dice: seededDice(Number(values.seed)) };
  const cast = castOf(values.roster, Number(values.people));
  const [open, other] = [await openSlack(cast.people, cast.channel), await openSlack(cast.people, cast.channel)];
  const { folder, remove } = newFolder();
  const bot = startBot(folder, open.url);
  const bare = run(['--import', typescript, bareApp, `${other.url}/api/`], folder);
  try {
    await Promise.all([bot.ready(), bare.ready()]);
    const leaders = leadersOf(open, cast);
    const side = (of: OpenSlack): Side => ({ open: of, people: leaders, ms: [] });
    await enrol(open, cast);
    const [sending, besideSending] = [side(open), side(other)];
    tell('measuring while the bot sends everyone their welcome');
    await inTurns([sending, besideSending], pace);
    await quiet(folder);
    tell('measuring while the bot sends nothing');
    const [still, besideStill] = [side(open), side(other)];
    await inTurns([still, besideStill], pace);
    return print(
      `${pace.rate} commands a second, ${pace.seconds} s each in turns, ${leaders.length} leaders, ${new Date().toISOString()}`,
      [
        ...figures('the bot, sending nothing', still, besideStill, GOAL_MS),
        ...figures('the bot, sending messages', sending, besideSending, GOAL_MS),
        { name: 'memory of the bot, at most', value: `${bot.mostMemory().toFixed(0)} MB` },
      ],
    );
  } finally {
    await Promise.all([bot.end('SIGTERM'), bare.end('SIGTERM')]);
    await Promise.all([open.close(), other.close()]);
    remove();
  }
}

async function inTurns(sides: readonly Side[], pace: Pace): Promise<void> {
  // What is compiled on the first calls is not what is measured.
  for (const { open, people } of sides) await typeAway({ open, people, ms: [] }, { ...pace, seconds: 2 });
  for (let done = 0; done < pace.seconds; done += TURN_SECONDS) {
    for (const side of sides) await typeAway(side, { ...pace, seconds: Math.min(TURN_SECONDS, pace.seconds - done) });
  }
}

/** Types at the given rate, whether or not the answers keep up. */
async function typeAway({ open, people, ms }: Side, { seconds, rate, dice }: Pace): Promise<void> {
  const began = performance.now();
  const typed: Promise<void>[] = [];
  for (let n = 0; n < seconds * rate; n += 1) {
    await pause(Math.max(0, began + (n * 1000) / rate - performance.now()));
    const person = people[Math.floor(dice() * people.length)] ?? '';
    const line = lines[Math.floor(dice() * lines.length)] ?? '';
    typed.push(typeCommand(open.slack, person, line).then((took) => void ms.push(took ?? Number.POSITIVE_INFINITY)));
  }
  await Promise.all(typed);
}

function figures(name: string, { ms }: Side, bare: Side, goal: number): Figure[] {
  const p99 = quantile(ms, 0.99);
  const ratio = (share: number) => (quantile(ms, share) / quantile(bare.ms, share)).toFixed(1);
  return [
    { name, value: distribution(ms), goal: `p99 under ${goal} ms`, met: p99 < goal },
    { name: '  bare Bolt app in the same turns', value: distribution(bare.ms) },
    { name: '  ratio', value: `p50 ${ratio(0.5)}, p99 ${ratio(0.99)}` },
  ];
}

function distribution(ms: readonly number[]): string {
  const at = (share: number) => quantile(ms, share).toFixed(1);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${at(1)} ms, ${ms.length} commands`;
}
