// A half hour that a pair might take: the first from tomorrow on, within this fortnight, that lies inside the hours of all of them. Looked for when somebody
// asks; nothing is booked.
import { Temporal } from 'temporal-polyfill';
import type { Tools } from '../../../../platform/tools.ts';
import { type CalendarEntry, calendarFile } from '../../../coaching/meetings/calendar-file.ts';
import { googleLink, outlookLink } from '../../../coaching/meetings/links.ts';
import { slotsIn } from '../../../coaching/meetings/slots.ts';
import { sayList, sayMoment } from '../../../founding/words.ts';
import { FORTNIGHTS, fortnightAt, fortnightEnds } from './calendar.ts';
import type { OurTeamPair } from './our-team-pair.ts';
import type { Reader } from './plan.ts';
import { readersOf } from './readers.ts';
import { sceneOf } from './scene.ts';
import type { HalfHourShown } from './step-views.ts';

const MINUTES = 30;
const FROM = { hours: 20 };

export interface HalfHour {
  /** Fortnight 1 to 4. */
  n: number;
  proposal?: { start: Temporal.Instant; title: string; details: string; when: string; names: string };
}

/** The plan of the half hour for `user`, with a time where there is one. */
export async function halfHourOf(tools: Tools, { team, pair }: OurTeamPair, user: string): Promise<HalfHour> {
  const now = tools.now();
  const { weeks } = await sceneOf(tools, tools.db, team);
  const n = Math.min(Math.max(fortnightAt(weeks, now), 1), FORTNIGHTS);
  const about = { team, rests: weeks.rests, people: pair.members };
  const readers = await readersOf(tools, tools.db, about, now);
  const me = readers.get(user);
  const start = me && firstOf([...readers.values()], [now.add(FROM), fortnightEnds(weeks, n)], me);
  if (!me || !start) return { n };
  const names = sayList(pair.members.filter((each) => each.user !== user).map(({ name }) => name));
  const title = tools.content.plain('teams.weeks.file.title', { names });
  const details = tools.content.plain('teams.weeks.file.details');
  return { n, proposal: { start, title, details, names, when: sayMoment(start, me.hours.zone) } };
}

function firstOf(readers: readonly Reader[], [from, to]: [Temporal.Instant, Temporal.Instant], me: Reader): Temporal.Instant | undefined {
  if (Temporal.Instant.compare(from, to) >= 0) return undefined;
  const sitters = readers.map(({ hours, not, backAt }) => ({ hours, ...(not === 'paused' && { awayUntil: backAt ?? null }) }));
  return slotsIn(sitters, [from, to], MINUTES, me.hours.zone)[0];
}

/** For the form, with links that fill in a calendar on the web. */
export function proposalShown({ proposal }: HalfHour): Pick<HalfHourShown, 'proposal'> {
  if (!proposal) return {};
  const entry = { title: proposal.title, details: proposal.details, start: proposal.start, minutes: MINUTES };
  return { proposal: { when: proposal.when, google: googleLink(entry), outlook: outlookLink(entry) } };
}

/** The same as a file, in the name of whoever asks for it. */
export function halfHourFile(
  pair: string,
  { start, title, details }: NonNullable<HalfHour['proposal']>,
  { to, now }: Pick<CalendarEntry, 'to' | 'now'>,
): { name: string; title: string; bytes: Uint8Array } {
  const entry = {
    id: `${pair}-${start.epochMilliseconds}`,
    sequence: 0,
    cancelled: false,
    start,
    minutes: MINUTES,
    title,
    details,
    to,
    now,
  };
  return { name: 'half-hour.ics', title, bytes: Buffer.from(calendarFile(entry)) };
}
