// What a leader says of themselves. Pure.

/** Steady first: long and short meetings in turn; full: long ones only. */
export const RHYTHMS = ['steady', 'full'] as const;

/** What a leader says of themselves and may change. What is private stands in `Wishes`, sealed. */
export interface Profile {
  name: string;
  email: string | null;
  function: string;
  level: string;
  /** Slack id, and the address where only that is known. */
  manager: string | null;
  managerEmail: string | null;
  /** IANA name. */
  timeZone: string;
  /** 1 is Monday. */
  workingDays: readonly number[];
  /** `HH:MM`; where `workingTo` is not after `workingFrom`, the working day runs over midnight. */
  workingFrom: string;
  workingTo: string;
  rhythm: (typeof RHYTHMS)[number];
}
