// Reads the form in which an organiser plans a gathering: whatever cannot be used is named at its field, with what would be right.
import { Temporal } from 'temporal-polyfill';
import { at, isSkipped, sayDay } from '../../../platform/clock.ts';
import { choicesIn, dayIn, textIn, timeIn } from '../../../platform/slack/inputs.ts';
import type { ViewState } from '../../../platform/slack/spoken.ts';
import { roundDay } from '../../founding/plan.ts';
import { isRestDay } from '../../founding/rests.ts';
import type { Faults, Read } from '../../founding/settings-form.ts';
import { canReveal, type Occasion } from './occasion.ts';
import { latestDay, PLACE_LENGTH, wrongMoment } from './plan.ts';
import type { GatheringWish } from './plan-gathering.ts';
import { FIELD, REVEALS } from './views.ts';

/** The wish in the form, for the round of `occasion`. */
export function readPlan(state: ViewState, occasion: Occasion, now: Temporal.Instant): Read<Omit<GatheringWish, 'by'>> {
  const faults: Faults = {};
  const wrong = (block: string, what: string, blanks: Record<string, string> = {}) => {
    faults[block] ??= { id: `together.wrong.${what}`, blanks };
  };
  const place = textIn(state, FIELD.place).replace(/\s+/gu, ' ');
  if (place === '' || [...place].length > PLACE_LENGTH) wrong(FIELD.place, 'place');
  const reveals = choicesIn(state, FIELD.reveal).includes(REVEALS);
  const startsAt = momentIn(state, occasion, now, wrong);
  if (startsAt && reveals && occasion.followed) wrong(FIELD.reveal, 'reveal.followed');
  if (startsAt && reveals && !canReveal(occasion, startsAt)) wrong(FIELD.reveal, 'reveal.far', { date: nextDay(occasion) });
  return startsAt && Object.keys(faults).length === 0 ? { ok: true, wish: { startsAt, place, reveals } } : { ok: false, faults };
}

type Wrong = (block: string, what: string, blanks?: Record<string, string>) => void;

function momentIn(state: ViewState, { calendar, programme }: Occasion, now: Temporal.Instant, wrong: Wrong): Temporal.Instant | undefined {
  const [day, time] = [dayIn(state, FIELD.day), timeIn(state, FIELD.time)];
  if (!day) wrong(FIELD.day, 'day');
  if (!time) wrong(FIELD.time, 'time');
  if (!day || !time) return undefined;
  const wanted = Temporal.PlainDate.from(day);
  const zone = programme.timeZone;
  const startsAt = at(wanted, time, zone);
  // Where clocks go forward an hour is missing: what was chosen is not there.
  if (isSkipped(wanted, time, zone)) wrong(FIELD.time, 'gap');
  const moment = wrongMoment({ calendar, zone }, startsAt, now);
  if (moment === 'past') wrong(FIELD.day, 'past');
  if (moment === 'late') wrong(FIELD.day, 'late', { date: sayDay(latestDay(calendar)) });
  if (isRestDay(calendar.rests, wanted)) wrong(FIELD.day, 'resting');
  return startsAt;
}

function nextDay({ programme, round }: Occasion): string {
  return sayDay(roundDay(programme, round.number + 1));
}
