// A report as a picture of one page: counts as big figures, shares as bars with their words beside them. On a ground of its own, so that it reads in
// light and in dark; nothing depends on colour, and every ink has a contrast of at least 4.5 to what is behind it. Pure.
import type { Content } from '../../platform/content/load.ts';
import { drawing, LETTER, round, text } from '../../platform/pictures/svg.ts';
import type { Reach } from './reach.ts';
import { titleOf } from './report-view.ts';
import type { Part, Readers, Row } from './row.ts';
import { type Shown, sayReport } from './said.ts';

const WIDTH = 1200;
const EDGE = 48;
const INSIDE = WIDTH - 2 * EDGE;
const BAR = { x: 820, width: WIDTH - EDGE - 820, height: 16 };
const TILES = 4;
const INK = '#10243b';
const SOFT = '#46525f';
const SURE = '#1d4e89';
const PERHAPS = '#9cc0e7';

/** A piece of the page, and how high it is. */
interface Piece {
  height: number;
  draw: (top: number) => string;
}

export function drawReport(content: Content, report: Shown, to: Readers): string {
  const intro = content.plain('sp.intro');
  const pieces = [
    ...lines(titleOf(content, report), { size: 32, bold: true, ink: INK }),
    ...lines(content.plain('measuring.published', { date: report.date }), { size: 17, ink: SOFT }),
    ...lines(intro, { size: 17, ink: SOFT }),
    ...sayReport(content, report, to).flatMap(partPieces),
    ...(to === 'sponsors'
      ? [rule(), ...lines(content.plain('measuring.asks', { promise: content.plain('sp.promise') }), { size: 18, ink: INK })]
      : []),
  ];
  let top = EDGE;
  const drawn = pieces.map(({ height, draw }) => {
    const part = draw(top);
    top += height;
    return part;
  });
  return drawing({ width: WIDTH, height: Math.ceil(top + EDGE) }, drawn);
}

/** All that the picture says, in words. */
export function tellReport(content: Content, report: Shown, to: Readers, most = 1000): string {
  const rows = sayReport(content, report, to).flatMap(({ rows: measures, notes }) => [
    ...measures.map(({ measure, when, figure }) => [measure, when, figure].filter((each) => each !== undefined).join(' ')),
    ...notes,
  ]);
  const all = content.plain('measuring.picture.alt', { title: titleOf(content, report), rows: rows.join('; ') });
  return all.length <= most ? all : `${all.slice(0, most - 1)}…`;
}

function partPieces({ question, rows, notes }: Part): Piece[] {
  const counts = rows.filter((row) => /^\d+$/.test(row.figure));
  const others = rows.filter((row) => !counts.includes(row));
  return [
    rule(),
    ...lines(question, { size: 24, bold: true, ink: INK }),
    ...tiles(counts),
    ...others.flatMap((row, at) => rowPieces(row, others[at - 1])),
    ...notes.flatMap((note) => lines(note, { size: 15, ink: SOFT })),
  ];
}

function tiles(rows: readonly Row[]): Piece[] {
  const wide = INSIDE / TILES;
  return Array.from({ length: Math.ceil(rows.length / TILES) }, (_, line) => rows.slice(line * TILES, (line + 1) * TILES)).map((some) => ({
    height: 96,
    draw: (top) =>
      some
        .flatMap(({ measure, figure }, at) => [
          text({ x: EDGE + at * wide, y: top + 48, size: 40, ink: SURE, words: figure, bold: true }),
          text({ x: EDGE + at * wide, y: top + 74, size: 16, ink: INK, words: measure }),
        ])
        .join(''),
  }));
}

function rowPieces({ measure, when, figure, aim, bar }: Row, before: Row | undefined): Piece[] {
  const above = when !== undefined && before?.measure !== measure ? lines(measure, { size: 18, ink: INK }) : [];
  const label = wrapped(when ?? measure, 18, 400);
  const said = wrapped(aim ? `${figure} (${aim})` : figure, 18, bar ? 340 : 680, true);
  const height = Math.max(label.length, said.length) * 25 + 11;
  const indent = when === undefined ? 0 : 20;
  const draw = (top: number) =>
    [
      ...label.map((words, at) => text({ x: EDGE + indent, y: top + 20 + at * 25, size: 18, ink: when === undefined ? INK : SOFT, words })),
      ...said.map((words, at) => text({ x: EDGE + 430, y: top + 20 + at * 25, size: 18, ink: INK, words, bold: true })),
      ...(bar ? [drawBar(bar, top + 6)] : []),
    ].join('');
  return [...above, { height, draw }];
}

/** What is certain in the dark, what is possible beside it in the light; the words beside it say the same. */
function drawBar({ sure, most }: Reach, top: number): string {
  const { x, width, height } = BAR;
  const rect = (from: number, to: number, fill: string) =>
    to > from
      ? `<rect x="${round(x + (from * width) / 100)}" y="${top}" width="${round(((to - from) * width) / 100)}" height="${height}" fill="${fill}"/>`
      : '';
  const frame = `<rect x="${x}" y="${top}" width="${width}" height="${height}" fill="none" stroke="#6b7686"/>`;
  return [rect(0, sure, SURE), rect(sure, most, PERHAPS), frame].join('');
}

function rule(): Piece {
  const draw = (top: number) => `<rect x="${EDGE}" y="${round(top + 14)}" width="${INSIDE}" height="1" fill="#c3cad3"/>`;
  return { height: 28, draw };
}

function lines(words: string, { size, ink, bold = false }: { size: number; ink: string; bold?: boolean }): Piece[] {
  const height = size * 1.45;
  return wrapped(words, size, INSIDE, bold).map((line) => ({
    height,
    draw: (top) => text({ x: EDGE, y: top + size * 1.1, size, ink, words: line, bold }),
  }));
}

/** Broken between words, and within one that is too long for a line. */
function wrapped(words: string, size: number, width: number, bold = false): string[] {
  const most = Math.max(1, Math.floor(width / (size * LETTER * (bold ? 1.1 : 0.95))));
  const broken: string[] = [''];
  for (const word of words.split(/\s+/).flatMap((each) => each.match(new RegExp(`.{1,${most}}`, 'gu')) ?? [])) {
    const last = broken.at(-1) ?? '';
    if (last !== '' && last.length + 1 + word.length > most) broken.push(word);
    else broken[broken.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return broken;
}
