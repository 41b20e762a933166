// What the sandbox answers about the gallery, and how the page asks. The shapes are those of `src/sandbox/gallery/`.
import type { Block } from '../blocks/block-kit.ts';
import type { Choice } from '../blocks/stage.ts';

export const SIZES = ['usual', 'longest', 'shortest'] as const;
export type Size = (typeof SIZES)[number];

/** A sample by its labels: enough to find it. */
export interface Listed {
  id: string;
  title: string;
  source: string;
  /** The ids of the texts in it. */
  says: string[];
  /** What a screen reader reads. */
  plain: string;
}

export interface Room {
  room: string;
  title: string;
  samples: Listed[];
}

export interface Overview {
  folder: string;
  faults: string[];
  people: { id: string; name: string }[];
  channels: { id: string; name: string }[];
  rooms: Room[];
  /** Where each text stands, by its id. */
  places: Record<string, { file: string; line: number }>;
}

export interface Count {
  what: string;
  is: number;
  most: number;
}

export interface Exhibit extends Listed {
  surface: 'message' | 'only for you' | 'modal' | 'home' | 'file';
  blocks: Block[];
  view?: { title: string; submit?: string; close?: string };
  file?: { name: string; alt?: string; svg?: string };
  notice?: string;
  counts: Count[];
  refused: string[];
}

/** A sample that could not be drawn, and why. */
export type Exhibited = Exhibit | (Pick<Listed, 'id' | 'title' | 'source'> & { broken: string });

export interface Sentence {
  id: string;
  file: string;
  line: number;
  text: string;
  buttons: string[];
}

/** What a save came to. */
export type Saved = { changed: string[] } | { faults: string[] };

export function askOverview(): Promise<Overview> {
  return get('/sandbox/gallery');
}

export async function askDrawn(room: string, size: Size): Promise<Exhibited[]> {
  const { samples } = await get<{ samples: Exhibited[] }>(`/sandbox/gallery/drawn?${new URLSearchParams({ room, size })}`);
  return samples;
}

export async function askSentences(size: Size): Promise<Sentence[]> {
  const { sentences } = await get<{ sentences: Sentence[] }>(`/sandbox/gallery/sentences?${new URLSearchParams({ size })}`);
  return sentences;
}

/** Calls back after each save, and once more whenever the line was lost and is back. Returns how to stop. */
export function hearSaves(hear: (saved: Saved) => void): () => void {
  const source = new EventSource('/sandbox/gallery/changes');
  let lost = false;
  source.addEventListener('message', ({ data }) => hear(JSON.parse(String(data)) as Saved));
  source.addEventListener('error', () => {
    lost = true;
  });
  source.addEventListener('open', () => {
    if (lost) hear({ changed: [] });
    lost = false;
  });
  return () => source.close();
}

/** What the people of the gallery are called, for selects that name them. */
export function choicesOf(named: readonly { id: string; name: string }[]): Choice[] {
  return named.map(({ id, name }) => ({ value: id, label: name }));
}

async function get<T>(path: string): Promise<T> {
  const response = await fetch(path);
  const answer = (await response.json()) as { ok: boolean; error?: string };
  if (!answer.ok) throw new Error(answer.error);
  return answer as T;
}
