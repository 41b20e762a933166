// The bridge map for the last row: numbered functions down the side, their numbers along the top, and in each cell how many pairs have joined the two.
// Every figure is written out, so that nothing depends on colour.
import { widthOf } from '../../../../platform/pictures/font.ts';
import { text } from '../../../../platform/pictures/svg.ts';
import { type BridgeMap, counter } from '../../../pairing/planning/bridges.ts';
import { box, cutToFit, heightOf, INK, LINE, ROOM, SMALLEST, SOFT, setText, WIDE } from './page.ts';

/** With more the figures would be smaller than the last row can read: then those with the fewest bridges stand only in the text. */
export const MOST_FUNCTIONS = 11;
/** The room for names: the less, the more there is to draw beside them. */
const NAMES = { most: 1000, least: 420 };
const GAP = 6;
const SHADES = [
  { from: 6, fill: '#1d4e89', ink: '#ffffff' },
  { from: 3, fill: '#3268a6', ink: '#ffffff' },
  { from: 1, fill: '#cfe2f6', ink: '#10243b' },
  { from: 0, fill: '#f0efeb', ink: '#4a5563' },
] as const;

/** Those that are drawn, in their order. */
export function functionsShown({ functions, bridges }: Pick<BridgeMap, 'functions' | 'bridges'>): readonly string[] {
  const built = (name: string) => bridges.filter(({ between }) => between.includes(name)).length;
  const kept = new Set([...functions].sort((a, b) => built(b) - built(a)).slice(0, MOST_FUNCTIONS));
  return functions.filter((name) => kept.has(name));
}

export function drawMap(map: BridgeMap, words: readonly string[]): string[] {
  const functions = functionsShown(map);
  const below = words.reduce((sum, each) => sum + heightOf(each, { size: SMALLEST, width: WIDE }), 0);
  const high = ROOM.bottom - below - 24 - ROOM.top;
  const side = Math.min(92, high / (functions.length + 0.2));
  const names = Math.max(NAMES.least, Math.min(NAMES.most, widest(functions), WIDE - functions.length * side));
  const grid = { left: ROOM.left + names, top: ROOM.top, side };
  const count = counter(map.bridges);
  let top = ROOM.bottom - below;
  return [
    ...functions.flatMap((row, at) => drawRow({ row, at, functions, count }, grid)),
    ...words.flatMap((each) => {
      const begins = top;
      top += heightOf(each, { size: SMALLEST, width: WIDE });
      return setText(each, { size: SMALLEST, ink: SOFT, x: ROOM.left, width: WIDE, top: begins - SMALLEST * (LINE - 1) });
    }),
  ];
}

/** So much room the longest name would take. */
function widest(functions: readonly string[]): number {
  return Math.max(...functions.map((name) => widthOf(`00  ${name}`, SMALLEST))) + 60;
}

interface Row {
  row: string;
  at: number;
  functions: readonly string[];
  count: (a: string, b: string) => number;
}

/** Its name with its number, a cell for each function before it, and on the diagonal its number as the head of its column. */
function drawRow({ row, at, functions, count }: Row, { left, top, side }: { left: number; top: number; side: number }): string[] {
  const middle = top + at * side + side / 2 + SMALLEST * 0.36;
  const [name = ''] = cutToFit(`${at + 1}  ${row}`, { size: SMALLEST, width: left - ROOM.left - 30 });
  const cells = functions.slice(0, at).flatMap((column, x) => {
    const pairs = count(row, column);
    const { fill, ink } = SHADES.find(({ from }) => pairs >= from) ?? SHADES[3];
    const at = { x: left + x * side + GAP / 2, y: middle - SMALLEST * 0.36 - side / 2 + GAP / 2 };
    return [
      box({ ...at, width: side - GAP, height: side - GAP, fill, rx: 8 }),
      text({ x: left + x * side + side / 2, y: middle, size: SMALLEST, ink, words: String(pairs), anchor: 'middle' }),
    ];
  });
  const head = text({
    x: left + at * side + side / 2,
    y: middle,
    size: SMALLEST,
    ink: SOFT,
    words: String(at + 1),
    anchor: 'middle',
    bold: true,
  });
  return [text({ x: ROOM.left, y: middle, size: SMALLEST, ink: INK, words: name }), ...cells, ...(at < functions.length - 1 ? [head] : [])];
}
