// Draws rich text, the form in which Slack keeps what people type: sections, lists, quotes and code, with their styled pieces.
import { el } from './dom.ts';
import type { Names } from './mrkdwn.ts';

/** A piece of rich text, or a box of such pieces. */
export interface RichPart {
  type: string;
  text?: string;
  url?: string;
  user_id?: string;
  channel_id?: string;
  name?: string;
  unicode?: string;
  fallback?: string;
  style?: { bold?: boolean; italic?: boolean; strike?: boolean; code?: boolean } | string;
  elements?: RichPart[];
}

export function drawRichText(parts: readonly RichPart[], names: Names): HTMLElement {
  return el('div', { class: 'words' }, ...parts.map((part) => drawBox(part, names)));
}

function drawBox(part: RichPart, names: Names): Node {
  const inside = (part.elements ?? []).map((each) => (each.elements ? drawBox(each, names) : drawPiece(each, names)));
  if (part.type === 'rich_text_list') return el(part.style === 'ordered' ? 'ol' : 'ul', {}, ...inside.map((item) => el('li', {}, item)));
  if (part.type === 'rich_text_quote') return el('blockquote', {}, ...inside);
  return el(part.type === 'rich_text_preformatted' ? 'pre' : 'div', {}, ...inside);
}

function drawPiece(part: RichPart, names: Names): Node {
  switch (part.type) {
    case 'user':
      return el('span', { class: 'mention' }, `@${names.person(part.user_id ?? '')}`);
    case 'channel':
      return el('span', { class: 'mention' }, `#${names.channel(part.channel_id ?? '')}`);
    case 'link':
      return /^https?:/.test(part.url ?? '')
        ? el('a', { href: part.url, target: '_blank', rel: 'noreferrer' }, part.text ?? part.url)
        : document.createTextNode(part.text ?? part.url ?? '');
    case 'text':
      return styled(part);
    default:
      return document.createTextNode(part.text ?? part.fallback ?? (part.name ? `:${part.name}:` : ''));
  }
}

function styled({ text = '', style }: RichPart): Node {
  const lines = text
    .split('\n')
    .flatMap((line, at): Node[] => (at === 0 ? [document.createTextNode(line)] : [el('br'), document.createTextNode(line)]));
  if (typeof style !== 'object') return el('span', {}, ...lines);
  const tags = [style.bold && 'strong', style.italic && 'em', style.strike && 's', style.code && 'code'] as const;
  return tags.reduce<Node>((inner, tag) => (tag ? el(tag, {}, inner) : inner), el('span', {}, ...lines));
}
