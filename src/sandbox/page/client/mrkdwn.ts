// Turns Slack's mrkdwn into nodes: bold, italic, strike, code, quotes, links, mentions and dates. Text that is none of these stays text.
import { el } from './dom.ts';

export interface Names {
  person: (id: string) => string;
  channel: (id: string) => string;
  timeZone: string;
}

const TOKEN = /<([^<>\n]+)>|\*([^*\n]+)\*|(?<![\w])_([^_\n]+)_(?![\w])|~([^~\n]+)~|`([^`\n]+)`/g;

/** The lines of `text` as nodes, with line breaks and quotes. */
export function mrkdwn(text: string, names: Names): Node[] {
  const nodes: Node[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) nodes.push(el('br'));
    const quoted = line.startsWith('&gt;') || line.startsWith('>');
    if (quoted) nodes.push(el('blockquote', {}, ...inline(line.replace(/^(&gt;|>)\s?/, ''), names)));
    else nodes.push(...inline(line, names));
  }
  return nodes;
}

/** Plain text as a notification would show it. */
function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function inline(text: string, names: Names): Node[] {
  const nodes: Node[] = [];
  let from = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > from) nodes.push(document.createTextNode(unescaped(text.slice(from, match.index))));
    nodes.push(styled(match, names));
    from = match.index + match[0].length;
  }
  if (from < text.length) nodes.push(document.createTextNode(unescaped(text.slice(from))));
  return nodes;
}

function styled([, angle, bold, italic, strike, code]: RegExpMatchArray, names: Names): Node {
  if (angle !== undefined) return reference(angle, names);
  if (bold !== undefined) return el('strong', {}, ...inline(bold, names));
  if (italic !== undefined) return el('em', {}, ...inline(italic, names));
  if (strike !== undefined) return el('s', {}, ...inline(strike, names));
  return el('code', {}, unescaped(code ?? ''));
}

function reference(inside: string, names: Names): Node {
  const [target = '', label] = inside.split('|');
  if (target.startsWith('@')) return el('span', { class: 'mention' }, `@${names.person(target.slice(1))}`);
  if (target.startsWith('#')) return el('span', { class: 'mention' }, `#${label ?? names.channel(target.slice(1))}`);
  if (target.startsWith('!date^')) return el('time', {}, dateText(target, label, names.timeZone));
  if (target.startsWith('!')) return el('span', { class: 'mention' }, label ?? target.replace('!', '@'));
  const safe = /^(https?:|mailto:)/.test(unescaped(target));
  return safe
    ? el('a', { href: unescaped(target), target: '_blank', rel: 'noreferrer' }, unescaped(label ?? target))
    : document.createTextNode(unescaped(inside));
}

function dateText(target: string, fallback: string | undefined, timeZone: string): string {
  const [, seconds, format = ''] = target.split('^');
  const at = new Date(Number(seconds) * 1000);
  if (Number.isNaN(at.getTime())) return fallback ?? '';
  const show = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).format(at);
  return format
    .replace(/\{time(_secs)?\}/g, () => show({ hour: 'numeric', minute: '2-digit' }))
    .replace(/\{date_long(_pretty)?\}/g, () => show({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }))
    .replace(/\{date(_num|_short|_pretty|_short_pretty)?\}/g, () => show({ day: 'numeric', month: 'short', year: 'numeric' }));
}
