// The bridge map as a picture: functions by functions, with the number of pairs that have joined them. Every figure is written out, so that
// nothing depends on colour. Pure.
import type { Content } from '../../platform/content/load.ts';
import { drawing, LETTER, round, text } from '../../platform/pictures/svg.ts';
import { type BridgeMap, counter } from './planning/bridges.ts';

const CELL = 44;
const TEXT = 15;
const EDGE = 24;
const TITLE = 56;
const TITLE_TEXT = 19;
/** The sine of the angle at which the names of columns lean. */
const LEAN = 0.71;
/** More would be too small to read: then those with the fewest bridges are left to the words. */
const MOST_SHOWN = 30;
const LONGEST_LABEL = 28;
const SHADES = [
  { from: 6, fill: '#1d4e89', ink: '#ffffff' },
  { from: 3, fill: '#3774b8', ink: '#ffffff' },
  { from: 1, fill: '#cfe2f6', ink: '#10243b' },
  { from: 0, fill: '#f4f5f7', ink: '#5b6472' },
] as const;

/** The map as an SVG picture on a ground of its own, so that it reads in light and in dark. */
export function drawBridgeMap(content: Content, map: BridgeMap): string {
  const functions = shown(map);
  const labels = functions.map(shortened);
  const title = content.plain('pairing.map.title', { number: map.round });
  const wide = labels.map((label) => label.length * TEXT * LETTER);
  const left = EDGE + Math.max(...wide.slice(1), 0) + 12;
  // A column's name leans to the right above the steps of the triangle: the first one needs room above, the last one beside.
  const top = TITLE + Math.max(...wide.slice(0, -1).map((length, x) => length * LEAN - x * CELL), 0) - CELL + 24;
  const reach = wide.slice(0, -1).map((length, x) => (x + 1) * CELL + length * LEAN);
  const width = Math.ceil(Math.max(left + Math.max(...reach, 0), EDGE + title.length * TITLE_TEXT * LETTER * 1.15) + EDGE);
  const height = Math.ceil(top + functions.length * CELL + EDGE);
  const count = counter(map.bridges);
  const rows = functions.map((row, y) => drawRow({ row, y, left, top, label: labels[y] ?? '' }, functions, count));
  const heading = text({ x: EDGE, y: EDGE + 16, size: TITLE_TEXT, ink: '#10243b', words: title, bold: true });
  return drawing({ width, height }, [heading, ...rows]);
}

interface Row {
  row: string;
  y: number;
  left: number;
  top: number;
  label: string;
}

function drawRow({ row, y, left, top, label }: Row, functions: readonly string[], count: (a: string, b: string) => number): string {
  const middle = top + y * CELL + CELL / 2;
  const cells = functions.slice(0, y).map((column, x) => {
    const pairs = count(row, column);
    const { fill, ink } = SHADES.find(({ from }) => pairs >= from) ?? SHADES[3];
    const [cx, cy] = [left + x * CELL, top + y * CELL];
    return (
      `<rect x="${round(cx + 1)}" y="${round(cy + 1)}" width="${CELL - 2}" height="${CELL - 2}" rx="4" fill="${fill}" stroke="#c3cad3"/>` +
      text({ x: cx + CELL / 2, y: middle + 5, size: TEXT, ink, words: String(pairs), anchor: 'middle' })
    );
  });
  const name = y > 0 ? text({ x: left - 10, y: middle + 5, size: TEXT, ink: '#10243b', words: label, anchor: 'end' }) : '';
  if (y === functions.length - 1) return [name, ...cells].join('');
  // A column's name stands where its column begins: in the empty cell on the diagonal.
  const [cx, cy] = [round(left + y * CELL + CELL / 2), round(top + (y + 1) * CELL - 8)];
  const column = `<g transform="translate(${cx} ${cy}) rotate(-45)">${text({ x: 0, y: 0, size: TEXT, ink: '#10243b', words: label })}</g>`;
  return [name, ...cells, column].join('');
}

function shown({ functions, bridges }: BridgeMap): readonly string[] {
  if (functions.length <= MOST_SHOWN) return functions;
  const built = (name: string) => bridges.filter(({ between }) => between.includes(name)).length;
  const kept = new Set([...functions].sort((a, b) => built(b) - built(a)).slice(0, MOST_SHOWN));
  return functions.filter((name) => kept.has(name));
}

function shortened(name: string): string {
  const letters = [...name];
  return letters.length > LONGEST_LABEL ? `${letters.slice(0, LONGEST_LABEL - 1).join('')}…` : name;
}
