// A drawing (SVG) as a picture (PNG), the same on every machine: the font comes with the program, and no other is looked at.
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';

const { resolve } = createRequire(import.meta.url);
const fontFiles = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((name) => resolve(`dejavu-fonts-ttf/ttf/${name}`));

/** A picture of three million points takes a quarter of a second and some twenty-five megabytes; more points take more of both. */
const MOST_POINTS = 3_000_000;
const SHARP = 2;

/** Twice the size the drawing states, so that it is sharp on good screens; a large drawing less, as it is legible anyway. Throws where the text is not SVG. */
export function drawPng(svg: string): Uint8Array {
  const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: 'DejaVu Sans', sansSerifFamily: 'DejaVu Sans' };
  const { width, height } = new Resvg(svg, { font: { loadSystemFonts: false }, logLevel: 'off' });
  const zoom = Math.min(SHARP, Math.max(1, Math.sqrt(MOST_POINTS / (width * height))));
  return new Resvg(svg, { font, fitTo: { mode: 'zoom', value: zoom }, logLevel: 'off' }).render().asPng();
}
