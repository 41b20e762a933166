// An organiser has those reminded who were invited and have not answered: each once, in their own working hours, on a day of its own.
import { Temporal } from 'temporal-polyfill';
import { record } from '../../../platform/audit.ts';
import { at, dayOf, instantOf } from '../../../platform/clock.ts';
import type { RosterEntryTable } from '../../../platform/db/tables.ts';
import { transact } from '../../../platform/db/transact.ts';
import { enqueueAll, type Letter } from '../../../platform/outbox/enqueue.ts';
import { knownPeople, type Person } from '../../../platform/slack/people.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import { comingRound } from '../../founding/coming-round.ts';
import { mayOrganise } from '../../founding/rights.ts';
import * as contacts from '../contacts.ts';
import { type Hours, politeWindows } from '../hours.ts';
import * as leaders from '../leaders.ts';
import { type Bringing, reminderLetter } from '../letters.ts';
import * as tombstones from '../tombstones.ts';
import * as askedEntries from './asked-entries.ts';
import type { Invitation } from './invite.ts';

const A_WEEK = 2;

export type Reminded = { ok: true; people: number } | { ok: false; because: 'not-organiser' | 'nobody' };

/** Returns how many are reminded. Whoever cannot be reached before the next round begins is left out. */
export async function remind(tools: Tools, { programme, by }: Invitation): Promise<Reminded> {
  if (!(await mayOrganise(tools, programme, by))) return { ok: false, because: 'not-organiser' };
  const now = tools.now();
  const done = await transact(tools.db, async (tx): Promise<Reminded> => {
    const unanswered = await whoMayBe(tools, tx, await askedEntries.unanswered(tx, programme.id));
    const bringing: Bringing = { programme, by, nextOn: (await comingRound(tx, programme, now)).on };
    const reached = await contacts.reached(
      tx,
      tools.workspace,
      unanswered.map(({ person }) => person.id),
      now,
    );
    const letters = unanswered.flatMap((each) => {
      const letter = letterTo(tools, { ...each, bringing, reached: reached.get(each.person.id) }, now);
      return letter ? [{ ...each, letter }] : [];
    });
    if (letters.length === 0) return { ok: false, because: 'nobody' };
    await send(tools, tx, letters, now);
    await record(tools, tx, { programme: programme.id, actor: by, action: 'people-reminded', detail: { count: letters.length } }, now);
    return { ok: true, people: letters.length };
  });
  tools.knock();
  return done;
}

interface Unanswered {
  entry: RosterEntryTable;
  person: Person;
}

/** Members of the workspace who have not asked to be forgotten. */
async function whoMayBe(tools: Tools, tx: Tx, entries: readonly RosterEntryTable[]): Promise<Unanswered[]> {
  const users = entries.flatMap(({ slack_user }) => slack_user ?? []);
  const people = new Map((await knownPeople(tx, tools.workspace, users)).map((person) => [person.id, person]));
  const forgotten = await tombstones.among(tools, tx, users);
  return entries.flatMap((entry) => {
    const person = people.get(entry.slack_user ?? '');
    return person?.kind === 'member' && !forgotten.has(person.id) ? [{ entry, person }] : [];
  });
}

function letterTo(
  { content }: Tools,
  { entry, person, bringing, reached }: Unanswered & { bringing: Bringing; reached: contacts.Reached | undefined },
  now: Temporal.Instant,
): Letter | undefined {
  const { programme, nextOn } = bringing;
  const zone = entry.time_zone ?? person.timeZone ?? programme.timeZone;
  const hours: Hours = { zone, days: programme.workingDays, from: '09:00', to: '17:00', rests: [] };
  const asked = instantOf(entry.invited_at ?? '');
  const first = firstDay(
    [asked.epochMilliseconds, ...(reached?.at ?? []), ...(reached?.waiting ?? []).map(() => now.epochMilliseconds)],
    zone,
  );
  const from = [now, at(first, '00:00', zone)].sort(Temporal.Instant.compare)[1] as Temporal.Instant;
  const windows = politeWindows(hours, from, at(nextOn, '00:00', programme.timeZone));
  const last = windows.at(-1);
  if (!last) return undefined;
  return {
    ...reminderLetter(content, person.id, { ...bringing, asked: dayOf(asked, zone) }),
    notBefore: from,
    windows,
    expiresAt: last.closes,
  };
}

/** The day after the last of these instants, or after a week that has two of them. */
function firstDay(instants: readonly number[], zone: string): Temporal.PlainDate {
  const days = instants.map((ms) => dayOf(Temporal.Instant.fromEpochMilliseconds(ms), zone)).sort(Temporal.PlainDate.compare);
  let free = (days.at(-1) as Temporal.PlainDate).add({ days: 1 });
  const inWeekOf = (day: Temporal.PlainDate) => days.filter((each) => mondayOf(each).equals(mondayOf(day))).length;
  while (inWeekOf(free) >= A_WEEK) free = mondayOf(free).add({ days: 7 });
  return free;
}

function mondayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 });
}

/** Counted for those who lead in another programme: all that reaches them unasked is counted together. */
async function send(tools: Tools, tx: Tx, letters: readonly (Unanswered & { letter: Letter })[], now: Temporal.Instant): Promise<void> {
  await enqueueAll(
    tools,
    tx,
    letters.map(({ letter }) => letter),
    now,
  );
  for (const { entry, person, letter } of letters) {
    await askedEntries.reminded(tx, entry.id, letter.windows?.[0]?.opens ?? now);
    const [elsewhere] = (await leaders.ofPerson(tx, tools.workspace, person.id)).filter(({ leftAt }) => leftAt === null);
    if (!elsewhere) continue;
    const readers = [{ user: person.id, leader: elsewhere.id }];
    await contacts.note(tools, tx, { key: letter.key, kind: letter.kind, rank: 'other', readers }, now);
  }
}
