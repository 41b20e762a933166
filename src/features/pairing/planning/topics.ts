// What somebody would like to work on, held against what somebody else can help with: words that mean something, compared by their stems. Pure.
import type { Candidate } from '../plan.ts';

export interface Topics {
  wanted: ReadonlySet<string>;
  offered: ReadonlySet<string>;
}

/** More words in common than this count no more: a long text is no better fit. */
export const MOST_TOPICS = 6;

const SHORTEST = 4;
const STEM = 6;

/** Words that say nothing about a topic. */
const EMPTY = new Set(
  'about able after again also always another anything around because been before being best better between both could does doing done down each even ever every everyone everything find first from full gain getting give given giving going good great have having help helped helping here into just keep know known large like likely little make making many maybe more most much must need needs other others over people perhaps quite really same should since some someone something still such take than that their them then there these they thing things think this those through time toward under until upon very want wants well were what when where which while will with within without work worked working would year years your'.split(
    ' ',
  ),
);

export function topicsOf({ workOn, helpWith }: Pick<Candidate, 'workOn' | 'helpWith'>): Topics {
  return { wanted: stems(workOn), offered: stems(helpWith) };
}

/** How many topics of either the other can help with. */
export function fitOf(a: Topics, b: Topics): number {
  if (a.wanted.size + b.wanted.size === 0) return 0;
  return Math.min(shared(a.wanted, b.offered) + shared(b.wanted, a.offered), MOST_TOPICS);
}

/** `MOST_TOPICS` less the fit of each two, a row at a time: looked up by who else has the same words. */
export function misfits(people: readonly Topics[]): (u: number, into: Float64Array, until?: number) => void {
  const wanting = byStem(people.map(({ wanted }) => wanted));
  const offering = byStem(people.map(({ offered }) => offered));
  const met = people.map(({ wanted, offered }) => [...listsOf(wanted, offering), ...listsOf(offered, wanting)]);
  return (u, into, until = people.length) => {
    into.fill(MOST_TOPICS, 0, until);
    for (const others of met[u] as Int32Array[]) {
      for (let at = 0; at < others.length && (others[at] as number) < until; at++) {
        const v = others[at] as number;
        if ((into[v] as number) > 0) into[v] = (into[v] as number) - 1;
      }
    }
  };
}

/** Who has each word, in order. */
function byStem(all: readonly ReadonlySet<string>[]): ReadonlyMap<string, Int32Array> {
  const people = new Map<string, number[]>();
  all.forEach((words, v) => {
    for (const word of words) {
      const others = people.get(word);
      if (others) others.push(v);
      else people.set(word, [v]);
    }
  });
  return new Map([...people].map(([word, others]) => [word, Int32Array.from(others)]));
}

function listsOf(words: ReadonlySet<string>, people: ReadonlyMap<string, Int32Array>): Int32Array[] {
  return [...words].flatMap((word) => people.get(word) ?? []);
}

function shared(wanted: ReadonlySet<string>, offered: ReadonlySet<string>): number {
  let count = 0;
  for (const stem of wanted) if (offered.has(stem)) count++;
  return count;
}

function stems(text: string): Set<string> {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => word.length >= SHORTEST && !EMPTY.has(word)).map((word) => word.slice(0, STEM)));
}
