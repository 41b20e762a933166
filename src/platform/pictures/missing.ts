// Which letters no font here can draw: neither the one that comes with the program nor one of the machine. Found out by drawing them beside a sign
// that no font has.
import { Resvg } from '@resvg/resvg-js';
import { lacking } from './font.ts';
import { FONT } from './png.ts';
import { text } from './svg.ts';

const CELL = 40;
const IN_A_ROW = 100;
/** The last sign of Unicode is none for good. */
const NONE = '\u{10ffff}';

/** Those of `letters` that cannot be drawn. */
export function missing(letters: readonly string[]): string[] {
  const unknown = lacking(letters.join(''));
  const rows = Array.from({ length: Math.ceil(unknown.length / IN_A_ROW) }, (_, at) => unknown.slice(at * IN_A_ROW, (at + 1) * IN_A_ROW));
  return rows.flatMap(missingInRow);
}

function missingInRow(letters: readonly string[]): string[] {
  const [none, ...cells] = cellsOf([NONE, ...letters]);
  return letters.filter((_, at) => cells[at]?.equals(none ?? Buffer.alloc(0)));
}

/** Each letter as the points of its own cell. */
function cellsOf(letters: readonly string[]): Buffer[] {
  const drawn = letters.map((words, at) => text({ x: at * CELL + 4, y: 30, size: 24, ink: '#000000', words }));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${letters.length * CELL}" height="${CELL}" font-family="DejaVu Sans">${drawn.join('')}</svg>`;
  const { pixels, width } = new Resvg(svg, { font: { ...FONT, loadSystemFonts: true }, logLevel: 'off' }).render();
  const lines = Array.from({ length: CELL }, (_, y) => y);
  return letters.map((_, at) =>
    Buffer.concat(lines.map((y) => pixels.subarray(4 * (y * width + at * CELL), 4 * (y * width + (at + 1) * CELL)))),
  );
}
