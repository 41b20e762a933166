// A report as a picture of one page, on a ground of its own, so that it reads in light and in dark; and the same in words, for everyone who does not
// see it. Pure.
import type { Content } from '../../platform/content/load.ts';
import { drawing } from '../../platform/pictures/svg.ts';
import { asked, EDGE, heightOf, INK, lines, measureLine, type Piece, rule, SOFT, stacked, tiles, WIDTH } from './picture-pieces.ts';
import { titleOf } from './report-view.ts';
import type { Part, Readers, Row } from './row.ts';
import { type Shown, sayReport } from './said.ts';

export function drawReport(content: Content, report: Shown, to: Readers): string {
  const asks = content.plain('measuring.asks', { promise: content.plain('sp.promise') });
  const pieces = [
    ...lines(titleOf(content, report), { size: 30, bold: true, ink: INK }),
    ...lines(content.plain('measuring.published', { date: report.date }), { size: 17, ink: SOFT }),
    ...lines(content.plain('sp.intro'), { size: 17, ink: SOFT }),
    ...sayReport(content, report, to).flatMap((part) => partPieces(content, part)),
    ...(to === 'sponsors' ? [rule(), ...lines(asks, { size: 18, ink: INK })] : []),
  ];
  const size = { width: WIDTH, height: Math.ceil(heightOf(pieces) + 2 * EDGE) };
  return drawing(size, [stacked(pieces, EDGE)]);
}

/** All that the picture says, in words, as far as `most` characters hold it. */
export function tellReport(content: Content, report: Shown, to: Readers, most: number): string {
  const rows = sayReport(content, report, to).flatMap(({ rows: measures, notes }) => [
    ...measures.map(({ measure, when, figure }) => (when ? `${measure} ${when}: ${figure}` : `${measure}: ${figure}`)),
    ...notes,
  ]);
  // What ends with a stop of its own is parted by it.
  const told = rows.map((row, at) => (at === rows.length - 1 || row.endsWith('.') ? row : `${row};`)).join(' ');
  const all = content.plain('measuring.picture.alt', { title: titleOf(content, report), rows: told });
  return all.length <= most ? all : `${all.slice(0, most - 1)}…`;
}

function partPieces(content: Content, { question, rows, notes }: Part): Piece[] {
  const answers = rows.filter(({ when }) => when !== undefined);
  const measures = rows.filter(({ when }) => when === undefined);
  const figures = measures.filter(({ figure }) => /^\d+$/.test(figure));
  const counts = figures.length > 2 ? figures : [];
  const heading = ({ measure, of }: Row) => (of ? content.plain('measuring.counted', { measure, side: of.side }) : measure);
  return [
    rule(),
    ...lines(question, { size: 23, bold: true, ink: INK }),
    ...tiles(counts),
    ...measures.filter((row) => !counts.includes(row)).map(measureLine),
    ...asked(heading, groupedByMeasure(answers)),
    ...notes.flatMap((note) => lines(note, { size: 15, ink: SOFT })),
  ];
}

function groupedByMeasure(rows: readonly Row[]): Row[][] {
  return [...new Set(rows.map(({ measure }) => measure))].map((measure) => rows.filter((row) => row.measure === measure));
}
