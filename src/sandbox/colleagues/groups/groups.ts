// What colleagues do together, where they do: offer forums and sit in them, start with a team of their own, come to the gathering. They have dice of
// their own, so that what each does alone is the same with groups and without.
import type { Company } from '../company.ts';
import type { Received } from '../transcript.ts';
import { answerInvitation, offerNow } from './forums.ts';
import { answerGathering, lookAfterGathering } from './gatherings.ts';
import { sitThrough } from './hour.ts';
import { answerTeam, considerOffer } from './teams.ts';

const DAY = 86_400_000;
const WEEK = 7 * DAY;
/** People have to know each other first. */
const FIRST_FORUM = 5 * WEEK;
/** One organiser looks at the end of a round once a week, and mostly sees that it is not near. */
const LOOKS = WEEK;

export interface GroupHabits {
  dice: () => number;
  /** Name of whoever organises. */
  organiser: string;
  /** How long it is, on average, from one forum that somebody offers to the next, in weeks. */
  forumEvery: number;
  /** Of those to whom a team is offered, such a share takes it up. */
  takesUpTeam: number;
}

export interface Groups extends GroupHabits {
  company: Company;
  /** Who reads the words aloud, by the conversation of the hour. */
  readers: Map<string, string>;
  /** Who reports to whom, as their lists say: who is asked for it, whom they manage. Read when somebody first asks. */
  reports?: ReadonlyMap<string, readonly string[]>;
}

export function openGroups(company: Company, habits: GroupHabits): Groups {
  return { ...habits, company, readers: new Map() };
}

/** Puts into the diary what people will begin together by themselves; `from` in milliseconds since 1970. */
export function planGroups(groups: Groups, from: number): void {
  const { diary } = groups.company;
  const forum = (at: number) => diary.add({ at, run: async () => offerNow(groups, forum) });
  const gathering = (at: number) => diary.add({ at, run: async () => lookAfterGathering(groups, () => gathering(at + LOOKS)) });
  forum(from + FIRST_FORUM + Math.floor(groups.dice() * WEEK));
  gathering(from + 3 * DAY + WEEK);
}

/** Lets people plan what they do about what a group has been told. */
export function meet(groups: Groups, received: Received): void {
  const { kind } = received.line;
  if (kind === 'forum-invite') answerInvitation(groups, received);
  else if (kind.startsWith('forum')) sitThrough(groups, received);
  else if (kind.startsWith('team')) answerTeam(groups, received);
  else if (kind === 'check-in' || kind === 'check-in-again') considerOffer(groups, received);
  else if (kind === 'gathering') answerGathering(groups, received);
}
