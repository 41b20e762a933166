// The font that comes with the program, as far as drawings have to know it: how wide its letters are, and which it has. Read from the font's own
// tables (OpenType: `head`, `hhea`, `hmtx`, `cmap`), so that a line that is measured is as long as the line that is drawn.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

export const fontFile = {
  plain: resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  bold: resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
} as const;

type Weight = keyof typeof fontFile;

interface Font {
  /** The part of the letter size that the letter of this code point is wide; `undefined` where the font has no such letter. */
  advance: (codePoint: number) => number | undefined;
}

/** A letter of another font is taken for as wide as it is high: so are Chinese, Japanese and Korean ones, and others are narrower. */
const SQUARE = 1;

const fonts = new Map<Weight, Font>();

/** How long `words` are in a drawing at `size`: rather too much than too little where letters are drawn joined. */
export function widthOf(words: string, size: number, bold = false): number {
  const { advance } = fontOf(bold ? 'bold' : 'plain');
  let sum = 0;
  for (const letter of words) sum += advance(letter.codePointAt(0) ?? 0) ?? SQUARE;
  return sum * size;
}

/** The letters of `words` that the font lacks, each once. */
export function lacking(words: string): string[] {
  const { advance } = fontOf('plain');
  return [...new Set(words)].filter((letter) => !/\s/u.test(letter) && advance(letter.codePointAt(0) ?? 0) === undefined);
}

function fontOf(weight: Weight): Font {
  const known = fonts.get(weight) ?? readFont(readFileSync(fontFile[weight]));
  fonts.set(weight, known);
  return known;
}

function readFont(bytes: Buffer): Font {
  const tables = tablesIn(bytes);
  const at = (name: string) => tables.get(name) ?? 0;
  const unitsPerEm = bytes.readUInt16BE(at('head') + 18);
  const measured = bytes.readUInt16BE(at('hhea') + 34);
  const glyphs = glyphsIn(bytes, at('cmap'));
  // The last glyph that is measured speaks for all that follow it.
  const widthOfGlyph = (glyph: number) => bytes.readUInt16BE(at('hmtx') + 4 * Math.min(glyph, measured - 1)) / unitsPerEm;
  const widths = new Map<number, number | undefined>();
  return {
    advance: (codePoint) => {
      if (!widths.has(codePoint)) {
        const glyph = glyphs(codePoint);
        widths.set(codePoint, glyph === 0 ? undefined : widthOfGlyph(glyph));
      }
      return widths.get(codePoint);
    },
  };
}

function tablesIn(bytes: Buffer): Map<string, number> {
  const count = bytes.readUInt16BE(4);
  const entries = Array.from({ length: count }, (_, n) => 12 + 16 * n);
  return new Map(entries.map((entry) => [bytes.toString('latin1', entry, entry + 4), bytes.readUInt32BE(entry + 8)]));
}

/** The glyph of a code point, 0 where there is none: from the map for all of Unicode (format 12), which lists stretches in order. */
function glyphsIn(bytes: Buffer, cmap: number): (codePoint: number) => number {
  const maps = Array.from({ length: bytes.readUInt16BE(cmap + 2) }, (_, n) => cmap + bytes.readUInt32BE(cmap + 4 + 8 * n + 4));
  const map = maps.find((start) => bytes.readUInt16BE(start) === 12);
  if (map === undefined) throw new Error('the font has no map for all of Unicode');
  const count = bytes.readUInt32BE(map + 12);
  return (codePoint) => {
    let [low, high] = [0, count - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const stretch = map + 16 + 12 * middle;
      if (codePoint < bytes.readUInt32BE(stretch)) high = middle - 1;
      else if (codePoint > bytes.readUInt32BE(stretch + 4)) low = middle + 1;
      else return bytes.readUInt32BE(stretch + 8) + codePoint - bytes.readUInt32BE(stretch);
    }
    return 0;
  };
}
