// Invites or enrols the people of an import, once it is known who they are, and tells the organiser what became of each.
import type { Temporal } from 'temporal-polyfill';
import { record } from '../../platform/audit.ts';
import { dayOf, stamp } from '../../platform/clock.ts';
import type { RosterEntryTable } from '../../platform/db/tables.ts';
import { transact } from '../../platform/db/transact.ts';
import { enqueue, enqueueAll, type Letter } from '../../platform/outbox/enqueue.ts';
import { knownPeople, type Person } from '../../platform/slack/people.ts';
import type { Tools, Tx } from '../../platform/tools.ts';
import { nextRound } from '../founding/plan.ts';
import type { Programme } from '../founding/programmes.ts';
import * as programmes from '../founding/programmes.ts';
import { type Fate, type Listed, planImport } from './import-plan.ts';
import { importReport } from './import-report.ts';
import type { Leader } from './leaders.ts';
import * as leaders from './leaders.ts';
import { type Bringing, inviteLetter, welcomeLetter } from './letters.ts';
import * as rosterEntries from './roster-entries.ts';
import type { Import } from './roster-imports.ts';
import * as rosterImports from './roster-imports.ts';
import * as tombstones from './tombstones.ts';

/** What stands in the audit. */
const DEED = { invite: 'people-invited', enrol: 'people-enrolled' } as const;

export interface BroughtIn {
  fates: readonly { entry: RosterEntryTable; fate: Fate }[];
}

interface Facts {
  programme: Programme;
  entries: RosterEntryTable[];
  people: Map<string, Person>;
  listed: Listed[];
  nextOn: Temporal.PlainDate;
}

/** Finishes an import, once. `tell` sends the organiser a report; `blocked` names what Slack refused on the way. */
export async function bringIn(tools: Tools, each: Import, how: { tell: boolean; blocked?: string | undefined }): Promise<BroughtIn> {
  const now = tools.now();
  const done = await transact(tools.db, async (tx): Promise<BroughtIn> => {
    if (!(await rosterImports.finish(tx, each.id, now))) return { fates: [] };
    const facts = await gather(tools, tx, each, now);
    if (!facts) return { fates: [] };
    const plan = planImport(facts.listed, each.wish);
    const fates = facts.entries.map((entry) => ({ entry, fate: plan.get(entry.id) ?? 'unknown' }));
    const bringing: Bringing = { programme: facts.programme, by: each.by, nextOn: facts.nextOn };
    const letters: Letter[] = [];
    for (const { entry, fate } of fates) {
      if (fate === 'invite') letters.push(await invite(tools, tx, { entry, bringing }, now));
      if (fate === 'enrol') letters.push(...(await enrol(tools, tx, { entry, bringing, facts }, now)));
    }
    await enqueueAll(tools, tx, letters, now);
    const count = fates.filter(({ fate }) => fate === each.wish).length;
    if (count > 0) await record(tools, tx, { programme: each.programme, actor: each.by, action: DEED[each.wish], detail: { count } }, now);
    if (how.tell) await enqueue(tools, tx, importReport(tools.content, each, facts.programme, { fates, blocked: how.blocked }), now);
    return { fates };
  });
  tools.knock();
  return done;
}

async function gather(tools: Tools, tx: Tx, each: Import, now: Temporal.Instant): Promise<Facts | undefined> {
  const programme = await programmes.find(tx, tools.workspace, each.programme);
  if (!programme) return undefined;
  const entries = await rosterEntries.allOf(tx, each.id);
  const users = entries.flatMap(({ slack_user }) => slack_user ?? []);
  const people = new Map((await knownPeople(tx, tools.workspace, users)).map((person) => [person.id, person]));
  const places = new Map((await leaders.ofProgramme(tx, programme.id)).map((leader) => [leader.user, leader]));
  const forgotten = await tombstones.among(tools, tx, users);
  const listed = entries.map(({ id, slack_user, invited_at }): Listed => {
    const user = slack_user ?? '';
    const unplaced = forgotten.has(user) ? 'forgotten' : invited_at === null ? 'new' : 'invited';
    const place = places.get(user);
    const standing = place ? (place.leftAt === null ? 'in' : 'left') : unplaced;
    return { entry: id, user: slack_user, kind: people.get(user)?.kind ?? null, standing };
  });
  const last = await programmes.lastRound(tx, programme.id);
  return { programme, entries, people, listed, nextOn: nextRound(programme, last, dayOf(now, programme.timeZone)).on };
}

async function invite(
  tools: Tools,
  tx: Tx,
  { entry, bringing }: { entry: RosterEntryTable; bringing: Bringing },
  now: Temporal.Instant,
): Promise<Letter> {
  await rosterEntries.invited(tx, entry.id, now);
  return inviteLetter(tools.content, entry.slack_user ?? '', bringing);
}

async function enrol(
  tools: Tools,
  tx: Tx,
  { entry, bringing, facts }: { entry: RosterEntryTable; bringing: Bringing; facts: Facts },
  now: Temporal.Instant,
): Promise<Letter[]> {
  const leader = leaderFrom(tools, entry, facts, now);
  return (await leaders.add(tx, leader, now)) ? [welcomeLetter(tools.content, leader, bringing)] : [];
}

/** What the list says goes before what Slack says; hours are the usual ones until the leader sets their own. */
function leaderFrom(
  { newId, workspace }: Tools,
  entry: RosterEntryTable,
  { programme, people, entries }: Facts,
  now: Temporal.Instant,
): Leader {
  const user = entry.slack_user ?? '';
  const person = people.get(user);
  return {
    id: newId(),
    workspace,
    programme: programme.id,
    user,
    name: person?.name ?? entry.name,
    email: entry.email,
    function: entry.function,
    level: entry.level,
    manager: entries.find(({ email }) => email !== null && email === entry.manager_email)?.slack_user ?? null,
    managerEmail: entry.manager_email,
    timeZone: entry.time_zone ?? person?.timeZone ?? programme.timeZone,
    workingDays: programme.workingDays,
    workingFrom: '09:00',
    workingTo: '17:00',
    rhythm: 'steady',
    sendWeekday: null,
    sendTime: null,
    privateSealed: null,
    joinedAt: stamp(now),
    pausedAt: null,
    pausedUntil: null,
    leftAt: null,
    leftBecause: null,
  };
}
