// `npm run test:crash -- rotation --kills 40 --roster FILE --seed 1`: a whole round is approved, and while the bot sends it, it is killed at
// random moments and started again, by the real clock and at Slack's pace. In the end everything was seen once. Exit 1 when it was not.
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { seededDice } from '../../src/sandbox/dice.ts';
import { type Bot, lettersIn, newFolder, startBot } from '../bench/bot.ts';
import { approve, castOf, enrol, leadersOf, propose, quiet } from '../bench/programme.ts';
import { print, tell } from '../bench/progress.ts';
import { seenFigures } from '../bench/rotation.ts';
import { judge } from '../bench/seen.ts';
import { openSlack } from '../bench/slack-on-a-port.ts';
import { openSlowLine } from '../bench/slow-line.ts';
import { decider } from './decide.ts';

const options = {
  kills: { type: 'string', default: '40' },
  roster: { type: 'string' },
  people: { type: 'string', default: '290' },
  /** Seconds the bot lives, on average. */
  life: { type: 'string', default: '5' },
  /** Milliseconds that a request, and again its answer, is on its way at most. */
  delay: { type: 'string', default: '400' },
  seed: { type: 'string', default: '1' },
} as const;

interface Deaths {
  kills: number;
  /** While letters were still to be sent; the other deaths found only letters that waited to be looked for. */
  whileSending: number;
  beforeReady: number;
  /** Letters whose request was on its way. */
  onTheirWay: Set<string>;
}

const { values } = parseArgs({ args: process.argv.slice(3), options });
const dice = seededDice(Number(values.seed));
const kills = Number(values.kills);
const cast = castOf(values.roster, Number(values.people));
const open = await openSlack(cast.people, cast.channel);
const decide = decider(open, cast);
const { folder, remove } = newFolder();
const line = await openSlowLine(open.url, Number(values.delay), seededDice(Number(values.seed) + 1));
let bot = startBot(folder, open.url);
try {
  await bot.ready();
  const leaders = leadersOf(open, cast);
  await enrol(open, cast);
  await quiet(folder);
  await bot.end('SIGTERM');
  bot = startBot(folder, line.url);
  await bot.ready();
  await propose(open, cast);
  const after = open.slack.transcript.length;
  await approve(open, cast);
  const began = Date.now();
  tell('approved');
  const deaths = await killAway();
  await bot.ready();
  tell(`killed ${deaths.kills} times; waiting until everything is settled`);
  await settled();
  const verdict = judge(open, leaders, after);
  const unclear = lettersIn(folder).count('pending', 'sending', 'unclear', 'organiser', 'operator');
  const isGood = print(`A round of ${leaders.length} leaders, killed while it is sent (seed ${values.seed}), ${new Date().toISOString()}`, [
    { name: 'SIGKILLs', value: String(deaths.kills), goal: String(kills), met: deaths.kills === kills },
    { name: '  while letters were still to be sent', value: String(deaths.whileSending) },
    { name: '  letters whose request was on its way', value: String(deaths.onTheirWay.size) },
    { name: '  before the bot was ready again', value: String(deaths.beforeReady) },
    ...seenFigures(verdict, leaders.length),
    { name: 'announcements that an organiser had to decide on', value: String(decide.count()) },
    { name: 'unclear at the end', value: String(unclear), goal: '0', met: unclear === 0 },
    { name: '429s in all', value: String(open.calls.filter(({ status }) => status === 429).length) },
    { name: 'from the approval to the last message', value: `${((verdict.lastAt - began) / 1000).toFixed(0)} s` },
    { name: 'from the approval until everything was settled', value: `${((Date.now() - began) / 1000).toFixed(0)} s` },
  ]);
  process.exitCode = isGood ? 0 : 1;
} finally {
  await bot.end('SIGTERM');
  await line.close();
  await open.close();
  remove();
}
// What a library still holds must not keep the terminal.
process.stdout.write('', () => process.exit());

/** Kills and starts again until it has been done often enough, or until nothing is left to send or to look for. */
async function killAway(): Promise<Deaths> {
  const deaths: Deaths = { kills: 0, whileSending: 0, beforeReady: 0, onTheirWay: new Set() };
  while (deaths.kills < kills) {
    await pause(dice() * 2000 * Number(values.life));
    const { count } = lettersIn(folder);
    if (count('pending', 'sending', 'unclear') === 0) break;
    deaths.kills += 1;
    if (count('pending', 'sending') > 0) deaths.whileSending += 1;
    if (!isReady(bot)) deaths.beforeReady += 1;
    await bot.end('SIGKILL');
    for (const { id } of lettersIn(folder).in('sending')) deaths.onTheirWay.add(id);
    tell(`kill ${deaths.kills}: ${count('sent')} sent, ${count('pending', 'sending')} to go, ${count('unclear')} unclear`);
    bot = startBot(folder, line.url);
  }
  return deaths;
}

function isReady({ lines }: Bot): boolean {
  return lines.some(({ event }) => event === 'Ready');
}

/** Until nothing is under way any more; an organiser who is asked looks into the channel and answers. */
async function settled(): Promise<void> {
  do {
    await quiet(folder, () => decide.about(lettersIn(folder).in('organiser')));
    await decide.about(lettersIn(folder).in('organiser'));
  } while (lettersIn(folder).count('pending', 'sending', 'unclear', 'organiser') > 0);
}
