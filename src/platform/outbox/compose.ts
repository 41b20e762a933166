// A letter as Slack takes it, with the mark by which it can be found again. Pure.
import type { KnownBlock } from '@slack/types';
import { image, sections } from '../slack/blocks.ts';
import type { Post } from '../slack/posting.ts';
import { cut, inert } from '../slack/text.ts';
import type { Body } from './enqueue.ts';

export interface Composing {
  channel: string;
  body: Body;
  /** Opaque: others in the workspace can read it. */
  mark: string;
  /** The file of the picture, where Slack has it. */
  picture?: string | undefined;
}

const EVENT_TYPE = 'coaching_pairs';
const MOST_BLOCKS = 50;

export function compose({ channel, body, mark, picture }: Composing): Post {
  const written = body.blocks.length > 0 ? body.blocks : sections(body.text);
  const shown =
    body.picture && picture && written.length < MOST_BLOCKS ? [...written, image({ file: picture, alt: body.picture.alt })] : written;
  return {
    channel,
    text: cut(inert(body.text), 3900),
    blocks: shown.map((block, place) => (place === 0 ? ({ ...block, block_id: `k_${mark}` } as KnownBlock) : block)),
    metadata: { event_type: EVENT_TYPE, event_payload: { k: mark } },
  };
}

/** What a letter's mark is made from. */
export function markOf(workspace: string, key: string): string {
  return `${workspace}|${key}`;
}
