// Invites or enrols the people of an import, once it is known who they are, and tells the organiser what became of each.
import type { Temporal } from 'temporal-polyfill';
import { record } from '../../../platform/audit.ts';
import type { RosterEntryTable } from '../../../platform/db/tables.ts';
import { transact } from '../../../platform/db/transact.ts';
import { enqueue, enqueueAll, type Letter } from '../../../platform/outbox/enqueue.ts';
import { knownPeople } from '../../../platform/slack/people.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import { comingRound } from '../../founding/coming-round.ts';
import type { Programme } from '../../founding/programmes.ts';
import * as programmes from '../../founding/programmes.ts';
import * as leaders from '../leaders.ts';
import { type Bringing, inviteLetter, welcomeLetter } from '../letters.ts';
import * as tombstones from '../tombstones.ts';
import * as askedEntries from './asked-entries.ts';
import { functionsMissing } from './bring-list.ts';
import { type Fate, type Listed, planImport } from './import-plan.ts';
import { importReport } from './import-report.ts';
import { type Known, leaderFrom } from './leader-from.ts';
import * as reminders from './reminders.ts';
import * as rosterEntries from './roster-entries.ts';
import type { Import } from './roster-imports.ts';
import * as rosterImports from './roster-imports.ts';

/** What stands in the audit. */
const DEED = { invite: 'people-invited', enrol: 'people-enrolled' } as const;

export interface How {
  /** Whether the organiser is sent a report. */
  tell: boolean;
  /** What Slack refused when it was asked who people are, and what their profiles say. */
  blocked?: string | undefined;
  unread?: string | undefined;
}

export interface BroughtIn {
  fates: readonly { entry: RosterEntryTable; fate: Fate }[];
}

interface Facts extends Known {
  entries: RosterEntryTable[];
  listed: Listed[];
  nextOn: Temporal.PlainDate;
}

/** Finishes an import, once. */
export async function bringIn(tools: Tools, each: Import, how: How): Promise<BroughtIn> {
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
    if (each.wish === 'enrol') await addFunctions(tx, facts.programme, fates);
    await enqueueAll(tools, tx, letters, now);
    const count = fates.filter(({ fate }) => fate === each.wish).length;
    if (each.wish !== 'keep' && count > 0)
      await record(tools, tx, { programme: each.programme, actor: each.by, action: DEED[each.wish], detail: { count } }, now);
    if (how.tell) await enqueue(tools, tx, importReport(tools.content, each, facts.programme, { fates, ...how }), now);
    return { fates };
  });
  tools.knock();
  return done;
}

async function gather(tools: Tools, tx: Tx, each: Import, now: Temporal.Instant): Promise<Facts | undefined> {
  const programme = await programmes.find(tx, tools.workspace, each.programme);
  if (!programme) return undefined;
  const entries = await rosterEntries.allOf(tx, each.id);
  const found = entries.flatMap(({ slack_user }) => slack_user ?? []);
  const people = new Map((await knownPeople(tx, tools.workspace, found)).map((person) => [person.id, person]));
  const places = new Map((await leaders.ofProgramme(tx, programme.id)).map((leader) => [leader.user, leader]));
  const forgotten = await tombstones.among(tools, tx, found);
  const listed = entries.map(({ id, slack_user, invited_at, declined_at, function: where }): Listed => {
    const user = slack_user ?? '';
    const asked = declined_at !== null ? 'declined' : invited_at === null ? 'new' : 'invited';
    const unplaced = forgotten.has(user) ? 'forgotten' : asked;
    const place = places.get(user);
    const standing = place ? (place.leftAt === null ? 'in' : 'left') : unplaced;
    return { entry: id, user: slack_user, kind: people.get(user)?.kind ?? null, standing, function: where };
  });
  const known = await rosterEntries.ofProgramme(tx, programme.id);
  const users = new Map(known.flatMap(({ email, slack_user }) => (email && slack_user ? [[email, slack_user] as const] : [])));
  return { programme, entries, people, users, listed, nextOn: (await comingRound(tx, programme, now)).on };
}

async function invite(
  tools: Tools,
  tx: Tx,
  { entry, bringing }: { entry: RosterEntryTable; bringing: Bringing },
  now: Temporal.Instant,
): Promise<Letter> {
  await askedEntries.invited(tx, entry.id, now);
  return inviteLetter(tools.content, entry.slack_user ?? '', bringing);
}

async function enrol(
  tools: Tools,
  tx: Tx,
  { entry, bringing, facts }: { entry: RosterEntryTable; bringing: Bringing; facts: Facts },
  now: Temporal.Instant,
): Promise<Letter[]> {
  const leader = leaderFrom(tools, entry, facts, now);
  await reminders.withdraw(tools, tx, { programme: leader.programme, user: leader.user }, now);
  return (await leaders.add(tx, leader, now)) ? [welcomeLetter(tools.content, leader, bringing)] : [];
}

/** What Slack's own fields say may be a function that the programme does not have yet. */
async function addFunctions(tx: Tx, programme: Programme, fates: BroughtIn['fates']): Promise<void> {
  const enrolled = fates.filter(({ fate }) => fate === 'enrol').map(({ entry }) => entry);
  const more = functionsMissing(programme.functions, enrolled);
  if (more.length > 0) await programmes.change(tx, { ...programme, functions: [...programme.functions, ...more] });
}
