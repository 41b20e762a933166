// Reads the form in which an organiser describes a programme: every field that cannot be used is named, with what would be right. Pure.
import { Temporal } from 'temporal-polyfill';
import { dayOf } from '../../platform/clock.ts';
import { choiceIn, choicesIn, dayIn, textIn, timeIn } from '../../platform/slack/inputs.ts';
import type { ViewState } from '../../platform/slack/spoken.ts';
import type { PauseWeek } from './pause-weeks.ts';
import { restsIn } from './rests-form.ts';
import { ANNOUNCING, CHOOSING, ROTATING, type Settings } from './settings.ts';
import type { Saying } from './words.ts';
import { readZone } from './zones.ts';

/** The form's fields, by block id. */
export const FIELD = {
  name: 'name',
  nextOn: 'next-on',
  functions: 'functions',
  cycle: 'cycle',
  weekday: 'weekday',
  time: 'time',
  zone: 'zone',
  days: 'days',
  rests: 'rests',
  choosing: 'choosing',
  announcing: 'announcing',
  rotating: 'rotating',
  links: 'links',
} as const;

/** A leader chooses a function from a list, and Slack lets a choice be no longer than this. */
export const FUNCTION_MOST = 75;
export const FUNCTIONS_MOST = 100;
const LINKS_MOST = 10;
const YEARS_AHEAD = 5;
/** Nothing is sent outside these hours, so the usual hour cannot lie there either. */
const EARLIEST = '08:30';
const LATEST = '17:30';

/** What an organiser wishes; the day of the next round stands for the anchor, which depends on the rounds there have been. */
export interface SettingsWish extends Omit<Settings, 'anchorOn' | 'anchorNumber'> {
  nextOn: Temporal.PlainDate;
  rests: readonly PauseWeek[];
}

export type Faults = Record<string, Saying>;
export type Read<T> = { ok: true; wish: T } | { ok: false; faults: Faults };

/** The wish in the form as sent at `now`. `standing` is the next round's day as it stands: it may stay, even where it has passed. */
export function readSettings(state: ViewState, now: Temporal.Instant, standing?: Temporal.PlainDate): Read<SettingsWish> {
  const faults: Faults = {};
  const wrong = (block: string, id: string, blanks: Saying['blanks'] = {}) => {
    faults[block] ??= { id, blanks };
  };
  const timeZone = zoneIn(state, FIELD.zone, wrong);
  const today = dayOf(now, timeZone);
  const workingDays = choicesIn(state, FIELD.days).map(Number).filter(isWeekday);
  if (workingDays.length === 0) wrong(FIELD.days, 'founding.wrong.days');
  const wish: SettingsWish = {
    name: textIn(state, FIELD.name).replace(/\s+/g, ' '),
    nextOn: nextOnIn(state, today, standing, wrong),
    functions: functionsIn(state, wrong),
    cycleMonths: Number(choiceIn(state, FIELD.cycle) ?? 6),
    ...usualIn(state, workingDays, wrong),
    timeZone,
    workingDays: workingDays.sort((a, b) => a - b),
    rests: restsIn(linesOf(textIn(state, FIELD.rests)), today, (id, blanks) => wrong(FIELD.rests, id, blanks)),
    choosing: oneOf(CHOOSING, choiceIn(state, FIELD.choosing)),
    announcing: oneOf(ANNOUNCING, choiceIn(state, FIELD.announcing)),
    rotating: oneOf(ROTATING, choiceIn(state, FIELD.rotating)),
    helpLinks: linesOf(textIn(state, FIELD.links)),
  };
  if (wish.name === '' || wish.name.length > 80) wrong(FIELD.name, 'founding.wrong.name');
  if (!Number.isInteger(wish.cycleMonths) || wish.cycleMonths < 1 || wish.cycleMonths > 12) wrong(FIELD.cycle, 'founding.wrong.cycle');
  if (wish.helpLinks.length > LINKS_MOST || wish.helpLinks.some((line) => line.length > 200)) wrong(FIELD.links, 'founding.wrong.links');
  return Object.keys(faults).length > 0 ? { ok: false, faults } : { ok: true, wish };
}

type Wrong = (block: string, id: string, blanks?: Saying['blanks']) => void;

/** The zone typed in `block`; UTC where there is none, so that the rest of the form can still be read. */
export function zoneIn(state: ViewState, block: string, wrong: Wrong): string {
  const typed = textIn(state, block);
  const found = readZone(typed);
  if (found.ok) return found.zone;
  if (found.near.length > 0) wrong(block, 'founding.wrong.zone.near', { typed, near: found.near.join(', ') });
  else wrong(block, 'founding.wrong.zone');
  return 'UTC';
}

function nextOnIn(state: ViewState, today: Temporal.PlainDate, standing: Temporal.PlainDate | undefined, wrong: Wrong): Temporal.PlainDate {
  const picked = dayIn(state, FIELD.nextOn);
  if (!picked) wrong(FIELD.nextOn, 'founding.wrong.date');
  const day = picked ? Temporal.PlainDate.from(picked) : today;
  if (standing?.equals(day)) return day;
  if (Temporal.PlainDate.compare(day, today) < 0) wrong(FIELD.nextOn, 'founding.wrong.date.past');
  if (Temporal.PlainDate.compare(day, today.add({ years: YEARS_AHEAD })) > 0) wrong(FIELD.nextOn, 'founding.wrong.date.far');
  return day;
}

/** One to a line, each once however it is written. */
function functionsIn(state: ViewState, wrong: Wrong): string[] {
  const lines = linesOf(textIn(state, FIELD.functions));
  const functions = lines.filter((line, at) => lines.findIndex((other) => other.toLowerCase() === line.toLowerCase()) === at);
  const long = functions.find((name) => name.length > FUNCTION_MOST);
  if (long) wrong(FIELD.functions, 'founding.wrong.function.long', { name: long.slice(0, 40), most: FUNCTION_MOST });
  if (functions.length > FUNCTIONS_MOST) wrong(FIELD.functions, 'founding.wrong.functions.many', { most: FUNCTIONS_MOST });
  return functions;
}

function usualIn(state: ViewState, workingDays: readonly number[], wrong: Wrong): Pick<Settings, 'sendWeekday' | 'sendTime'> {
  const sendWeekday = Number(choiceIn(state, FIELD.weekday) ?? 2);
  const sendTime = timeIn(state, FIELD.time) ?? '';
  if (!isWeekday(sendWeekday) || (workingDays.length > 0 && !workingDays.includes(sendWeekday)))
    wrong(FIELD.weekday, 'founding.wrong.weekday');
  if (sendTime < EARLIEST || sendTime > LATEST) wrong(FIELD.time, 'founding.wrong.time');
  return { sendWeekday, sendTime };
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}

function isWeekday(day: number): boolean {
  return Number.isInteger(day) && day >= 1 && day <= 7;
}

function oneOf<T extends string>(allowed: readonly [T, ...T[]], chosen: string | undefined): T {
  return allowed.find((each) => each === chosen) ?? allowed[0];
}
