// What people in a rehearsal write. Made up; chosen by the dice. Pure.
import type { Words } from '../colleagues/words.ts';

const lines = [
  'The budget meeting ends',
  'Ask Jo what they would cut first',
  'I waited too long to say it',
  'Leave the agenda with the team',
  'Monday’s planning meeting starts',
  'Listen longer before I answer',
  'We both guard the same thing',
  'Say plainly what I do not know',
  'Thursday, after the stand-up',
  'Hand the hiring decision over',
  'What are we not asking?',
  'A walk and an hour without screens',
];

/** The same few lines for everything: nobody reads them. */
export const sayings: Words = { reply: (dice) => saying(dice), inField: (dice, { most }) => saying(dice, most) };

/** A short line that fits into `most` characters. */
function saying(dice: () => number, most = 60): string {
  const line = lines[Math.floor(dice() * lines.length)] ?? '';
  return [...line].slice(0, most).join('');
}
