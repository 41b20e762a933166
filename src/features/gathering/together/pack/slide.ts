// A slide as plain words, before it is drawn or told: which kinds there are, and what stands on each.
import type { BridgeMap } from '../../../pairing/planning/bridges.ts';

export interface Slide {
  /** For the file's name: `welcome`, `insights`. */
  name: string;
  title: string;
  body: SlideBody;
}

export type SlideBody =
  /** One thing to read, as large as it can be. */
  | { kind: 'words'; words: string }
  | { kind: 'agenda'; rows: readonly { time: string; part: string }[] }
  /** What pairs have shared, or questions: each by itself. */
  | { kind: 'quotes'; quotes: readonly Quote[] }
  | { kind: 'map'; map: BridgeMap; words: readonly string[] }
  /** Names, in two columns. */
  | { kind: 'list'; entries: readonly string[] };

export interface Quote {
  words: string;
  names?: string;
}

/** All that the slide says, for those who do not see it, as far as `most` characters hold it; `map` is the map in words. */
export function tellSlide({ title, body }: Slide, most: number, map = ''): string {
  const all = [title, ...wordsOn(body, map)].map((each) => (/[.?!:…]$/.test(each) ? each : `${each}.`)).join(' ');
  return all.length <= most ? all : `${all.slice(0, most - 1)}…`;
}

function wordsOn(body: SlideBody, map: string): readonly string[] {
  switch (body.kind) {
    case 'words':
      return [body.words];
    case 'agenda':
      return body.rows.map(({ time, part }) => `${time}: ${part}`);
    case 'quotes':
      return body.quotes.flatMap(({ words, names }) => [words, ...(names ? [names] : [])]);
    case 'map':
      return [...body.words, map];
    case 'list':
      return body.entries;
  }
}
