// The forums, teams and gatherings that the bot has on record just now, each with what can be counted of it.
import { z } from 'zod';
import type { House } from '../house.ts';

const result = z.object({ replied: z.number(), asked: z.number() });
export const NOBODY_ASKED = { replied: 0, asked: 0 };

export type Counts = Record<string, number>;

export interface Seen {
  counts: Counts;
  /** What it was when it was last seen: its version, or when it began; and how it ended. */
  held: string | null;
  ended: string | null;
  replied: number;
  asked: number;
}

/** By id. */
export async function forumsIn({ tools: { db } }: House): Promise<Map<string, Seen>> {
  const forums = await db.selectFrom('forum').select(['id', 'version', 'ended_because', 'result']).execute();
  const seats = await db
    .selectFrom('forum_seat')
    .select(({ fn }) => ['forum', fn.count('seated_at').as('taken'), fn.count('given_back_at').as('givenBack')])
    .select(({ fn }) => [fn.count('brings_at').as('mayBring'), fn.count('absent_at').as('absent')])
    .groupBy('forum')
    .execute();
  const byForum = new Map(seats.map(({ forum, ...counts }) => [forum, numbers(counts)]));
  return new Map(
    forums.map(({ id, version, ended_because, result }) => [
      id,
      { counts: byForum.get(id) ?? {}, held: version, ended: ended_because, ...repliesIn(result) },
    ]),
  );
}

export async function teamsIn({ tools: { db } }: House): Promise<Map<string, Seen>> {
  const teams = await db.selectFrom('team').select(['id', 'asked', 'began_at', 'ended_because', 'result']).execute();
  const members = await db
    .selectFrom('team_member')
    .select(({ fn }) => ['team', fn.count('joined_at').as('joined')])
    .groupBy('team')
    .execute();
  const pairs = await db
    .selectFrom('team_pair')
    .select(({ fn }) => ['team', fn.countAll().as('pairs')])
    .groupBy('team')
    .execute();
  const joined = new Map(members.map((row) => [row.team, Number(row.joined)]));
  const formed = new Map(pairs.map((row) => [row.team, Number(row.pairs)]));
  return new Map(
    teams.map((team) => [
      team.id,
      {
        counts: { asked: team.asked, joined: joined.get(team.id) ?? 0, pairs: formed.get(team.id) ?? 0 },
        ...{ held: team.began_at, ended: team.ended_because, ...repliesIn(team.result) },
      },
    ]),
  );
}

export async function gatheringsIn({ tools: { db } }: House): Promise<Map<string, Seen>> {
  const gatherings = await db.selectFrom('gathering').select(['id', 'reveals_at', 'revealed_at', 'called_off_at']).execute();
  const answers = await db
    .selectFrom('gathering_answer')
    .select(({ fn }) => ['gathering', 'answer', fn.countAll().as('times')])
    .groupBy(['gathering', 'answer'])
    .execute();
  const said = (id: string, answer: string) => Number(answers.find((row) => row.gathering === id && row.answer === answer)?.times ?? 0);
  return new Map(
    gatherings.map(({ id, reveals_at, revealed_at, called_off_at }) => {
      const counts = {
        coming: said(id, 'coming'),
        not: said(id, 'not-this-time'),
        reveals: Number(reveals_at !== null),
        revealed: Number(revealed_at !== null),
      };
      return [id, { counts, held: null, ended: called_off_at, ...NOBODY_ASKED }];
    }),
  );
}

function numbers(row: Readonly<Record<string, string | number | bigint>>): Counts {
  return Object.fromEntries(Object.entries(row).map(([what, count]) => [what, Number(count)]));
}

function repliesIn(text: string | null): { replied: number; asked: number } {
  return text === null ? NOBODY_ASKED : result.parse(JSON.parse(text));
}
