// The pieces from which the picture of a report is put together: lines of text, big figures, and bars with their words beside them. Nothing depends on
// colour, and every ink has a contrast of at least 4.5 to what is behind it. Pure.
import { LETTER, round, text } from '../../platform/pictures/svg.ts';
import type { Reach } from './reach.ts';
import type { Row } from './row.ts';

export const WIDTH = 1200;
export const EDGE = 48;
const INSIDE = WIDTH - 2 * EDGE;
const GAP = 40;
export const INK = '#10243b';
export const SOFT = '#46525f';
const SURE = '#1d4e89';
const PERHAPS = '#9cc0e7';
const LINE = 24;
const TILES = 7;

/** A piece of the page, and how high it is. */
export interface Piece {
  height: number;
  draw: (top: number) => string;
}

export interface Type {
  size: number;
  ink: string;
  bold?: boolean;
}

export function rule(): Piece {
  const draw = (top: number) => `<rect x="${EDGE}" y="${round(top + 14)}" width="${INSIDE}" height="1" fill="#c3cad3"/>`;
  return { height: 28, draw };
}

/** Text over the whole width, or a part of it. */
export function lines(words: string, type: Type, { x = EDGE, width = INSIDE } = {}): Piece[] {
  const { size, ink, bold = false } = type;
  return wrapped(words, type, width).map((line) => ({
    height: size * 1.45,
    draw: (top) => text({ x, y: top + size * 1.1, size, ink, words: line, bold }),
  }));
}

/** Counts as big figures with their names below. */
export function tiles(rows: readonly Row[]): Piece[] {
  const wide = INSIDE / TILES;
  const label: Type = { size: 15, ink: INK };
  return inLots(rows, TILES).map((some) => ({
    height: 72 + 20 * Math.max(...some.map(({ measure }) => wrapped(measure, label, wide - 12).length)),
    draw: (top) =>
      some
        .flatMap(({ measure, figure }, at) => [
          text({ x: EDGE + at * wide, y: top + 44, size: 42, ink: SURE, words: figure, bold: true }),
          ...wrapped(measure, label, wide - 12).map((words, n) => text({ x: EDGE + at * wide, y: top + 68 + n * 20, ...label, words })),
        ])
        .join(''),
  }));
}

/** One measure over the whole width: its name, its figure, its aim, its bar. */
export function measureLine({ measure, figure, aim, bar }: Row): Piece {
  const name = wrapped(measure, { size: 18, ink: INK }, 420);
  const said = wrapped(figure, { size: 20, ink: INK, bold: true }, bar ? 300 : 640);
  const below = aim ? [aim] : [];
  const draw = (top: number) =>
    [
      ...name.map((words, at) => text({ x: EDGE, y: top + 20 + at * LINE, size: 18, ink: INK, words })),
      ...said.map((words, at) => text({ x: EDGE + 430, y: top + 20 + at * LINE, size: 20, ink: INK, words, bold: true })),
      ...below.map((words) => text({ x: EDGE + 430, y: top + 20 + said.length * LINE, size: 15, ink: SOFT, words })),
      ...(bar ? [drawBar(bar, { x: EDGE + 760, top: top + 5, width: INSIDE - 760 })] : []),
    ].join('');
  return { height: Math.max(name.length, said.length + below.length) * LINE + 10, draw };
}

/** What was asked, with what was said each time: two of them side by side. */
export function asked(content: (row: Row) => string, groups: readonly (readonly Row[])[]): Piece[] {
  const width = (INSIDE - GAP) / 2;
  return inLots(groups, 2).map((two) => {
    const columns = two.map((rows, at) => {
      const x = EDGE + at * (width + GAP);
      const [first] = rows;
      return first ? [...lines(content(first), { size: 17, ink: INK }, { x, width }), ...rows.map((row) => saidOnce(row, x))] : [];
    });
    return { height: Math.max(...columns.map(heightOf)) + 12, draw: (top) => columns.map((column) => stacked(column, top)).join('') };
  });
}

function saidOnce({ when = '', figure, of, aim, bar }: Row, x: number): Piece {
  const said = wrapped(of?.figure ?? figure, { size: 17, ink: INK, bold: true }, bar ? 180 : 380);
  const below = aim ? [aim] : [];
  const draw = (top: number) =>
    [
      text({ x, y: top + 18, size: 15, ink: SOFT, words: when }),
      ...(bar ? [drawBar(bar, { x: x + 145, top: top + 4, width: 190 })] : []),
      ...said.map((words, at) => text({ x: x + (bar ? 350 : 145), y: top + 18 + at * 21, size: 17, ink: INK, words, bold: true })),
      ...below.map((words) => text({ x: x + (bar ? 350 : 145), y: top + 18 + said.length * 21, size: 14, ink: SOFT, words })),
    ].join('');
  return { height: (said.length + below.length) * 21 + 7, draw };
}

/** What is certain in the dark, what is possible beside it in the light; the words beside it say the same. */
function drawBar({ sure, most }: Reach, { x, top, width }: { x: number; top: number; width: number }): string {
  const height = 16;
  const rect = (from: number, to: number, fill: string) => {
    const [at, wide] = [round(x + (from * width) / 100), round(((to - from) * width) / 100)];
    return wide > 0 ? `<rect x="${at}" y="${round(top)}" width="${wide}" height="${height}" fill="${fill}"/>` : '';
  };
  const frame = `<rect x="${round(x)}" y="${round(top)}" width="${round(width)}" height="${height}" fill="none" stroke="#6b7686"/>`;
  return [rect(0, sure, SURE), rect(sure, most, PERHAPS), frame].join('');
}

/** Pieces below each other. */
export function stacked(pieces: readonly Piece[], from: number): string {
  let top = from;
  const drawn = pieces.map(({ height, draw }) => {
    const part = draw(top);
    top += height;
    return part;
  });
  return drawn.join('\n');
}

export function heightOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { height }) => sum + height, 0);
}

function inLots<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}

/** Broken between words, and within one that is too long for a line. */
function wrapped(words: string, { size, bold = false }: Type, width: number): string[] {
  const most = Math.max(1, Math.floor(width / (size * LETTER * (bold ? 1.05 : 0.92))));
  const broken: string[] = [''];
  for (const word of words.split(/\s+/).flatMap((each) => each.match(new RegExp(`.{1,${most}}`, 'gu')) ?? [])) {
    const last = broken.at(-1) ?? '';
    if (last !== '' && last.length + 1 + word.length > most) broken.push(word);
    else broken[broken.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return broken;
}
