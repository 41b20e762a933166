// Gathers what one person sees of it all. Only their own records are read, and of others what programme.md §1.9 lets them know.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, sayDay } from '../../platform/clock.ts';
import { fortnightsInRound } from '../../platform/content/elements.ts';
import type { Tools } from '../../platform/tools.ts';
import { fortnightDays } from '../coaching/calendar.ts';
import { themeOf } from '../coaching/fortnights.ts';
import type { Match, Place } from '../coaching/places.ts';
import * as places from '../coaching/places.ts';
import * as organisers from '../founding/organisers.ts';
import { nextRound } from '../founding/plan.ts';
import type { Programme } from '../founding/programmes.ts';
import * as programmes from '../founding/programmes.ts';
import * as leaders from '../joining/leaders.ts';
import { isAway } from '../joining/plan.ts';
import * as rosterEntries from '../joining/roster-entries.ts';
import { datesAhead } from './dates.ts';
import type { HomeFacts, Now, Organising, Taking } from './facts.ts';

type Seeing = Pick<Tools, 'db' | 'workspace' | 'organisers' | 'content'>;

/** Everything that Home, the menu and `status` tell `user`. */
export async function see(tools: Seeing, user: string, now: Temporal.Instant): Promise<HomeFacts> {
  const { db, workspace } = tools;
  const all = await programmes.all(db, workspace);
  const taking: Taking[] = [];
  for (const place of await places.ofPerson(db, workspace, user, now)) taking.push(await seeTaking(tools, place, now));
  const organising: Organising[] = [];
  for (const programme of await organisedBy(tools, user, all)) organising.push(await organise(tools, programme, now));
  return { taking, organising, programmes: all.length };
}

/** One programme as somebody who takes part in it sees it. */
export async function seeTaking(tools: Seeing, place: Place, now: Temporal.Instant): Promise<Taking> {
  const { programme, leader, match, away } = place;
  const next = await nextRoundOn(tools, programme, now);
  const until = leader.pausedUntil ? { until: sayDay(leader.pausedUntil) } : {};
  return {
    programme: programme.id,
    name: programme.name,
    partners: (match?.partners ?? []).map((partner) => ({ name: partner.name, function: partner.function })),
    ...(away && { paused: until }),
    now: match ? inRound(tools, match, next) : { is: 'waiting', date: sayDay(next) },
    dates: await datesAhead(tools, place, now),
  };
}

function inRound({ content }: Seeing, { fortnight, calendar }: Match, next: Temporal.PlainDate): Now {
  if (fortnight === 'before') return { is: 'matched', date: sayDay(calendar.beginsOn) };
  if (fortnight === 'after') return { is: 'between', date: sayDay(next) };
  const theme = themeOf(content, fortnight);
  return {
    is: 'fortnight',
    n: fortnight,
    of: fortnightsInRound,
    element: theme.name,
    title: theme.title,
    ...(theme.meaning && { meaning: theme.meaning }),
    questions: theme.questions,
    ...(theme.half && { practice: theme.half.practice.text }),
    until: sayDay(fortnightDays(calendar, fortnight).next.subtract({ days: 1 })),
  };
}

async function organisedBy(tools: Seeing, user: string, all: readonly Programme[]): Promise<Programme[]> {
  if (tools.organisers.includes(user)) return [...all];
  const own = new Set(await organisers.programmesOf(tools.db, tools.workspace, user));
  return all.filter(({ id }) => own.has(id));
}

async function organise(tools: Seeing, programme: Programme, now: Temporal.Instant): Promise<Organising> {
  const inIt = await leaders.inProgramme(tools.db, programme.id);
  const known = new Set(inIt.map(({ user }) => user));
  const entries = await rosterEntries.ofProgramme(tools.db, programme.id);
  const paused = inIt.filter((leader) => isAway(leader, dayOf(now, leader.timeZone))).length;
  return {
    programme: programme.id,
    name: programme.name,
    active: inIt.length - paused,
    paused,
    invited: entries.filter((entry) => entry.invited_at !== null && !known.has(entry.slack_user ?? '')).length,
    nextRound: sayDay(await nextRoundOn(tools, programme, now)),
  };
}

async function nextRoundOn({ db }: Seeing, programme: Programme, now: Temporal.Instant): Promise<Temporal.PlainDate> {
  return nextRound(programme, await programmes.lastRound(db, programme.id), dayOf(now, programme.timeZone)).on;
}
