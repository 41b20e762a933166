// The page that all slides share, 1920 by 1080: its ground, its title, its room, and text set into it. Whoever sits in the last row can read the
// smallest letters, and every ink stands out from what is behind it by far more than 4.5 to 1.
import { widthOf } from '../../../../platform/pictures/font.ts';
import { balanced, wrapped } from '../../../../platform/pictures/lines.ts';
import { round, text } from '../../../../platform/pictures/svg.ts';

export const PAGE = { width: 1920, height: 1080 } as const;
const GROUND = '#fcfbf8';
export const INK = '#10243b';
export const SOFT = '#3d4a5a';
export const ACCENT = '#1d4e89';
export const HAIR = '#cfd6de';
/** Nothing on a slide is smaller. */
export const SMALLEST = 40;
/** Where the words of a slide stand. */
export const ROOM = { left: 120, right: 1800, top: 236, bottom: 1020 } as const;
export const WIDE = ROOM.right - ROOM.left;
export const HIGH = ROOM.bottom - ROOM.top;
const TITLE = 52;

export interface Numbered {
  page: number;
  pages: number;
}

/** The whole slide around its parts. */
export function onPage(title: string, { page, pages }: Numbered, parts: readonly string[]): string {
  const { width, height } = PAGE;
  const number = `${page} / ${pages}`;
  const room = WIDE - widthOf(number, SMALLEST) - 60;
  const [first = ''] = cutToFit(title, { size: TITLE, width: room, bold: true });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="DejaVu Sans, sans-serif">`,
    `<rect width="${width}" height="${height}" fill="${GROUND}"/>`,
    `<rect width="20" height="${height}" fill="${ACCENT}"/>`,
    text({ x: ROOM.left, y: 140, size: TITLE, ink: ACCENT, words: directed(first), bold: true }),
    text({ x: ROOM.right, y: 140, size: SMALLEST, ink: SOFT, words: number, anchor: 'end' }),
    `<rect x="${ROOM.left}" y="184" width="${WIDE}" height="2" fill="${HAIR}"/>`,
    ...parts,
    '</svg>',
  ].join('\n');
}

export interface Setting {
  size: number;
  ink: string;
  bold?: boolean;
  x: number;
  width: number;
  /** Of the first line. */
  top: number;
}

export const LINE = 1.36;

/** Text in lines, from the side on which its script begins. */
export function setText(words: string, { size, ink, bold = false, x, width, top }: Setting): string[] {
  const fromRight = runsLeft(words);
  return balanced(words, { size, width, bold }).map((line, at) =>
    text({
      ...{ x: fromRight ? x + width : x, y: top + size + at * size * LINE, size, ink, words: directed(line), bold },
      ...(fromRight && { anchor: 'end' as const }),
    }),
  );
}

/** How high text is when it is set. */
export function heightOf(words: string, { size, width, bold = false }: Pick<Setting, 'size' | 'width' | 'bold'>): number {
  return wrapped(words, { size, width, bold }).length * size * LINE;
}

/** The largest of `sizes` at which `fits` says yes; the smallest where none does. */
export function largest(sizes: readonly number[], fits: (size: number) => boolean): number {
  return sizes.find(fits) ?? sizes.at(-1) ?? SMALLEST;
}

/** Whether the first letter belongs to a script that is written from right to left. */
export function runsLeft(words: string): boolean {
  const [letter = ''] = /\p{L}/u.exec(words) ?? [];
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter);
}

/** A line that begins at the right says so: its full stop belongs to the left. */
function directed(line: string): string {
  return runsLeft(line) ? `\u202b${line}\u202c` : line;
}

/** Text on one line; what is too much is cut and shows so. */
export function cutToFit(words: string, fitting: { size: number; width: number; bold?: boolean }): string[] {
  const { size, width, bold = false } = fitting;
  if (widthOf(words, size, bold) <= width) return [words];
  let kept = [...words];
  while (kept.length > 0 && widthOf(`${kept.join('')}…`, size, bold) > width) kept = kept.slice(0, -1);
  return [`${kept.join('').trimEnd()}…`];
}

/** A plain box. */
export function box({
  x,
  y,
  width,
  height,
  fill,
  rx = 0,
}: Record<'x' | 'y' | 'width' | 'height', number> & { fill: string; rx?: number }): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${rx}" fill="${fill}"/>`;
}
