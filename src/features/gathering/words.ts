// Moments as several people read them at once, whose clocks may differ: as the programme's clock has it, and as each reader's own does. Pure.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, sayDay, sayTime } from '../../platform/clock.ts';
import type { Markup } from '../../platform/content/load.ts';
import { sayMoment, sayZone } from '../founding/words.ts';

/** `Tuesday 12 January 2027` and `2pm (London)`: for a message that people in several zones read. */
export function publicly(instant: Temporal.Instant, zone: string): { date: string; time: string } {
  return { date: sayDay(dayOf(instant, zone)), time: `${timeIn(instant, zone)} (${sayZone(zone)})` };
}

/** The same for one reader, in their own zone. */
export function ownly(instant: Temporal.Instant, zone: string): { date: string; time: string } {
  return { date: sayDay(dayOf(instant, zone)), time: timeIn(instant, zone) };
}

/** Slack draws it on each reader's own clock; where nothing draws it, it stands as clocks in `zone` have it. */
export function ownClock(instant: Temporal.Instant, zone: string): Markup {
  const seconds = Math.floor(instant.epochMilliseconds / 1000);
  return { mrkdwn: `<!date^${seconds}^{date_long_pretty} at {time}|${sayMoment(instant, zone)} in ${sayZone(zone)}>` };
}

function timeIn(instant: Temporal.Instant, zone: string): string {
  return sayTime(instant.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' }));
}
