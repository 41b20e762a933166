// Reads rich text, the form in which Slack keeps what people type: sections, lists with indents, quotes and code, with their styled pieces. Pure.
import { emojiFrom, emojiOf } from './emoji.ts';
import { type Box, type Mark, type Piece, plainPieces, safeUrl } from './pieces.ts';

/** A piece of rich text, or a box of such pieces, as an app or a person's client sent it: nothing of it has been checked. */
export interface RichPart {
  type: string;
  text?: string;
  url?: string;
  user_id?: string;
  channel_id?: string;
  usergroup_id?: string;
  range?: string;
  name?: string;
  unicode?: string;
  value?: string;
  timestamp?: number;
  format?: string;
  fallback?: string;
  indent?: number;
  offset?: number;
  style?: Partial<Record<Mark | 'code', boolean>> | string;
  elements?: RichPart[];
}

export function readRichText(parts: readonly RichPart[]): Box[] {
  const boxes: Box[] = [];
  for (const part of parts) {
    if (part.type === 'rich_text_list') addList(boxes, part);
    else boxes.push(boxOf(part));
  }
  return boxes;
}

function boxOf(part: RichPart): Box {
  const pieces = piecesOf(part.elements);
  if (part.type === 'rich_text_quote') return { kind: 'quote', boxes: [{ kind: 'lines', pieces }] };
  if (part.type === 'rich_text_preformatted') return { kind: 'preformatted', text: (part.elements ?? []).map(bareText).join('') };
  return { kind: 'lines', pieces };
}

/** Slack keeps an indented list as a list of its own that follows the outer one; on the page it stands in the last item of that. */
function addList(boxes: Box[], part: RichPart): void {
  const list: Box = {
    kind: 'list',
    ordered: part.style === 'ordered',
    start: (part.offset ?? 0) + 1,
    items: (part.elements ?? []).map((item) => [{ kind: 'lines', pieces: piecesOf(item.elements) }]),
  };
  homeOf(boxes, part.indent ?? 0).push(list);
}

function homeOf(boxes: Box[], indent: number): Box[] {
  const last = boxes.at(-1);
  const item = indent > 0 && last?.kind === 'list' ? last.items.at(-1) : undefined;
  return item ? homeOf(item, indent - 1) : boxes;
}

function piecesOf(parts: readonly RichPart[] = []): Piece[] {
  return parts.flatMap((part) => (part.elements ? piecesOf(part.elements) : styled(part)));
}

function styled(part: RichPart): Piece[] {
  const style = typeof part.style === 'object' ? part.style : {};
  if (style.code) return [{ kind: 'code', text: bareText(part) }];
  const marks = (['bold', 'italic', 'strike', 'underline', 'highlight'] as const).filter((mark) => style[mark]);
  return marks.reduce<Piece[]>((pieces, mark) => [{ kind: 'marked', mark, pieces }], pieceOf(part));
}

function pieceOf(part: RichPart): Piece[] {
  switch (part.type) {
    case 'user':
      return [{ kind: 'person', id: part.user_id ?? '' }];
    case 'channel':
      return [{ kind: 'channel', id: part.channel_id ?? '' }];
    case 'broadcast':
      return [{ kind: 'group', label: `@${part.range ?? 'here'}` }];
    case 'usergroup':
      return [{ kind: 'group', label: `@${part.usergroup_id ?? 'group'}` }];
    case 'link':
      return linkOf(part);
    case 'emoji':
      return [emojiPiece(part)];
    case 'date':
      return [dateOf(part)];
    default:
      return plainPieces(bareText(part), false);
  }
}

function linkOf(part: RichPart): Piece[] {
  const url = safeUrl(part.url ?? '');
  const pieces = plainPieces(part.text || part.url || '', false);
  return url ? [{ kind: 'link', url, pieces }] : pieces;
}

function emojiPiece({ name = '', unicode = '' }: RichPart): Piece {
  const glyph = emojiFrom(unicode) ?? emojiOf(name);
  return glyph === undefined ? { kind: 'text', text: `:${name}:` } : { kind: 'emoji', name, glyph };
}

function dateOf({ timestamp, format, fallback = '', url }: RichPart): Piece {
  if (typeof timestamp !== 'number' || !Number.isInteger(timestamp) || !format) return { kind: 'text', text: fallback };
  const safe = safeUrl(url ?? '');
  return { kind: 'date', seconds: timestamp, template: format, fallback, ...(safe && { url: safe }) };
}

function bareText({ text, url, value, fallback, name, elements }: RichPart): string {
  if (elements) return elements.map(bareText).join('');
  return text ?? url ?? value ?? fallback ?? (name ? `:${name}:` : '');
}
