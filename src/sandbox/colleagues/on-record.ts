// What the bot itself has on record of a message, and of the hours of those who read it.
import { z } from 'zod';
import type { Tools } from '../../platform/tools.ts';

export interface Hours {
  timeZone: string;
  /** 1 is Monday. */
  workingDays: readonly number[];
  workingHours: { from: string; to: string };
}

export interface LetterFacts {
  kind: string;
  key: string;
  /** To whom it came unasked. */
  unasked: ReadonlySet<string>;
  fortnight: number | undefined;
}

/** `kind:pair:fortnight`, and who of the pair. A number after anything but a pair counts something else. */
const KEY_OF_A_FORTNIGHT = /^[a-z-]+:(?<pair>[0-9a-f]{32}):(?<fortnight>1[0-3]|[1-9])(?::|$)/;
const weekdays = z.array(z.number());

/** The letter that stands there as a message; an answer to a command stands there without one. */
export async function letterAt(tools: Tools, channel: string, ts: string): Promise<LetterFacts> {
  const rows = await tools.db
    .selectFrom('outbox')
    .leftJoin('contact', 'contact.outbox', 'outbox.id')
    .select(['outbox.kind', 'outbox.key', 'contact.slack_user'])
    .where('outbox.workspace', '=', tools.workspace)
    .where('outbox.channel', '=', channel)
    .where('outbox.ts', '=', ts)
    .execute();
  const { kind = 'answer', key = '' } = rows[0] ?? {};
  return { kind, key, unasked: new Set(rows.flatMap(({ slack_user }) => slack_user ?? [])), fortnight: await fortnightIn(tools, key) };
}

async function fortnightIn({ db, workspace }: Tools, key: string): Promise<number | undefined> {
  const { pair = '', fortnight } = KEY_OF_A_FORTNIGHT.exec(key)?.groups ?? {};
  if (fortnight === undefined) return undefined;
  const known = await db.selectFrom('pair').select('id').where('workspace', '=', workspace).where('id', '=', pair).executeTakeFirst();
  return known && Number(fortnight);
}

/** The hours that leaders have told, by person. */
export async function hoursOfLeaders({ db, workspace }: Tools): Promise<Map<string, Hours>> {
  const rows = await db
    .selectFrom('leader')
    .select(['slack_user', 'time_zone', 'working_days', 'working_from', 'working_to'])
    .where('workspace', '=', workspace)
    .execute();
  return new Map(
    rows.map((row) => [
      row.slack_user,
      {
        timeZone: row.time_zone,
        workingDays: weekdays.parse(JSON.parse(row.working_days)),
        workingHours: { from: row.working_from, to: row.working_to },
      },
    ]),
  );
}
