// When a meeting is, in words: for one reader in their own zone, for several with everyone's own time where clocks differ. Pure.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, sayDay, sayTime } from '../../../platform/clock.ts';
import { remembering } from '../../../platform/remembering.ts';

/** Somebody who reads about a meeting. */
export interface Reader {
  name: string;
  zone: string;
}

export interface Said {
  date: string;
  time: string;
}

/** `Tuesday 12 January 2027` and `2pm`, as it is in `zone`. */
export function whenIn(zone: string, instant: Temporal.Instant): Said {
  return { date: sayDay(dayOf(instant, zone)), time: timeIn(zone, instant) };
}

/**
 * The same for those who read it together. Where their clocks differ, each time has its owner's name; where even the day differs, the day of the
 * others stands beside their time.
 */
export function whenFor(readers: readonly Reader[], instant: Temporal.Instant): Said {
  const told = clocks(readers, instant);
  const [first] = told;
  if (!first || told.length === 1) return first ? { date: first.date, time: first.time } : { date: '', time: '' };
  const times = told.map(({ names, date, time }) => `${time}${date === first.date ? '' : ` on ${date}`} for ${joined(names)}`);
  return { date: first.date, time: `${times.slice(0, -1).join(', ')}, and ${times.at(-1)}` };
}

/** The times of everyone whose clock differs from the reader's: `2pm for Bo`; nothing where all clocks agree. */
export function othersTimes(zone: string, others: readonly Reader[], instant: Temporal.Instant): string {
  const own = whenIn(zone, instant);
  const apart = clocks(others, instant).filter(({ date, time }) => date !== own.date || time !== own.time);
  return apart.map(({ names, date, time }) => `${time}${date === own.date ? '' : ` on ${date}`} for ${joined(names)}`).join(', ');
}

/** `Bo and Chidi`; `Bo, Chidi and Dolores`. */
export function joined(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

interface Clock extends Said {
  names: string[];
}

function clocks(readers: readonly Reader[], instant: Temporal.Instant): Clock[] {
  const found: Clock[] = [];
  for (const { name, zone } of readers) {
    const when = whenIn(zone, instant);
    const same = found.find(({ date, time }) => date === when.date && time === when.time);
    if (same) same.names.push(name);
    else found.push({ ...when, names: [name] });
  }
  return found;
}

/** A form offers hundreds of beginnings, to everyone in a programme the same ones. */
const times = remembering<string>(20_000);

function timeIn(zone: string, instant: Temporal.Instant): string {
  const said = () => sayTime(instant.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' }));
  return times(`${instant.epochMilliseconds} ${zone}`, said);
}
