// What formatted text is made of once it has been read, whichever of Slack's ways of writing it came in: boxes, and in them lines of pieces.
import { emojiOf } from './emoji.ts';

export type Mark = 'bold' | 'italic' | 'strike' | 'underline' | 'highlight';

export type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'break' }
  | { kind: 'code'; text: string }
  | { kind: 'marked'; mark: Mark; pieces: Piece[] }
  | { kind: 'link'; url: string; pieces: Piece[] }
  | { kind: 'person' | 'channel'; id: string; label?: string }
  /** `@here` and other groups. */
  | { kind: 'group'; label: string }
  | { kind: 'date'; seconds: number; template: string; fallback: string; url?: string }
  | { kind: 'emoji'; name: string; glyph: string };

export type Box =
  | { kind: 'lines'; pieces: Piece[] }
  | { kind: 'quote'; boxes: Box[] }
  | { kind: 'preformatted'; text: string }
  | { kind: 'heading'; pieces: Piece[] }
  | { kind: 'rule' }
  | { kind: 'list'; ordered: boolean; start: number; items: Box[][] };

/** The address, where it is one that may be opened: web pages and mail, nothing that would run. */
export function safeUrl(url: string): string | undefined {
  return /^(?:https?:\/\/|mailto:)\S+$/i.test(url) ? url : undefined;
}

/** Slack's three escapes undone. */
export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** A text in which only line breaks and, where `emoji` says so, the names of emoji mean something. */
export function plainPieces(text: string, emoji = true): Piece[] {
  return text.split(/(\n|:[a-z0-9_+-]+:)/).flatMap((part): Piece[] => {
    if (part === '') return [];
    if (part === '\n') return [{ kind: 'break' }];
    return [(emoji ? namedEmoji(part) : undefined) ?? { kind: 'text', text: part }];
  });
}

/** `:tada:` as an emoji; `undefined` where the name is not known. */
export function namedEmoji(written: string): Piece | undefined {
  const name = /^:([a-z0-9_+-]+):$/.exec(written)?.[1] ?? '';
  const glyph = emojiOf(name);
  return glyph === undefined ? undefined : { kind: 'emoji', name, glyph };
}
