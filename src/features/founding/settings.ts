// What an organiser sets for a programme, and the choices there are. Pure.
import type { Anchor } from './plan.ts';

/** Who chooses: the bot from the rules; leaders name whom they would welcome and the bot proposes; leaders choose each other. */
export const CHOOSING = ['welcome', 'bot', 'leaders'] as const;
/** What the channel hears of a new round. */
export const ANNOUNCING = ['names', 'functions'] as const;
/** Whether a round comes by itself on its day, or waits for an organiser. */
export const ROTATING = ['automatic', 'approve'] as const;

/** What an organiser sets. */
export interface Settings extends Anchor {
  name: string;
  /** 1 is Monday. */
  sendWeekday: number;
  /** `HH:MM`, in `timeZone`. */
  sendTime: string;
  /** IANA name. */
  timeZone: string;
  functions: readonly string[];
  /** 1 is Monday. */
  workingDays: readonly number[];
  choosing: (typeof CHOOSING)[number];
  announcing: (typeof ANNOUNCING)[number];
  rotating: (typeof ROTATING)[number];
  /** Other kinds of help, one line each. */
  helpLinks: readonly string[];
}
