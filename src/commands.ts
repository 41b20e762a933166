// Everything a person may type. Help is made from this table; adding a word is one line here and one function in a room.
import { onNote, onNotes } from './features/coaching/listeners.ts';
import { atHome } from './features/home/listeners.ts';
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

/** The menu and help are made from the tables below. */
export const home = atHome(() => ({ '/coachingpairs': commands, '/rotate': rotateCommands }));

/** `/coachingpairs …` */
export const commands: readonly Command[] = [
  { word: '', for: 'everyone', help: 'home.help.menu', run: home.onMenu },
  { word: 'status', for: 'everyone', help: 'home.help.status', run: home.onStatus },
  { word: 'note', for: 'everyone', help: 'coaching.help.note', run: onNote },
  { word: 'notes', for: 'everyone', help: 'coaching.help.notes', run: onNotes },
  { word: 'guide', for: 'everyone', help: 'home.help.guide', run: home.onGuide },
  { word: 'help', for: 'everyone', help: 'home.help.help', run: home.onHelp },
];

/** `/rotate …` */
export const rotateCommands: readonly Command[] = [];
