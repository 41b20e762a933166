// How somebody stands in a programme, and a line of its roster. Pure.

export type Standing = 'in' | 'paused' | 'invited' | 'listed' | 'declined' | 'left';

/** In this order they are shown. */
export const STANDINGS: readonly Standing[] = ['in', 'paused', 'invited', 'listed', 'declined', 'left'];

export interface RosterLine {
  standing: Standing;
  name: string;
  email: string | null;
  function: string;
  level: string;
  managerEmail: string | null;
  timeZone: string | null;
  /** `YYYY-MM-DD`, for who is paused. */
  until: string | null;
  /** When somebody who is not in was asked, and reminded, as `stamp` writes it. */
  invitedAt: string | null;
  remindedAt: string | null;
}
