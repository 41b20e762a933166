// `npm run bench -- rotation --roster FILE`: a whole round for a whole roster, from the import to the last message, at the pace Slack allows.
import { parseArgs } from 'node:util';
import { newFolder, startBot } from './bot.ts';
import { approve, castOf, enrol, leadersOf, propose, quiet } from './programme.ts';
import { type Figure, print, tell } from './progress.ts';
import { judge, type Verdict } from './seen.ts';
import { openSlack } from './slack-on-a-port.ts';

const options = { roster: { type: 'string' }, people: { type: 'string', default: '290' }, seed: { type: 'string', default: '1' } } as const;
const PREVIEW_GOAL_SECONDS = 2;
const MEMORY_GOAL_MB = 200;

/** Runs it; true when every goal is met. Nothing in it is random, so that `seed` changes nothing. */
export async function rotation(args: string[]): Promise<boolean> {
  const { values } = parseArgs({ args, options });
  const cast = castOf(values.roster, Number(values.people));
  const open = await openSlack(cast.people, cast.channel);
  const { folder, remove } = newFolder();
  const bot = startBot(folder, open.url);
  try {
    await bot.ready();
    const leaders = leadersOf(open, cast);
    const importSeconds = await enrol(open, cast);
    await quiet(folder);
    const welcomed = count429(open.calls);
    tell('everyone is welcomed');
    const { formSeconds, previewSeconds } = await propose(open, cast);
    const previewMemory = bot.mostMemory();
    const after = open.slack.transcript.length;
    const callsBefore = open.calls.length;
    const approveSeconds = await approve(open, cast);
    const approvedAt = Date.now();
    tell('approved');
    await quiet(folder);
    const verdict = judge(open, leaders, after);
    const memory = bot.mostMemory();
    const calls = open.calls.slice(callsBefore);
    return print(`A round of ${leaders.length} leaders (${values.roster ?? 'invented'}), ${new Date().toISOString()}`, [
      { name: 'import and enrolment, until the organiser reads its outcome', value: `${importSeconds.toFixed(2)} s` },
      { name: '429s while everyone was welcomed', value: String(welcomed) },
      { name: '/rotate until the form stands', value: `${formSeconds.toFixed(2)} s` },
      {
        name: '/rotate until the preview stands',
        value: `${previewSeconds.toFixed(2)} s`,
        goal: `${PREVIEW_GOAL_SECONDS} s`,
        met: previewSeconds <= PREVIEW_GOAL_SECONDS,
      },
      { name: 'approving, until the organiser reads that it has begun', value: `${approveSeconds.toFixed(2)} s` },
      ...seenFigures(verdict, leaders.length),
      { name: 'from the approval to the last message', value: `${((verdict.lastAt - approvedAt) / 1000).toFixed(1)} s` },
      { name: 'calls after the approval', value: methodsIn(calls) },
      { name: '429s after the approval', value: String(count429(calls)) },
      { name: 'complaints of the small Slack', value: String(open.slack.complaints.length) },
      { name: 'memory of the bot until the preview', value: `${previewMemory.toFixed(0)} MB` },
      {
        name: 'memory of the bot, at most',
        value: `${memory.toFixed(0)} MB`,
        goal: `${MEMORY_GOAL_MB} MB`,
        met: memory < MEMORY_GOAL_MB,
      },
    ]);
  } finally {
    await bot.end('SIGTERM');
    await open.close();
    remove();
  }
}

/** What was seen, as figures: everything once. */
export function seenFigures(verdict: Verdict, leaders: number): Figure[] {
  for (const one of [...verdict.lost, ...verdict.doubled].slice(0, 50)) tell(one);
  return [
    { name: 'leaders told their match', value: `${verdict.matched} of ${leaders}, in ${verdict.matches} messages` },
    { name: 'shared conversations with their first words', value: String(verdict.groups) },
    { name: 'leaders told these words alone instead', value: `${verdict.toldAlone} (${verdict.inBothPlaces} have them in both places)` },
    { name: 'parts of the announcement', value: `${verdict.announcements}, with ${verdict.announced} pairs and trios` },
    { name: 'lost', value: String(verdict.lost.length), goal: '0', met: verdict.lost.length === 0 },
    { name: 'doubled', value: String(verdict.doubled.length), goal: '0', met: verdict.doubled.length === 0 },
  ];
}

function count429(calls: readonly { status: number }[]): number {
  return calls.filter(({ status }) => status === 429).length;
}

function methodsIn(calls: readonly { method: string }[]): string {
  const counts = new Map<string, number>();
  for (const { method } of calls) counts.set(method, (counts.get(method) ?? 0) + 1);
  return [...counts].map(([method, count]) => `${count} ${method}`).join(', ');
}
