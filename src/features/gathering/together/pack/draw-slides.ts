// The heads that draw slides, beside the loop: one slide at a time, so that whatever else is to be thought about need not wait for all of them.
import { missing } from '../../../../platform/pictures/missing.ts';
import { drawSlidePng } from '../../../../platform/pictures/png.ts';
import type { Head } from '../../../../platform/thinking/think.ts';

export interface SlideDrawing {
  svg: string;
  /** Whether it holds letters that the font of the program lacks. */
  others: boolean;
}

/** Some 150 ms each. */
export const slideDrawing: Head<SlideDrawing, Uint8Array> = {
  name: 'together.slide',
  think: ({ svg, others }) => drawSlidePng(svg, { others }),
  isQuick: () => false,
};

/** Which letters cannot be drawn; the fonts of the machine are looked at for it. */
export const lettersMissing: Head<readonly string[], string[]> = {
  name: 'together.letters',
  think: (letters) => missing(letters),
  isQuick: (letters) => letters.length === 0,
};
