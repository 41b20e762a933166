// The few things that every drawing needs: text that cannot break the drawing, and numbers that stay short. Pure.

export interface Words {
  x: number;
  y: number;
  size: number;
  ink: string;
  words: string;
  anchor?: 'middle' | 'end';
  bold?: boolean;
}

/** The width of a letter of DejaVu Sans, as part of its size: rather too much than too little. */
export const LETTER = 0.64;

/** The whole drawing, on a white ground of its own, so that it reads in light and in dark. */
export function drawing({ width, height }: { width: number; height: number }, parts: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="DejaVu Sans, sans-serif">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...parts,
    '</svg>',
  ].join('\n');
}

export function text({ x, y, size, ink, words, anchor, bold }: Words): string {
  const more = `${anchor ? ` text-anchor="${anchor}"` : ''}${bold ? ' font-weight="bold"' : ''}`;
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" fill="${ink}"${more}>${inXml(words)}</text>`;
}

/** Characters that XML forbids are left out, not escaped: a picture that cannot be drawn helps nobody. */
function inXml(words: string): string {
  return words
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
