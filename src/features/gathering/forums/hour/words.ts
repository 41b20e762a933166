// A time of day as several people read it at once, each on their own clock. Pure.
import type { Temporal } from 'temporal-polyfill';
import { sayTime } from '../../../../platform/clock.ts';
import type { Markup } from '../../../../platform/content/load.ts';
import { sayZone } from '../../../founding/words.ts';

/** Slack draws it on each reader's own clock; where nothing draws it, it stands as clocks in `zone` have it. */
export function clockTime(instant: Temporal.Instant, zone: string): Markup {
  const there = sayTime(instant.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' }));
  return { mrkdwn: `<!date^${Math.floor(instant.epochMilliseconds / 1000)}^{time}|${there} in ${sayZone(zone)}>` };
}
