// Gathers what one person sees of it all. Only their own records are read, and of others what programme.md §1.9 lets them know.
import type { KnownBlock } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';
import { dayOf, sayDay } from '../../platform/clock.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Place } from '../coaching/places.ts';
import * as places from '../coaching/places.ts';
import * as organisers from '../founding/organisers.ts';
import type { Programme } from '../founding/programmes.ts';
import * as programmes from '../founding/programmes.ts';
import * as leaders from '../joining/leaders.ts';
import { isAway } from '../joining/plan.ts';
import * as rosterEntries from '../joining/rosters/roster-entries.ts';
import type { HomeFacts, Organising, Parts, Taking } from './facts.ts';
import { partsOf, teamOf } from './parts.ts';
import { nextRoundOn, seeTaking } from './see-taking.ts';
import { waitsOf } from './to-do/waits.ts';

type Seeing = Pick<Tools, 'db' | 'workspace' | 'organisers' | 'content'>;

/** What a Home tab is drawn from: where its owner stands, what they may know, and what each room draws of it, by programme. */
export interface HomeSeen {
  standing: readonly Place[];
  facts: HomeFacts;
  parts: ReadonlyMap<string, Parts>;
  /** What stands of teams. */
  team: readonly KnownBlock[];
}

/** Everything on the Home tab of `user`. */
export async function seeHome(tools: Tools, user: string, now: Temporal.Instant): Promise<HomeSeen> {
  const standing = await places.ofPerson(tools.db, tools.workspace, user, now);
  const parts = new Map<string, Parts>();
  for (const place of standing) parts.set(place.programme.id, await partsOf(tools, place, now));
  const team = await teamOf(tools, { user, parts: parts.values() }, now);
  return { standing, facts: await factsOf(tools, { user, standing }, now), parts, team };
}

/** Everything that Home, the menu and `status` tell `user`, but for what the rooms draw. */
export async function see(tools: Seeing, user: string, now: Temporal.Instant): Promise<HomeFacts> {
  return factsOf(tools, { user, standing: await places.ofPerson(tools.db, tools.workspace, user, now) }, now);
}

async function factsOf(
  tools: Seeing,
  { user, standing }: { user: string; standing: readonly Place[] },
  now: Temporal.Instant,
): Promise<HomeFacts> {
  const all = await programmes.all(tools.db, tools.workspace);
  const taking: Taking[] = [];
  for (const place of standing) taking.push(await seeTaking(tools, place, now));
  const organising: Organising[] = [];
  for (const programme of await organisedBy(tools, user, all)) organising.push(await organise(tools, programme, user, now));
  return { taking, organising, programmes: all.length };
}

async function organisedBy(tools: Seeing, user: string, all: readonly Programme[]): Promise<Programme[]> {
  if (tools.organisers.includes(user)) return [...all];
  const own = new Set(await organisers.programmesOf(tools.db, tools.workspace, user));
  return all.filter(({ id }) => own.has(id));
}

async function organise(tools: Seeing, programme: Programme, user: string, now: Temporal.Instant): Promise<Organising> {
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
    waits: await waitsOf(tools, programme, user, now),
  };
}
