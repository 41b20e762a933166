// Gathers what somebody who takes part in a programme sees of it: where they stand, with whom, and what comes next.
import { Temporal } from 'temporal-polyfill';
import { dayOf, instantOf, isBefore, sayDay } from '../../platform/clock.ts';
import { fortnightsInRound } from '../../platform/content/elements.ts';
import type { Tools } from '../../platform/tools.ts';
import { fortnightDays } from '../coaching/calendar.ts';
import { themeOf } from '../coaching/fortnights.ts';
import type { Match, Place } from '../coaching/places.ts';
import { comingRound } from '../founding/coming-round.ts';
import type { Programme } from '../founding/programmes.ts';
import * as leaders from '../joining/leaders.ts';
import { isAway } from '../joining/plan.ts';
import * as rematches from '../pairing/rematching/rematches.ts';
import * as rounds from '../pairing/rounds.ts';
import { datesAhead } from './dates.ts';
import type { Coming, Now, Partner, Taking, Unconfirmed } from './facts.ts';
import { hasLostPartner } from './lost-partner.ts';

type Seeing = Pick<Tools, 'db' | 'workspace' | 'content'>;

/** One programme as somebody who takes part in it sees it. */
export async function seeTaking(tools: Seeing, place: Place, now: Temporal.Instant): Promise<Taking> {
  const { programme, leader, match, away, next } = place;
  const following = await nextRoundOn(tools, programme, now);
  const until = leader.pausedUntil ? { until: sayDay(leader.pausedUntil) } : {};
  const confirm = match && unconfirmed(match, place, now);
  const without = await withoutPartner(tools, place);
  return {
    programme: programme.id,
    name: programme.name,
    partners: match ? await partnersOf(tools, match, now) : [],
    ...(away && { paused: until }),
    ...(confirm && { confirm }),
    ...(next && { coming: await comingOf(tools, next, place, now) }),
    ...(without && { without }),
    now: match ? inRound(tools, match, following) : { is: 'waiting', date: sayDay(following) },
    dates: await datesAhead(tools, place, now),
  };
}

/** The day on which the programme's next round begins. */
export async function nextRoundOn({ db }: Pick<Tools, 'db'>, programme: Programme, now: Temporal.Instant): Promise<Temporal.PlainDate> {
  return (await comingRound(db, programme, now)).on;
}

async function partnersOf({ db, workspace }: Seeing, { partners }: Match, now: Temporal.Instant): Promise<Partner[]> {
  return Promise.all(
    partners.map(async ({ leader: id, name, function: where }): Promise<Partner> => {
      const partner = await leaders.byId(db, workspace, id);
      if (!partner || partner.leftAt !== null || !isAway(partner, dayOf(now, partner.timeZone))) return { name, function: where };
      const until = partner.pausedUntil ? { until: sayDay(partner.pausedUntil) } : {};
      return { name, function: where, away: until };
    }),
  );
}

/** Nothing once they have said something, or once silence has meant yes. */
function unconfirmed({ pair, round }: Match, { programme, leader }: Place, now: Temporal.Instant): Unconfirmed | undefined {
  const own = pair.members.find((member) => member.leader === leader.id);
  const by = instantOf(round.confirm_by);
  if (!own || own.confirmedAt !== null || own.askedAnotherAt !== null || !isBefore(now, by)) return undefined;
  return { pair: pair.id, by: sayDay(dayOf(by, programme.timeZone)) };
}

async function comingOf(tools: Seeing, next: Match, place: Place, now: Temporal.Instant): Promise<Coming> {
  const confirm = unconfirmed(next, place, now);
  const begins = sayDay(Temporal.PlainDate.from(next.round.begins_on));
  return { partners: await partnersOf(tools, next, now), begins, ...(confirm && { confirm }) };
}

/** What they have wished for in the round that runs, or that their partner has left it. */
async function withoutPartner({ db }: Seeing, { programme, leader, match }: Place): Promise<Taking['without']> {
  const round = match?.round ?? (await rounds.current(db, programme.id));
  if (!round) return undefined;
  const wish = await rematches.openOf(db, round.id, leader.id);
  const by = (due: string) => sayDay(dayOf(instantOf(due), programme.timeZone));
  if (wish) return { because: wish.wish === 'again' && match ? 'asked' : 'seeking', by: by(wish.dueBy) };
  return !match && (await hasLostPartner(db, round.id, leader.id)) ? { because: 'left' } : undefined;
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
