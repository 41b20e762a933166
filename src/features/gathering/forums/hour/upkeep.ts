// The upkeep of forums' spaces: one call to Slack after the other, the most urgent first, slowly enough that fifty forums on one day are not noticed.
import type { Temporal } from 'temporal-polyfill';
import { earliest, isBefore } from '../../../../platform/clock.ts';
import { faultFields } from '../../../../platform/log.ts';
import type { Refusal } from '../../../../platform/slack/called.ts';
import type { Tools } from '../../../../platform/tools.ts';
import { type Forum, untidied } from '../forums.ts';
import { hourWith } from './circle.ts';
import { type Desk, deskOf, type Job, type Kind, leave, mayDo } from './desk.ts';
import { guestsOf, lastMinute, letIn } from './guests.ts';
import { redrawLine } from './lines.ts';
import { openings } from './opening.ts';
import { makeSpace } from './space.ts';
import { tidyDue, tidySome } from './tidy.ts';

/** Does one thing that is to be done; returns when to be asked for the next. */
export async function workOn(tools: Tools, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const desk = deskOf(tools, now);
  const all = await untidied(tools.db, tools.workspace);
  const opens = await openings(tools, all);
  const coming = earliest(...all.map((forum) => nextDue(forum, opens, now)), ...desk.later.values());
  const may = (kind: Kind) => all.filter((forum) => mayDo(desk, kind, forum, now));
  const job =
    may('line').flatMap((forum) => [...drawing(tools, desk, forum), ...baring(tools, desk, forum)])[0] ??
    (await firstGuests(tools, desk, may('guests'))) ??
    may('making').flatMap((forum) => making(tools, forum, opens, now))[0] ??
    may('tidying').flatMap((forum) => tidying(tools, desk, forum, now))[0];
  if (!job) return coming;
  if (desk.free && isBefore(now, desk.free)) return earliest(desk.free, coming);
  const refused = await runAlone(tools, job);
  if (refused) leave(desk, job, refused, now);
  desk.free = now.add({ milliseconds: job.gap });
  return desk.free;
}

/** What goes wrong in one forum keeps no other from being seen to. */
async function runAlone(tools: Tools, { forum, run }: Job): Promise<Refusal | undefined> {
  try {
    return await run();
  } catch (fault) {
    tools.log.error('The space of a forum could not be seen to', { reference: forum.id, ...faultFields(fault) });
    return { ok: false, error: 'fault' };
  }
}

/** When something will be to do that nobody has to press for. */
function nextDue(forum: Forum, opens: Openings, now: Temporal.Instant): Temporal.Instant | undefined {
  const last = forum.beganAt === null && forum.endedAt === null ? lastMinute(forum) : undefined;
  return earliest(...[opens.get(forum.id), tidyDue(forum), last].filter((each) => each && isBefore(now, each)));
}

type Openings = ReadonlyMap<string, Temporal.Instant>;

/** After a restart the present line is drawn once as it is by now. */
function drawing(tools: Tools, { bare, stale }: Desk, forum: Forum): Job[] {
  const isRunning = forum.beganAt !== null && forum.endedAt === null;
  if (isRunning && !bare.has(forum.id)) stale.add(forum.id);
  if (!isRunning || !stale.has(forum.id)) return [];
  const run = async () => {
    const hour = await hourWith(tools, tools.db, forum);
    if (hour) await redrawLine(tools, hour, hour.going.step);
    stale.delete(forum.id);
    return undefined;
  };
  return [{ kind: 'line', forum, gap: 1500, run }];
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
    return undefined;
  };
  return [{ kind: 'line', forum, gap: 1500, run }];
}

async function firstGuests(tools: Tools, desk: Desk, all: readonly Forum[]): Promise<Job | undefined> {
  for (const forum of all) {
    if (forum.channel === null || forum.endedAt !== null) continue;
    const { seats, mark } = await guestsOf(tools, forum);
    if (desk.guests.get(forum.id) === mark) continue;
    const run = async () => {
      const refused = await letIn(tools, forum, seats);
      if (!refused) desk.guests.set(forum.id, mark);
      return refused;
    };
    return { kind: 'guests', forum, gap: 2000, run };
  }
  return undefined;
}

function making(tools: Tools, forum: Forum, opens: Openings, now: Temporal.Instant): Job[] {
  const at = opens.get(forum.id);
  const isTime = at !== undefined && !isBefore(now, at) && forum.beganAt === null;
  return isTime ? [{ kind: 'making', forum, gap: 4000, run: () => makeSpace(tools, forum) }] : [];
}

function tidying(tools: Tools, desk: Desk, forum: Forum, now: Temporal.Instant): Job[] {
  const due = tidyDue(forum);
  if (!due || isBefore(now, due)) return [];
  const tidied = desk.tidied.get(forum.id) ?? { gone: new Set(), refused: new Set() };
  desk.tidied.set(forum.id, tidied);
  const run = async () => {
    if (await tidySome(tools, forum, tidied, now))
      for (const kept of [desk.tidied, desk.bare, desk.guests, desk.stale]) kept.delete(forum.id);
    return undefined;
  };
  return [{ kind: 'tidying', forum, gap: 10_000, run }];
}
