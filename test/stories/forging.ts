// Payloads as a client of one's own making could send them: any value, any field, any id, by anyone. And a scene in which there is something to
// steal: two programmes, a pair with notes, an ex-leader, somebody whose account is gone, a proposal that stands open.
import { sql } from 'kysely';
import { interact } from '../../src/sandbox/deliver.ts';
import { emitPerson } from '../../src/sandbox/events.ts';
import { actionPayload, commandPayload, submissionPayload } from '../../src/sandbox/payloads.ts';
import type { Seen } from '../../src/sandbox/small-slack.ts';
import { putModal } from '../../src/sandbox/views.ts';
import type { Block, Conversation } from '../../src/sandbox/world.ts';
import { cast } from '../cast.ts';
import { type House, openHouse } from '../open-house.ts';
import { founded, joined } from './starting.ts';

export const guest = { id: 'U0000GUEST', name: 'Gil Guest', handle: 'gil', email: 'gil@example.org', kind: 'guest' as const };
export const external = { id: 'U00STRANGE', name: 'Xena Far', handle: 'xena', email: 'xena@elsewhere.org', kind: 'external' as const };
/** Leaders of the same programme, in another pair. */
export const neighbour = { id: 'U00000INES', name: 'Ines Moreau', handle: 'ines', email: 'ines@example.org' };
export const companion = { id: 'U00000JOON', name: 'Joon Park', handle: 'joon', email: 'joon@example.org' };

/** What nobody but its author may ever see. */
export const SECRET = {
  note: 'canary-note-zebra-4711',
  reply: 'canary-reply-walrus-0815',
  workOn: 'canary-topic-okapi-2222',
  helpWith: 'canary-offer-lemur-3333',
};

/** What Amina committed to and keeps to herself: it stands on her own Home and in her own messages too. */
export const COMMITMENT = 'canary-commitment-bittern-5151';

/** Everything in the scene that an id can name. */
export interface Scene {
  house: House;
  programme: string;
  other: string;
  leader: string;
  /** Chidi's, who has left. */
  former: string;
  round: string;
  question: string;
  note: string;
  prompt: string;
  pair: string;
  proposal: string;
  revision: number;
  announcement: string;
  /** Amina's, for help. */
  request: string;
  /** Amina's, which she keeps to herself. */
  commitment: string;
  /** Ines's, who is in another pair. */
  nearby: { leader: string; pair: string; prompt: string };
}

/** Amina and Bo are a pair, Dolores and Goran another, Ines and Joon a third; Chidi has left; Freya organises elsewhere; Edo and the two from outside are strangers. */
export async function scene(): Promise<Scene> {
  const channels = ['leaders', 'others', 'free'].map((name) => ({ name, id: `C0${name.toUpperCase()}` }));
  const house = await openHouse({ people: [...Object.values(cast), guest, external, neighbour, companion], channels });
  await founded(house);
  await founded(house, { Name: 'Others' }, '#others');
  await house.as('hana').types('/coachingpairs organisers add @freya', '#others');
  const apart = { 'People I would rather not be paired with': [cast.dolores.id, cast.goran.id] };
  const alone = { 'People I would rather not be paired with': [cast.dolores.id, cast.goran.id, neighbour.id, companion.id] };
  await joined(house, 'amina', { ...alone, 'What I would like to work on': SECRET.workOn, 'What I can help with': SECRET.helpWith });
  for (const name of ['bo', 'chidi', 'dolores', 'goran'] as const) await joined(house, name);
  await joined(house, neighbour.handle, { ...apart, Function: 'People' });
  await joined(house, companion.handle, { ...apart, Function: 'Technology' });
  await house.as('chidi').types('/coachingpairs leave', '#leaders');
  await house.as('chidi').presses('Leave');
  await rotate(house);
  await house.forward({ days: 16 });
  await house.as('amina').says(SECRET.reply);
  await house.as('amina').types('/coachingpairs note', '#leaders');
  await house.as('amina').fillsIn({ 'Your note': SECRET.note });
  await house.as('amina').submits();
  await house.as('amina').closes();
  await house.as('amina').types('/coachingpairs commit', '#leaders');
  await house.as('amina').fillsIn({ 'When…': 'Friday', 'I will…': COMMITMENT, 'Who sees it': 'Keep to myself' });
  await house.as('amina').submits();
  await house.as('amina').closes();
  await house.as('amina').types('/coachingpairs help-me', '#leaders');
  await house.as('amina').submits();
  await house.as('amina').closes();
  await house.as('hana').types('/rotate', '#leaders');
  await house.as('hana').closes();
  await deactivate(house, cast.dolores.id);
  return { house, ...(await idsIn(house)) };
}

async function deactivate(house: House, user: string): Promise<void> {
  const person = house.slack.world.people.get(user);
  if (!person) return;
  person.kind = 'deactivated';
  person.updated += 1;
  emitPerson(house.slack, 'user_change', person);
  await house.settled();
}

async function rotate(house: House): Promise<void> {
  const hana = house.as('hana');
  await hana.types('/rotate', '#leaders');
  await hana.submits();
  await hana.fillsIn({ 'How to tell it': 'Tell and announce now' });
  await hana.submits();
  await hana.closes();
  await house.forward({ minutes: 5 });
}

async function idsIn({ tools: { db } }: House): Promise<Omit<Scene, 'house'>> {
  const programmes = await db.selectFrom('programme').select(['id', 'name']).orderBy('founded_at').execute();
  const amina = await db.selectFrom('leader').select('id').where('slack_user', '=', cast.amina.id).executeTakeFirstOrThrow();
  const chidi = await db.selectFrom('leader').select('id').where('slack_user', '=', cast.chidi.id).executeTakeFirstOrThrow();
  const note = await db.selectFrom('note').select(['id', 'round', 'question']).where('leader', '=', amina.id).executeTakeFirstOrThrow();
  const prompt = await db.selectFrom('prompt').select('id').where('leader', '=', amina.id).executeTakeFirstOrThrow();
  const { pair } = await db.selectFrom('pair_leader').select('pair').where('leader', '=', amina.id).executeTakeFirstOrThrow();
  const proposal = await db.selectFrom('proposal').select(['id', 'revision']).where('decided_at', 'is', null).executeTakeFirstOrThrow();
  const announcement = await db.selectFrom('outbox').select('id').where('kind', '=', 'announcement').executeTakeFirstOrThrow();
  const request = await db.selectFrom('help_request').select('id').executeTakeFirstOrThrow();
  const commitment = await db.selectFrom('commitment').select('id').executeTakeFirstOrThrow();
  const nearby = await db
    .selectFrom('leader')
    .innerJoin('prompt', 'prompt.leader', 'leader.id')
    .select(['leader.id as leader', 'prompt.pair', 'prompt.id as prompt'])
    .where('leader.slack_user', '=', neighbour.id)
    .executeTakeFirstOrThrow();
  return {
    programme: programmes.find(({ name }) => name === 'Leaders')?.id ?? '',
    other: programmes.find(({ name }) => name === 'Others')?.id ?? '',
    ...{
      leader: amina.id,
      former: chidi.id,
      round: note.round,
      question: note.question,
      note: note.id,
      prompt: prompt.id,
      pair,
      announcement: announcement.id,
      request: request.id,
      commitment: commitment.id,
    },
    ...{ proposal: proposal.id, revision: proposal.revision, nearby },
  };
}

/** What somebody got for what they did: everything they alone could see of it, and the acknowledgement. */
export interface Got {
  ack: unknown;
  acked: boolean;
  seen: Seen[];
  /** All of it as one text. */
  text: string;
}

async function got(house: House, user: string, send: () => Promise<{ body: unknown } | undefined>): Promise<Got> {
  const { slack, clock } = house;
  // At the pace of a person.
  clock.moveTo(clock.now().add({ seconds: 2 }));
  const before = slack.transcript.length;
  const answer = await send();
  await house.answered();
  if (answer?.body === undefined && slack.transcript.length === before) await house.settled();
  const dm = [...slack.world.conversations.values()].find(({ kind, members }) => kind === 'dm' && members.includes(user))?.id;
  const seen = slack.transcript
    .slice(before)
    .filter(({ only, conversation }) => only === user || (dm !== undefined && conversation === dm));
  const text = JSON.stringify([answer?.body ?? null, seen.map((each) => [each.text, each.blocks])]);
  return { ack: answer?.body, acked: answer !== undefined, seen, text };
}

export function types(house: House, user: string, line: { command: string; text: string; channel?: string }): Promise<Got> {
  const conversation = house.slack.world.conversations.get(line.channel ?? 'C0LEADERS') as Conversation;
  const payload = commandPayload(house.slack, { user, conversation, command: line.command, text: line.text });
  return got(house, user, () => interact(house.slack, { type: 'slash_commands', payload }));
}

/** Presses a button that no message and no form ever showed; `about` is what the modal around it remembers. */
export function presses(
  house: House,
  user: string,
  control: { action: string; value: string; about?: string; callback?: string },
): Promise<Got> {
  const element = { type: 'button', action_id: control.action, block_id: 'forged', text: { type: 'plain_text', text: 'Forged' } };
  const blocks = [{ type: 'actions', block_id: 'forged', elements: [{ ...element, value: 'x' }] }];
  const view = putModal(house.slack, user, modalWith(control.callback ?? 'forged.view', control.about ?? '', blocks));
  const payload = actionPayload(house.slack, user, { view }, { ...element, value: control.value });
  return got(house, user, () => interact(house.slack, { type: 'interactive', payload }));
}

/** Submits a form with these fields, whatever Slack's own form would say to them. */
export function submits(
  house: House,
  user: string,
  form: { callback: string; about: string; state: Record<string, Record<string, unknown>>; fields?: readonly string[] },
): Promise<Got> {
  const blocks = (form.fields ?? Object.keys(form.state)).map((block) => ({
    type: 'input',
    block_id: block,
    label: { type: 'plain_text', text: block || 'x' },
    element: { type: 'plain_text_input', action_id: 'x' },
  }));
  const view = putModal(house.slack, user, modalWith(form.callback, form.about, blocks));
  const payload = submissionPayload(house.slack, view) as Block & { view: Block };
  payload.view.state = { values: form.state };
  return got(house, user, () => interact(house.slack, { type: 'interactive', payload }));
}

function modalWith(callback: string, about: string, blocks: Block[]): Block & { blocks: Block[] } {
  const title = { type: 'plain_text', text: 'Forged' };
  return { type: 'modal', callback_id: callback, private_metadata: about, title, submit: title, blocks };
}

/** What the messages and looks at people leave behind, which is no harm. */
const PASSING = new Set(['person', 'outbox', 'inbox', 'boot', 'lane_pause', 'data_key', 'migration', 'schema_migration']);

export type Rows = Record<string, string[]>;

/** Every row of every table in which harm could be done. */
export async function rowsOf({ database: { db } }: House, every = false): Promise<Rows> {
  const { rows } = await sql<{ name: string }>`select name from sqlite_master where type = 'table' and name not like 'sqlite%'`.execute(db);
  const found: Rows = {};
  for (const { name } of rows) {
    if (!every && PASSING.has(name)) continue;
    const all = await sql<object>`select * from ${sql.table(name)}`.execute(db);
    found[name] = all.rows.map((row) => JSON.stringify(row)).sort();
  }
  return found;
}

/** Puts the tables back as they were. */
export async function putBack(house: House, before: Rows): Promise<void> {
  const { db } = house.database;
  await sql`pragma foreign_keys = off`.execute(db);
  const now = await rowsOf(house);
  for (const [table, rows] of Object.entries(before)) {
    if (JSON.stringify(rows) === JSON.stringify(now[table])) continue;
    await sql`delete from ${sql.table(table)}`.execute(db);
    for (const row of rows) {
      const values = JSON.parse(row) as Record<string, unknown>;
      const columns = sql.join(Object.keys(values).map((column) => sql.ref(column)));
      await sql`insert into ${sql.table(table)} (${columns}) values (${sql.join(Object.values(values))})`.execute(db);
    }
  }
  await sql`pragma foreign_keys = on`.execute(db);
}
