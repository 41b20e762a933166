// What Slack's own profile fields say of somebody's function and manager. What cannot be one is not taken for one. Pure.
import { FUNCTION_MOST } from '../founding/settings-form.ts';
import type { Mapping } from './profile-fields.ts';
import { isEmail } from './rosters/roster-cells.ts';

export interface ProfileSays {
  /** Empty where the profile does not tell; as the programme spells it where it has it already. */
  function: string;
  /** Slack id. */
  manager: string | null;
  managerEmail: string | null;
}

/** `values` is the profile, by field id. */
export function profileSays(mapping: Mapping, values: ReadonlyMap<string, string>, functions: readonly string[]): ProfileSays {
  const said = (purpose: keyof Mapping) => values.get(mapping[purpose]?.field ?? '') ?? '';
  const where = said('function');
  const fitting = where.length <= FUNCTION_MOST ? where : '';
  const boss = said('manager');
  return {
    function: functions.find((name) => name.toLowerCase() === fitting.toLowerCase()) ?? fitting,
    manager: /^[UW][A-Z0-9]{2,}$/.test(boss) ? boss : null,
    managerEmail: isEmail(boss.toLowerCase()) ? boss.toLowerCase() : null,
  };
}
