// How Slack keeps text: emoji by their names, signs that would mean something escaped, addresses as links. What comes back is not always what was sent.
import { emojiOf, glyphNames } from './page/client/blocks/emoji.ts';

const bare = (glyph: string) => glyph.replaceAll('\u{FE0F}', '');
const names = new Map(glyphNames().map(([glyph, name]) => [bare(glyph), name]));
const pictures = new RegExp(`(${[...names.keys()].join('|')})\\u{FE0F}?([\\u{1F3FB}-\\u{1F3FF}])?`, 'gu');
const PALEST = 0x1f3fb;

/** `Hello 👋🏽` as `Hello :wave::skin-tone-4:`. What has no name in the sandbox stays. */
export function withNames(text: string): string {
  return text.replace(pictures, (_, glyph: string, tone?: string) => {
    const shade = tone === undefined ? '' : `:skin-tone-${(tone.codePointAt(0) ?? PALEST) - PALEST + 2}:`;
    return `:${names.get(glyph)}:${shade}`;
  });
}

/** `:tada:` as people see it. */
export function withPictures(text: string): string {
  return text.replace(/:([a-z0-9_+-]+):/g, (whole, name: string) => emojiOf(name) ?? (/^skin-tone-[2-6]$/.test(name) ? '' : whole));
}

/** A text in its pieces: emoji apart from what stands between them. */
export function piecesOf(text: string): ({ text: string } | { name: string; unicode: string })[] {
  const pieces: ({ text: string } | { name: string; unicode: string })[] = [];
  let from = 0;
  for (const { 0: whole, 1: glyph = '', index } of text.matchAll(pictures)) {
    if (index > from) pieces.push({ text: text.slice(from, index) });
    pieces.push({ name: names.get(glyph) ?? '', unicode: [...whole].map((sign) => sign.codePointAt(0)?.toString(16)).join('-') });
    from = index + whole.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

/** Addresses that are not links yet as links: of pages, of people, and bare names of hosts as Slack's client takes them. */
export function withLinks(text: string): string {
  return outside(text, (part) =>
    part
      .replace(/(^|[\s(])(https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)'"])/g, '$1<$2>')
      .replace(/(^|[\s(])([\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,})(?![\w@])/gi, '$1<mailto:$2|$2>'),
  );
}

/** The signs that mean something, where they mean nothing, as Slack escapes them for an app that forgot to. */
function escapedAsNeeded(text: string): string {
  return outside(text, (part) =>
    part
      .replace(/&(?!(?:amp|lt|gt);)/g, '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;'),
  );
}

/** The text of a message that an app sends. `parse: none` leaves addresses as they are. */
export function keptText(text: string, parse = ''): string {
  const kept = escapedAsNeeded(withNames(text));
  return parse === 'none' ? kept : withLinks(kept);
}

/** Changes what stands outside of mentions, links and dates. */
function outside(text: string, change: (part: string) => string): string {
  return text
    .split(/(<(?:[@#!][^<>\n]+|(?:https?|mailto|tel|slack):[^<>\s][^<>\n]*)>)/)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join('');
}
