// Everything that is kept about one person, gathered for their own eyes: what they wrote is opened here and nowhere is it kept open.
import type { Content } from '../../platform/content/load.ts';
import { knownPeople, lookUp } from '../../platform/slack/people.ts';
import type { Tools } from '../../platform/tools.ts';
import { ownAgreements } from '../coaching/agreement/own-data.ts';
import { ownCheckins, ownCommitments } from '../coaching/checkins/own-data.ts';
import { ownRequests } from '../coaching/help/own-data.ts';
import * as notes from '../coaching/notes.ts';
import * as sealedNotes from '../coaching/sealed-notes.ts';
import * as organisers from '../founding/organisers.ts';
import * as programmes from '../founding/programmes.ts';
import { sayWeekdays } from '../founding/words.ts';
import type { Leader } from '../joining/leaders.ts';
import * as leaders from '../joining/leaders.ts';
import * as rosterEntries from '../joining/rosters/roster-entries.ts';
import { wishesIfAny } from '../joining/wishes.ts';
import { ownPartnerRequests } from '../pairing/choosing/own-data.ts';
import { ownClosing } from '../reviewing/closing/own-closing.ts';
import { ownAnswers } from '../reviewing/own-answers.ts';
import type { MyData, MyNote, MyPlace, MyRosterEntry } from './my-data-file.ts';
import { groupsOfLeader, groupsOfPerson } from './my-groups.ts';
import * as record from './own-record.ts';
import * as pastRounds from './past-rounds.ts';

const NOTES_AT_ONCE = 200;

/** All about `user`. */
export async function myData(tools: Tools, user: string): Promise<MyData> {
  const { db, workspace } = tools;
  const [person] = await knownPeople(db, workspace, [user]);
  const written = await notesOf(tools, user);
  const places: MyPlace[] = [];
  for (const leader of await leaders.ofPerson(db, workspace, user)) places.push(await placeOf(tools, leader, written));
  const organising = await organisers.programmesOf(db, workspace, user);
  const names = await Promise.all(organising.map(async (id) => (await programmes.find(db, workspace, id))?.name));
  return {
    slack: {
      id: user,
      name: person?.name ?? null,
      email: person?.email ?? null,
      title: person?.title ?? null,
      time_zone: person?.timeZone ?? null,
    },
    organiser_of: names.filter((name) => name !== undefined),
    previews_open: await record.previewsOf(db, workspace, user),
    home_tab_drawn: await record.homeTabOf(db, workspace, user),
    on_lists: await listsOf(tools, user, person?.email ?? null),
    programmes: places,
    ...(await groupsOfPerson(tools, user)),
  };
}

async function listsOf({ db, workspace }: Tools, user: string, email: string | null): Promise<MyRosterEntry[]> {
  const found = await rosterEntries.ofPerson(db, workspace, { user, email });
  const managers = new Map(
    (
      await knownPeople(
        db,
        workspace,
        found.flatMap(({ manager }) => manager ?? []),
      )
    ).map(({ id, name }) => [id, name]),
  );
  return found.map((entry) => ({
    programme: entry.programme_name,
    email: entry.email,
    name: entry.name,
    function: entry.function,
    level: entry.level,
    manager_email: entry.manager_email,
    manager: managers.get(entry.manager ?? '') ?? entry.manager,
    time_zone: entry.time_zone,
    imported: entry.imported_at,
    invited: entry.invited_at,
    reminded: entry.reminded_at,
    declined: entry.declined_at,
    profile_read: entry.profiled_at,
  }));
}

type Written = MyNote & { leader: string };

async function placeOf(tools: Tools, leader: Leader, written: readonly Written[]): Promise<MyPlace> {
  const programme = await programmes.find(tools.db, tools.workspace, leader.programme);
  const wishes = await wishesIfAny(tools, leader);
  const named = await namesOf(tools, [...wishes.welcomes, ...wishes.avoids, ...(leader.manager ? [leader.manager] : [])]);
  return {
    programme: programme?.name ?? leader.programme,
    joined: leader.joinedAt,
    left: leader.leftAt,
    paused_until: leader.pausedUntil?.toString() ?? null,
    function: leader.function,
    level: leader.level,
    manager: leader.manager ? named(leader.manager) : leader.managerEmail,
    time_zone: leader.timeZone,
    working_days: sayWeekdays(leader.workingDays),
    working_hours: `${leader.workingFrom} to ${leader.workingTo}`,
    rhythm: leader.rhythm,
    would_welcome: wishes.welcomes.map(named),
    would_rather_not: wishes.avoids.map(named),
    would_like_to_work_on: wishes.workOn,
    can_help_with: wishes.helpWith,
    rounds: await pastRounds.ofLeader(tools.db, leader.id),
    notes: written.filter((note) => note.leader === leader.id).map(({ leader: _, ...note }) => note),
    commitments: await ownCommitments(tools, leader.id),
    check_ins: await ownCheckins(tools, leader.id),
    answers_to_pulses: await ownAnswers(tools, leader.id),
    end_of_rounds: await ownClosing(tools, leader),
    meetings: await record.meetingsOf(tools.db, leader.id),
    agreements: await ownAgreements(tools, leader),
    requests_for_help: await ownRequests(tools, leader.id),
    breaks: await record.breaksOf(tools.db, leader.id),
    wishes_for_another_partner: await record.wishesOf(tools.db, leader.id),
    partners_asked_for: await ownPartnerRequests(tools, leader),
    asked_to_take_in_a_third: await record.thirdsOf(tools.db, leader.id),
    asked_to_carry_on: await record.carryingOnOf(tools.db, leader.id),
    messages_planned: await record.messagesOf(tools.db, leader.id),
    ...(await groupsOfLeader(tools, leader)),
  };
}

async function notesOf(tools: Tools, user: string): Promise<Written[]> {
  const found: Written[] = [];
  for (let from = 0; ; from += NOTES_AT_ONCE) {
    const some = await notes.ofPerson(tools.db, tools.workspace, user, { from, count: NOTES_AT_ONCE });
    for (const note of some) {
      const text = (await sealedNotes.open(tools, user, note)) ?? null;
      const question = questionOf(tools.content, note.question);
      found.push({ leader: note.leader, fortnight: note.fortnight, question, written: note.writtenAt, changed: note.changedAt, text });
    }
    if (some.length < NOTES_AT_ONCE) return found;
  }
}

function questionOf(content: Content, id: string): string {
  return content.has(id) ? content.plain(id) : '';
}

/** As Slack calls them now: the lists hold ids. */
async function namesOf(tools: Tools, users: readonly string[]): Promise<(user: string) => string> {
  const people = await Promise.all([...new Set(users)].map((user) => lookUp(tools, user)));
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (user) => names.get(user) ?? user;
}
