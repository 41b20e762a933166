// What an organiser's wish would change, told in words, and whether it moves a date that people may rely on. Pure.
import type { Temporal } from 'temporal-polyfill';
import { sayDay, sayTime, weekdayName } from '../../platform/clock.ts';
import type { PauseWeek } from './pause-weeks.ts';
import { nextRound, withNextRoundOn } from './plan.ts';
import type { Programme } from './programmes.ts';
import type { SettingsWish } from './settings-form.ts';
import { counted, type Saying, sayList, sayWeekdays, sayZone } from './words.ts';

export type Field = keyof SettingsWish;

export interface Changes {
  fields: readonly Field[];
  /** One sentence for each. */
  sayings: readonly Saying[];
  /** Whether the day or the hour of something that is announced moves, or partners are found in another way: then it is said back first. */
  moves: boolean;
}

/** The programme as its form shows it on `today`, after round `last`. */
export function wishOf(programme: Programme, last: number, today: Temporal.PlainDate, rests: readonly PauseWeek[]): SettingsWish {
  const { name, functions, cycleMonths, sendWeekday, sendTime, timeZone, workingDays, choosing, announcing, rotating, helpLinks } =
    programme;
  const nextOn = nextRound(programme, last, today).on;
  return {
    name,
    nextOn,
    functions,
    cycleMonths,
    sendWeekday,
    sendTime,
    timeZone,
    workingDays,
    rests,
    choosing,
    announcing,
    rotating,
    helpLinks,
  };
}

/** The programme with the wish fulfilled. */
export function withWish(programme: Programme, last: number, { nextOn, rests: _, ...settings }: SettingsWish): Programme {
  return withNextRoundOn({ ...programme, ...settings }, last, nextOn);
}

/** What differs between the wish and what stands; `chosen` is how many pairs have chosen each other for the coming round. */
export function changesBetween(before: SettingsWish, after: SettingsWish, chosen = 0): Changes {
  const fields = (Object.keys(SAYINGS) as Field[]).filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  const moves = fields.some((field) => MOVING.has(field));
  const ends = fields.includes('choosing') && before.choosing === 'leaders';
  const ending = ends ? [endingOf(chosen)] : [];
  return { fields, sayings: [...fields.map((field) => SAYINGS[field](after, before)), ...ending], moves };
}

/** Said whether anybody asks or not: so it tells nobody that somebody does. */
function endingOf(chosen: number): Saying {
  return { id: 'founding.changed.choosing.ends', blanks: { pairs: counted(chosen, 'chosen pair') } };
}

const MOVING: ReadonlySet<Field> = new Set<Field>(['nextOn', 'cycleMonths', 'sendTime', 'timeZone', 'rests', 'choosing']);

const SAYINGS: Record<Field, (after: SettingsWish, before: SettingsWish) => Saying> = {
  nextOn: (after, before) => ({
    id: 'founding.changed.next',
    blanks: { from: sayDay(before.nextOn), to: sayDay(after.nextOn) },
  }),
  cycleMonths: ({ cycleMonths }) => ({ id: 'founding.changed.cycle', blanks: { cycle: counted(cycleMonths, 'month') } }),
  sendTime: ({ sendTime, timeZone }) => ({ id: 'founding.changed.time', blanks: { time: sayTime(sendTime), zone: sayZone(timeZone) } }),
  timeZone: ({ timeZone }) => ({ id: 'founding.changed.zone', blanks: { zone: sayZone(timeZone) } }),
  rests: ({ rests }) =>
    rests.length === 0
      ? { id: 'founding.changed.rests.none', blanks: {} }
      : { id: 'founding.changed.rests', blanks: { rests: sayList(rests.map(sayRest)) } },
  sendWeekday: ({ sendWeekday }) => ({ id: 'founding.changed.weekday', blanks: { weekday: weekdayName(sendWeekday) } }),
  workingDays: ({ workingDays }) => ({ id: 'founding.changed.days', blanks: { days: sayWeekdays(workingDays) } }),
  name: ({ name }) => ({ id: 'founding.changed.name', blanks: { name } }),
  functions: ({ functions }) => ({ id: 'founding.changed.functions', blanks: { count: counted(functions.length, 'function') } }),
  choosing: ({ choosing }) => ({ id: `founding.changed.choosing.${choosing}`, blanks: {} }),
  announcing: ({ announcing }) => ({ id: `founding.changed.announcing.${announcing}`, blanks: {} }),
  rotating: ({ rotating }) => ({ id: `founding.changed.rotating.${rotating}`, blanks: {} }),
  helpLinks: ({ helpLinks }) => ({ id: 'founding.changed.links', blanks: { count: counted(helpLinks.length, 'line') } }),
};

function sayRest({ from, to }: PauseWeek): string {
  return from.equals(to) ? sayDay(from) : `${sayDay(from)} to ${sayDay(to)}`;
}
