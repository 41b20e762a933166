// Reads the Markdown of a `markdown` block, as far as Slack draws it: headings, lists, quotes, code, rules, tables as lines, and the usual marks. Pure.
import type { Box, Mark, Piece } from './pieces.ts';
import { namedEmoji, plainPieces, safeUrl } from './pieces.ts';

export function readMarkdown(text: string): Box[] {
  return boxesIn(text.replace(/\r\n?/g, '\n').split('\n'), 0);
}

/** How deep quotes and lists may stand in each other; what is deeper is text. */
const DEEPEST = 6;

function boxesIn(lines: readonly string[], depth: number): Box[] {
  const boxes: Box[] = [];
  let at = 0;
  while (at < lines.length) {
    const [box, length] = boxAt(lines, at, depth);
    if (box) boxes.push(box);
    at += length;
  }
  return boxes;
}

const ITEM = /^(\s{0,8})(?:[-*+]|(\d{1,9})[.)])\s+(.*)$/;
const STARTS = [/^```/, /^#{1,6}\s/, /^>/, ITEM, /^\s*$/, /^\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/];

/** The box that begins at a line, and how many lines it takes. */
function boxAt(lines: readonly string[], at: number, depth: number): [Box | undefined, number] {
  const line = lines[at] ?? '';
  const [fence, heading, quote, item, blank, rule] = STARTS;
  if (blank?.test(line)) return [undefined, 1];
  if (fence?.test(line)) return codeAt(lines, at);
  if (heading?.test(line)) return [{ kind: 'heading', pieces: piecesIn(line.replace(/^#+\s+/, '').replace(/\s+#+$/, '')) }, 1];
  if (rule?.test(line)) return [{ kind: 'rule' }, 1];
  if (quote?.test(line) && depth < DEEPEST) return quoteAt(lines, at, depth);
  if (item?.test(line) && depth < DEEPEST) return listAt(lines, at, depth);
  const length = 1 + runOf(lines, at + 1, (next) => !STARTS.some((start) => start.test(next)));
  return [{ kind: 'lines', pieces: piecesIn(lines.slice(at, at + length).join('\n')) }, length];
}

function runOf(lines: readonly string[], from: number, fits: (line: string) => boolean): number {
  let end = from;
  while (end < lines.length && fits(lines[end] ?? '')) end += 1;
  return end - from;
}

function codeAt(lines: readonly string[], at: number): [Box, number] {
  const inside = runOf(lines, at + 1, (line) => !line.startsWith('```'));
  return [{ kind: 'preformatted', text: lines.slice(at + 1, at + 1 + inside).join('\n') }, inside + 2];
}

function quoteAt(lines: readonly string[], at: number, depth: number): [Box, number] {
  const length = runOf(lines, at, (line) => line.startsWith('>'));
  const inside = lines.slice(at, at + length).map((line) => line.replace(/^> ?/, ''));
  return [{ kind: 'quote', boxes: boxesIn(inside, depth + 1) }, length];
}

/** Items of one list: what is indented below an item belongs to it. */
function listAt(lines: readonly string[], at: number, depth: number): [Box, number] {
  const [, indent = '', number] = ITEM.exec(lines[at] ?? '') ?? [];
  const items: string[][] = [];
  const length = runOf(lines, at, (line) => {
    const [, ofLine = '', other, text = ''] = ITEM.exec(line) ?? [];
    const isNext = ITEM.test(line) && ofLine.length <= indent.length + 1 && (other === undefined) === (number === undefined);
    const inside = /^\s{2,}\S/.test(line) && items.length > 0;
    if (isNext) items.push([text]);
    else if (inside) items.at(-1)?.push(line.slice(2));
    return isNext || inside;
  });
  const list: Box = {
    kind: 'list',
    ordered: number !== undefined,
    start: Number(number ?? 1),
    items: items.map((item) => boxesIn(item, depth + 1)),
  };
  return [list, Math.max(1, length)];
}

const TOKEN =
  /`([^`\n]+)`|!?\[([^\]\n]{0,500})\]\(([^()\s]{1,2000})\)|\*\*(?=\S)([^\n]{1,3000}?\S)\*\*|~~([^\n~]+)~~|(?<![\p{L}\p{N}*])\*([^\s*][^*\n]*)\*|(?<![\p{L}\p{N}_])_([^\s_][^_\n]*)_(?![\p{L}\p{N}])|(:[a-z0-9_+-]{1,40}:)/gu;

function piecesIn(text: string, depth = 0): Piece[] {
  if (depth > 3) return plainPieces(text, false);
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of text.matchAll(TOKEN)) {
    pieces.push(...plainPieces(text.slice(from, found.index), false), ...pieceOf(found, depth + 1));
    from = found.index + found[0].length;
  }
  return [...pieces, ...plainPieces(text.slice(from), false)];
}

function pieceOf([whole, code, label, address, bold, strike, star, line, emoji]: RegExpMatchArray, depth: number): Piece[] {
  if (code !== undefined) return [{ kind: 'code', text: code }];
  if (emoji !== undefined) return [namedEmoji(emoji) ?? { kind: 'text', text: emoji }];
  if (address !== undefined) {
    const url = safeUrl(address);
    return url ? [{ kind: 'link', url, pieces: piecesIn(label || url, depth) }] : [{ kind: 'text', text: whole }];
  }
  const [mark, inside]: [Mark, string] =
    bold !== undefined ? ['bold', bold] : strike !== undefined ? ['strike', strike] : ['italic', star ?? line ?? ''];
  return [{ kind: 'marked', mark, pieces: piecesIn(inside, depth) }];
}
