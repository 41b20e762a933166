// Reads the form in which a leader describes themselves: what cannot be used is said beside its field. Pure.
import { choiceIn, choicesIn, peopleIn, personIn, textIn, timeIn } from '../../platform/slack/inputs.ts';
import type { ViewState } from '../../platform/slack/spoken.ts';
import { type Faults, FUNCTION_MOST, type Read, zoneIn } from '../founding/settings-form.ts';
import type { Saying } from '../founding/words.ts';
import { type Profile, RHYTHMS } from './profile.ts';
import type { Wishes } from './wishes.ts';

/** The form's fields, by block id. */
export const FIELD = {
  function: 'function',
  other: 'other-function',
  level: 'level',
  days: 'days',
  from: 'from',
  to: 'to',
  zone: 'zone',
  manager: 'manager',
  welcomes: 'welcomes',
  avoids: 'avoids',
  workOn: 'work-on',
  helpWith: 'help-with',
  rhythm: 'rhythm',
} as const;

/** The choice that stands for a function which is not in the list. */
export const OTHER = '-other';
export const LEVEL_MOST = 60;
export const TOPIC_MOST = 600;
export const WELCOMES_MOST = 3;
const AVOIDS_MOST = 50;

/** What a leader says in the form. */
export interface ProfileWish extends Omit<Profile, 'name' | 'email' | 'managerEmail'> {
  wishes: Wishes;
}

type Wrong = (block: string, id: string, blanks?: Saying['blanks']) => void;

/** The wish in the form as `user` sent it. `functions` are those the programme has now. */
export function readProfile(state: ViewState, user: string, functions: readonly string[]): Read<ProfileWish> {
  const faults: Faults = {};
  const wrong: Wrong = (block, id, blanks = {}) => {
    faults[block] ??= { id, blanks };
  };
  const level = textIn(state, FIELD.level).replace(/\s+/g, ' ');
  if (level.length > LEVEL_MOST) wrong(FIELD.level, 'joining.wrong.long', { most: LEVEL_MOST });
  const wish: ProfileWish = {
    function: functionIn(state, functions, wrong),
    level,
    ...hoursIn(state, wrong),
    timeZone: zoneIn(state, FIELD.zone, wrong),
    manager: personIn(state, FIELD.manager) ?? null,
    rhythm: RHYTHMS.find((rhythm) => rhythm === choiceIn(state, FIELD.rhythm)) ?? RHYTHMS[0],
    wishes: wishesIn(state, user, wrong),
  };
  if (wish.manager === user) wrong(FIELD.manager, 'joining.wrong.manager.self');
  return Object.keys(faults).length > 0 ? { ok: false, faults } : { ok: true, wish };
}

function functionIn(state: ViewState, functions: readonly string[], wrong: Wrong): string {
  const chosen = choiceIn(state, FIELD.function);
  if (chosen !== undefined && chosen !== OTHER) {
    if (!functions.includes(chosen)) wrong(FIELD.function, 'joining.wrong.function.gone');
    return chosen;
  }
  const typed = textIn(state, FIELD.other).replace(/\s+/g, ' ');
  if (typed === '' && chosen === undefined && functions.length > 0) wrong(FIELD.function, 'joining.wrong.function');
  else if (typed === '') wrong(FIELD.other, 'joining.wrong.function.other');
  if (typed.length > FUNCTION_MOST) wrong(FIELD.other, 'joining.wrong.long', { most: FUNCTION_MOST });
  return functions.find((name) => name.toLowerCase() === typed.toLowerCase()) ?? typed;
}

function hoursIn(state: ViewState, wrong: Wrong): Pick<Profile, 'workingDays' | 'workingFrom' | 'workingTo'> {
  const days = choicesIn(state, FIELD.days).map(Number);
  const workingDays = [1, 2, 3, 4, 5, 6, 7].filter((day) => days.includes(day));
  const workingFrom = timeIn(state, FIELD.from) ?? '';
  const workingTo = timeIn(state, FIELD.to) ?? '';
  if (workingDays.length === 0) wrong(FIELD.days, 'joining.wrong.days');
  if (workingFrom === '') wrong(FIELD.from, 'joining.wrong.time');
  if (workingTo === '') wrong(FIELD.to, 'joining.wrong.time');
  else if (workingTo === workingFrom) wrong(FIELD.to, 'joining.wrong.hours');
  return { workingDays, workingFrom, workingTo };
}

function wishesIn(state: ViewState, user: string, wrong: Wrong): Wishes {
  const welcomes = peopleIn(state, FIELD.welcomes);
  const avoids = peopleIn(state, FIELD.avoids);
  const workOn = textIn(state, FIELD.workOn);
  const helpWith = textIn(state, FIELD.helpWith);
  if (welcomes.length > WELCOMES_MOST) wrong(FIELD.welcomes, 'joining.wrong.welcomes.many', { most: WELCOMES_MOST });
  if (avoids.length > AVOIDS_MOST) wrong(FIELD.avoids, 'joining.wrong.avoids.many', { most: AVOIDS_MOST });
  if (welcomes.includes(user)) wrong(FIELD.welcomes, 'joining.wrong.self');
  if (avoids.includes(user)) wrong(FIELD.avoids, 'joining.wrong.self');
  if (avoids.some((each) => welcomes.includes(each))) wrong(FIELD.avoids, 'joining.wrong.both');
  if (workOn.length > TOPIC_MOST) wrong(FIELD.workOn, 'joining.wrong.long', { most: TOPIC_MOST });
  if (helpWith.length > TOPIC_MOST) wrong(FIELD.helpWith, 'joining.wrong.long', { most: TOPIC_MOST });
  return { welcomes, avoids, workOn, helpWith };
}
