// Slack's dates in text: a template such as `{date_short_pretty} at {time}`, filled in for the reader's own zone and habits. Pure.
import { knownZone, wallClock } from './zoned.ts';

export interface Calendar {
  timeZone: string;
  /** `en-GB` where nothing is known: it decides the order of day and month, and whether hours go to 12 or to 24. */
  locale?: string;
  /** The present in seconds since 1970, for what is said as seen from today; without it dates are said in full. */
  now?: number;
}

/** The template filled in; tokens that Slack does not know stay as they are. */
export function dateText(seconds: number, template: string, calendar: Calendar): string {
  return template.replace(/\{(\w+)\}/g, (whole, token: string) => tokens[token]?.(seconds, calendar) ?? whole);
}

type Say = (seconds: number, calendar: Calendar) => string;

const long = say({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const full = say({ day: 'numeric', month: 'long', year: 'numeric' });
const short = say({ day: 'numeric', month: 'short', year: 'numeric' });
const withoutYear = say({ weekday: 'long', day: 'numeric', month: 'long' });

const tokens: Record<string, Say | undefined> = {
  date_num: (seconds, { timeZone }) => wallClock(seconds, timeZone).slice(0, 10),
  date_slash: say({ day: '2-digit', month: '2-digit', year: 'numeric' }),
  date_long: long,
  date_long_full: full,
  date: full,
  date_short: short,
  date_long_pretty: pretty(long),
  date_pretty: pretty(full),
  date_short_pretty: pretty(short),
  day_divider_pretty: pretty((seconds, calendar) => (sameYear(seconds, calendar) ? withoutYear : long)(seconds, calendar)),
  time: clock({ minute: '2-digit' }),
  time_secs: clock({ minute: '2-digit', second: '2-digit' }),
  ago,
};

function say(form: Intl.DateTimeFormatOptions): Say {
  return (seconds, { timeZone, locale = 'en-GB' }) =>
    new Intl.DateTimeFormat(locale, { timeZone: knownZone(timeZone), ...form }).format(seconds * 1000);
}

/** `4:05 PM` where people count to twelve, `04:05` where they count to twenty-four. */
function clock(form: Intl.DateTimeFormatOptions): Say {
  return (seconds, calendar) => {
    const { hour12 } = new Intl.DateTimeFormat(calendar.locale ?? 'en-GB', { hour: 'numeric' }).resolvedOptions();
    return say({ hour: hour12 ? 'numeric' : '2-digit', ...form })(seconds, calendar);
  };
}

/** `today`, `yesterday` or `tomorrow` in place of the date. */
function pretty(otherwise: Say): Say {
  return (seconds, calendar) => {
    const days = calendar.now === undefined ? undefined : dayOf(seconds, calendar) - dayOf(calendar.now, calendar);
    if (days === undefined || Math.abs(days) > 1) return otherwise(seconds, calendar);
    return new Intl.RelativeTimeFormat(calendar.locale ?? 'en-GB', { numeric: 'auto' }).format(days, 'day');
  };
}

function dayOf(seconds: number, { timeZone }: Calendar): number {
  return Date.parse(wallClock(seconds, timeZone).slice(0, 10)) / 86_400_000;
}

function sameYear(seconds: number, { timeZone, now = 0 }: Calendar): boolean {
  return wallClock(seconds, timeZone).slice(0, 4) === wallClock(now, timeZone).slice(0, 4);
}

const UNITS = [
  ['year', 31_556_952],
  ['month', 2_629_746],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** `3 minutes ago`, `in 2 days`; the date where the present is not known. */
function ago(seconds: number, calendar: Calendar): string {
  if (calendar.now === undefined) return short(seconds, calendar);
  const away = Math.round(seconds - calendar.now);
  const [unit, length] = UNITS.find(([, each]) => Math.abs(away) >= each) ?? (['second', 1] as const);
  const words = new Intl.RelativeTimeFormat(calendar.locale ?? 'en-GB', { numeric: unit === 'second' ? 'auto' : 'always' });
  return words.format(Math.trunc(away / length), unit);
}
