// Instants as the database keeps them. Fixed width, so that the order of the texts is the order of time.
import { Temporal } from 'temporal-polyfill';

/** `2027-01-12T09:30:00.000Z`: the one form in which an instant is stored. */
export function stamp(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'millisecond' });
}

/** The instant that `stamp` wrote. */
export function instantOf(text: string): Temporal.Instant {
  return Temporal.Instant.from(text);
}
