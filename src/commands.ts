// Everything a person may type. Help is made from this table; adding a word is one line here and one function in a room.
import type { Hear } from './platform/slack/spoken.ts';

export interface Command {
  /** The first word after the slash command; empty for the command alone. */
  word: string;
  /** What may follow the word, as help shows it. */
  args?: string;
  for: 'everyone' | 'organiser';
  help: string;
  run: Hear;
}

/** `/coachingpairs …` */
export const commands: readonly Command[] = [];

/** `/rotate …` */
export const rotateCommands: readonly Command[] = [];
