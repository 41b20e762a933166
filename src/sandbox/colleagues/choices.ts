// Which of the buttons before them a person presses: by the words on them, as people do. Pure.
import type { Temperament } from './temperaments.ts';

/** How much a label draws; what is not listed is pressed by nobody. Labels that begin alike are taken together. */
const DRAWS: Readonly<Record<string, number>> = {
  'This suits me': 20,
  Answer: 8,
  Skip: 1,
  'Pick a time': 12,
  'We have one already': 1,
  'Not this fortnight': 1,
  'Book our meeting': 4,
  'Write a note': 5,
  'Another question': 2,
  'Open our agreement': 12,
  'I agree to this': 20,
  'See the plan': 2,
  'Move it': 1,
  'We met': 14,
  'Not yet': 3,
  'Skip this time': 1,
  Done: 6,
  Partly: 3,
  'Let it go': 1,
  'Keep it': 4,
  'Make it smaller': 2,
  'Commit to something': 6,
  'Choose one small thing': 6,
  'Pick a new time': 4,
  'Try 20 minutes': 2,
  'Leave it this time': 2,
  'Find a time': 4,
  'Make it shorter': 2,
  'Carry on': 6,
  'Look back': 8,
  'Add an insight': 3,
  'Share, no names': 6,
  'Share with our names': 3,
  'Do not share': 1,
  'Write my card': 8,
  'Write it': 6,
  'Write a line': 4,
  'Write to': 4,
  'Read it': 1,
  'See the results': 3,
  Join: 10,
  'Not this time': 1,
  'Join a pair': 4,
  'Match me again': 4,
  'Finish here': 1,
  Yes: 6,
  'Come back': 1,
  Approve: 4,
  'Suggest a match': 6,
};

/** What draws no more than this is pressed now and then, and mostly not at all. */
const SIDE_DOOR = 2;
const NOTHING = 40;
/** Who has asked may ask once more, but not for ever. */
const ASKS_AGAIN = 0.5;
const ASKS = 'Ask for another';

/** The label that is pressed, drawn from `labels`; nothing where none of them draws this person. */
export function chooseLabel(labels: readonly string[], temperament: Temperament, dice: () => number): string | undefined {
  if (temperament === 'asking' && labels.includes(ASKS) && dice() < ASKS_AGAIN) return ASKS;
  const drawn = labels.map((label) => ({ label, weight: drawOf(label) })).filter(({ weight }) => weight > 0);
  const asked = drawn.some(({ weight }) => weight > SIDE_DOOR);
  const whole = drawn.reduce((sum, { weight }) => sum + weight, asked ? 0 : NOTHING);
  let at = dice() * whole;
  for (const { label, weight } of drawn) {
    at -= weight;
    if (at < 0) return label;
  }
  return undefined;
}

function drawOf(label: string): number {
  return DRAWS[label] ?? DRAWS[Object.keys(DRAWS).find((known) => label.startsWith(`${known} `)) ?? ''] ?? 0;
}
