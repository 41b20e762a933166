// What a group may be told of its own answers, and what may not be said (programme.md §1.14). These are laws: constants here, no settings. Why
// no reader can work out anybody's answer from what is left is written in docs/decisions/0016. Pure.

/** Fewer replies, or from fewer pairs and trios, are no group. */
const LEAST_REPLIES = 5;
const LEAST_PAIRS = 3;
/** From so many on there are figures; below, bands. */
const LEAST_FOR_FIGURES = 10;
/** What is sensitive, and what compares then with now, needs more and never becomes a figure. */
const LEAST_SENSITIVE = 8;
/** Whatever is said leaves room for so many people on either side: for the reader, who knows their own answer, and for one more. */
const ROOM = 2;
const LEAST_REMARKS = 5;

export const bandNames = ['few', 'some', 'half', 'most', 'all'] as const;
export type Band = (typeof bandNames)[number];
/** From how many in a hundred on each band begins. */
export const bandFrom: Readonly<Record<Band, number>> = { few: 0, some: 15, half: 40, most: 65, all: 85 };

/** What is said of how many said yes: one band or several next to each other; or a whole percentage, exact or as a bound. */
export type Saying = { bands: Band[] } | { percent: number; is: 'exactly' | 'or-more' | 'or-less' };

/** Counts that are told in the same words. */
interface Cell {
  from: number;
  to: number;
  bands: Band[];
}

/** One person's answer to one item, as far as it is counted. */
export interface Counted {
  pair: string;
  yes: boolean;
}

/** Whether these replies are enough to say anything of them. */
export function isGroup(replies: readonly { pair: string }[], { sensitive }: { sensitive: boolean }): boolean {
  const enough = replies.length >= (sensitive ? LEAST_SENSITIVE : LEAST_REPLIES);
  return enough && new Set(replies.map(({ pair }) => pair)).size >= LEAST_PAIRS;
}

/** What may be said of these answers; nothing below the thresholds. */
export function sayingOf(counted: readonly Counted[], { sensitive }: { sensitive: boolean }): Saying | undefined {
  if (!isGroup(counted, { sensitive })) return undefined;
  const yes = counted.filter((each) => each.yes).length;
  return sensitive || counted.length < LEAST_FOR_FIGURES ? inBands(yes, counted.length) : inFigures(yes, counted.length);
}

/** The same for groups that know one another: bands, however many reply. */
export function sayingInBands(counted: readonly Counted[]): { bands: Band[] } | undefined {
  return isGroup(counted, { sensitive: false }) ? inBands(counted.filter(({ yes }) => yes).length, counted.length) : undefined;
}

/** Remarks come without names, in an order that tells nothing, and only when enough people let them be read. */
export function remarksOf(ticked: readonly { pair: string; text: string; mark: string }[]): string[] {
  const enough = ticked.length >= LEAST_REMARKS && new Set(ticked.map(({ pair }) => pair)).size >= LEAST_PAIRS;
  if (!enough) return [];
  return [...ticked].sort((a, b) => (a.mark < b.mark ? -1 : 1)).map(({ text }) => text);
}

/** Whether the reply line needs its caution: fewer than six in ten. */
export function isPart(replied: number, asked: number): boolean {
  return replied * 10 < asked * 6;
}

/** The ends are bounds, so that not even an answer that all gave says what each gave. */
function inFigures(yes: number, replies: number): Saying {
  if (yes <= ROOM) return { percent: Math.ceil((100 * ROOM) / replies), is: 'or-less' };
  if (yes >= replies - ROOM) return { percent: Math.floor((100 * (replies - ROOM)) / replies), is: 'or-more' };
  return { percent: Math.round((100 * yes) / replies), is: 'exactly' };
}

function inBands(yes: number, replies: number): { bands: Band[] } {
  const cell = cellsOf(replies).find(({ to }) => yes <= to);
  return { bands: cell?.bands ?? [...bandNames] };
}

/** The bands for so many replies. Where one of them would pin its counts to an end, it is told together with its neighbour. */
export function cellsOf(replies: number): Cell[] {
  const cells = bandsAlone(replies);
  while (cells.length > 1 && (cells[0] as Cell).to < ROOM) cells.splice(0, 2, joined(cells[0] as Cell, cells[1] as Cell));
  while (cells.length > 1 && (cells.at(-1) as Cell).from > replies - ROOM)
    cells.splice(-2, 2, joined(cells.at(-2) as Cell, cells.at(-1) as Cell));
  return cells.length > 1 ? cells : halves(replies);
}

function bandsAlone(replies: number): Cell[] {
  return countsTo(replies).reduce<Cell[]>((cells, count) => {
    const band = bandOf(count, replies);
    const last = cells.at(-1);
    if (last?.bands.includes(band)) last.to = count;
    else cells.push({ from: count, to: count, bands: [band] });
    return cells;
  }, []);
}

/** With five replies even that says too much: then only on which side of the middle. */
function halves(replies: number): Cell[] {
  const middle = Math.floor(replies / 2);
  const cell = (from: number, to: number): Cell => {
    const touched = new Set(
      countsTo(to)
        .slice(from)
        .map((count) => bandOf(count, replies)),
    );
    return { from, to, bands: bandNames.filter((band) => touched.has(band)) };
  };
  return [cell(0, middle), cell(middle + 1, replies)];
}

function joined(one: Cell, next: Cell): Cell {
  return { from: one.from, to: next.to, bands: [...one.bands, ...next.bands] };
}

function bandOf(yes: number, replies: number): Band {
  return [...bandNames].reverse().find((band) => 100 * yes >= bandFrom[band] * replies) ?? 'few';
}

function countsTo(most: number): number[] {
  return Array.from({ length: most + 1 }, (_, count) => count);
}
