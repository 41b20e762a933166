// A programme with pairs in a running round, on SQLite in memory where no other database is opened. Slack is a list of the calls made.
import { Temporal } from 'temporal-polyfill';
import * as pauseWeeks from '../../../src/features/founding/pause-weeks.ts';
import type { Programme } from '../../../src/features/founding/programmes.ts';
import * as programmes from '../../../src/features/founding/programmes.ts';
import type { Leader } from '../../../src/features/joining/leaders.ts';
import * as leaders from '../../../src/features/joining/leaders.ts';
import { sealWhy } from '../../../src/features/pairing/sealed-plans.ts';
import { stamp } from '../../../src/platform/clock.ts';
import { openMemory } from '../../../src/platform/db/open.ts';
import { transact } from '../../../src/platform/db/transact.ts';
import { bodySeal } from '../../../src/platform/outbox/enqueue.ts';
import type { Slack } from '../../../src/platform/slack/calls.ts';
import type { Tools } from '../../../src/platform/tools.ts';
import { type OpenDatabase, toolsOn } from '../../platform/both-databases.ts';

export interface SentLetter {
  key: string;
  to: string;
  text: string;
  blocks: unknown;
  expiresAt: string | null;
}

export interface Ground {
  tools: Tools;
  clock: { now: Temporal.Instant };
  /** Every call to Slack: the method's name and what it was given. */
  calls: { method: string; given: unknown[] }[];
  /** Every line that the operator would read. */
  logged: string[];
  programme: (settings?: Partial<Programme>) => Promise<Programme>;
  leader: (name: string, programme: Programme, about?: Partial<Leader>) => Promise<Leader>;
  /** A round that began on `beginsOn`, with these pairs. */
  round: (programme: Programme, pairs: readonly (readonly Leader[])[], beginsOn?: string, number?: number) => Promise<Round>;
  letters: (kind?: string) => Promise<SentLetter[]>;
  /** Lets Slack take every letter that waits, and returns the ts of each by key. */
  deliver: () => Promise<Record<string, { channel: string; ts: string }>>;
  close: () => Promise<void>;
}

export interface Round {
  id: string;
  pairs: string[];
}

export const at = (text: string) => Temporal.Instant.from(text);
export const userOf = (name: string) => `U0${name.toUpperCase()}`;
export const dmOf = (user: string) => `D${user}`;

export async function openGround(now = '2027-01-18T00:00:00Z', open: OpenDatabase = openMemory): Promise<Ground> {
  const clock = { now: at(now) };
  const present = () => clock.now;
  const { db, close } = await open(present);
  const calls: Ground['calls'] = [];
  const logged: string[] = [];
  const line = (event: string, fields?: object) => void logged.push(`${event} ${JSON.stringify(fields ?? {})}`);
  const log = { debug: line, info: line, warn: line, error: line };
  const tools = await toolsOn(db, { now: present, slack: listening(calls), log });
  return {
    ...{ tools, clock, calls, logged, close },
    programme: (settings) => foundProgramme(tools, settings),
    leader: (name, programme, about) => joinLeader(tools, name, programme, about),
    round: (programme, pairs, beginsOn = '2027-01-18', number = 1) => beginRound(tools, programme, { pairs, beginsOn, number }),
    letters: (kind) => lettersIn(tools, kind),
    deliver: () => deliver(tools),
  };
}

function listening(calls: Ground['calls']): Slack {
  const views = { id: 'V1', hash: 'h1' };
  const answer =
    (method: string) =>
    async (...given: unknown[]) => {
      calls.push({ method, given });
      return { ok: true, value: method === 'undisturbed' ? new Map() : views } as never;
    };
  return new Proxy({} as Slack, { get: (_, method) => answer(String(method)) });
}

export async function foundProgramme(tools: Tools, settings: Partial<Programme> = {}): Promise<Programme> {
  const programme: Programme = {
    id: tools.newId(),
    workspace: tools.workspace,
    channel: 'C0LEADERS',
    name: 'Leaders',
    anchorOn: Temporal.PlainDate.from('2027-01-12'),
    anchorNumber: 1,
    cycleMonths: 6,
    sendWeekday: 2,
    sendTime: '09:30',
    timeZone: 'Europe/London',
    functions: ['Finance', 'Operations', 'People', 'Technology'],
    workingDays: [1, 2, 3, 4, 5],
    choosing: 'welcome',
    announcing: 'names',
    rotating: 'automatic',
    helpLinks: [],
    foundedBy: 'U0GORAN',
    foundedAt: stamp(at('2027-01-04T09:00:00Z')),
    channelLostAt: null,
    ...settings,
  };
  await transact(tools.db, (tx) => programmes.add(tx, programme));
  return programme;
}

export async function joinLeader(tools: Tools, name: string, programme: Programme, about: Partial<Leader> = {}): Promise<Leader> {
  const leader: Leader = {
    id: tools.newId(),
    workspace: tools.workspace,
    programme: programme.id,
    user: userOf(name),
    name,
    email: `${name.toLowerCase()}@example.com`,
    function: 'Finance',
    level: 'Director',
    manager: null,
    managerEmail: null,
    timeZone: 'Europe/London',
    workingDays: [1, 2, 3, 4, 5],
    workingFrom: '09:00',
    workingTo: '17:00',
    rhythm: 'steady',
    sendWeekday: null,
    sendTime: null,
    privateSealed: null,
    joinedAt: stamp(at('2027-01-05T09:00:00Z')),
    pausedAt: null,
    pausedUntil: null,
    leftAt: null,
    leftBecause: null,
    ...about,
  };
  await transact(tools.db, (tx) => leaders.add(tx, leader, tools.now()));
  return leader;
}

export interface Begun {
  pairs: readonly (readonly Leader[])[];
  beginsOn: string;
  number: number;
}

export async function beginRound(tools: Tools, programme: Programme, { pairs, beginsOn, number }: Begun): Promise<Round> {
  const { db, workspace } = tools;
  const [proposal, round] = [tools.newId(), tools.newId()];
  const told = stamp(at('2027-01-12T09:30:00Z'));
  const decided = { decision: 'approved', decided_by: 'U0GORAN', decided_at: told };
  const drawn = { seed: 's', plan_sealed: '', revision: 1, proposed_by: 'U0GORAN', proposed_at: told };
  const approved = { telling: 'partners-first', totals: '{}', approved_by: 'U0GORAN', approved_at: told, confirm_by: told };
  const ends = { announced_at: told, undone_at: null, closed_at: null };
  await db
    .insertInto('proposal')
    .values({ id: proposal, workspace, programme: programme.id, rotates_on: '2027-01-12', ...drawn, ...decided })
    .execute();
  await db
    .insertInto('round')
    .values({
      id: round,
      workspace,
      programme: programme.id,
      number,
      proposal,
      seed: 's',
      anchor_before: '{}',
      rotated_on: '2027-01-12',
      begins_on: beginsOn,
      ...approved,
      ...ends,
    })
    .execute();
  const ids = pairs.map(() => tools.newId());
  for (const [index, members] of pairs.entries()) {
    const pair = ids[index] as string;
    const why_sealed = await transact(db, (tx) => sealWhy(tools, tx, pair, { reasons: [], compromises: [] }));
    const fresh = { why_sealed, compromised: 0, opened_at: told, ended_at: null, ended_because: null };
    await db
      .insertInto('pair')
      .values({ id: pair, workspace, round, ...fresh })
      .execute();
    const places = members.map(({ id }, place) => ({
      ...{ pair, leader: id, workspace, round, place: place + 1 },
      ...{ confirmed_at: told, asked_another_at: null, ended_at: null },
    }));
    await db.insertInto('pair_leader').values(places).execute();
  }
  return { id: round, pairs: ids };
}

async function lettersIn({ db, vault, workspace }: Tools, kind?: string): Promise<SentLetter[]> {
  const rows = await db.selectFrom('outbox').selectAll().orderBy('created_at').orderBy('key').execute();
  const wanted = rows.filter((row) => kind === undefined || row.kind === kind);
  return Promise.all(
    wanted.map(async (row) => {
      const { text, blocks } = JSON.parse(await vault.open(db, bodySeal(workspace, row.id), row.body_sealed ?? ''));
      return { key: row.key, to: JSON.parse(row.address).user ?? '', text, blocks, expiresAt: row.expires_at };
    }),
  );
}

async function deliver({ db, now }: Tools): Promise<Record<string, { channel: string; ts: string }>> {
  const rows = await db.selectFrom('outbox').selectAll().where('state', '=', 'pending').orderBy('created_at').orderBy('key').execute();
  const places: Record<string, { channel: string; ts: string }> = {};
  for (const [index, row] of rows.entries()) {
    const place = { channel: dmOf(JSON.parse(row.address).user), ts: tsAt(now(), index) };
    await db
      .updateTable('outbox')
      .set({ state: 'sent', ...place })
      .where('id', '=', row.id)
      .execute();
    places[row.key] = place;
  }
  return places;
}

/** The ts of a message at this moment; `index` keeps several of one second apart. */
export function tsAt(instant: Temporal.Instant, index = 0): string {
  return `${Math.floor(instant.epochMilliseconds / 1000)}.${String(index + 100).padStart(6, '0')}`;
}

export async function rest(tools: Tools, programme: Programme, from: string, to: string): Promise<void> {
  const week = { from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) };
  await transact(tools.db, (tx) => pauseWeeks.replace(tools, tx, { programme: programme.id, weeks: [week], by: 'U0GORAN' }, tools.now()));
}
