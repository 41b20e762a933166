// The demo's leaders in words: each line is drawn once before any comes again.
import type { Words } from '../../colleagues/words.ts';
import { closing } from './closing.ts';
import { whens, wills } from './commitments.ts';
import { anyNote, notes } from './notes.ts';

/** Lines for whatever a field asks, short enough for any. */
const plain = ['Yes, gladly', 'Thursday suits me best', 'An hour without screens', 'What are we not asking?', 'Slower, and plainer'];

/** Words that remember what has been said already. */
export function openWords(): Words {
  const left = new Map<readonly string[], string[]>();
  const draw = (lines: readonly string[], dice: () => number, most: number) => {
    const fitting = (left.get(lines) ?? []).length > 0 ? (left.get(lines) as string[]) : [...lines];
    left.set(lines, fitting);
    const [line = ''] = fitting.splice(Math.floor(dice() * fitting.length), 1);
    return [...line].length <= most ? line : [...(plain[Math.floor(dice() * plain.length)] ?? '')].slice(0, most).join('');
  };
  const note = (dice: () => number, element: string | null, most: number) => draw(notes[element ?? ''] ?? anyNote, dice, most);
  return {
    reply: (dice, element) => note(dice, element, 600),
    inField: (dice, { form, block, most, element }) => {
      if (block === 'will') return draw(wills, dice, most);
      if (block === 'when') return draw(whens, dice, most);
      if (form === 'coaching.note') return note(dice, element, most);
      return draw(closing[`${form}/${block}`] ?? plain, dice, most);
    },
  };
}
