// What the gallery shows: one view or message of the bot with made-up data, drawn by the room's own face. A sample is a recipe, so that it can be
// drawn again in other words and in other sizes.
import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import type { Content } from '../../platform/content/load.ts';
import type { Answer } from '../../platform/slack/spoken.ts';

/** How much there is to show: as usually, as much as may ever stand there, or as little. */
export type Size = (typeof sizes)[number];

export const sizes = ['usual', 'longest', 'shortest'] as const;

/** One surface of Slack, drawn. */
export interface Drawn {
  surface: 'message' | 'only for you' | 'modal' | 'home' | 'file';
  /** What a notification shows and a screen reader reads; of a file, what stands in it. */
  text?: string;
  blocks?: readonly KnownBlock[];
  view?: ModalView;
  /** Where it goes along with a message or is a file itself: its name, and what a picture says to those who cannot see it. */
  file?: { name: string; alt?: string; svg?: string };
}

export interface Sample {
  /** The room and the thing, `coaching.opener`: also the address on the page. */
  id: string;
  /** What an editor would call it: "The opener of a fortnight". */
  title: string;
  /** The file that draws it: `src/features/coaching/views.ts`. */
  source: string;
  draw: (content: Content, size: Size) => Drawn;
}

/** A message that is kept: in a conversation, in a group or in a channel. */
export function message(body: {
  text: string;
  blocks?: readonly KnownBlock[];
  picture?: { name: string; alt: string; svg: string };
}): Drawn {
  const { text, blocks, picture } = body;
  return { surface: 'message', text, ...(blocks && { blocks }), ...(picture && { file: picture }) };
}

/** An answer to a command or a press, which only one person sees. */
export function onlyForYou({ text, blocks }: Answer): Drawn {
  return { surface: 'only for you', text, ...(blocks && { blocks }) };
}

export function inModal(view: ModalView): Drawn {
  return { surface: 'modal', view };
}

/** The Home tab, or a part of it. */
export function onHome(shown: HomeView | readonly KnownBlock[]): Drawn {
  return { surface: 'home', blocks: 'blocks' in shown ? (shown.blocks as KnownBlock[]) : shown };
}

/** A file that a person gets, as text. */
export function asFile(name: string, text: string): Drawn {
  return { surface: 'file', text, file: { name } };
}

/** The samples of one source file: what is drawn there, by id and title. */
export function samplesOf(source: string, drawings: Record<string, readonly [title: string, draw: Sample['draw']]>): Sample[] {
  return Object.entries(drawings).map(([id, [title, draw]]) => ({ id, title, source, draw }));
}
