// One sample as the gallery shows it: drawn in the words of the moment, counted, checked as Slack would, and read aloud.
import type { KnownBlock } from '@slack/types';
import type { Content } from '../../platform/content/load.ts';
import { sections } from '../../platform/slack/blocks.ts';
import { cut, inert } from '../../platform/slack/text.ts';
import { checkBlocks } from '../check/blocks.ts';
import { checkView } from '../check/views.ts';
import { foundWorld } from '../found.ts';
import { readBlocks, readModal } from '../render/blocks.ts';
import { type Reader, readMrkdwn } from '../render/mrkdwn.ts';
import type { Block } from '../world.ts';
import { channel, people } from './made-up.ts';
import { record, textsIn } from './recording.ts';
import type { Drawn, Sample, Size } from './sample.ts';

/** How much there is of something, and how much Slack takes. */
export interface Count {
  what: string;
  is: number;
  most: number;
}

/** What everybody who looks needs: the page, the tests, and the search. */
export interface Exhibit extends Pick<Sample, 'id' | 'title' | 'source'> {
  surface: Drawn['surface'];
  blocks: readonly KnownBlock[];
  view?: { title: string; submit?: string; close?: string };
  file?: NonNullable<Drawn['file']>;
  /** The ids of the texts that stand in it. */
  says: string[];
  /** What a screen reader reads. */
  plain: string;
  /** What a notification shows, where there is one. */
  notice?: string;
  counts: Count[];
  /** What Slack would refuse, in its own words. */
  refused: string[];
}

export type Exhibited = Exhibit | (Pick<Sample, 'id' | 'title' | 'source'> & { broken: string });

/** What Slack takes: blocks in a message, and elsewhere; characters in one text, and in a message's own text. */
const MOST = { message: 50, view: 100, text: 3000, notice: 4000 } as const;
const NOTICE_SENT = 3900;

const world = foundWorld({ people, channels: [channel], now: Date.UTC(2027, 0, 4) });
const reader: Reader = { world, timeZone: 'Europe/London' };

/** Draws a sample; what is thrown while it is drawn stands in `broken`. */
export function exhibit(content: Content, sample: Sample, size: Size): Exhibited {
  const { id, title, source } = sample;
  const recording = record(content);
  try {
    const drawn = sample.draw(recording.content, size);
    return { id, title, source, ...shown(drawn), says: recording.saidIn(drawn) };
  } catch (thrown) {
    return { id, title, source, broken: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

function shown(drawn: Drawn): Omit<Exhibit, 'id' | 'title' | 'source' | 'says'> {
  const { surface, view, file, text } = drawn;
  const blocks = blocksOf(drawn);
  return {
    ...{ surface, blocks, plain: plainOf(drawn, blocks), counts: countsOf(drawn, blocks), refused: refusedOf(drawn, blocks) },
    ...(view && { view: titlesOf(view) }),
    ...(file && { file }),
    ...(text !== undefined && surface !== 'file' && { notice: readMrkdwn(asSent(text), reader) }),
  };
}

/** What is seen: an answer without blocks is shown as its text. */
function blocksOf({ surface, view, blocks, text = '' }: Drawn): readonly KnownBlock[] {
  if (view) return view.blocks as KnownBlock[];
  return blocks ?? (surface === 'file' ? [] : sections(text));
}

function titlesOf(view: NonNullable<Drawn['view']>): NonNullable<Exhibit['view']> {
  const { title, submit, close } = view;
  return { title: title.text, ...(submit && { submit: submit.text }), ...(close && { close: close.text }) };
}

function plainOf({ surface, view, text = '', file }: Drawn, blocks: readonly KnownBlock[]): string {
  if (surface === 'file') return text;
  if (view) return readModal(view as unknown as Block & { blocks: Block[] }, {}, {}, reader);
  const read = readBlocks(blocks as unknown as Block[], reader);
  return file?.alt ? `${read}\n(picture: ${file.alt})` : read;
}

function countsOf({ surface, text }: Drawn, blocks: readonly KnownBlock[]): Count[] {
  if (surface === 'file') return [];
  const inMessage = surface === 'message' || surface === 'only for you';
  const texts = blocks.flatMap(textsIn).map((each) => [...each].length);
  return [
    { what: 'blocks', is: blocks.length, most: inMessage ? MOST.message : MOST.view },
    { what: 'characters in the longest text', is: Math.max(0, ...texts), most: MOST.text },
    ...(text === undefined ? [] : [{ what: 'characters in the notification', is: [...asSent(text)].length, most: MOST.notice }]),
  ];
}

/** A message's own text as the bot sends it, beside blocks that say everything. */
function asSent(text: string): string {
  return cut(inert(text), NOTICE_SENT);
}

function refusedOf({ surface, view }: Drawn, blocks: readonly KnownBlock[]): string[] {
  if (surface === 'file') return [];
  if (view) return checkView(view, 'modal');
  return surface === 'home' ? checkView({ type: 'home', blocks }, 'home') : checkBlocks(blocks, 'message');
}
