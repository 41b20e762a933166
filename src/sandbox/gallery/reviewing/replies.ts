// What a group has answered to the pulses, and what is published of it: worked out by the room's own head, so that a sample never says what could
// not be said. In every size.

import type { Given } from '../../../features/reviewing/answers.ts';
import { type Answers, conclude, type Reply, type Report } from '../../../features/reviewing/conclude.ts';
import { REMARK_LENGTH } from '../../../features/reviewing/form-view.ts';
import { itemsOf, type Moment } from '../../../features/reviewing/plan.ts';
import type { Remarks, ResultShown } from '../../../features/reviewing/result-view.ts';
import { severalFrom } from '../../../features/reviewing/sides.ts';
import { CHANGE_LENGTH } from '../../../features/reviewing/views.ts';
import type { PulseItem } from '../../../platform/content/pulse.ts';
import { bySize, recordId, times, written } from '../made-up.ts';
import type { Size } from '../sample.ts';

/** How many were asked, and how many replied: as a rule enough for figures, at the shortest too few for anything. */
export function turnout(size: Size): { replied: number; asked: number } {
  return bySize(size, { usual: { replied: 19, asked: 23 }, longest: { replied: 40, asked: 999 }, shortest: { replied: 3, asked: 6 } });
}

/** The choices that people made, by the item's scale: each takes one of these. */
const CHOSEN: Readonly<Record<PulseItem['scale'], readonly (readonly number[])[]>> = {
  agree: [[3], [4], [3], [2], [3], [4], [1], [3]],
  often: [[2], [1], [2], [3], [1], [2], [0]],
  count: [[2], [3], [1], [4], [3], [5], [2]],
  more: [[0], [0], [1], [0], [0], [2], [0]],
  worth: [[0], [1], [0]],
  given: [[0, 1], [0], [1, 2], [0, 3], [2]],
  pace: [[1], [1], [1], [0], [1], [2], [1]],
};

/** What the `n`th person answered at a moment. Six months ago everybody was a step behind. */
export function answersOf(moment: Moment, n: number): Answers {
  const behind = moment === 'then' || moment === 'opening' ? 1 : 0;
  return Object.fromEntries(
    itemsOf(moment).map(({ id, scale }, k) => {
      const made = CHOSEN[scale][(n * 3 + k * 5) % CHOSEN[scale].length] ?? [0];
      return [id, scale === 'agree' || scale === 'often' ? made.map((choice) => Math.max(0, choice - behind)) : made];
    }),
  );
}

/** Everything answered, each with the last choice that says something; several where several may be given. */
export function fullAnswers(moment: Moment): Answers {
  return Object.fromEntries(itemsOf(moment).map(({ id, scale }) => [id, severalFrom(scale) ? CHOSEN[scale].flat().slice(0, 2) : [2]]));
}

/** What the reader gave before, to change. */
export function given(size: Size, moment: Moment): Given {
  if (size === 'shortest') return { answers: {} };
  const text = bySize(size, { usual: 'Fewer messages in the first week.', longest: written('longest', REMARK_LENGTH), shortest: '' });
  return { answers: size === 'longest' ? fullAnswers(moment) : answersOf(moment, 0), ...(moment === 'opening' ? {} : { text }) };
}

/** What is published of one pulse. */
export function result(size: Size, report: Report, more: Partial<ResultShown> = {}): ResultShown {
  const { replied, asked } = turnout(size);
  const moments: Moment[] = report === 'then-and-now' ? ['then', 'now'] : [report];
  const replies = moments.flatMap((moment) =>
    times(replied, (n): Reply => ({ leader: recordId(n), pair: recordId(n >> 1), moment, answers: answersOf(moment, n) })),
  );
  return { report, asked, ...conclude(report, replies), ...more };
}

/** What an organiser has written that will change. */
export function change(size: Size): { text: string; date: string } {
  const usual = 'Check-ins come on Thursdays, and no longer on the day of the board.';
  return {
    text: bySize(size, { usual, longest: written('longest', CHANGE_LENGTH), shortest: 'Yes' }),
    date: bySize(size, { usual: 'Monday 14 February 2028', longest: 'Wednesday 30 September 2027', shortest: 'Monday 3 May 2027' }),
  };
}

const REMARKS = [
  'Fewer messages in the first week.',
  'Longer meetings, less often.',
  'Tell our managers that the hour is part of the job.',
  'Nothing yet. It is the best hour of my fortnight.',
  'Let us choose the partner the second time.',
];

/** What leaders let the organiser read: at the longest more than a form shows at once. */
export function remarks(size: Size): Remarks {
  const texts = bySize(size, { usual: [...REMARKS], longest: times(300, () => written('longest', REMARK_LENGTH)), shortest: [] });
  return { result: recordId(70), texts };
}
