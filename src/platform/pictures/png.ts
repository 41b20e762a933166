// A drawing (SVG) as a picture (PNG), the same on every machine: the font comes with the program, and no other is looked at.
import { Resvg } from '@resvg/resvg-js';
import { fontFile } from './font.ts';

/** The font that comes with the program. */
export const FONT = { fontFiles: Object.values(fontFile), defaultFontFamily: 'DejaVu Sans', sansSerifFamily: 'DejaVu Sans' };

/** A picture of three million points takes a quarter of a second and some twenty-five megabytes; more points take more of both. */
const MOST_POINTS = 3_000_000;
const SHARP = 2;

/** Twice the size the drawing states, so that it is sharp on good screens; a large drawing less, as it is legible anyway. Throws where the text is not SVG. */
export function drawPng(svg: string): Uint8Array {
  const font = { ...FONT, loadSystemFonts: false };
  const { width, height } = new Resvg(svg, { font: { loadSystemFonts: false }, logLevel: 'off' });
  const zoom = Math.min(SHARP, Math.max(1, Math.sqrt(MOST_POINTS / (width * height))));
  return new Resvg(svg, { font, fitTo: { mode: 'zoom', value: zoom }, logLevel: 'off' }).render().asPng();
}

/**
 * In the size that the drawing states, for slides. Letters that the font of the program lacks come from fonts of the machine, where `others` says that
 * there are such letters: to look for those fonts takes its time.
 */
export function drawSlidePng(svg: string, { others = false } = {}): Uint8Array {
  return new Resvg(svg, { font: { ...FONT, loadSystemFonts: others }, logLevel: 'off' }).render().asPng();
}
