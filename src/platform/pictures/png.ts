// A drawing (SVG) as a picture (PNG), the same on every machine: the font comes with the program, and no other is looked at.
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';

const { resolve } = createRequire(import.meta.url);
const fontFiles = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((name) => resolve(`dejavu-fonts-ttf/ttf/${name}`));

/** Twice the size the drawing states, so that it is sharp on good screens. Throws where the text is not SVG. */
export function drawPng(svg: string): Uint8Array {
  const drawing = new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'DejaVu Sans', sansSerifFamily: 'DejaVu Sans' },
    fitTo: { mode: 'zoom', value: 2 },
    logLevel: 'off',
  });
  return drawing.render().asPng();
}
