// Days and times as the acting person reads them: in their own zone, in British English. Pure.
import { knownZone } from '../blocks/zoned.ts';

const forms = {
  time: { hour: '2-digit', minute: '2-digit' },
  day: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  key: { year: 'numeric', month: '2-digit', day: '2-digit' },
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  brief: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  short: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

type Form = keyof typeof forms;

const formats = new Map<string, Intl.DateTimeFormat>();

/** An instant in milliseconds since 1970, in words: `time` 14:05, `day` Tuesday 12 January 2027, `full` both, `brief` both in short. */
export function inWords(form: Form, at: number, timeZone: string): string {
  const key = `${form} ${timeZone}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', { ...forms[form], timeZone: knownZone(timeZone) });
  formats.set(key, format);
  return format.format(at);
}

/** The day something was said on, as a heading: today and yesterday by their names. */
export function dayOf(at: number, now: number, timeZone: string): string {
  const days = dayNumber(now, timeZone) - dayNumber(at, timeZone);
  if (days === 0) return 'Today';
  return days === 1 ? 'Yesterday' : inWords('day', at, timeZone);
}

/** The same for two instants of the same day there. */
export function dayNumber(at: number, timeZone: string): number {
  const [day = '', month = '', year = ''] = inWords('key', at, timeZone).split('/');
  return Date.parse(`${year}-${month}-${day}T00:00Z`) / 86_400_000;
}

/** When a message was sent, in milliseconds since 1970. */
export function sentAt(ts: string): number {
  return Number(ts) * 1000;
}

/** `Europe/London` as `London`. */
export function cityOf(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}
