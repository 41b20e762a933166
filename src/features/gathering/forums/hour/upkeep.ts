// The upkeep of forums' spaces: one call to Slack after the other, the most urgent first, slowly enough that fifty forums on one day are not noticed.
import type { Temporal } from 'temporal-polyfill';
import { earliest, isBefore } from '../../../../platform/clock.ts';
import { faultFields } from '../../../../platform/log.ts';
import type { Tools } from '../../../../platform/tools.ts';
import { type Forum, untidied } from '../forums.ts';
import { hourWith } from './circle.ts';
import { redrawLine } from './lines.ts';
import { openings } from './opening.ts';
import { guestsOf, letIn, makeSpace } from './space.ts';
import { type Tidied, tidyDue, tidySome } from './tidy.ts';

/** What this process knows: after a restart it looks once more, which changes nothing. */
interface Desk {
  free: Temporal.Instant | undefined;
  /** Who was let into which channel, as a mark, by forum. */
  guests: Map<string, string>;
  /** Up to which line the buttons have been taken away. */
  bare: Map<string, number>;
  tidied: Map<string, Tidied>;
  /** What Slack could not do just now is left for a while. */
  later: Map<string, Temporal.Instant>;
}

interface Job {
  forum: Forum;
  /** Between it and the next, in milliseconds: Slack lets so much through of this kind. */
  gap: number;
  /** False where it is to be tried again later. */
  run: () => Promise<boolean>;
}

const desks = new WeakMap<Tools, Desk>();
const LATER = { seconds: 45 };

/** Does one thing that is to be done; returns when to be asked for the next. */
export async function workOn(tools: Tools, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const desk = desks.get(tools) ?? { free: undefined, guests: new Map(), bare: new Map(), tidied: new Map(), later: new Map() };
  desks.set(tools, desk);
  const all = await untidied(tools.db, tools.workspace);
  const waiting = all.filter(({ id }) => isBefore(now, desk.later.get(id) ?? now));
  const opens = await openings(tools, all);
  const coming = earliest(...all.map((forum) => nextDue(forum, opens, now)), ...waiting.map(({ id }) => desk.later.get(id)));
  const open = all.filter((forum) => !waiting.includes(forum));
  const job = (await firstJob(tools, desk, open)) ?? makingOrTidying(tools, { desk, open, opens }, now);
  if (!job) return coming;
  if (desk.free && isBefore(now, desk.free)) return earliest(desk.free, coming);
  const done = await runAlone(tools, job);
  if (!done) desk.later.set(job.forum.id, now.add(LATER));
  desk.free = now.add({ milliseconds: job.gap });
  return desk.free;
}

/** What goes wrong in one forum keeps no other from being seen to. */
async function runAlone(tools: Tools, { forum, run }: Job): Promise<boolean> {
  try {
    return await run();
  } catch (fault) {
    tools.log.error('The space of a forum could not be seen to', { reference: forum.id, ...faultFields(fault) });
    return false;
  }
}

/** When something will be to do that nobody has to press for. */
function nextDue(forum: Forum, opens: Openings, now: Temporal.Instant): Temporal.Instant | undefined {
  return earliest(...[opens.get(forum.id), tidyDue(forum)].filter((each) => each && isBefore(now, each)));
}

type Openings = ReadonlyMap<string, Temporal.Instant>;

async function firstJob(tools: Tools, desk: Desk, open: readonly Forum[]): Promise<Job | undefined> {
  return open.flatMap((forum) => baring(tools, desk, forum))[0] ?? (await firstGuests(tools, desk, open));
}

interface Leisure {
  desk: Desk;
  open: readonly Forum[];
  opens: Openings;
}

function makingOrTidying(tools: Tools, { desk, open, opens }: Leisure, now: Temporal.Instant): Job | undefined {
  const made = open.flatMap((forum) => making(tools, forum, opens, now))[0];
  return made ?? open.flatMap((forum) => tidying(tools, desk, forum, now))[0];
}

/** Lines whose time has passed lose their buttons, oldest first. After a restart only the one before the present one can still have some. */
function baring(tools: Tools, desk: Desk, forum: Forum): Job[] {
  const first = desk.bare.get(forum.id) ?? Math.max(0, forum.step - 2);
  desk.bare.set(forum.id, first);
  if (forum.beganAt === null || forum.endedAt !== null || first + 1 >= forum.step) return [];
  const run = async () => {
    const hour = await hourWith(tools, tools.db, forum);
    if (hour) await redrawLine(tools, hour, first + 1);
    desk.bare.set(forum.id, first + 1);
    return true;
  };
  return [{ forum, gap: 1500, run }];
}

async function firstGuests(tools: Tools, desk: Desk, all: readonly Forum[]): Promise<Job | undefined> {
  for (const forum of all) {
    if (forum.channel === null || forum.endedAt !== null) continue;
    const { seats, mark } = await guestsOf(tools, forum);
    if (desk.guests.get(forum.id) === mark) continue;
    const run = async () => {
      const done = await letIn(tools, forum, seats);
      if (done) desk.guests.set(forum.id, mark);
      return done;
    };
    return { forum, gap: 2000, run };
  }
  return undefined;
}

function making(tools: Tools, forum: Forum, opens: Openings, now: Temporal.Instant): Job[] {
  const at = opens.get(forum.id);
  const isTime = at !== undefined && !isBefore(now, at) && forum.beganAt === null;
  return isTime ? [{ forum, gap: 4000, run: () => makeSpace(tools, forum) }] : [];
}

function tidying(tools: Tools, desk: Desk, forum: Forum, now: Temporal.Instant): Job[] {
  const due = tidyDue(forum);
  if (!due || isBefore(now, due)) return [];
  const tidied = desk.tidied.get(forum.id) ?? { gone: new Set(), refused: new Set() };
  desk.tidied.set(forum.id, tidied);
  const run = async () => {
    if (await tidySome(tools, forum, tidied, now))
      for (const kept of [desk.tidied, desk.bare, desk.guests, desk.later]) kept.delete(forum.id);
    return true;
  };
  return [{ forum, gap: 10_000, run }];
}
