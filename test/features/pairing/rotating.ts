// A programme with the cast in it, in a house in which only the pairing room listens: real words, vault, engine, postman and a small Slack.
import { Temporal } from 'temporal-polyfill';
import type { Hall } from '../../../src/app.ts';
import type { Programme } from '../../../src/features/founding/programmes.ts';
import * as programmes from '../../../src/features/founding/programmes.ts';
import { inProgramme } from '../../../src/features/founding/which.ts';
import type { Leader } from '../../../src/features/joining/leaders.ts';
import * as leaders from '../../../src/features/joining/leaders.ts';
import { NO_WISHES, sealWishes, type Wishes } from '../../../src/features/joining/wishes.ts';
import { type Approved, approve } from '../../../src/features/pairing/approve.ts';
import type { Begun, Telling } from '../../../src/features/pairing/begin.ts';
import { confirmations } from '../../../src/features/pairing/confirmations.ts';
import { ears, onChange, onRotate, onRotateOn, onRotateUndo } from '../../../src/features/pairing/listeners.ts';
import { partnerOf } from '../../../src/features/pairing/partner.ts';
import { partnerAnswer } from '../../../src/features/pairing/partner-view.ts';
import { type Preview, propose } from '../../../src/features/pairing/propose.ts';
import { rematching } from '../../../src/features/pairing/rematching/stream.ts';
import { rotationNotices } from '../../../src/features/pairing/rotation-notices.ts';
import { rotations } from '../../../src/features/pairing/rotations.ts';
import { roundEnds } from '../../../src/features/pairing/round-ends.ts';
import { stamp } from '../../../src/platform/clock.ts';
import { transact } from '../../../src/platform/db/transact.ts';
import type { Tools } from '../../../src/platform/tools.ts';
import { cast as everyone, type Name } from '../../cast.ts';
import { type House, openHouse } from '../../open-house.ts';

export const HANA = everyone.hana.id;

export interface Stage {
  house: House;
  tools: Tools;
  programme: Programme;
  cast: Record<Name, Leader>;
}

/** What pairing knows of a partner, without what the rooms after it add. */
const partner = inProgramme('pairing.partner', 'leader', async (tools, { user }, programme) =>
  partnerAnswer(tools.content, programme, await partnerOf(tools, programme, user), tools.now()),
);

const hall: Hall = {
  tables: [
    {
      name: '/coachingpairs',
      commands: [
        { word: 'partner', run: partner.hear },
        { word: 'change', run: onChange },
      ],
    },
    {
      name: '/rotate',
      commands: [
        { word: '', run: onRotate },
        { word: 'on', run: onRotateOn },
        { word: 'undo', run: onRotateUndo },
      ],
    },
  ],
  rooms: [ears],
  timetable: [rotationNotices, rotations, roundEnds, rematching, confirmations],
};

/** Hana organises; those named take part. Noon on Tuesday 12 January 2027, three weeks before the first round unless settings say otherwise. */
export async function stage(
  names: readonly Name[] = ['amina', 'bo', 'chidi', 'dolores'],
  settings: Partial<Programme> = {},
  now = '2027-01-12T12:00:00Z',
): Promise<Stage> {
  const house = await openHouse({ now, organisers: [HANA], hall });
  const { tools } = house;
  const programme: Programme = {
    ...{ id: tools.newId(), workspace: tools.workspace, channel: 'C0LEADERS', name: 'Leaders' },
    ...{ anchorOn: Temporal.PlainDate.from('2027-02-02'), anchorNumber: 1, cycleMonths: 6, sendWeekday: 2, sendTime: '09:30' },
    ...{ timeZone: 'Europe/London', functions: ['Finance', 'Operations', 'People', 'Technology'], workingDays: [1, 2, 3, 4, 5] },
    ...{ choosing: 'welcome', announcing: 'names', rotating: 'automatic', helpLinks: [] },
    ...{ foundedBy: HANA, foundedAt: '2027-01-04T09:00:00.000Z', channelLostAt: null },
    ...settings,
  };
  await transact(tools.db, (tx) => programmes.add(tx, programme));
  const on = { house, tools, programme, cast: {} as Stage['cast'] };
  for (const name of names) on.cast[name] = await enrol(on, name);
  return on;
}

/** Makes one of the cast a leader of the programme. */
export async function enrol({ tools, programme }: Stage, name: Name, about: Partial<Leader> = {}): Promise<Leader> {
  const member = everyone[name];
  const leader: Leader = {
    ...{ id: tools.newId(), workspace: tools.workspace, programme: programme.id, user: member.id, name: member.name, email: member.email },
    ...{ function: member.function, level: member.level, manager: null, managerEmail: null, timeZone: 'Europe/London' },
    ...{ workingDays: [1, 2, 3, 4, 5], workingFrom: '09:00', workingTo: '17:00', rhythm: 'steady', sendWeekday: null, sendTime: null },
    ...{ privateSealed: null, joinedAt: stamp(tools.now()), pausedAt: null, pausedUntil: null, leftAt: null, leftBecause: null },
    ...about,
  };
  await transact(tools.db, (tx) => leaders.add(tx, leader, tools.now()));
  return leader;
}

/** Changes what is known of a leader. */
export async function change(on: Stage, name: Name, about: Partial<Leader>): Promise<void> {
  on.cast[name] = { ...on.cast[name], ...about };
  await transact(on.tools.db, (tx) => leaders.change(tx, on.cast[name], on.tools.now()));
}

/** Seals what a leader wishes. */
export async function wish(on: Stage, name: Name, wishes: Partial<Wishes>): Promise<void> {
  const sealed = await transact(on.tools.db, (tx) => sealWishes(on.tools, tx, on.cast[name], { ...NO_WISHES, ...wishes }));
  await change(on, name, { privateSealed: sealed });
}

/** The programme as it now stands. */
export async function standing({ tools, programme }: Stage): Promise<Programme> {
  return (await programmes.find(tools.db, tools.workspace, programme.id)) as Programme;
}

export async function preview(on: Stage, by = HANA): Promise<Preview> {
  const proposed = await propose(on.tools, await standing(on), by);
  if (!proposed.ok) throw new Error(proposed.because);
  return proposed.preview;
}

/** Who is with whom in a preview: first names, in the order of the alphabet. */
export function together({ proposal, people }: Preview): string[] {
  const { plan } = proposal.drawn;
  if (!plan.possible) return [];
  const first = (leader: string) => people.get(leader)?.name.split(' ')[0] ?? '?';
  return plan.pairs.map(({ leaders: group }) => group.map(first).sort().join(' and ')).sort();
}

/** Proposes and approves as Hana; nothing is delivered until the house is settled. */
export async function approved(on: Stage, telling: Telling = 'partners-first'): Promise<Begun> {
  const done = await tryToApprove(on, telling);
  if (!done.ok) throw new Error(done.because);
  return done.begun;
}

export async function tryToApprove(on: Stage, telling: Telling = 'partners-first'): Promise<Approved> {
  const { proposal } = await preview(on);
  return approve(on.tools, { proposal: proposal.id, revision: proposal.revision, telling, by: HANA });
}

/** The keys of all letters, with the ids in them replaced by what they stand for. */
export async function letterKinds({ tools }: Stage): Promise<Record<string, number>> {
  const rows = await tools.db.selectFrom('outbox').select('kind').execute();
  const counts: Record<string, number> = {};
  for (const { kind } of rows) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
