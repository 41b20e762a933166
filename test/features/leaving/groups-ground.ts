// A person in every place where groups know one: a forum that Amina offered, sat in and had every part in, a team she hosts, one she is in, a gathering
// that she planned and answered. Dora is a member of her team and of no programme.
import type { Leader } from '../../../src/features/joining/leaders.ts';
import { stamp } from '../../../src/platform/clock.ts';
import { transact } from '../../../src/platform/db/transact.ts';
import { enqueue, type Letter } from '../../../src/platform/outbox/enqueue.ts';
import type { OpenDatabase } from '../../platform/both-databases.ts';
import { at, type Ground, openGround, userOf } from '../coaching/ground.ts';

export interface Groups extends Ground {
  amina: Leader;
  bo: Leader;
  chidi: Leader;
  /** Rows of a table, as text. */
  rows: (table: string) => Promise<string[]>;
  /** Tables in which one of these words stands anywhere. */
  naming: (...words: string[]) => Promise<string[]>;
}

export const DORA = userOf('Dora');
/** When all of it is under way, and when all of it is over. */
export const UNDER_WAY = '2027-02-10T12:00:00Z';
export const OVER = '2027-04-30T12:00:00.000Z';
const told = stamp(at('2027-02-01T09:00:00Z'));

export async function groupsOn(open: OpenDatabase): Promise<Groups> {
  const on = await openGround('2027-02-01T09:00:00Z', open);
  const here = await on.programme();
  const [amina, bo, chidi] = [await on.leader('Amina', here), await on.leader('Bo', here), await on.leader('Chidi', here)];
  const workspace = { id: on.tools.workspace, name: 'Office', bot_user: 'U0BOT', time_zone: 'UTC', connected_at: told, back_from: null };
  await on.tools.db
    .insertInto('workspace')
    .values({ ...workspace, disconnected_at: null })
    .execute();
  const round = await on.round(here, [[amina, bo]]);
  await forums(on, here.id, [amina, bo]);
  await teams(on, here.id, [amina, bo]);
  await gathering(on, { programme: here.id, round: round.id }, [amina, bo]);
  await letters(on, amina);
  const tables = (await on.tools.db.introspection.getTables()).map(({ name }) => name);
  const rows = async (table: string) =>
    (
      await on.tools.db
        .selectFrom(table as 'forum')
        .selectAll()
        .execute()
    ).map((row) => JSON.stringify(row));
  const naming = async (...words: string[]) => {
    const found: string[] = [];
    for (const table of tables) if ((await rows(table)).some((row) => words.some((word) => row.includes(word)))) found.push(table);
    return found.sort();
  };
  return { ...on, amina, bo, chidi, rows, naming };
}

async function forums({ tools: { db, workspace } }: Ground, programme: string, [amina, bo]: [Leader, Leader]): Promise<void> {
  const roles = { reader: amina.id, keeper: amina.id, holder: amina.id, second_holder: amina.id };
  const state = {
    space: 'group',
    channel: null,
    space_made_at: told,
    few_asked_at: null,
    began_at: told,
    version: 'four',
    step: 3,
    sequence: 0,
  };
  const ends = {
    step_began_at: told,
    step_ends_at: told,
    paused_at: null,
    ended_at: null,
    ended_because: null,
    counted_at: null,
    result: null,
  };
  const row = { id: 'forum1', workspace, programme, offered_by: amina.user, starts_at: told, places: 8, offered_at: told, seed: 's' };
  await db
    .insertInto('forum')
    .values({ ...row, ...roles, ...state, ...ends, cleaned_at: null, shown: null })
    .execute();
  const seat = { forum: 'forum1', workspace, taken_at: told, seated_at: told, brings_at: told, given_back_at: null, absent_at: null };
  for (const { id: leader } of [amina, bo]) {
    await db
      .insertInto('forum_seat')
      .values({ ...seat, leader, worth_at: told, more_at: null })
      .execute();
  }
  await db.insertInto('forum_tally').values({ forum: 'forum1', workspace, item: 'fo.1', choice: 'Yes', replies: 2 }).execute();
}

/** Amina's own, with Bo and Dora in a pair; and Bo's, in which she is with Dora and Chidi, by their Slack ids. */
async function teams({ tools }: Ground, programme: string, [amina, bo]: [Leader, Leader]): Promise<void> {
  const { db, workspace, vault } = tools;
  const fresh = {
    workspace,
    programme,
    run: 1,
    follows: null,
    time_zone: 'Europe/London',
    begins_on: '2027-02-01',
    asked: 4,
    made_at: told,
    step: 1,
  };
  const going = { began_at: told, counted_at: null, result: null, ended_at: null, ended_because: null };
  for (const { id, leader } of [
    { id: 'team1', leader: amina },
    { id: 'team2', leader: bo },
  ]) {
    const seal = { workspace, owner: leader.user, kind: 'team-invitation', record: id };
    const invite_sealed = await transact(db, (tx) => vault.seal(tx, seal, `Come, says ${leader.name}.`));
    await db
      .insertInto('team')
      .values({ ...fresh, ...going, id, leader: leader.id, invite_sealed })
      .execute();
  }
  const answers = { worth_at: told, more_at: null, heard_at: null };
  const member = (team: string, slack_user: string, change: object = {}) =>
    db
      .insertInto('team_member')
      .values({ team, workspace, slack_user, asked_at: told, joined_at: told, declined_at: null, left_at: null, ...answers, ...change })
      .execute();
  for (const user of [bo.user, DORA]) await member('team1', user);
  await member('team1', userOf('Edo'), { joined_at: null, declined_at: told, worth_at: null });
  for (const user of [amina.user, DORA, userOf('Chidi')]) await member('team2', user);
  await pair(tools.db, workspace, { id: 'pair1', team: 'team1', users: [bo.user, DORA] });
  await pair(tools.db, workspace, { id: 'pair2', team: 'team2', users: [amina.user, DORA] });
}

async function pair(db: Ground['tools']['db'], workspace: string, { id, team, users }: { id: string; team: string; users: string[] }) {
  await db.insertInto('team_pair').values({ id, workspace, team, formed_at: told, ended_at: null }).execute();
  const places = users.map((slack_user, place) => ({ pair: id, workspace, slack_user, place, agreed_at: told, ended_at: null }));
  await db.insertInto('team_pair_member').values(places).execute();
}

async function gathering({ tools: { db, workspace } }: Ground, about: { programme: string; round: string }, [amina, bo]: [Leader, Leader]) {
  const planned = {
    starts_at: stamp(at('2027-03-18T14:00:00Z')),
    place: 'The hall',
    planned_by: amina.user,
    planned_at: told,
    changed_at: told,
  };
  const reveal = {
    reveals_at: told,
    approved_proposal: null,
    approved_revision: 1,
    approved_by: amina.user,
    approved_at: told,
    revealed_at: null,
  };
  await db
    .insertInto('gathering')
    .values({ id: 'gathering1', workspace, ...about, ...planned, ...reveal, called_off_at: null, sequence: 0, shown: null })
    .execute();
  const answers = [amina, bo].map(({ id }) => ({ gathering: 'gathering1', workspace, leader: id, answer: 'coming', answered_at: told }));
  await db.insertInto('gathering_answer').values(answers).execute();
}

/** A line of the forum that the group has read, and words that wait: her invitation to Edo, and the next step for her pair. */
async function letters({ tools, clock: { now } }: Ground, amina: Leader): Promise<void> {
  const body = { text: 'Words', blocks: [] };
  const posted = { to: 'group', users: [amina.user, userOf('Bo')] } as const;
  const all: Letter[] = [
    { key: 'forum:forum1:4', kind: 'forum-script', address: posted, priority: 1, body },
    { key: `team-invite:team1:${userOf('Edo')}`, kind: 'team-invite', address: { to: 'person', user: userOf('Edo') }, priority: 3, body },
    { key: 'team-step:pair2:3', kind: 'team-step', address: { to: 'group', users: [DORA, amina.user] }, priority: 3, body },
  ];
  for (const letter of all) await transact(tools.db, (tx) => enqueue(tools, tx, letter, now));
  const sent = { state: 'sent', channel: 'G1', ts: '1.2', settled_at: stamp(now) };
  await tools.db.updateTable('outbox').set(sent).where('kind', '=', 'forum-script').execute();
}
