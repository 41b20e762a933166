// How coaching spreads beyond the pairs: Forums that were held, teams that started their own, and what was tapped after Forums. Who sat in them is long
// forgotten when a report comes, and not asked for; and team pulses are not read here: they are the team's.
import { z } from 'zod';
import type { RoundTable } from '../../platform/db/tables.ts';
import type { Tx } from '../../platform/tools.ts';
import { questions } from '../gathering/forums/hour/feedback-view.ts';
import { sayingSchema } from '../reviewing/conclude.ts';
import { sidesOf } from '../reviewing/sides.ts';
import type { Told } from './pooled.ts';
import * as reports from './reports.ts';

export interface Spread {
  forums: number;
  seats: number;
  /** People who have offered a Forum that was held, and leaders who have started a team: each once. */
  hosts: number;
  teams: number;
  starters: number;
  /** Of the Forums of which no report has spoken yet; none where there were none. */
  feedback?: Feedback;
}

export interface Feedback {
  replied: number;
  asked: number;
  items: readonly { item: string; side: string; groups: readonly Told[] }[];
}

/** What the group has heard of a Forum. */
const heard = z.object({
  replied: z.number(),
  asked: z.number(),
  sayings: z.array(z.object({ item: z.string(), saying: sayingSchema })),
});

interface Counted extends z.infer<typeof heard> {
  id: string;
  host: string;
  countedAt: string;
}

/** Counts are of this round, since the last report of the one before; feedback is of what has been counted since the last report of any. */
export async function spreadIn(tx: Tx, { programme, number }: Pick<RoundTable, 'programme' | 'number'>): Promise<Spread> {
  const told = await reports.ofProgramme(tx, programme);
  const lastOf = (some: readonly reports.Report[]) =>
    some
      .map(({ publishedAt }) => publishedAt)
      .sort()
      .at(-1) ?? '';
  const since = lastOf(told.filter((report) => report.number < number));
  const forums = await counted(tx, programme, since);
  const teams = await begun(tx, programme, since);
  const untold = forums.filter(({ countedAt }) => countedAt > lastOf(told));
  return {
    forums: forums.length,
    seats: forums.reduce((sum, { asked }) => sum + asked, 0),
    hosts: new Set(forums.map(({ host }) => host)).size,
    teams: teams.length,
    starters: new Set(teams).size,
    ...(untold.length > 0 && { feedback: await feedbackOf(tx, untold) }),
  };
}

async function counted(tx: Tx, programme: string, since: string): Promise<Counted[]> {
  const rows = await tx
    .selectFrom('forum')
    .select(['id', 'offered_by as host', 'counted_at as countedAt', 'result'])
    .where('programme', '=', programme)
    .where('ended_because', '=', 'done')
    .where('counted_at', '>', since)
    .orderBy('counted_at')
    .orderBy('id')
    .execute();
  return rows.flatMap(({ result, countedAt, ...row }) =>
    result === null || countedAt === null ? [] : [{ ...row, countedAt, ...heard.parse(JSON.parse(result)) }],
  );
}

/** Who started each of the teams that began; a team that carries on has begun before. */
async function begun(tx: Tx, programme: string, since: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('team')
    .select('leader')
    .where('programme', '=', programme)
    .where('follows', 'is', null)
    .where('began_at', '>', since)
    .execute();
  return rows.map(({ leader }) => leader);
}

async function feedbackOf(tx: Tx, forums: readonly Counted[]): Promise<Feedback> {
  const ids = forums.map(({ id }) => id);
  const rows = await tx.selectFrom('forum_tally').select(['forum', 'item', 'choice', 'replies']).where('forum', 'in', ids).execute();
  const items = questions.flatMap(({ id: item, scale }) => {
    const [side] = sidesOf(scale);
    if (!side) return [];
    const groups = forums.map(({ id, sayings }): Told => {
      const own = rows.filter((row) => row.forum === id && row.item === item);
      const saying = sayings.find((each) => each.item === item)?.saying;
      const of = (some: typeof own) => some.reduce((sum, { replies }) => sum + Number(replies), 0);
      const bands = saying && 'bands' in saying ? saying.bands : undefined;
      return { replies: of(own), yes: of(own.filter(({ choice }) => side.choices.includes(Number(choice)))), bands };
    });
    return [{ item, side: side.name, groups }];
  });
  const sum = (each: (forum: Counted) => number) => forums.reduce((all, forum) => all + each(forum), 0);
  return { replied: sum(({ replied }) => replied), asked: sum(({ asked }) => asked), items };
}
