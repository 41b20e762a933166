// Where the pair of the samples stands in the last fortnight of its round: who is in it, when the next one begins, and what they wrote.
import { joined } from '../../../features/coaching/meetings/times.ts';
import type { Texts } from '../../../features/reviewing/closing/box-view.ts';
import { CARD_LINES, LENGTHS, LOOKING_BACK } from '../../../features/reviewing/closing/plan.ts';
import type { LastWords } from '../../../features/reviewing/closing/scheduled-views.ts';
import { members, namesOf, PAIR, partners } from '../coaching/pair.ts';
import { bySize, recordId, written } from '../made-up.ts';
import type { Size } from '../sample.ts';

export const ROUND = recordId(71);
export const LEADER = recordId(30);
export const PLACE = { pair: PAIR, round: ROUND, leader: LEADER };

/** When something written at the end was written. */
export const WRITTEN_AT = '2028-04-04T08:30:00.000Z';

/** The first day of the next round. */
export const NEXT: Readonly<Record<Size, string>> = {
  usual: 'Monday 10 April 2028',
  longest: 'Wednesday 30 September 2027',
  shortest: 'Monday 3 May 2027',
};

/** Everyone else in the pair, in words: at the longest a trio. */
export function company(size: Size): string {
  return joined(namesOf(partners(size, size === 'longest' ? 3 : 2)));
}

export function lastWords(size: Size, count = 2): LastWords {
  const all = members(size, size === 'longest' ? 3 : count).map(({ leader, name }) => ({ leader, name }));
  const [own, ...others] = all;
  const [introduces] = others;
  return {
    ...{ ...PLACE, programme: recordId(1), name: own?.name ?? '', partner: joined(others.map(({ name }) => name)), partners: others },
    ...(introduces && { introduces }),
  };
}

const LOOK_BACK = [
  'Wait. I ask the second question now, where I used to answer the first.',
  'The one about the reorganisation. I told my team the week after, and lost nobody.',
  'That Operations plans in weeks. We now close the forecast on their day.',
  'Handing over the quarterly review. I will do it in May, with Priya.',
];
const CARD = [
  'Silence, and a question at the end of it.',
  'Straight, and early.',
  'Letting go of the quarterly review.',
  'Money, and how to say no kindly.',
];

/** What the reader wrote on looking back. */
export function lookBack(size: Size): Texts {
  return textsOf(LOOKING_BACK, (n) =>
    bySize(size, { usual: LOOK_BACK[n], longest: written('longest', LENGTHS.lookBack), shortest: n === 0 ? 'Yes' : undefined }),
  );
}

/** The lines of a card; at the shortest only one. */
export function card(size: Size): Texts {
  return textsOf(CARD_LINES, (n) =>
    bySize(size, { usual: CARD[n], longest: written('longest', LENGTHS.card), shortest: n === 0 ? 'Yes' : undefined }),
  );
}

function textsOf(ids: readonly string[], text: (n: number) => string | undefined): Texts {
  return Object.fromEntries(ids.flatMap((id, n) => (text(n) === undefined ? [] : [[id, text(n)]])));
}

export function insightText(size: Size): string {
  const usual = 'We both guarded the same budget line. Saying so out loud took five minutes and saved a quarter.';
  return bySize(size, { usual, longest: written('longest', LENGTHS.insight), shortest: 'Yes' });
}

export function introductionText(size: Size): string {
  const usual = 'Ask Amina for the number behind the number, and give her a moment.';
  return bySize(size, { usual, longest: written('longest', LENGTHS.introduction), shortest: 'Yes' });
}

export function lineText(size: Size): string {
  const usual = 'You asked me in November what I was protecting. I still think of it. Thank you.';
  return bySize(size, { usual, longest: written('longest', LENGTHS.line), shortest: 'Yes' });
}
