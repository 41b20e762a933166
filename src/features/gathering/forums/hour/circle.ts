// One hour with everything that is known of it while it goes on: the forum, who is there, its script and where it stands. Read anew for every act.
import { instantOf, stamp } from '../../../../platform/clock.ts';
import type { Db, Tools, Tx } from '../../../../platform/tools.ts';
import * as programmes from '../../../founding/programmes.ts';
import { type Forum, forumById } from '../forums.ts';
import { orderOf, type ScriptStep, scriptOf, shuffled } from '../plan.ts';
import { type Seat, seated } from '../seats.ts';
import type { Going } from './plan.ts';

export interface Hour {
  forum: Forum;
  seats: readonly Seat[];
  script: readonly ScriptStep[];
  going: Going;
  /** The programme's. */
  zone: string;
}

/** The hour of a forum that has begun; nothing where it has not, or is not there. */
export async function hourOf(tools: Pick<Tools, 'workspace'>, db: Db | Tx, id: string): Promise<Hour | undefined> {
  const forum = await forumById(db, tools.workspace, id);
  return forum && hourWith(tools, db, forum);
}

export async function hourWith(tools: Pick<Tools, 'workspace'>, db: Db | Tx, forum: Forum): Promise<Hour | undefined> {
  const going = goingOf(forum);
  if (!going) return undefined;
  const seats = await seated(db, forum);
  return { forum, seats, script: scriptWith(forum, seats), going, zone: await zoneOf(tools, db, forum) };
}

/** Where the hour stands; nothing before it has begun. */
export function goingOf({ step, stepBeganAt, stepEndsAt, pausedAt }: Forum): Going | undefined {
  if (stepBeganAt === null || stepEndsAt === null) return undefined;
  return { step, begins: instantOf(stepBeganAt), ends: instantOf(stepEndsAt), ...(pausedAt !== null && { pausedAt: instantOf(pausedAt) }) };
}

/** The zone of a forum's programme. */
export async function zoneOf(
  { workspace }: Pick<Tools, 'workspace'>,
  db: Db | Tx,
  { programme }: Pick<Forum, 'programme'>,
): Promise<string> {
  return (await programmes.find(db, workspace, programme))?.timeZone ?? 'UTC';
}

/** The forum as its row keeps an hour that stands so. */
export function standing(forum: Forum, { step, begins, ends, pausedAt }: Going): Forum {
  return { ...forum, step, stepBeganAt: stamp(begins), stepEndsAt: stamp(ends), pausedAt: pausedAt ? stamp(pausedAt) : null };
}

/** The script that is followed. In a small group those take turns who are there; who goes after their turn has had it. */
export function scriptWith(forum: Forum, seats: readonly Pick<Seat, 'leader'>[]): readonly ScriptStep[] {
  const version = forum.version ?? 'six';
  const script = scriptOf(version, thirdOf(forum, seats) === null ? 2 : 3);
  return forum.step <= script.length ? script : scriptOf(version);
}

/** Whose questions, or turns, the hour is about, in order; null where that is not known. */
export function holdersOf(forum: Forum, seats: readonly Pick<Seat, 'leader'>[]): readonly (string | null)[] {
  if (forum.version === 'six') return [forum.holder];
  return [forum.holder, forum.secondHolder, ...(forum.version === 'few' ? [thirdOf(forum, seats)] : [])];
}

/** Of three, the one who has neither the first turn nor the second. */
function thirdOf({ holder, secondHolder }: Forum, seats: readonly Pick<Seat, 'leader'>[]): string | null {
  return seats.find(({ leader }) => leader !== holder && leader !== secondHolder)?.leader ?? null;
}

/** Who speaks at line `step`, in order. */
export function speaking({ forum, seats, script }: Pick<Hour, 'forum' | 'seats' | 'script'>, step: number): Seat[] {
  const leaders = seats.map(({ leader }) => leader);
  const order = orderOf({ seed: forum.seed, script, leaders, holders: holdersOf(forum, seats) }, step);
  return order.flatMap((leader) => seats.find((seat) => seat.leader === leader) ?? []);
}

/** The forum with a holder for what line `step` is about, where nobody has said that it is theirs: by lot, one of those who would bring a question. */
export function withHolder(forum: Forum, { seats, script }: Pick<Hour, 'seats' | 'script'>, step: number): Forum {
  const which = script[step - 1]?.holder;
  if (which === undefined || which > 2 || forum.version === 'few') return forum;
  if ((which === 1 ? forum.holder : forum.secondHolder) !== null) return forum;
  const others = seats.filter(({ leader, bringsAt }) => bringsAt !== null && leader !== forum.holder && leader !== forum.secondHolder);
  const [chosen = null] = shuffled(
    others.map(({ leader }) => leader),
    `${forum.seed}\nquestion ${which}`,
  );
  return which === 1 ? { ...forum, holder: chosen } : { ...forum, secondHolder: chosen };
}

/** Whether a question can be brought, or said whose it is, at the present line; and for which of them. */
export function choosing({ forum, script, going }: Pick<Hour, 'forum' | 'script' | 'going'>): boolean {
  const line = script[going.step - 1];
  if (!line || forum.version === 'few') return false;
  if (line.holder === 1) return forum.holder === null;
  if (line.holder === 2) return forum.secondHolder === null;
  const openAt = forum.version === 'six' ? 'f.choose' : 'f.word';
  return line.line === openAt && (forum.holder === null || (forum.version === 'four' && forum.secondHolder === null));
}

/** Whether the reader may say that the one question is somebody else's after all: as long as it is being chosen. */
export function mayPutRight({ forum, script, going }: Pick<Hour, 'forum' | 'script' | 'going'>): boolean {
  return script[going.step - 1]?.line === 'f.choose' && forum.holder !== null;
}
