// Times to the second, as the acting person's clock shows them. Pure.
import { knownZone } from '../blocks/zoned.ts';

/** `2027-01-04T09:00:30Z` as `09:00:30`. */
export function clockTime(instant: string, timeZone: string): string {
  const zone = knownZone(timeZone);
  return new Date(instant).toLocaleTimeString('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', second: '2-digit' });
}
