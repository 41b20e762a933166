// When colleagues are at work: on weekdays from nine to five where they are, whatever the bot believes. Pure.
import { Temporal } from 'temporal-polyfill';

const FROM = 9;
const TO = 17;
const MINUTES_A_DAY = (TO - FROM) * 60;
/** People act on the quarter hour: whatever happens in the same one is dealt with together. */
const QUARTER = 15 * 60_000;

/** The instant, in milliseconds, at which so many working minutes have passed in `zone` since `since`. */
export function workingMinutesAfter(since: number, minutes: number, zone: string): number {
  let at = intoWork(Temporal.Instant.fromEpochMilliseconds(since).toZonedDateTimeISO(zone));
  let left = Math.floor(minutes);
  for (;;) {
    const rest = (TO - at.hour) * 60 - at.minute;
    if (left < rest) break;
    left -= Math.min(rest, MINUTES_A_DAY);
    at = intoWork(at.add({ days: 1 }).withPlainTime({ hour: FROM }));
  }
  const instant = at.add({ minutes: left }).epochMilliseconds;
  return Math.ceil(instant / QUARTER) * QUARTER;
}

function intoWork(at: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  let day = at;
  if (day.hour >= TO) day = day.add({ days: 1 }).withPlainTime({ hour: FROM });
  while (day.dayOfWeek > 5) day = day.add({ days: 1 }).withPlainTime({ hour: FROM });
  return day.hour < FROM ? day.withPlainTime({ hour: FROM }) : day;
}
