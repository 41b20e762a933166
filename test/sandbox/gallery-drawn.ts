// What tests of a room draw of the gallery: its longest samples are the room's longest views, so that neither is written down twice.
import type { KnownBlock } from '@slack/types';
import { loadContent } from '../../src/platform/content/load.ts';
import type { Sample, Size } from '../../src/sandbox/gallery/sample.ts';

const content = loadContent();

export interface SampleDrawn {
  id: string;
  text: string;
  blocks: readonly KnownBlock[];
}

/** The samples whose ids match, in one size. */
export function drawnOf(samples: readonly Sample[], ids: RegExp, size: Size): SampleDrawn[] {
  const drawn = samples.filter(({ id }) => ids.test(id)).map(({ id, draw }) => ({ id, ...draw(content, size) }));
  return drawn.map(({ id, text = '', blocks, view }) => ({ id, text, blocks: (view?.blocks ?? blocks ?? []) as readonly KnownBlock[] }));
}
